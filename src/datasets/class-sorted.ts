/**
 * Chapter 4, sampling: data in the order of their classes, the order that breaks stochastic gradient
 * descent, because each stretch of steps sees one class and forgets the others.
 */
import { type Dataset, sizesOf, takeRows } from "./dataset.js";

/**
 * The same rows, sorted by y; rows of one class keep their order.
 *
 * @returns x `[n, d]`, y `[n]`, as new tensors
 * @throws {@link ShapeError} if x is not `[n, d]` or y is not `[n]`
 *
 * @example
 * sortByClass(xor()).y.toArray(); // => [0, 0, 1, 1]
 */
export function sortByClass(data: Dataset): Dataset {
  const { rows } = sizesOf("sortByClass", data);
  const order = Array.from({ length: rows }, (_, row) => row);
  return takeRows(
    data,
    order.sort((a, b) => data.y.data[a]! - data.y.data[b]!),
  );
}
