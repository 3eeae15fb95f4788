/** Tensors made by a rule: the identity matrix, numbers at equal distances, one-hot rows. */
import { ShapeError } from "./shape.js";
import { Tensor, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";

/**
 * The identity matrix `I`: 1 on the diagonal and 0 elsewhere, so that `IA = A`.
 *
 * @returns `[n, n]`
 * @throws {@link ValueError} if n is not a whole number of at least 1
 *
 * @example
 * eye(2).toArray(); // => [[1, 0], [0, 1]]
 */
export function eye(n: number): Tensor {
  assertCount("eye", "n", n);
  const data = new Float64Array(n * n);
  for (let i = 0; i < n; i++) data[i * n + i] = 1;
  return new Tensor([n, n], data);
}

/**
 * Numbers from `start` in steps of `step`, ending before `stop`: `startᵢ = start + i · step`. With
 * one argument, from 0 to below it. For a given count of numbers use {@link linspace}: with steps
 * such as 0.1, rounding decides whether the last one is still below `stop`.
 *
 * @returns `[n]` with `n = ⌈(stop − start) / step⌉`
 * @throws {@link ValueError} if an argument is not finite, or no number lies in between
 * @see tf.range, numpy.arange
 *
 * @example
 * arange(4).toArray(); // => [0, 1, 2, 3]
 * @example
 * arange(5, 0, -2).toArray(); // => [5, 3, 1]
 */
export function arange(stop: number): Tensor;
export function arange(start: number, stop: number, step?: number): Tensor;
export function arange(first: number, second?: number, step = 1): Tensor {
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  if (![start, stop, step].every(Number.isFinite)) {
    const rule = "start, stop and step must be finite numbers";
    throw new ValueError({ operation: "arange", rule }, { start, stop, step });
  }
  const count = Math.ceil((stop - start) / step);
  if (!Number.isFinite(count) || count < 1) {
    const rule = "step must lead from start towards stop, which lies further on";
    throw new ValueError({ operation: "arange", rule }, { start, stop, step });
  }
  return new Tensor(
    [count],
    Float64Array.from({ length: count }, (_, i) => start + i * step),
  );
}

/**
 * One-hot rows: row i is 1 at column `labelsᵢ` and 0 elsewhere, a class as a vector of
 * probabilities.
 *
 * @param labels - classes, counted from 0: one number, or `[n]`
 * @param classes - how many there are, k
 * @returns `[k]` for one label, `[n, k]` for n of them
 * @throws {@link ShapeError} if labels has two axes
 * @throws {@link ValueError} if a label is not a whole number from 0 to k − 1
 * @see tf.oneHot, which makes a row of zeros of a label out of range
 *
 * @example
 * oneHot([2, 0], 3).toArray(); // => [[0, 0, 1], [1, 0, 0]]
 */
export function oneHot(labels: number | readonly number[] | Tensor, classes: number): Tensor {
  assertCount("oneHot", "classes", classes);
  const { shape, data } = tensor(labels);
  if (shape.length > 1) {
    const rule = "labels are one number a sample, [n]";
    const hint = "Rows that are one-hot already need no oneHot.";
    throw new ShapeError({ operation: "oneHot", rule, hint }, { labels: shape });
  }
  const rows = new Float64Array(data.length * classes);
  data.forEach((label, i) => {
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      const rule = `a label of ${classes} classes is a whole number from 0 to ${classes - 1}`;
      throw new ValueError({ operation: "oneHot", rule }, { [`labels[${i}]`]: label });
    }
    rows[i * classes + label] = 1;
  });
  return new Tensor([...shape, classes], rows);
}

function assertCount(operation: string, name: string, count: number): void {
  if (Number.isInteger(count) && count >= 1) return;
  const rule = `${name} must be a whole number of at least 1`;
  throw new ValueError({ operation, rule }, { [name]: count });
}
