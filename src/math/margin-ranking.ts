/** Chapter 2, margin ranking loss: which of two should score higher, and by how much at least. */
import { div, maximum, mul, sub } from "./arithmetic.js";
import type { Dual, Plain } from "./dual.js";
import { type Operand, primalOf, toValue, type Value } from "./elementwise.js";
import { labelsOf, onePerEntryOrRow, targetOfSameShape } from "./loss.js";
import { mean } from "./reductions.js";
import { ShapeError } from "./shape.js";
import { Tensor, type TensorLike, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";
import type { Variable } from "./variable.js";

type AnyDual = Dual<number> | Dual<Tensor>;

/** `∂J/∂s₁` and `∂J/∂s₂`, each of the scores' shape. */
export interface RankingGradient {
  readonly first: Tensor;
  readonly second: Tensor;
}

/** The margin ranking loss, callable, with its gradient beside it. */
export interface MarginRanking {
  (first: TensorLike, second: TensorLike, order: TensorLike, margin: number): number;
  (first: AnyDual, second: TensorLike | AnyDual, order: TensorLike, margin: number): Dual<number>;
  (first: TensorLike, second: AnyDual, order: TensorLike, margin: number): Dual<number>;
  (
    first: Variable,
    second: TensorLike | Variable,
    order: TensorLike,
    margin: number,
  ): Variable<number>;
  (first: TensorLike, second: Variable, order: TensorLike, margin: number): Variable<number>;
  (first: Operand, second: Operand, order: TensorLike, margin: number): Value;
  readonly gradient: (
    first: TensorLike,
    second: TensorLike,
    order: TensorLike,
    margin: number,
  ) => RankingGradient;
}

/**
 * Margin ranking loss: `J = (1/n) Σᵢ max(0, m − y⁽ⁱ⁾(s₁⁽ⁱ⁾ − s₂⁽ⁱ⁾))`, Eq. (2.12). With y = +1 the
 * first must score at least m more than the second, with y = −1 the other way round. Gradient:
 * `∂J/∂s₁ = −y/n`, `∂J/∂s₂ = y/n` where the bracket is positive, else 0.
 *
 * @param first - s₁, scores: a number or `[n]`
 * @param second - s₂, of the same shape
 * @param order - y, −1 or +1, of the same shape
 * @param margin - m, a finite number, not negative
 * @returns a number, not negative
 * @throws {@link ShapeError} if the shapes differ or the scores have more than one axis
 * @throws {@link ValueError} if a score is NaN, an order is not −1 or +1, or m is negative
 * @see Herbrich, Graepel, Obermayer, "Large Margin Rank Boundaries for Ordinal Regression" (2000)
 *
 * @example
 * marginRanking([3, 1], [1, 2], [1, 1], 1); // => 1
 * @example
 * marginRanking.gradient([3, 1], [1, 2], [1, 1], 1).first.toArray(); // => [0, -0.5]
 */
export const marginRanking: MarginRanking = Object.assign(ranked as MarginRanking, {
  gradient: rankingGradient,
});
Object.defineProperty(marginRanking, "name", { value: "marginRanking" });

function ranked(first: Operand, second: Operand, order: TensorLike, margin: number): Value {
  const [s1, s2] = [toValue("marginRanking", first), toValue("marginRanking", second)];
  const y = readOrder("marginRanking", primalOf(s1), primalOf(s2), order, margin);
  const difference = sub(s1, s2);
  const factor = typeof primalOf(difference) === "number" ? y.item() : y;
  return mean(maximum(0, sub(margin, mul(factor, difference))) as Dual<Tensor>);
}

function rankingGradient(
  first: TensorLike,
  second: TensorLike,
  order: TensorLike,
  margin: number,
): RankingGradient {
  const [s1, s2] = [tensor(first), tensor(second)];
  const y = readOrder("marginRanking.gradient", s1, s2, order, margin);
  const slopes = y.data.map((yi, i) => (margin - yi * (s1.data[i]! - s2.data[i]!) > 0 ? -yi : 0));
  const shared = div(new Tensor(s1.shape, slopes), onePerEntryOrRow(s1.shape));
  return { first: shared, second: sub(0, shared) };
}

const readLabels = labelsOf(-1, 1, "Eq. (2.12)");

function readOrder(
  operation: string,
  first: Plain,
  second: Plain,
  order: TensorLike,
  margin: number,
): Tensor {
  if (!Number.isFinite(margin) || margin < 0) {
    const rule = "the margin is a finite number and not negative, Eq. (2.12)";
    throw new ValueError({ operation, rule }, { margin });
  }
  const [s1, s2] = [tensor(first), tensor(second)];
  if (s1.rank > 1 || s1.shape.join() !== s2.shape.join()) {
    const rule = "scores come in pairs, two numbers or two vectors of one length, Eq. (2.12)";
    throw new ShapeError({ operation, rule }, { first: s1.shape, second: s2.shape });
  }
  // Read against each other, a NaN among the scores is found too.
  targetOfSameShape(operation, s1, s2);
  targetOfSameShape(operation, s2, s1);
  return readLabels(operation, s1, order);
}
