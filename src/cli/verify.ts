/** `gradus verify`: the graders are graded, exercise by exercise. */
import { join } from "node:path";
import { type CommandDef, defineCommand } from "citty";

import { EXERCISES, SHEETS } from "../checks/index.js";
import { type Exercise, findExercise } from "../grading/exercise.js";
import type { Notebook } from "../notebook/notebook.js";
import { releaseNotebook } from "../notebook/release.js";
import { type Verification, verifyExercise } from "../verify/verify-exercise.js";
import { answerSource } from "./answer-source.js";
import { CommandError } from "./command-error.js";
import { ROOT, readNotebook } from "./notebook-files.js";

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
    const wanted = wantedExercises(args._);
    const done: Verification[] = [];
    for (const { notebook, exercises } of SHEETS) {
      const asked = exercises.filter((exercise) => wanted.has(exercise));
      if (asked.length === 0) continue;
      const solved = readNotebook(join(ROOT, "solutions", notebook));
      const released = releaseNotebook(solved);
      for (const exercise of asked) done.push(verified(exercise, released, solved));
    }
    console.log(totalText(done));
    if (done.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
  },
});

function wantedExercises(names: readonly string[]): ReadonlySet<Exercise> {
  if (names.length === 0) return new Set(EXERCISES);
  return new Set(
    names.flatMap((name) => {
      const chapter = EXERCISES.filter(({ id }) => id.startsWith(`${name}/`));
      if (chapter.length > 0) return chapter;
      const found = findExercise(EXERCISES, name);
      if (found.kind === "unknown") throw new CommandError(found.message, 2);
      return [found.exercise];
    }),
  );
}

function verified(exercise: Exercise, released: Notebook, solved: Notebook): Verification {
  const verification = verifyExercise({
    exercise,
    stub: answerSource(released, exercise),
    solution: answerSource(solved, exercise),
  });
  console.log(exerciseText(verification));
  return verification;
}

function exerciseText({ exercise, problems, mutation }: Verification): string {
  const { number, id, checks, wrongAnswers, rightAnswers } = exercise;
  const parts = [
    `${checks.length} checks`,
    `${rightAnswers.length + 1} right and ${wrongAnswers.length} wrong answers`,
    scoreText(mutation),
  ];
  const line = `${problems.length === 0 ? "✓" : "✗"} ${number.padEnd(5)} ${id.padEnd(40)} ${parts.join(", ")}`;
  return [line, ...problems.map((problem) => `      ${problem}`)].join("\n");
}

function scoreText(mutation: Verification["mutation"]): string {
  if (mutation === null) return "no mutants tried";
  const { killed, survived, equivalent } = mutation;
  const right = equivalent.length === 0 ? "" : ` (${equivalent.length} more are right answers)`;
  return `${killed} of ${killed + survived.length} mutants noticed${right}`;
}

function totalText(done: readonly Verification[]): string {
  const count = (pick: (one: Verification) => number): number =>
    done.reduce((sum, one) => sum + pick(one), 0);
  const killed = count(({ mutation }) => mutation?.killed ?? 0);
  const survived = count(({ mutation }) => mutation?.survived.length ?? 0);
  const problems = count((one) => one.problems.length);
  const found = problems === 0 ? "nothing found" : `${problems} problems`;
  return `\n${done.length} exercises verified, ${killed} of ${killed + survived} mutants noticed: ${found}.`;
}
