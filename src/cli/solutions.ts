/** `gradus solutions`: execute the solution notebooks on the kernel and render them to HTML. */
import { basename, join, resolve } from "node:path";
import { type CommandDef, defineCommand } from "citty";

import { writeBook } from "../book/write-book.js";
import { CommandError } from "./command-error.js";
import { notebookFiles, ROOT, readNotebook, shown, writeWhole } from "./notebook-files.js";
import { runNotebooks, timeoutSeconds } from "./run.js";

const ARGUMENTS = {
  solutions: {
    type: "positional",
    required: false,
    description: "Solution notebooks or folders; without any, all of solutions.",
  },
  out: {
    type: "string",
    valueHint: "DIR",
    description: "Where the pages go; .gradus/solutions by default, which git ignores.",
  },
  timeout: { type: "string", default: "60", description: "Seconds that a cell may take." },
} as const;

/** The command, for src/cli/main.ts. */
export const solutionsCommand: CommandDef<typeof ARGUMENTS> = defineCommand({
  meta: { name: "solutions", description: "Execute the solution notebooks and render them." },
  args: ARGUMENTS,
  async run({ args }) {
    const folder = resolve(args.out ?? join(ROOT, ".gradus", "solutions"));
    const files = notebookFiles(args._, ["solutions"]);
    if (files.length === 0) throw new CommandError("There is no solution notebook.");
    const outFor = (file: string): string => join(folder, basename(file));
    for (const file of files) {
      if (resolve(file) !== outFor(file)) continue;
      throw new CommandError(`--out ${folder} would overwrite ${shown(file)}.`, 2);
    }
    const results = await runNotebooks(files, { timeout: timeoutSeconds(args.timeout), outFor });
    const executed = files.filter((file) => results.get(file)?.failure === null);
    const notebooks = executed.map((file) => readNotebook(outFor(file)));
    for (const page of await writeBook(notebooks, folder, writeWhole)) {
      console.log(`wrote ${shown(page)}`);
    }
    if (executed.length < files.length) process.exitCode ||= 1;
  },
});
