/** Chapter 2, log-sum-exp: the logarithm of a sum of powers, without overflow, a smooth maximum. */
import { adjointOf, alongAxis } from "./along-axis.js";
import { logSumExpLanes } from "./kernels.js";
import { apply, named, type Operand, type OperationRule, primalOf, toValue } from "./operation.js";
import type { Reduction } from "./reductions.js";
import type { Axis } from "./reductions-plain.js";
import { Tensor, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";

/**
 * `logSumExp(z) = ln Σᵢ e^{zᵢ} = m + ln Σᵢ e^{zᵢ − m}` with `m = max zᵢ`, Eq. (2.9), over all
 * entries or along one axis: `axis` 0 gives one a column, 1 one a row.
 *
 * Written as it stands, the sum overflows above zᵢ ≈ 709.78 and its logarithm is taken of 0 below
 * −745. Since `e^{zᵢ} = e^m e^{zᵢ − m}`, the largest entry can be taken out first; then the largest
 * power is e⁰ = 1. An entry −∞ counts as a power 0; if all are −∞ the result is −∞. The derivative
 * is the softmax, `∂/∂zᵢ = e^{zᵢ} / Σⱼ e^{zⱼ}`, Eq. (1.20).
 *
 * @param x - `[]`, `[n]` or `[n, d]`
 * @returns a number, or with an axis `[d]` or `[n]`
 * @throws {@link ShapeError} if x has no such axis
 * @throws {@link ValueError} if an entry is NaN
 * @see tf.logSumExp; Blanchard, Higham, Higham, "Accurately computing the log-sum-exp and softmax
 *   functions" (2021)
 *
 * @example
 * logSumExp([1000, 1000]).toFixed(6); // => "1000.693147"
 * @example
 * logSumExp([[0, -Infinity], [5, -Infinity]], 1).toArray(); // => [0, 5]
 */
export const logSumExp: Reduction = named("logSumExp", (x: Operand, axis?: Axis) => {
  const value = toValue("logSumExp", x);
  const entries = tensor(primalOf(value));
  if (entries.data.some(Number.isNaN)) {
    const rule = "every entry must be a number, Eq. (2.9)";
    const hint = "NaN comes from 0/0, ∞ − ∞, or a value that was never set: look one step back.";
    throw new ValueError({ operation: "logSumExp", rule, hint }, { "an entry": Number.NaN });
  }
  return apply(RULES[axis ?? "all"], [value]);
}) as Reduction;

const RULES = { all: ruleFor(undefined), 0: ruleFor(0), 1: ruleFor(1) } as const;

function ruleFor(axis: Axis | undefined): OperationRule {
  const at = (x: Tensor) => alongAxis("logSumExp", x, axis);
  /** The softmax of each run. */
  const weightsOf = (x: Tensor): Float64Array => {
    const weights = new Float64Array(x.size);
    logSumExpLanes(x.data, at(x).lanes, weights);
    return weights;
  };
  return {
    name: "logSumExp",
    forward: ([x]) => {
      const z = tensor(x!);
      const { lanes, results } = at(z);
      return results(logSumExpLanes(z.data, lanes));
    },
    tangent: ([x], _output, [dx]) => {
      const [z, change] = [tensor(x!), tensor(dx!).data];
      const { lanes, results } = at(z);
      const weights = weightsOf(z);
      const sums = new Float64Array(lanes.count);
      forEachEntry(lanes, (i, place) => {
        // A weight 0 is not looked at: its entry may be −∞, and its change anything.
        if (weights[place] !== 0) sums[i] = sums[i]! + weights[place]! * change[place]!;
      });
      return results(sums);
    },
    backward: [
      (adjoint, [x]) => {
        if (typeof x === "number") return adjoint;
        const weights = weightsOf(x!);
        forEachEntry(at(x!).lanes, (i, place) => {
          weights[place] = weights[place]! * adjointOf(adjoint, i);
        });
        return new Tensor(x!.shape, weights);
      },
    ],
  };
}

function forEachEntry(
  lanes: { count: number; start: number; length: number; step: number },
  visit: (run: number, place: number) => void,
): void {
  for (let i = 0; i < lanes.count; i++) {
    for (let j = 0; j < lanes.length; j++) visit(i, i * lanes.start + j * lanes.step);
  }
}
