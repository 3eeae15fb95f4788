/** Data: what every generator and loader of this folder returns, rows of x with one y each. */
import { ShapeError } from "../math/shape.js";
import { Tensor } from "../math/tensor.js";
import { ValueError } from "../math/value-error.js";

/** Examples as rows, each with its answer. */
export interface Dataset {
  /** Inputs, one example a row, `[n, d]`. */
  readonly x: Tensor;
  /** Class labels 0, 1, … or the numbers to predict, `[n]`. */
  readonly y: Tensor;
}

/** One example: its inputs and its answer. */
export interface Example {
  readonly x: readonly number[];
  readonly y: number;
}

/** A data set of `n` rows and `d` columns, made row by row. */
export function fromExamples(n: number, d: number, example: (row: number) => Example): Dataset {
  const x = new Float64Array(n * d);
  const y = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    const made = example(row);
    x.set(made.x, row * d);
    y[row] = made.y;
  }
  return { x: new Tensor([n, d], x), y: new Tensor([n], y) };
}

/**
 * The rows at these indices, in this order; an index may come twice.
 *
 * @throws {@link ShapeError} if x is not `[n, d]` or y is not `[n]`
 * @throws {@link ValueError} if no index is given, or one is not that of a row
 *
 * @example
 * takeRows(xor(), [3, 0]).x.toArray(); // => [[1, 1], [0, 0]]
 */
export function takeRows(data: Dataset, indices: readonly number[]): Dataset {
  const { rows, columns } = sizesOf("takeRows", data);
  const odd = indices.findIndex((row) => !Number.isInteger(row) || row < 0 || row >= rows);
  if (indices.length === 0 || odd >= 0) {
    const rule = `indices are whole numbers from 0 to ${rows - 1}, at least one of them`;
    const given = odd < 0 ? { indices } : { [`index ${odd}`]: indices[odd] };
    throw new ValueError({ operation: "takeRows", rule }, given);
  }
  return fromExamples(indices.length, columns, (at) => {
    const row = indices[at]!;
    return {
      x: [...data.x.data.subarray(row * columns, (row + 1) * columns)],
      y: data.y.data[row]!,
    };
  });
}

/**
 * How many rows and columns a data set has.
 *
 * @throws {@link ShapeError} if x is not `[n, d]` or y is not `[n]`
 */
export function sizesOf(operation: string, data: Dataset): { rows: number; columns: number } {
  const { x, y } = data;
  if (!(x instanceof Tensor && y instanceof Tensor)) {
    const rule = "data is { x, y } with tensors x [n, d] and y [n]";
    const hint = "tensor([[…], […]]) makes one from a list.";
    throw new ValueError({ operation, rule, hint }, { x, y });
  }
  if (x.rank !== 2 || y.rank !== 1 || x.shape[0] !== y.shape[0]) {
    const rule = "x is [n, d] and y is [n], one answer for each row";
    throw new ShapeError({ operation, rule }, { x: x.shape, y: y.shape });
  }
  return { rows: x.shape[0]!, columns: x.shape[1]! };
}
