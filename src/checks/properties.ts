/**
 * Checks: questions about every input of a kind. fast-check draws the inputs and shrinks one that
 * goes wrong to the smallest that still does, so that a learner can follow it by hand.
 */
import fc from "fast-check";
import { type Answers, CheckStopped } from "../grading/answers.js";
import { callText } from "../grading/describe.js";
import type { AnswerFunction, Check } from "../grading/exercise.js";
import { mismatch } from "../grading/judge.js";
import { fail, PASS, type Shortfall, type Verdict } from "../grading/verdict.js";
import type { Tolerance } from "../math/compare.js";
import { ANSWER } from "../math/tolerances.js";
import type { Args } from "./kinds.js";
import { lawText } from "./law-text.js";

/** Inputs that a check draws; a call in the grader's process takes 2 ms, so this many are cheap. */
const RUNS = 30;

interface Asked<Input> {
  readonly name: string;
  readonly points: number;
  readonly hidden?: true;
  readonly inputs: fc.Arbitrary<Input>;
  /** Inputs that are always tried, before the drawn ones. */
  readonly examples?: readonly Input[];
}

/** A statement about every input; `problem` says in words what is wrong for one, or null. */
export function holdsForAll<Input>(
  asked: Asked<Input> & { readonly problem: (answers: Answers, input: Input) => string | null },
): Check {
  const { name, points, hidden } = asked;
  const run = (answers: Answers): Verdict => firstShortfall(asked, answers) ?? PASS;
  return { name, points, ...(hidden === undefined ? {} : { hidden }), run };
}

/** The same result as the library for every input. */
export function agreesForAll(
  asked: Asked<Args> & {
    /** Name of the learner's function. */
    readonly answer: string;
    readonly library: AnswerFunction;
    readonly tolerance?: Tolerance;
  },
): Check {
  const problem = (answers: Answers, args: Args): string | null => {
    const got = answers.call(asked.answer, ...args);
    const slip = mismatch(got, asked.library(...(args as never[])), asked.tolerance ?? ANSWER);
    return slip === null ? null : `${callText(asked.answer, args)}: ${slip}.`;
  };
  return holdsForAll({ ...asked, problem });
}

/** A law between several calls that holds for every input, such as `σ(−z) = 1 − σ(z)`. */
export function lawForAll<Input>(
  asked: Asked<Input> & {
    /** Left and right side of the law, from the learner's functions. */
    readonly sides: (answers: Answers, input: Input) => readonly [left: unknown, right: unknown];
    /** The law for one input, in words or symbols, as {@link lawText} takes it. */
    readonly statement: (input: Input) => string;
    readonly tolerance?: Tolerance;
  },
): Check {
  const problem = (answers: Answers, input: Input): string | null => {
    const [left, right] = asked.sides(answers, input);
    const slip = mismatch(left, right, asked.tolerance ?? ANSWER);
    return slip === null ? null : lawText(asked.statement(input), slip);
  };
  return holdsForAll({ ...asked, problem });
}

/** What is wrong with the smallest input that goes wrong, or null. */
function firstShortfall<Input>(
  { inputs, examples = [], problem }: Parameters<typeof holdsForAll<Input>>[0],
  answers: Answers,
): Shortfall | null {
  let final: Shortfall | null = null;
  let shortfall: Shortfall | null = null;
  const holds = (input: Input): boolean => {
    // Once the answer is known to be missing or gone, no further input says more.
    if (final !== null) return false;
    const found = shortfallOf(answers, input, problem);
    if (found === null) return true;
    if (found.kind !== "fail" && found.kind !== "error") final = found;
    // fast-check shrinks towards smaller inputs: the last one that fails is the smallest.
    shortfall = found;
    return false;
  };
  fc.check(
    fc.property(inputs, (input) => holds(input)),
    { seed: answers.seed, numRuns: RUNS, examples: examples.map((one): [Input] => [one]) },
  );
  return final ?? shortfall;
}

function shortfallOf<Input>(
  answers: Answers,
  input: Input,
  problem: (answers: Answers, input: Input) => string | null,
): Shortfall | null {
  try {
    const text = problem(answers, input);
    return text === null ? null : fail(text);
  } catch (thrown) {
    if (thrown instanceof CheckStopped) return thrown.verdict;
    throw thrown;
  }
}
