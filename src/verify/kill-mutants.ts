/** Verify: whether an exercise's checks notice each mutant of its solution. */
import { Answers, CheckStopped } from "../grading/answers.js";
import type { Exercise } from "../grading/exercise.js";
import { VISIBLE_SEED } from "../grading/run-checks.js";
import { withinLimit } from "../grading/within-limit.js";
import { loadAnswer } from "./load-answer.js";
import type { Mutant } from "./mutant.js";
import { mutantsOf } from "./mutants.js";

/** What became of an exercise's mutants. */
export interface MutationScore {
  readonly killed: number;
  /** Mutants that pass every check and whose exercise says why they are right answers too. */
  readonly equivalent: readonly Mutant[];
  /** Mutants that pass every check without a reason. */
  readonly survived: readonly Mutant[];
  /** Reasons that are given for a mutant that does not survive. */
  readonly idleReasons: readonly string[];
}

/**
 * Shortest limit of one mutant in milliseconds; longer where the solution itself takes long. Where a
 * check trains and keeps what it has trained, a mutant takes longer than the solution.
 */
const SHORTEST_LIMIT = 3000;
const LIMIT_IN_SOLUTIONS = 8;

/**
 * Run every mutant against the checks, hidden ones included, until one check fails.
 *
 * @param code - the exercise's solution as JavaScript, with its marks
 */
export function killMutants(exercise: Exercise, code: string): MutationScore {
  const start = performance.now();
  passes(exercise, code);
  const limit = Math.max(SHORTEST_LIMIT, LIMIT_IN_SOLUTIONS * (performance.now() - start));
  const mutants = mutantsOf(code, exercise.number);
  const alive = mutants.filter((mutant) => {
    const run = withinLimit(limit, () => passes(exercise, mutant.code));
    return run.kind === "value" && run.value;
  });
  const reasons = exercise.equivalentMutants ?? {};
  const isEquivalent = ({ name }: Mutant): boolean => Object.hasOwn(reasons, name);
  return {
    killed: mutants.length - alive.length,
    equivalent: alive.filter(isEquivalent),
    survived: alive.filter((mutant) => !isEquivalent(mutant)),
    idleReasons: Object.keys(reasons).filter((name) => !alive.some((one) => one.name === name)),
  };
}

/** Whether the code passes every check; the first that fails settles it. */
function passes(exercise: Exercise, code: string): boolean {
  const own = loadAnswer(code, Object.keys(exercise.reference));
  return exercise.checks.every((check) => {
    try {
      return check.run(new Answers(own, VISIBLE_SEED)).kind === "pass";
    } catch (thrown) {
      if (thrown instanceof CheckStopped) return false;
      throw thrown;
    }
  });
}
