/** The reference: one row of the table of compared functions, ours beside TensorFlow.js's. */
import type { Tolerance } from "../math/compare.js";
import type { Random } from "../math/random.js";
import type { NestedNumbers, TensorLike } from "../math/tensor.js";
import type { Arguments } from "./backend.js";
import type { Tfjs, TfTensor } from "./tfjs.js";

/** The same function twice, with the inputs on which the two must agree. */
export interface ComparedFunction {
  /** Unique; shown in the report. */
  readonly name: string;
  /** The formula, with its equation number where a lecture has it. */
  readonly formula: string;
  /** Argument lists, random and edges; they are rounded to float32 before either side sees them. */
  readonly calls: (random: Random) => readonly Arguments[];
  /** This library; each row declares the arguments that its own calls have. */
  readonly ours: (...args: never[]) => TensorLike;
  /** TensorFlow.js, run in the process of its backend. */
  readonly tfjs: (tf: Tfjs, ...args: TfTensor[]) => TfTensor;
  /** How close is close enough, for one list of arguments. */
  readonly tolerance: (...args: never[]) => Tolerance;
  /** Calls on which TensorFlow.js is not the judge. */
  readonly byHand?: readonly HandDecision[];
}

/** A call where TensorFlow.js loses digits or keeps another convention: a hand value decides. */
export interface HandDecision {
  readonly call: Arguments;
  /** What is right, worked by hand. */
  readonly value: NestedNumbers;
  /** What TensorFlow.js says; checked too, so that this entry goes when it no longer holds. */
  readonly tfjs: NestedNumbers;
  readonly reason: string;
}

/** A row for a function of one number, on {@link points} or those given. */
export function pointwise(
  row: Omit<ComparedFunction, "calls" | "ours"> & {
    readonly ours: (x: number) => number;
    readonly at: (random: Random) => readonly number[];
  },
): ComparedFunction {
  const { at, ...rest } = row;
  return { ...rest, calls: (random) => at(random).map((x) => [x]) };
}
