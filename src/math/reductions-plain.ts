/** Reductions of plain values, on which the differentiable ones and their backward rules are built. */
import type { Plain } from "./dual.js";
import { sumEntries, sumOverColumns, sumOverRows } from "./kernels.js";
import { type Shape, ShapeError, sameShape } from "./shape.js";
import { Tensor } from "./tensor.js";

/** An axis of a matrix: 0 runs down the rows, 1 along the columns. */
export type Axis = 0 | 1;

/**
 * `Σ xᵢ` over everything or along one axis.
 *
 * @throws {@link ShapeError} if x has no such axis
 */
export function sumPlain(operation: string, x: Plain, axis: Axis | undefined): Plain {
  if (axis !== undefined && (typeof x === "number" || axis >= x.rank)) {
    const rule = `axis ${axis} needs ${axis === 0 ? "one axis" : "two axes"} or more`;
    throw new ShapeError({ operation, rule }, { x: typeof x === "number" ? [] : x.shape });
  }
  if (typeof x === "number") return x;
  if (axis === undefined || x.rank < 2) return sumEntries(x.data);
  const [rows = 0, columns = 0] = x.shape;
  return axis === 0
    ? new Tensor([columns], sumOverRows(x.data, rows, columns))
    : new Tensor([rows], sumOverColumns(x.data, rows, columns));
}

/** The opposite of a sum: every entry that was added up receives the same number. */
export function spread(adjoint: Plain, over: Plain, axis: Axis | undefined): Plain {
  if (typeof over === "number") return adjoint;
  const [rows, columns] = over.rank === 2 ? [over.shape[0]!, over.shape[1]!] : [1, over.size];
  const data = new Float64Array(over.size);
  const from = (i: number, j: number): number => {
    if (typeof adjoint === "number") return adjoint;
    if (adjoint.size === 1) return adjoint.data[0]!;
    return adjoint.data[axis === 1 ? i : j]!;
  };
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) data[i * columns + j] = from(i, j);
  }
  return new Tensor(over.shape, data);
}

/** A gradient added up to the shape of an operand that was repeated by broadcasting. */
export function sumTo(gradient: Plain, operand: Plain): Plain {
  const shape: Shape = typeof operand === "number" ? [] : operand.shape;
  if (typeof gradient === "number") {
    if (typeof operand === "number") return gradient;
    return new Tensor(shape, new Float64Array(operand.size).fill(gradient));
  }
  if (typeof operand === "number") return sumEntries(gradient.data);
  if (sameShape(gradient.shape, shape)) return gradient;
  if (operand.size === 1) return new Tensor(shape, Float64Array.of(sumEntries(gradient.data)));
  const [rows = 0, columns = 0] = gradient.shape;
  // [d] or [1, d] was repeated down the rows, [n, 1] along the columns.
  const data =
    shape[shape.length - 1] === columns
      ? sumOverRows(gradient.data, rows, columns)
      : sumOverColumns(gradient.data, rows, columns);
  return new Tensor(shape, data);
}
