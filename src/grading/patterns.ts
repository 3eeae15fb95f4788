/** Grading: what numbers alone say about a wrong answer: a factor, an offset, a sign, a turned table. */
import { ROUNDING } from "../math/tolerances.js";
import { readNested } from "./describe.js";
import { mismatch } from "./judge.js";

/** One input, what the learner's function gave for it, and what is right. */
export interface Tried {
  readonly args: readonly unknown[];
  readonly got: unknown;
  readonly want: unknown;
}

/** All entries of all inputs in two lists that run in step. */
interface Pairs {
  readonly got: readonly number[];
  readonly want: readonly number[];
}

/** A sentence about the pattern that explains every output, or `null`. */
export function numericPattern(tried: readonly Tried[]): string | null {
  if (tried.some(({ got }) => hasNaN(got))) return NAN_ADVICE;
  if (tried.length < 2) return null;
  const turned = turnedPattern(tried);
  if (turned !== null) return turned;
  const lengthened = lengthPattern(tried);
  if (lengthened !== null) return lengthened;
  const pairs = pairsOf(tried);
  if (pairs === null) return null;
  for (const pattern of [scalePattern, offsetPattern, signPattern, constantPattern, noisePattern]) {
    const found = pattern(pairs);
    if (found !== null) return found;
  }
  return countFactorPattern(tried) ?? echoPattern(tried);
}

const NAN_ADVICE =
  "NaN comes from 0/0, ∞/∞, ∞ − ∞, the root of a negative number, or from undefined, as when an index runs past the end of a list.";

function hasNaN(got: unknown): boolean {
  const read = readNested(got);
  return read.kind === "array" && read.entries.some(Number.isNaN);
}

function pairsOf(tried: readonly Tried[]): Pairs | null {
  const got: number[] = [];
  const want: number[] = [];
  for (const one of tried) {
    const [a, b] = [readNested(one.got), readNested(one.want)];
    if (a.kind !== "array" || b.kind !== "array") return null;
    if (a.shape.join() !== b.shape.join() || !a.entries.every(Number.isFinite)) return null;
    got.push(...(a.entries as number[]));
    want.push(...(b.entries as number[]));
  }
  return { got, want };
}

function agree(got: readonly number[], want: readonly number[]): boolean {
  return mismatch(got, want, ROUNDING) === null;
}

function scalePattern({ got, want }: Pairs): string | null {
  const largest = want.reduce((best, w, i) => (Math.abs(w) > Math.abs(want[best]!) ? i : best), 0);
  const factor = got[largest]! / want[largest]!;
  const scaled = want.map((w) => w * factor);
  if (new Set(want).size < 3 || !Number.isFinite(factor) || factor === 0) return null;
  if (!agree(got, scaled)) return null;
  if (nearly(factor, -1)) return "Every value has the wrong sign.";
  if (factor < 0)
    return `Every value is the wanted one times ${short(factor)}: look for a lost minus and a factor.`;
  return factor > 1
    ? `Every value is ${short(factor)} times too large.`
    : `Every value is ${short(1 / factor)} times too small.`;
}

function offsetPattern({ got, want }: Pairs): string | null {
  const offset = got[0]! - want[0]!;
  if (new Set(want).size < 3 || offset === 0) return null;
  if (
    !agree(
      got,
      want.map((w) => w + offset),
    )
  )
    return null;
  const amount = short(Math.abs(offset));
  return offset > 0 ? `Every value is ${amount} too large.` : `Every value is ${amount} too small.`;
}

function signPattern({ got, want }: Pairs): string | null {
  if (!agree(got.map(Math.abs), want.map(Math.abs))) return null;
  if (got.every((g) => g >= 0))
    return "The size is right, but the sign is lost: no value is negative.";
  return "The size is right everywhere, but the sign is wrong at some inputs.";
}

function constantPattern({ got, want }: Pairs): string | null {
  if (new Set(got).size > 1 || new Set(want).size < 3) return null;
  return `Your function gives ${short(got[0]!)} whatever it is given.`;
}

/** Small relative errors everywhere: rounding, not a slip in the formula. */
function noisePattern({ got, want }: Pairs): string | null {
  const near = got.every(
    (g, i) => Math.abs(g - want[i]!) <= 1e-5 * Math.max(1e-3, Math.abs(want[i]!)),
  );
  return near
    ? "Your values are right to about five digits, but not to the last ones: look for rounding, float32 or a step that is not exact."
    : null;
}

/** A factor that is the length of the first list: a sum for a mean, or a mean for a sum. */
function countFactorPattern(tried: readonly Tried[]): string | null {
  const lengths = tried.map(({ args }) => (Array.isArray(args[0]) ? args[0].length : 0));
  if (new Set(lengths).size < 2 || lengths.includes(0)) return null;
  const every = (factor: (n: number) => number): boolean =>
    tried.every(({ got, want }, i) => {
      if (typeof got !== "number" || typeof want !== "number") return false;
      return agree([got], [want * factor(lengths[i]!)]);
    });
  if (every((n) => n))
    return "Every value is n times too large, n the length of the list: a sum stands where a mean is wanted.";
  if (every((n) => 1 / n))
    return "Every value is n times too small, n the length of the list: a mean stands where a sum is wanted.";
  return null;
}

/** The output is one of the inputs, untouched. */
function echoPattern(tried: readonly Tried[]): string | null {
  const [first] = tried;
  const position = first!.args.findIndex((_, i) =>
    tried.every(({ args, got }) => typeof got === "number" && args[i] === got),
  );
  return position < 0
    ? null
    : `Your function returns its argument number ${position + 1} unchanged.`;
}

function turnedPattern(tried: readonly Tried[]): string | null {
  let seen = 0;
  for (const { got, want } of tried) {
    const [a, b] = [readNested(got), readNested(want)];
    if (a.kind !== "array" || b.kind !== "array" || b.shape.length !== 2) return null;
    const [rows = 0, columns = 0] = b.shape;
    if (a.shape.join() !== `${columns},${rows}`) return null;
    const turned = a.entries.map((_, k) => b.entries[(k % rows) * columns + Math.floor(k / rows)]);
    if (!agree(a.entries as number[], turned as number[])) return null;
    if (rows > 1 && columns > 1) seen++;
  }
  return seen > 0
    ? "Your result is the transpose of the wanted one: rows and columns are exchanged."
    : null;
}

function lengthPattern(tried: readonly Tried[]): string | null {
  const differences = tried.map(({ got, want }) => {
    const [a, b] = [readNested(got), readNested(want)];
    if (a.kind !== "array" || b.kind !== "array" || a.shape.length !== 1) return Number.NaN;
    return a.entries.length - b.entries.length;
  });
  if (differences.every((d) => d === -1))
    return "Every list is one entry too short: does a loop stop one step early?";
  if (differences.every((d) => d === 1))
    return "Every list is one entry too long: does a loop run one step too far?";
  return null;
}

function nearly(a: number, b: number): boolean {
  return agree([a], [b]);
}

function short(x: number): string {
  return String(Number(x.toPrecision(4)));
}
