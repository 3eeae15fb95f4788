/** Verify: everything an exercise promises, tried: its stub, its solution, right and wrong answers. */
import { answerNames, type Exercise } from "../grading/exercise.js";
import { runChecks } from "../grading/run-checks.js";
import { type AnswerSource, runCode } from "../grading/run-code.js";
import { type ExerciseResult, verdictText } from "../grading/verdict.js";
import { killMutants, type MutationScore } from "./kill-mutants.js";

/** An exercise as the course holds it: its register entry, and the code in its two notebooks. */
export interface HeldExercise {
  readonly exercise: Exercise;
  /** From exercises/: the stub. */
  readonly stub: AnswerSource;
  /** From solutions/, with the marks as comments. */
  readonly solution: AnswerSource;
}

/** What came of trying an exercise. */
export interface Verification {
  readonly exercise: Exercise;
  /** In plain words what does not hold; empty if all is well. */
  readonly problems: readonly string[];
  /** None if the solution does not even pass. */
  readonly mutation: MutationScore | null;
}

/** Fewest of each, so that a grader can be trusted. */
const FEWEST = { rightAnswers: 2, wrongAnswers: 3, checks: 3 } as const;
/** Generated inputs start here in turn, since a right answer is right whatever they are. */
const SEEDS: readonly number[] = [2026, 1, 2, 3];

/** Try all that the exercise promises. */
export function verifyExercise({ exercise, stub, solution }: HeldExercise): Verification {
  const solved = runCode(exercise, solution, { withHidden: true }).result;
  const solutionProblems = shortfalls("The solution", solved);
  const mutation = solutionProblems.length > 0 ? null : killMutants(exercise, solution.code);
  const problems = [
    ...partProblems(exercise),
    ...stubProblems(exercise, runCode(exercise, stub, { withHidden: true }).result),
    ...solutionProblems,
    ...rightProblems(exercise),
    ...wrongProblems(exercise),
    ...(mutation === null ? [] : mutationProblems(mutation)),
  ];
  return { exercise, problems, mutation };
}

function partProblems(exercise: Exercise): string[] {
  return Object.entries(FEWEST).flatMap(([part, fewest]) => {
    const { length } = exercise[part as keyof typeof FEWEST];
    const words = part.replace("Answers", " answers");
    return length >= fewest ? [] : [`It has ${length} ${words}; write at least ${fewest}.`];
  });
}

function stubProblems(exercise: Exercise, { checks }: ExerciseResult): string[] {
  return checks.flatMap(({ check, verdict }) => {
    const text = verdictText(verdict);
    const named = text.includes(`Exercise ${exercise.number} `);
    if (verdict.kind === "not-implemented" && named) return [];
    return [`The stub does not fail "${check}" by its name: ${verdict.kind}. ${text}`.trim()];
  });
}

function shortfalls(who: string, { checks }: ExerciseResult): string[] {
  return checks.flatMap(({ check, verdict }) =>
    verdict.kind === "pass" ? [] : [`${who} does not pass "${check}": ${verdictText(verdict)}`],
  );
}

function rightProblems(exercise: Exercise): string[] {
  return exercise.rightAnswers.flatMap((right, i) =>
    firstOf(SEEDS, (seed) => {
      const result = runChecks(exercise, right, { seed, withHidden: true });
      return shortfalls(`Right answer ${i + 1} (seed ${seed})`, result);
    }),
  );
}

/** The problems with the first seed that has any: the others would say the same. */
function firstOf(seeds: readonly number[], problemsWith: (seed: number) => string[]): string[] {
  for (const seed of seeds) {
    const problems = problemsWith(seed);
    if (problems.length > 0) return problems;
  }
  return [];
}

function wrongProblems(exercise: Exercise): string[] {
  return exercise.wrongAnswers.flatMap(({ misconception, equation, answers }) => {
    const given = { ...exercise.reference, ...answers };
    const strange = Object.keys(answers).filter((name) => !answerNames(exercise).includes(name));
    if (strange.length > 0) {
      return [`"${misconception}" answers ${strange.join(", ")}, which nobody asks for.`];
    }
    return firstOf(SEEDS, (seed) => {
      const { checks } = runChecks(exercise, given, { seed, withHidden: true });
      const texts = checks.map(({ verdict }) => verdictText(verdict)).filter((text) => text !== "");
      if (texts.length === 0) return [`"${misconception}" passes (seed ${seed}).`];
      const own = `${misconception} See Eq. (${equation}).`;
      const other = texts.find((text) => !text.includes(own));
      return other === undefined
        ? []
        : [`"${misconception}" fails with another message (seed ${seed}): ${other}`];
    });
  });
}

function mutationProblems({ killed, survived, idleReasons }: MutationScore): string[] {
  const none = killed + survived.length === 0 ? ["No mutant could be made of the solution."] : [];
  return [
    ...none,
    ...survived.map(
      ({ name, line }) => `No check notices this slip (line ${line} of the solution): ${name}`,
    ),
    ...idleReasons.map((name) => `equivalentMutants names a slip that does not survive: ${name}`),
  ];
}
