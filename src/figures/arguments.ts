/** Figures: what a figure accepts as its arguments, and the errors when it gets something else. */
import { linspace, type Tensor } from "../math/tensor.js";
import { ValueError } from "../math/value-error.js";

/** A vector as a reader has it at hand: a list of numbers or a tensor of shape [n]. */
export type VectorLike = readonly number[] | Tensor;

/** A function of one number with its derivative and its name, as every activation of the lecture is. */
export interface Curve {
  (z: number): number;
  readonly name: string;
  readonly derivative: (z: number) => number;
}

/**
 * The number itself, if it is finite.
 *
 * @throws {@link ValueError} if it is not
 */
export function finite(operation: string, name: string, value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new ValueError({ operation, rule: `${name} must be a finite number` }, { [name]: value });
  }
  return value;
}

/**
 * The entries of a vector as a list, if there are `length` of them and all are finite.
 *
 * @param length - how many there must be; any number but 0 if absent
 * @throws {@link ValueError} if not
 */
export function entries(
  operation: string,
  name: string,
  value: VectorLike,
  length?: number,
): readonly number[] {
  const list = listOf(value);
  if (!Array.isArray(list)) {
    const rule = `${name} must be a list of numbers`;
    throw new ValueError({ operation, rule }, { [name]: value });
  }
  if (list.length === 0 || (length !== undefined && list.length !== length)) {
    const rule = `${name} must have ${length ?? "at least one"} ${length === 1 || length === undefined ? "entry" : "entries"}`;
    throw new ValueError({ operation, rule }, { [name]: list });
  }
  return list.map((entry, i) => finite(operation, `${name}[${i}]`, entry));
}

function listOf(value: unknown): unknown {
  const isTensor = typeof value === "object" && value !== null && "toArray" in value;
  return isTensor ? (value as Tensor).toArray() : value;
}

/**
 * Both ends of an interval, the lower one first.
 *
 * @throws {@link ValueError} if `from` is not below `to`
 */
export function interval(operation: string, from: unknown, to: unknown): [number, number] {
  const ends: [number, number] = [finite(operation, "from", from), finite(operation, "to", to)];
  if (ends[0] >= ends[1]) {
    throw new ValueError({ operation, rule: "from must be below to" }, { from, to });
  }
  return ends;
}

/**
 * The values of a function at some points, all finite.
 *
 * @throws {@link ValueError} if one is not
 */
export function valuesOf(
  operation: string,
  name: string,
  f: (z: number) => number,
  points: readonly number[],
): number[] {
  if (typeof f !== "function") {
    throw new ValueError({ operation, rule: `${name} must be a function` }, { [name]: f });
  }
  return points.map((z) => finite(operation, `${name}(${z})`, f(z)));
}

/**
 * Nothing, if the vector has a direction.
 *
 * @throws {@link ValueError} if all entries are 0
 */
export function assertDirection(operation: string, name: string, vector: readonly number[]): void {
  if (vector.every((entry) => entry === 0)) {
    const rule = `${name} must not be the zero vector`;
    const hint = "With all weights 0 there is no line: z is w₀ everywhere.";
    throw new ValueError({ operation, rule, hint }, { [name]: vector });
  }
}

/** `count` numbers from `from` to `to`, both included, evenly spaced. */
export function grid(from: number, to: number, count: number): number[] {
  return [...linspace(from, to, count).data];
}
