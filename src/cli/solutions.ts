/** `gradus solutions`: execute the solution notebooks, prove them, and render them with a key. */
import { basename, join, resolve } from "node:path";
import { type CommandDef, defineCommand } from "citty";

import { writeBook } from "../book/write-book.js";
import { EXERCISES, SHEETS } from "../checks/index.js";
import { writeWhole } from "../common/write-whole.js";
import { runCode } from "../grading/run-code.js";
import type { Notebook } from "../notebook/notebook.js";
import { answerKeyPage, answerKeyTable, textCell } from "./answer-key.js";
import { answerSource } from "./answer-source.js";
import { CommandError } from "./command-error.js";
import { notebookFiles, ROOT, readNotebook, shown } from "./notebook-files.js";
import { isFine, runNotebooks, timeoutSeconds } from "./run.js";

/** What a notebook of the course may take. */
const LIMITS = { seconds: 60, megabytes: 500 };

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
  meta: {
    name: "solutions",
    description: "Execute the solution notebooks, check them, and render them with an answer key.",
  },
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
    const wrong = files.flatMap((file) => wrongAnswers(readNotebook(file)));
    for (const line of wrong) console.error(line);
    const timeout = timeoutSeconds(args.timeout);
    const results = await runNotebooks(files, { timeout, outFor, limits: LIMITS });
    const executed = files.filter((file) => results.get(file)?.failure === null);
    const fine = files.filter((file) => {
      const run = results.get(file);
      return run !== undefined && isFine(run);
    });
    const pages = executed.map((file) => withNotes(readNotebook(outFor(file))));
    const sheets = SHEETS.filter(({ notebook }) =>
      files.some((file) => basename(file) === notebook),
    );
    for (const page of await writeBook([answerKeyPage(sheets), ...pages], folder, writeWhole)) {
      console.log(`wrote ${shown(page)}`);
    }
    const table = join(folder, "answer-key.csv");
    writeWhole(table, answerKeyTable(sheets));
    console.log(`wrote ${shown(table)}`);
    if (fine.length < files.length || wrong.length > 0) {
      throw new CommandError("Not every solution passes: see above.");
    }
  },
});

/** Exercises of a notebook whose solution does not get every point, with hidden checks. */
function wrongAnswers(notebook: Notebook): string[] {
  const sheet = SHEETS.find((one) => one.notebook === basename(notebook.path));
  return (sheet?.exercises ?? []).flatMap((exercise) => {
    const { result } = runCode(exercise, answerSource(notebook, exercise), { withHidden: true });
    return result.checks
      .filter(({ points, possible }) => points < possible)
      .map(({ check, verdict }) => {
        const why = "message" in verdict ? verdict.message : verdict.kind;
        return `${notebook.path}: ${exercise.number} ${exercise.title}: "${check}": ${why}`;
      });
  });
}

/** The notebook with a note after each exercise's check that says why the answer is so. */
function withNotes(notebook: Notebook): Notebook {
  const cells = notebook.cells.flatMap((cell) => {
    const id = cell.kind === "code" ? /^check\("([^"]+)"/m.exec(cell.source)?.[1] : undefined;
    const exercise = EXERCISES.find((one) => one.id === id);
    return exercise === undefined ? [cell] : [cell, textCell(`**Why.** ${exercise.why}`)];
  });
  return { ...notebook, cells };
}
