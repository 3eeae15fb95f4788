/** Grading: all numbers of all outputs side by side, as the patterns read them. */
import { ROUNDING } from "../math/tolerances.js";
import { readNested } from "./describe.js";
import { mismatch } from "./judge.js";
import type { Tried } from "./tried.js";

/** All entries of all outputs in two lists that run in step. */
export interface Pairs {
  readonly got: readonly number[];
  readonly want: readonly number[];
}

/** The numbers of outputs that have the wanted shapes; `null` if one has not, or is not finite. */
export function pairsOf(tried: readonly Tried[]): Pairs | null {
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

/** Whether two lists of numbers are the same up to rounding. */
export function agree(got: readonly number[], want: readonly number[]): boolean {
  return got.length === want.length && mismatch(got, want, ROUNDING) === null;
}

/** A number in at most four digits. */
export function short(x: number): string {
  return String(Number(x.toPrecision(4)));
}
