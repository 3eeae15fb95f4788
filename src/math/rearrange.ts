/** The same entries elsewhere: picked by row, or laid out in another shape. */
import type { Dual, Plain } from "./dual.js";
import { gatherRowsInto, scatterRowsInto } from "./kernels.js";
import { apply, named, type Operand, type OperationRule, type Value } from "./operation.js";
import { type Shape, ShapeError, shapeText, sizeOf } from "./shape.js";
import { Tensor, type TensorLike, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";
import type { Variable } from "./variable.js";

/** One tensor arranged otherwise, as `how` says. */
export interface Rearrangement<How> {
  (x: TensorLike, how: How): Tensor;
  (x: Dual<number> | Dual<Tensor>, how: How): Dual<Tensor>;
  (x: Variable<number> | Variable<Tensor>, how: How): Variable<Tensor>;
  (x: Operand, how: How): Value;
}

/**
 * Rows picked by their numbers, in that order and as often as they are named: a mini-batch, or a
 * shuffled data set. The way back adds every gradient to the row it came from, Eq. (3.8).
 *
 * @param x - `[n, d]`, or `[n]` for single entries
 * @param indices - `[k]`, each a whole number from 0 to n − 1
 * @returns `[k, d]` or `[k]`
 * @throws {@link ShapeError} if x is a number
 * @throws {@link ValueError} if an index is not one of a row
 * @see tf.gather
 *
 * @example
 * gatherRows([[1, 2], [3, 4]], [1, 1, 0]).toArray(); // => [[3, 4], [3, 4], [1, 2]]
 */
export const gatherRows: Rearrangement<readonly number[] | Tensor> = named(
  "gatherRows",
  (x: Operand, indices: readonly number[] | Tensor): Value => {
    const rows = tensor(indices).data;
    const gather = (from: Plain): Tensor => {
      const { shape, data } = tensor(from);
      assertRows(shape, rows);
      const columns = shape[1] ?? 1;
      const picked = new Float64Array(rows.length * columns);
      gatherRowsInto(picked, data, rows, columns);
      return new Tensor([rows.length, ...shape.slice(1)], picked);
    };
    const rule: OperationRule = {
      name: "gatherRows",
      forward: ([from]) => gather(from!),
      tangent: (_inputs, _output, [change]) => gather(change!),
      backward: [
        (adjoint, [from]) => {
          const { shape, size } = tensor(from!);
          const slopes = new Float64Array(size);
          scatterRowsInto(slopes, tensor(adjoint).data, rows, shape[1] ?? 1);
          return new Tensor(shape, slopes);
        },
      ],
    };
    return apply(rule, [x]);
  },
) as Rearrangement<readonly number[] | Tensor>;

function assertRows(shape: Shape, rows: Float64Array): void {
  if (shape.length === 0) {
    const rule = "a number has no rows";
    throw new ShapeError({ operation: "gatherRows", rule }, { x: shape });
  }
  const n = shape[0]!;
  const odd = rows.findIndex((row) => !Number.isInteger(row) || row < 0 || row >= n);
  if (odd < 0) return;
  const rule = `each index is a whole number from 0 to ${n - 1}`;
  throw new ValueError({ operation: "gatherRows", rule }, { [`indices[${odd}]`]: rows[odd] });
}

/**
 * The same entries, row by row, in another shape.
 *
 * @returns a tensor of that shape
 * @throws {@link ShapeError} if it has another number of entries
 * @see tf.reshape
 *
 * @example
 * reshape([1, 2, 3, 4], [2, 2]).toArray(); // => [[1, 2], [3, 4]]
 */
export const reshape: Rearrangement<Shape> = named("reshape", (x: Operand, shape: Shape): Value => {
  const arrange = (from: Plain): Tensor => {
    const { shape: own, data } = tensor(from);
    if (sizeOf(shape) !== data.length) {
      const rule = `shape ${shapeText(shape)} has ${sizeOf(shape)} entries`;
      throw new ShapeError({ operation: "reshape", rule }, { x: own });
    }
    return new Tensor(shape, data);
  };
  const rule: OperationRule = {
    name: "reshape",
    forward: ([from]) => arrange(from!),
    tangent: (_inputs, _output, [change]) => arrange(change!),
    backward: [
      (adjoint, [from]) =>
        typeof from === "number"
          ? tensor(adjoint).item()
          : new Tensor(from!.shape, tensor(adjoint).data),
    ],
  };
  return apply(rule, [x]);
}) as Rearrangement<Shape>;
