/**
 * Checks: the kinds of questions an exercise can ask. Each takes inputs from small to large, so that
 * the first one that goes wrong is also the easiest to follow by hand.
 */
import { type Answers, CheckStopped } from "../grading/answers.js";
import { callText, readNested } from "../grading/describe.js";
import type { AnswerFunction, Check } from "../grading/exercise.js";
import { mismatch, numbersLike } from "../grading/judge.js";
import { fail, PASS, type Verdict } from "../grading/verdict.js";
import { centralDifference } from "../math/central-difference.js";
import type { Tolerance } from "../math/compare.js";
import { Random } from "../math/random.js";
import { ANSWER, FINITE_DIFFERENCE } from "../math/tolerances.js";
import { lawText } from "./law-text.js";

/** The arguments of one call. */
export type Args = readonly unknown[];

interface Case {
  readonly args: Args;
  readonly want: unknown;
  /** Where the wanted value comes from, shown when the case goes wrong. */
  readonly note?: string;
}

interface Asked {
  readonly name: string;
  readonly points: number;
  /** Name of the learner's function. */
  readonly answer: string;
  readonly tolerance?: Tolerance;
}

/** Cases with numbers that a reader can work out on paper. */
export function workedByHand(
  asked: Asked & {
    readonly cases: readonly {
      readonly args: Args;
      readonly want: unknown;
      readonly byHand: string;
    }[];
  },
): Check {
  const cases = asked.cases.map(({ byHand, ...one }) => ({ ...one, note: `By hand: ${byHand}.` }));
  return { ...named(asked), run: (answers) => judge(answers, asked, cases) };
}

/** The same result as the library on generated inputs, the small ones first. */
export function agreesWithLibrary(
  asked: Asked & {
    readonly library: AnswerFunction;
    readonly inputs: (random: Random) => readonly Args[];
  },
): Check {
  const run = (answers: Answers): Verdict => {
    const inputs = asked.inputs(new Random(answers.seed).fork(asked.name));
    const cases = inputs.map((args) => ({ args, want: asked.library(...(args as never[])) }));
    return judge(answers, asked, cases);
  };
  return { ...named(asked), run };
}

/** A law that holds between several calls, such as `σ(−z) = 1 − σ(z)`. */
export function obeysLaw<T>(law: {
  readonly name: string;
  readonly points: number;
  readonly inputs: (random: Random) => readonly T[];
  /** Left and right side of the law, from the learner's functions. */
  readonly sides: (answers: Answers, input: T) => readonly [left: unknown, right: unknown];
  /** The law for one input, in words or symbols, as {@link lawText} takes it. */
  readonly statement: (input: T) => string;
  readonly tolerance?: Tolerance;
}): Check {
  const run = (answers: Answers): Verdict => {
    for (const input of law.inputs(new Random(answers.seed).fork(law.name))) {
      const [left, right] = law.sides(answers, input);
      const problem = mismatch(left, right, law.tolerance ?? ANSWER);
      if (problem !== null) return fail(lawText(law.statement(input), problem));
    }
    return isConstant(answers) ? fail(CONSTANT) : PASS;
  };
  return { ...named(law), run };
}

const CONSTANT = "The law holds, but only because your function returns the same for every input.";

/** Whether every call of the check so far came back with the same numbers: then a law says nothing. */
function isConstant({ calls }: Answers): boolean {
  const entries = calls.flatMap(({ outcome }) => {
    const read = outcome.kind === "value" ? readNested(outcome.value) : undefined;
    return read?.kind === "array" ? read.entries : [];
  });
  return calls.length > 1 && new Set(entries).size === 1;
}

/** A derivative against the central difference of the function that it belongs to. */
export function isSlopeOf(asked: {
  readonly name: string;
  readonly points: number;
  /** Name of the learner's derivative. */
  readonly answer: string;
  /** The function whose slope it is, from the library, so that one slip costs only once. */
  readonly of: (z: number) => number;
  readonly inputs: (random: Random) => readonly number[];
}): Check {
  const run = (answers: Answers): Verdict => {
    const inputs = asked.inputs(new Random(answers.seed).fork(asked.name));
    const cases = inputs.map((z) => ({
      args: [z],
      want: centralDifference(asked.of, z),
      note: `Measured as the slope between two points close to ${z}.`,
    }));
    return judge(answers, { ...asked, tolerance: FINITE_DIFFERENCE }, cases);
  };
  return { ...named(asked), run };
}

/**
 * What the answer returns, which must be numbers in the shape of `like`.
 *
 * @throws {@link CheckStopped} if it is anything else
 */
export function valueFrom<T>(answers: Answers, answer: string, like: T, ...args: Args): T {
  const read = numbersLike(answers.call(answer, ...args), like);
  if (read.kind === "numbers") return read.value as T;
  throw new CheckStopped(fail(`${callText(answer, args)}: ${read.problem}.`));
}

function named({ name, points }: { name: string; points: number }): Pick<Check, "name" | "points"> {
  return { name, points };
}

/** Calls the answer on all cases, so that a diagnosis has much to go by, and tells the first slip. */
function judge(answers: Answers, asked: Asked, cases: readonly Case[]): Verdict {
  const slips: Verdict[] = [];
  for (const one of cases) {
    const outcome = answers.try(asked.answer, ...one.args);
    if (outcome.kind === "stopped") {
      slips.push(outcome.verdict);
      continue;
    }
    const problem = mismatch(outcome.value, one.want, asked.tolerance ?? ANSWER);
    if (problem === null) continue;
    const note = one.note === undefined ? "" : ` ${one.note}`;
    slips.push(fail(`${callText(asked.answer, one.args)}: ${problem}.${note}`));
  }
  return slips[0] ?? PASS;
}

/** Numbers with at most two decimals, short enough to retype. */
export function shortNumber(random: Random, size = 3): number {
  return Math.round(random.uniform(-size, size) * 100) / 100;
}

/** A list of such numbers. */
export function shortList(random: Random, length: number, size = 3): number[] {
  return Array.from({ length }, () => shortNumber(random, size));
}
