/**
 * Chapter 5, penalties: L1, L2 and Lp, a price on large weights that is added to the loss,
 * `J(w) + λ Σ |wᵢ|^p`. Each has its gradient beside it.
 */
import { abs, add, exp, log, maximum, mul, square } from "../arithmetic.js";
import type { Dual } from "../dual.js";
import { named, type Operand, type Value } from "../elementwise.js";
import { mapEntries } from "../kernels.js";
import { sum } from "../reductions.js";
import { Tensor, type TensorLike } from "../tensor.js";
import { ValueError } from "../value-error.js";
import type { Variable } from "../variable.js";
import { finiteTensor, notNegative, positive } from "./arguments.js";

/** A penalty on a list of parameters. It adds over all of their entries. */
export interface Penalty {
  (weights: readonly TensorLike[], lambda: number): number;
  (weights: readonly (TensorLike | Dual<number> | Dual<Tensor>)[], lambda: number): Dual<number>;
  (weights: readonly (TensorLike | Variable)[], lambda: number): Variable<number>;
  /** The gradient by the parameters, one tensor each; at a kink, the subgradient 0. */
  readonly gradient: (weights: readonly TensorLike[], lambda: number) => Tensor[];
}

/** The penalty for any exponent p. */
export interface LpPenalty {
  (weights: readonly TensorLike[], lambda: number, p: number): number;
  (
    weights: readonly (TensorLike | Dual<number> | Dual<Tensor>)[],
    lambda: number,
    p: number,
  ): Dual<number>;
  (weights: readonly (TensorLike | Variable)[], lambda: number, p: number): Variable<number>;
  /** The gradient by the parameters, one tensor each; at 0, the subgradient 0. */
  readonly gradient: (weights: readonly TensorLike[], lambda: number, p: number) => Tensor[];
}

/** Below this |w| counts as 0 where a power of it is taken. */
const TINY = 1e-300;

/**
 * L1 penalty: `λ Σ |wᵢ|`, Eq. (5.1); gradient `λ sign(wᵢ)`.
 *
 * It pulls every weight towards 0 with the same force, so small ones end at 0. At the kink w = 0
 * every slope from −λ to λ is a subgradient; we take 0, the middle (the gradient that tfjs computes
 * takes −λ).
 *
 * @param weights - the parameters to be kept small, each `[]`, `[n]` or `[n, d]`; usually not biases
 * @param lambda - λ ≥ 0
 * @throws {@link ValueError} if the list is empty, an entry is not finite, or λ < 0
 * @see Tibshirani, "Regression Shrinkage and Selection via the Lasso" (1996); tf.regularizers.l1
 *
 * @example
 * l1Penalty([[3, -4]], 0.5); // => 3.5
 */
export const l1Penalty: Penalty = penalty("l1Penalty", abs as Cost, Math.sign);

/**
 * L2 penalty: `λ Σ wᵢ²`, Eq. (5.2); gradient `2λ wᵢ`.
 *
 * There is no ½, as in tfjs and in Eq. (5.3) at p = 2. Books that write `½λ Σ wᵢ²` have the gradient
 * `λ wᵢ`: their λ is twice ours.
 *
 * @param weights - the parameters to be kept small, each `[]`, `[n]` or `[n, d]`; usually not biases
 * @param lambda - λ ≥ 0
 * @throws {@link ValueError} if the list is empty, an entry is not finite, or λ < 0
 * @see Hoerl, Kennard, "Ridge Regression" (1970); tf.regularizers.l2
 *
 * @example
 * l2Penalty([[3, -4]], 0.5); // => 12.5
 * @example
 * l2Penalty.gradient([[3, -4]], 0.5)[0].toArray(); // => [3, -4]
 */
export const l2Penalty: Penalty = penalty("l2Penalty", square as Cost, (w) => 2 * w);

/**
 * Lp penalty: `λ Σ |wᵢ|^p`, Eq. (5.3); gradient `λ p |wᵢ|^(p−1) sign(wᵢ)`. It is L1 at p = 1 and L2
 * at p = 2.
 *
 * For p > 1 the slope at 0 is 0; for p = 1 we take the subgradient 0. For p < 1 the slope grows
 * without bound towards 0 and has the other sign on the other side: at 0 itself we take 0, so that
 * a weight that has reached 0 stays.
 *
 * @param weights - the parameters to be kept small, each `[]`, `[n]` or `[n, d]`
 * @param lambda - λ ≥ 0
 * @param p - the exponent, above 0
 * @throws {@link ValueError} if the list is empty, an entry is not finite, λ < 0 or p ≤ 0
 *
 * @example
 * lpPenalty([[1, -1], [0]], 0.5, 3); // => 1
 */
export const lpPenalty: LpPenalty = Object.assign(
  named("lpPenalty", (weights: readonly Operand[], lambda: number, p: number): Value => {
    return priceOf("lpPenalty", weights, lambda, powerOf(positive("lpPenalty", "p", p)));
  }),
  {
    gradient: (weights: readonly TensorLike[], lambda: number, p: number): Tensor[] => {
      const operation = "lpPenalty.gradient";
      const exponent = positive(operation, "p", p);
      const slope = (w: number) =>
        w === 0 ? 0 : exponent * Math.abs(w) ** (exponent - 1) * Math.sign(w);
      return slopesOf(operation, weights, lambda, slope);
    },
  },
) as LpPenalty;

/** What one parameter costs, entry by entry. */
type Cost = (w: Operand) => Value;

/**
 * `|w|^p = |w| e^((p−1) ln |w|)`. The factor |w| in front makes value and slope exactly 0 at w = 0,
 * where `e^(p ln 0)` would have the slope 0 · ∞.
 */
function powerOf(p: number): Cost {
  return (w) => {
    const size = abs(w as Tensor);
    return mul(size, exp(mul(p - 1, log(maximum(size, TINY)))));
  };
}

function penalty(name: string, cost: Cost, slope: (w: number) => number): Penalty {
  const value = (weights: readonly Operand[], lambda: number): Value =>
    priceOf(name, weights, lambda, cost);
  const gradient = (weights: readonly TensorLike[], lambda: number): Tensor[] =>
    slopesOf(`${name}.gradient`, weights, lambda, slope);
  return Object.assign(named(name, value), { gradient }) as Penalty;
}

function priceOf(
  operation: string,
  weights: readonly Operand[],
  lambda: number,
  cost: Cost,
): Value {
  for (const w of assertList(operation, weights)) finiteTensor(operation, "weights", w);
  const total = weights
    .map((w): Value => sum(cost(w) as Tensor))
    .reduce((before, next) => add(before, next));
  return mul(notNegative(operation, "lambda", lambda), total as number);
}

function slopesOf(
  operation: string,
  weights: readonly TensorLike[],
  lambda: number,
  slope: (w: number) => number,
): Tensor[] {
  const strength = notNegative(operation, "lambda", lambda);
  return assertList(operation, weights).map((weight) => {
    const w = finiteTensor(operation, "weights", weight);
    return new Tensor(
      w.shape,
      mapEntries(w.data, (entry) => strength * slope(entry)),
    );
  });
}

function assertList<T>(operation: string, weights: readonly T[]): readonly T[] {
  if (Array.isArray(weights) && weights.length > 0) return weights;
  const rule = "weights must be a list of parameters, with at least one";
  const hint = `Put a single one in a list: ${operation}([W], …).`;
  throw new ValueError({ operation, rule, hint }, { weights });
}
