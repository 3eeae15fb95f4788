/** The reference: the inputs of the compared functions, random ones and the edges. */
import type { Random } from "../math/random.js";
import type { NestedNumbers } from "../math/tensor.js";
import type { Arguments } from "./backend.js";

/** Random draws a function gets beside its edges. */
export const DRAWS = 24;

/** Where formulas overflow, cancel or have a kink. */
export const EDGES: readonly number[] = [0, -0, 1, -1, 1e-6, -1e-6, 4, -4, 30, -30, 1000, -1000];

/** The edges and normal draws of standard deviation 3. */
export function points(random: Random): readonly number[] {
  return [...EDGES, ...times(DRAWS, () => random.normal(0, 3))];
}

/** The points but for 0: for functions with a kink there that a hand value settles. */
export function pointsOffZero(random: Random): readonly number[] {
  return points(random).filter((x) => x !== 0);
}

/** Positive points over nine decades. */
export function positivePoints(random: Random): readonly number[] {
  const edges = [1, 2, 0.5, 1e-6, 1000, 1 + 2 ** -20];
  return [...edges, ...times(DRAWS, () => 10 ** random.uniform(-6, 3))];
}

/** Points at which e^x stays within float32, and the two limits beyond. */
export function exponents(random: Random): readonly number[] {
  return points(random).map((x) => (Math.abs(x) > 30 ? x : Math.max(-60, Math.min(60, x))));
}

/** `[n]` */
export function vector(random: Random, n: number, std = 1): number[] {
  return times(n, () => random.normal(0, std));
}

/** `[rows, columns]` */
export function matrix(random: Random, rows: number, columns: number, std = 1): number[][] {
  return times(rows, () => vector(random, columns, std));
}

/** A list of `n` results. */
export function times<T>(n: number, make: (i: number) => T): T[] {
  return Array.from({ length: n }, (_, i) => make(i));
}

/** The arguments as a float32 library would read them, so that input rounding does not count. */
export function toFloat32(call: Arguments): Arguments {
  return call.map(roundEntries);
}

function roundEntries(values: NestedNumbers): NestedNumbers {
  if (typeof values === "number") return Math.fround(values);
  const entries: readonly NestedNumbers[] = values;
  return entries.map(roundEntries) as NestedNumbers;
}
