/** Reductions: many entries become one, or one a row or column. */
import type { Dual } from "./dual.js";
import { times } from "./elementwise.js";
import { apply, named, type Operand, type OperationRule, type Value } from "./operation.js";
import { type Axis, spread, sumPlain } from "./reductions-plain.js";
import type { ArrayLike2d, Tensor } from "./tensor.js";
import type { Variable } from "./variable.js";

/** Add up (or average) everything, or along one axis: 0 adds the rows up, 1 the columns. */
export interface Reduction {
  (x: number | ArrayLike2d): number;
  (x: ArrayLike2d, axis: Axis): Tensor;
  (x: Dual<number> | Dual<Tensor>): Dual<number>;
  (x: Dual<Tensor>, axis: Axis): Dual<Tensor>;
  (x: Variable<number> | Variable<Tensor>): Variable<number>;
  (x: Variable<Tensor>, axis: Axis): Variable<Tensor>;
  (x: Operand, axis?: Axis): Value;
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
export const sum: Reduction = reduction("sum", () => 1);

/**
 * Mean `(1/n) Σ xᵢ` over all entries, or along one axis as in {@link sum}. Its gradient is the mean
 * of the gradients, Eq. (3.17).
 *
 * @throws {@link ShapeError} if x has no such axis
 *
 * @example
 * mean([1, 2, 6]); // => 3
 */
export const mean: Reduction = reduction("mean", (entries, sums) => sums / entries);

/** A sum times a factor. It is linear: tangents are reduced as values are, adjoints spread back. */
function reduction(name: string, factor: (entries: number, sums: number) => number): Reduction {
  const sizeOf = (x: number | Tensor): number => (typeof x === "number" ? 1 : x.size);
  const ruleFor = (axis: Axis | undefined): OperationRule => {
    const reduce = (x: number | Tensor): number | Tensor => {
      const sums = sumPlain(name, x, axis);
      return times(factor(sizeOf(x), sizeOf(sums)), sums);
    };
    return {
      name,
      forward: ([x]) => reduce(x!),
      tangent: (_inputs, _output, [dx]) => reduce(dx!),
      backward: [
        (adjoint, [x], y) => spread(times(factor(sizeOf(x!), sizeOf(y)), adjoint), x!, axis),
      ],
    };
  };
  const rules = { all: ruleFor(undefined), 0: ruleFor(0), 1: ruleFor(1) } as const;
  return named(name, (x: Operand, axis?: Axis) => apply(rules[axis ?? "all"], [x])) as Reduction;
}
