/** Command line: `gradus check` runs the visible checks on the learner's saved notebooks. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { type CommandDef, defineCommand } from "citty";
import { EXERCISES, type ExerciseSheet, SHEETS } from "../checks/index.js";
import { type Exercise, findExercise } from "../grading/exercise.js";
import { textReport } from "../grading/report.js";
import { type CodeResult, runCode } from "../grading/run-code.js";
import type { ExerciseResult } from "../grading/verdict.js";
import { type Notebook, parseNotebook } from "../notebook/notebook.js";
import { answerSource } from "./answer-source.js";

/** Where the learner's notebooks are. */
const EXERCISES_FOLDER = new URL("../../exercises/", import.meta.url);

/** One notebook and the exercises to check in it. */
interface Task {
  readonly path: string;
  readonly exercises: readonly Exercise[];
}

const ARGUMENTS = {
  what: {
    type: "positional",
    required: false,
    description: "Exercises (perceptron/relu) or notebooks; without any, all of exercises.",
  },
} as const;

/** `gradus check [exercise or notebook…]`: never writes a notebook. */
export const checkCommand: CommandDef<typeof ARGUMENTS> = defineCommand({
  meta: {
    name: "check",
    description: "Run the visible checks on saved exercise notebooks.",
  },
  args: ARGUMENTS,
  run: ({ args }) => {
    const tasks = tasksFor(args._);
    if (tasks === null) return;
    const results = tasks.flatMap(checkNotebook);
    if (results.length === 0) return;
    console.log(totalText(results));
    if (results.some(({ points, possible }) => points < possible)) process.exitCode = 1;
  },
});

/** What to check, or `null` after saying which name is unknown. */
function tasksFor(names: readonly string[]): Task[] | null {
  if (names.length === 0) return SHEETS.map((sheet) => ({ ...sheet, path: pathOf(sheet) }));
  const tasks: Task[] = [];
  for (const name of names) {
    if (name.endsWith(".ipynb")) {
      const sheet = SHEETS.find(({ notebook }) => notebook === basename(name));
      tasks.push({ path: name, exercises: sheet?.exercises ?? EXERCISES });
      continue;
    }
    const found = findExercise(EXERCISES, name);
    if (found.kind === "unknown") return complain(found.message);
    const { exercise } = found;
    const sheet = SHEETS.find(({ exercises }) => exercises.includes(exercise));
    tasks.push({ path: pathOf(sheet!), exercises: [exercise] });
  }
  return tasks;
}

function pathOf(sheet: ExerciseSheet): string {
  return fileURLToPath(new URL(sheet.notebook, EXERCISES_FOLDER));
}

function checkNotebook({ path, exercises }: Task): ExerciseResult[] {
  const notebook = readNotebook(path);
  if (notebook === null) return [];
  return exercises.map((exercise) => {
    const { result, printed } = runCode(exercise, answerSource(notebook, exercise), { file: path });
    console.log(`${textReport(result)}${printedText(printed)}\n`);
    return result;
  });
}

function readNotebook(path: string): Notebook | null {
  try {
    return parseNotebook(readFileSync(path, "utf8"), path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    if (missing) return complain(`There is no notebook ${path}.`);
    return complain(error instanceof Error ? error.message : String(error));
  }
}

function printedText({ text, length }: CodeResult["printed"]): string {
  if (length === 0) return "";
  const lines = text.trimEnd().split("\n");
  const shown = lines.slice(0, 5).map((line) => `      | ${line.slice(0, 120)}`);
  const rest = lines.length > 5 || length > text.length ? "\n      | … and more" : "";
  return `\n  Your code printed:\n${shown.join("\n")}${rest}`;
}

/** Points over all exercises, in words that claim no more than what ran. */
function totalText(results: readonly ExerciseResult[]): string {
  const sum = (pick: (result: ExerciseResult) => number): number =>
    results.reduce((total, result) => total + pick(result), 0);
  const done = results.filter(({ points, possible }) => points === possible).length;
  const open = results.filter(({ checks }) =>
    checks.every(({ verdict }) => verdict.kind === "not-implemented"),
  ).length;
  const opened = open === 0 ? "" : `, ${open} not implemented yet`;
  return `Visible checks: ${done} of ${results.length} exercises complete${opened}; ${sum(({ points }) => points)} of ${sum(({ possible }) => possible)} points. Isolation: local (own process, time and memory limits).`;
}

function complain(message: string): null {
  console.error(message);
  process.exitCode = 2;
  return null;
}
