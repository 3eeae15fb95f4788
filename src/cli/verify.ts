/** `gradus verify`: the graders are graded, exercise by exercise. */
import { basename, join } from "node:path";
import { type CommandDef, defineCommand } from "citty";

import { EXERCISES, SHEETS } from "../checks/index.js";
import type { Exercise } from "../grading/exercise.js";
import type { Notebook } from "../notebook/notebook.js";
import { NotebookError } from "../notebook/notebook-error.js";
import { releaseNotebook } from "../notebook/release.js";
import { EQUATIONS } from "../syllabus/equations.js";
import { SYLLABUS } from "../syllabus/manifest.js";
import { type CourseParts, entryProblems } from "../verify/entry-problems.js";
import { type Finding, sheetProblems } from "../verify/sheet-problems.js";
import { type Verification, verifyExercise } from "../verify/verify-exercise.js";
import { answerSource } from "./answer-source.js";
import { exercisesNamed } from "./exercise-names.js";
import { notebookFiles, ROOT, readNotebook, shown } from "./notebook-files.js";

const ARGUMENTS = {
  exercises: {
    type: "positional",
    required: false,
    description: "Ids of exercises, or chapters as in loss; without any, all of them.",
  },
} as const;

/** The command, for src/cli/main.ts. */
export const verifyCommand: CommandDef<typeof ARGUMENTS> = defineCommand({
  meta: {
    name: "verify",
    description: "Try every stub, solution, right and wrong answer, and mutants of the solutions.",
  },
  args: ARGUMENTS,
  run({ args }) {
    const wanted = exercisesNamed(args._);
    const done: Verification[] = [];
    // A notebook that nobody lists is told of, and counts, when all are asked for.
    let findings = args._.length === 0 ? reportUnlisted() : 0;
    for (const { notebook, exercises } of SHEETS) {
      const asked = exercises.filter((exercise) => wanted.includes(exercise));
      if (asked.length === 0) continue;
      const sheet = readSheet(notebook, exercises);
      for (const { text } of sheet.findings.filter(({ exercise }) => exercise === undefined)) {
        console.log(`✗ ${text}`);
        findings++;
      }
      for (const exercise of asked) done.push(verified(exercise, sheet, args._.length > 0));
    }
    console.log(totalText(done, findings));
    if (findings > 0 || done.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
  },
});

const SOLUTIONS = join(ROOT, "solutions");

/** What an entry may refer to. */
const COURSE: CourseParts = {
  exercises: EXERCISES,
  items: new Set(SYLLABUS.flatMap(({ items }) => items.map(({ id }) => id))),
  equations: new Set(EQUATIONS.map(({ number }) => number)),
};

/** A solution notebook, what learners get of it, and what is wrong with it. */
interface Sheet {
  /** None if the notebook cannot be read or released. */
  readonly notebooks: { readonly solved: Notebook; readonly released: Notebook } | null;
  readonly findings: readonly Finding[];
}

function readSheet(name: string, exercises: readonly Exercise[]): Sheet {
  try {
    const solved = readNotebook(join(SOLUTIONS, name));
    const findings = sheetProblems(exercises, solved);
    const cannot = findings.some(({ exercise, stops }) => stops && exercise === undefined);
    if (cannot) return { notebooks: null, findings };
    return { notebooks: { solved, released: releaseNotebook(solved) }, findings };
  } catch (error) {
    if (error instanceof NotebookError) {
      return { notebooks: null, findings: [{ text: error.message, stops: true }] };
    }
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    const text = `There is no solutions/${name}, which src/checks/index.ts lists. Write that notebook, or take its line out.`;
    return { notebooks: null, findings: [{ text, stops: true }] };
  }
}

/** Tells of the solution notebooks that no line of the register mentions, and returns how many. */
function reportUnlisted(): number {
  const listed = new Set(SHEETS.map(({ notebook }) => notebook));
  const unlisted = notebookFiles([], ["solutions"]).filter((file) => !listed.has(basename(file)));
  for (const file of unlisted) {
    const entries = basename(file).replace(/\.ipynb$/, ".ts");
    console.log(
      `✗ ${shown(file)}: src/checks/index.ts does not list it. Write its entries in src/checks/${entries}, and a line in SHEETS.`,
    );
  }
  return unlisted.length;
}

function verified(
  exercise: Exercise,
  { notebooks, findings }: Sheet,
  withReasons: boolean,
): Verification {
  const own = findings.filter((finding) => finding.exercise === exercise);
  const known = [...own.map(({ text }) => text), ...entryProblems(exercise, COURSE)];
  const cannot = notebooks === null || own.some(({ stops }) => stops);
  const tried = cannot ? { exercise, problems: [], mutation: null } : tryOut(exercise, notebooks);
  const verification = { ...tried, problems: [...known, ...tried.problems] };
  console.log(exerciseText(verification, withReasons));
  return verification;
}

function tryOut(
  exercise: Exercise,
  { solved, released }: NonNullable<Sheet["notebooks"]>,
): Verification {
  try {
    const stub = answerSource(released, exercise);
    return verifyExercise({ exercise, stub, solution: answerSource(solved, exercise) });
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
      exercise,
      problems: [`Its own code throws while it is tried: ${text}`],
      mutation: null,
    };
  }
}

/** One line, and what follows from it; why mutants are right answers too, if that is asked. */
function exerciseText(
  { exercise, problems, mutation }: Verification,
  withReasons: boolean,
): string {
  const { number, id, checks, wrongAnswers, rightAnswers } = exercise;
  // Nothing is wrong with it, but its notebook must be mended before it can be tried.
  const isUntried = mutation === null && problems.length === 0;
  const sign = problems.length > 0 ? "✗" : isUntried ? "–" : "✓";
  if (isUntried)
    return `${sign} ${number.padEnd(5)} ${id.padEnd(40)} not tried yet: mend its notebook first`;
  const parts = [
    `${checks.length} checks`,
    `${rightAnswers.length + 1} right and ${wrongAnswers.length} wrong answers`,
    scoreText(mutation),
  ];
  const line = `${sign} ${number.padEnd(5)} ${id.padEnd(40)} ${parts.join(", ")}`;
  const reasons = exercise.equivalentMutants ?? {};
  const equivalent = withReasons ? (mutation?.equivalent ?? []) : [];
  const notes = equivalent.map(
    ({ name }) => `      ${name} leaves the answer right: ${reasons[name]}`,
  );
  return [line, ...problems.map((problem) => `      ${problem}`), ...notes].join("\n");
}

function scoreText(mutation: Verification["mutation"]): string {
  if (mutation === null) return "no mutants made";
  const { killed, survived, equivalent } = mutation;
  const right =
    equivalent.length === 0 ? "" : ` (${equivalent.length} more leave the answer right)`;
  return `${killed} of ${killed + survived.length} mutants noticed${right}`;
}

function totalText(done: readonly Verification[], findings: number): string {
  const count = (pick: (one: Verification) => number): number =>
    done.reduce((sum, one) => sum + pick(one), 0);
  const killed = count(({ mutation }) => mutation?.killed ?? 0);
  const survived = count(({ mutation }) => mutation?.survived.length ?? 0);
  const problems = findings + count((one) => one.problems.length);
  const found =
    problems === 0
      ? "nothing to mend"
      : `${problems} ${problems === 1 ? "problem" : "problems"} to mend`;
  const exercises = `${done.length} ${done.length === 1 ? "exercise" : "exercises"}`;
  return `\n${exercises}, ${killed} of ${killed + survived} mutants noticed: ${found}.`;
}
