/** `gradus solutions`: execute the solution notebooks, prove them, and render them with a key. */
import { basename, join, resolve } from "node:path";
import { type CommandDef, defineCommand } from "citty";

import { writeBook } from "../book/write-book.js";
import { SHEETS } from "../checks/index.js";
import { writeWhole } from "../common/write-whole.js";
import { runCode } from "../grading/run-code.js";
import type { ExerciseResult } from "../grading/verdict.js";
import type { Notebook } from "../notebook/notebook.js";
import { answerKeyPage } from "./answer-key.js";
import { answerSource } from "./answer-source.js";
import { answerTables } from "./answer-tables.js";
import { CommandError } from "./command-error.js";
import { notebookFiles, ROOT, readNotebook, shown } from "./notebook-files.js";
import { isFine, runNotebooks, timeoutSeconds } from "./run.js";
import { solutionPage } from "./solution-page.js";

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
    const graded = new Map(files.map((file) => [file, grade(readNotebook(file))]));
    const wrong = files.flatMap((file) => wrongAnswers(shown(file), graded.get(file) ?? []));
    for (const line of wrong) console.error(line);
    const timeout = timeoutSeconds(args.timeout);
    const results = await runNotebooks(files, { timeout, outFor, limits: LIMITS });
    const executed = files.filter((file) => results.get(file)?.failure === null);
    const fine = files.filter((file) => {
      const run = results.get(file);
      return run !== undefined && isFine(run);
    });
    const pages = executed.map((file) =>
      solutionPage(readNotebook(outFor(file)), graded.get(file) ?? []),
    );
    const sheets = SHEETS.filter(({ notebook }) =>
      files.some((file) => basename(file) === notebook),
    );
    for (const page of await writeBook([answerKeyPage(sheets), ...pages], folder, writeWhole)) {
      console.log(`wrote ${shown(page)}`);
    }
    for (const { file, text } of answerTables(sheets)) {
      writeWhole(join(folder, file), text);
      console.log(`wrote ${shown(join(folder, file))}`);
    }
    if (fine.length < files.length || wrong.length > 0) {
      throw new CommandError("Not every solution passes: see above.");
    }
  },
});

/** The results of a notebook's exercises, with their hidden checks. */
function grade(notebook: Notebook): ExerciseResult[] {
  const sheet = SHEETS.find((one) => one.notebook === basename(notebook.path));
  return (sheet?.exercises ?? []).map(
    (exercise) => runCode(exercise, answerSource(notebook, exercise), { withHidden: true }).result,
  );
}

/** A line for each check that a solution does not pass. */
function wrongAnswers(path: string, results: readonly ExerciseResult[]): string[] {
  return results.flatMap(({ number, title, checks }) =>
    checks
      .filter(({ verdict }) => verdict.kind !== "pass")
      .map(({ check, verdict }) => {
        const why = "message" in verdict ? verdict.message : verdict.kind;
        return `${path}: ${number} ${title}: "${check}": ${why}`;
      }),
  );
}
