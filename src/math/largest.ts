/** The largest entry, and where it stands: how a network's scores become its answer. */
import { adjointOf, alongAxis } from "./along-axis.js";
import type { Dual, Plain } from "./dual.js";
import { argMaxLanes } from "./kernels.js";
import { apply, named, type Operand, type OperationRule, primalOf, toValue } from "./operation.js";
import type { Reduction } from "./reductions.js";
import type { Axis } from "./reductions-plain.js";
import { type ArrayLike2d, Tensor, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";
import type { Variable } from "./variable.js";

/** Where the largest entry stands; an index has no derivative, so it is a plain number. */
export interface IndexReduction {
  (
    x: number | ArrayLike2d | Dual<number> | Dual<Tensor> | Variable<number> | Variable<Tensor>,
  ): number;
  (x: ArrayLike2d | Dual<Tensor> | Variable<Tensor>, axis: Axis): Tensor;
}

/**
 * `max xᵢ` over all entries, or along one axis: `axis` 0 gives one a column, 1 one a row. The
 * derivative goes to the chosen entry alone, Eq. (3.16): at a tie, to the first of the equals.
 *
 * @param x - `[]`, `[n]` or `[n, d]`
 * @returns a number, or with an axis `[d]` or `[n]`; NaN where an entry is NaN
 * @throws {@link ShapeError} if x has no such axis
 * @see tf.max, whose gradient gives every one of several equals the full slope
 *
 * @example
 * max([[1, 5], [7, 2]], 1).toArray(); // => [5, 7]
 */
export const max: Reduction = named("max", (x: Operand, axis?: Axis) =>
  apply(RULES[axis ?? "all"], [x]),
) as Reduction;

/**
 * Where the largest entry stands: `argmax xᵢ`, the lowest index at a tie, counted from 0. Without
 * an axis, entries are counted row by row.
 *
 * @param x - `[]`, `[n]` or `[n, d]`
 * @returns an index, or with an axis one a column `[d]` or a row `[n]`
 * @throws {@link ShapeError} if x has no such axis
 * @throws {@link ValueError} if an entry is NaN, which is neither larger nor smaller than another
 * @see tf.argMax, whose axis is 0 if none is given
 *
 * @example
 * argMax([[0.1, 0.9], [0.5, 0.5]], 1).toArray(); // => [1, 0]
 */
export const argMax: IndexReduction = named("argMax", (operand: Operand, axis?: Axis): Plain => {
  const x = tensor(primalOf(toValue("argMax", operand)));
  if (x.data.some(Number.isNaN)) {
    const rule = "NaN is neither larger nor smaller than a number";
    const hint = "Look one step back for 0/0 or ∞ − ∞.";
    throw new ValueError({ operation: "argMax", rule, hint }, { "an entry": Number.NaN });
  }
  const { lanes, results } = alongAxis("argMax", x, axis);
  const indexInRun = (place: number, i: number) => (place - i * lanes.start) / lanes.step;
  return results(Float64Array.from(argMaxLanes(x.data, lanes), indexInRun));
}) as IndexReduction;

const RULES = { all: ruleFor(undefined), 0: ruleFor(0), 1: ruleFor(1) } as const;

function ruleFor(axis: Axis | undefined): OperationRule {
  const places = (x: Tensor) => argMaxLanes(x.data, alongAxis("max", x, axis).lanes);
  /** The entries of `from`, or of x itself, where x is largest. */
  const pick = (x: Plain, from: Plain): Plain => {
    const chosen = tensor(x);
    const { data } = tensor(from);
    const { results } = alongAxis("max", chosen, axis);
    return results(Float64Array.from(places(chosen), (at) => data[at]!));
  };
  return {
    name: "max",
    forward: ([x]) => pick(x!, x!),
    tangent: ([x], _output, [dx]) => pick(x!, dx!),
    backward: [
      (adjoint, [x]) => {
        if (typeof x === "number") return adjoint;
        const slopes = new Float64Array(x!.size);
        places(x!).forEach((at, i) => {
          slopes[at] = adjointOf(adjoint, i);
        });
        return new Tensor(x!.shape, slopes);
      },
    ],
  };
}
