/** Reductions: many entries become one, or one a row or column. */

import type { Plain } from "./dual.js";
import { Dual } from "./dual.js";
import { makeDual, named, type Operand, toValue, type Value } from "./elementwise.js";
import { sumEntries, sumOverColumns, sumOverRows } from "./kernels.js";
import { ShapeError } from "./shape.js";
import { type ArrayLike2d, Tensor } from "./tensor.js";

/** Add up (or average) everything, or along one axis: 0 adds the rows up, 1 the columns. */
export interface Reduction {
  (x: number | ArrayLike2d): number;
  (x: ArrayLike2d, axis: 0 | 1): Tensor;
  (x: Dual<number> | Dual<Tensor>): Dual<number>;
  (x: Dual<Tensor>, axis: 0 | 1): Dual<Tensor>;
}

/**
 * `Σ xᵢ` over all entries, or along one axis: `axis` 0 gives one sum a column, 1 one a row.
 *
 * @param x - `[]`, `[n]` or `[n, d]`
 * @returns a number, or with an axis `[d]` or `[n]`
 * @throws {@link ShapeError} if x has no such axis
 *
 * @example
 * sum([[1, 2], [3, 4]], 0).toArray(); // => [4, 6]
 */
export const sum: Reduction = reduction("sum", total);

/**
 * Mean `(1/n) Σ xᵢ` over all entries, or along one axis as in {@link sum}.
 *
 * @throws {@link ShapeError} if x has no such axis
 *
 * @example
 * mean([1, 2, 6]); // => 3
 */
export const mean: Reduction = reduction("mean", (operation, x, axis) => {
  const added = total(operation, x, axis);
  if (typeof x === "number") return x;
  if (typeof added === "number") return added / x.size;
  const count = x.size / added.size;
  return new Tensor(
    added.shape,
    added.data.map((entry) => entry / count),
  );
});

function total(operation: string, x: Plain, axis: 0 | 1 | undefined): Plain {
  if (axis !== undefined && (typeof x === "number" || axis >= x.rank)) {
    const rule = `axis ${axis} needs ${axis + 1} axis/axes or more`;
    const shape = typeof x === "number" ? [] : x.shape;
    throw new ShapeError({ operation, rule }, { x: shape });
  }
  if (typeof x === "number") return x;
  if (axis === undefined || x.rank < 2) return sumEntries(x.data);
  const [rows = 0, columns = 0] = x.shape;
  return axis === 0
    ? new Tensor([columns], sumOverRows(x.data, rows, columns))
    : new Tensor([rows], sumOverColumns(x.data, rows, columns));
}

/** A reduction is linear, so the tangent is reduced just as the value is. */
function reduction(
  name: string,
  reduce: (operation: string, x: Plain, axis: 0 | 1 | undefined) => Plain,
): Reduction {
  const operation = (operand: Operand, axis?: 0 | 1): Value => {
    const x = toValue(name, operand);
    if (!(x instanceof Dual)) return reduce(name, x, axis);
    return makeDual(reduce(name, x.value, axis), reduce(name, x.tangent, axis));
  };
  return named(name, operation) as Reduction;
}
