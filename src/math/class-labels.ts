/** Chapter 2, class labels: whole numbers `[n]` or one-hot rows `[n, k]`, read and checked. */
import type { LossParts } from "./loss.js";
import { ShapeError } from "./shape.js";
import { Tensor, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";

/**
 * The target as one-hot rows of the prediction's shape.
 *
 * @param equation - the formula that asks for it
 * @returns what reads a target: for predictions `[k]` a class or a one-hot `[k]`, for `[n, k]`
 *   classes `[n]` or one-hot rows `[n, k]`
 */
export function classesOf(equation: string): LossParts["readTarget"] {
  return (operation, prediction, target) => {
    const { shape } = prediction;
    if (shape.length === 0) {
      const rule = `predictions are one score a class, [k] or [n, k], ${equation}`;
      throw new ShapeError({ operation, rule }, { prediction: shape });
    }
    const y = tensor(target);
    if (y.shape.join() === shape.join()) return assertOneHot(operation, y);
    if (y.shape.join() === shape.slice(0, -1).join()) return fromIndices(operation, y, prediction);
    const rule = `predictions [n, k] need classes [n] or one-hot rows [n, k], ${equation}`;
    throw new ShapeError({ operation, rule }, { prediction: shape, target: y.shape });
  };
}

function fromIndices(operation: string, classes: Tensor, { shape, size }: Tensor): Tensor {
  const k = shape[shape.length - 1]!;
  const rows = new Float64Array(size);
  classes.data.forEach((index, i) => {
    if (!Number.isInteger(index) || index < 0 || index >= k) {
      const rule = `a class of ${k} is a whole number from 0 to ${k - 1}`;
      throw new ValueError({ operation, rule }, { [`target[${i}]`]: index });
    }
    rows[i * k + index] = 1;
  });
  return new Tensor(shape, rows);
}

function assertOneHot(operation: string, y: Tensor): Tensor {
  const k = y.shape[y.shape.length - 1]!;
  for (let start = 0; start < y.size; start += k) {
    const row = [...y.data.subarray(start, start + k)];
    const ones = row.filter((entry) => entry === 1).length;
    if (ones === 1 && row.every((entry) => entry === 0 || entry === 1)) continue;
    const rule = "a one-hot row has a single 1, at the class, and 0 elsewhere";
    throw new ValueError({ operation, rule }, { [`target row ${start / k}`]: row });
  }
  return y;
}

/** Samples of predictions with one row of classes each: `[k]` is one sample, `[n, k]` are n. */
export function onePerRow(prediction: readonly number[]): number {
  return prediction.length === 2 ? prediction[0]! : 1;
}
