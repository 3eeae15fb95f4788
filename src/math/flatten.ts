/** Chapter 1, an image as an input vector: all its numbers one after the other. */
import type { Dual } from "./dual.js";
import { named, type Operand, primalOf, toValue, type Value } from "./operation.js";
import { reshape } from "./rearrange.js";
import { type Shape, ShapeError, sameShape } from "./shape.js";
import { type Tensor, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";
import type { Variable } from "./variable.js";

/** Numbers in lists in lists, as deep as need be: an image is height × width × colour. */
export interface DeepList extends ReadonlyArray<number | DeepList> {}

/** Everything as one vector. */
export interface Flatten {
  (x: number | DeepList | Tensor): Tensor;
  (x: Dual<number> | Dual<Tensor>): Dual<Tensor>;
  (x: Variable<number> | Variable<Tensor>): Variable<Tensor>;
  (x: Operand | DeepList): Value;
}

/**
 * All entries in one vector, the last axis running fastest: an image of 10 × 20 points with 3
 * colours becomes 600 inputs.
 *
 * @param x - `[]`, `[n]`, `[n, d]`, or lists of any depth
 * @returns `[n]`
 * @throws {@link ShapeError} if lists side by side differ in length
 * @throws {@link ValueError} if a list is empty or an entry is no number
 * @see tf.layers.flatten, which keeps the first axis, the examples
 *
 * @example
 * flatten([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]).toArray(); // => [1, 2, 3, 4, 5, 6, 7, 8]
 */
export const flatten: Flatten = named("flatten", (x: Operand | DeepList): Value => {
  if (Array.isArray(x)) return tensor(readDeep(x as DeepList).entries);
  const value = toValue("flatten", x as Operand);
  return reshape(value, [tensor(primalOf(value)).size]);
}) as Flatten;

/** Entries and lengths of lists of any depth. */
function readDeep(list: DeepList): { shape: Shape; entries: readonly number[] } {
  if (!list.some(Array.isArray)) return { shape: [list.length], entries: list as number[] };
  const parts = list.map((part, i) => {
    if (Array.isArray(part) && part.length > 0) return readDeep(part);
    const rule = "lists side by side are all lists, with at least one entry";
    throw new ValueError({ operation: "flatten", rule }, { [`entry ${i}`]: part });
  });
  const first = parts[0]!.shape;
  const odd = parts.findIndex(({ shape }) => !sameShape(shape, first));
  if (odd >= 0) {
    const rule = "lists side by side must be equally long";
    const shapes = { "list 0": first, [`list ${odd}`]: parts[odd]!.shape };
    throw new ShapeError({ operation: "flatten", rule }, shapes);
  }
  return { shape: [parts.length, ...first], entries: parts.flatMap(({ entries }) => entries) };
}
