/** Verify: everything an exercise promises, tried: its stub, its solution, right and wrong answers. */
import type { Exercise } from "../grading/exercise.js";
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

/** Generated inputs start here in turn, since a right answer is right whatever they are. */
const SEEDS: readonly number[] = [2026, 1, 2, 3, 4, 5];

/** Try all that the exercise promises. */
export function verifyExercise({ exercise, stub, solution }: HeldExercise): Verification {
  const solved = runCode(exercise, solution, { withHidden: true }).result;
  const solutionProblems = shortfalls("The solution", solved);
  const mutation = solutionProblems.length > 0 ? null : killMutants(exercise, solution.code);
  const problems = [
    ...stubProblems(exercise, runCode(exercise, stub, { withHidden: true }).result),
    ...solutionProblems,
    ...rightProblems(exercise),
    ...wrongProblems(exercise),
    ...(mutation === null ? [] : mutationProblems(mutation)),
  ];
  return { exercise, problems, mutation };
}

function stubProblems(exercise: Exercise, { checks }: ExerciseResult): string[] {
  const odd = checks.filter(({ verdict }) => {
    const named = verdictText(verdict).includes(`Exercise ${exercise.number} `);
    return verdict.kind !== "not-implemented" || !named;
  });
  const [first] = odd;
  if (first === undefined) return [];
  const { check, verdict } = first;
  const rest = odd.length === 1 ? "" : ` (and ${odd.length - 1} more)`;
  return [
    `The stub, as learners get it, must end every check as not implemented, by its number. Under "${check}"${rest} it ends as ${verdict.kind}. ${verdictText(verdict)}`.trim(),
  ];
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
    return firstOf(SEEDS, (seed) => {
      const { checks } = runChecks(exercise, given, { seed, withHidden: true });
      const texts = checks.map(({ verdict }) => verdictText(verdict)).filter((text) => text !== "");
      if (texts.length === 0) {
        return [
          `The wrong answer "${misconception}" passes every check (seed ${seed}). Add a check that it fails, or an input that shows the slip.`,
        ];
      }
      const own = `${misconception} See Eq. (${equation}).`;
      const other = texts.find((text) => !text.includes(own));
      return other === undefined ? [] : [otherMessage(exercise, misconception, other, seed)];
    });
  });
}

/** A wrong answer must be told by its own misconception, in every check that it fails. */
function otherMessage(
  { wrongAnswers }: Exercise,
  misconception: string,
  text: string,
  seed: number,
): string {
  const taken = wrongAnswers.find(
    (wrong) => wrong.misconception !== misconception && text.includes(wrong.misconception),
  );
  if (taken === undefined) {
    return `The wrong answer "${misconception}" fails with another message (seed ${seed}): ${text}`;
  }
  return `The wrong answer "${misconception}" is taken for "${taken.misconception}" (seed ${seed}): on all inputs that the checks try, both return the same. Add an input on which they differ, or drop one.`;
}

function mutationProblems({ killed, survived, idleReasons }: MutationScore): string[] {
  const none =
    killed + survived.length === 0
      ? ["No slip could be put into the solution, so nothing says how good its checks are."]
      : [];
  return [
    ...none,
    ...survived.map(
      ({ name }) =>
        `No check notices this slip in the solution: ${name}. Add a check that does; if the slip leaves the answer right, say why in equivalentMutants, under just these words.`,
    ),
    ...idleReasons.map(
      (name) =>
        `equivalentMutants gives a reason for "${name}", and no such slip passes; take it out.`,
    ),
  ];
}
