/**
 * Chapter 1, softmax: scores become probabilities. It generalises the sigmoid from two classes to
 * any number, and it is a smooth version of "the largest takes all".
 */
import { div, exp, sub } from "./arithmetic.js";
import type { Dual } from "./dual.js";
import { named, type Operand, primalOf, toValue, type Value } from "./elementwise.js";
import { transpose } from "./linear-algebra.js";
import { sum } from "./reductions.js";
import { ShapeError } from "./shape.js";
import { type ArrayLike2d, Tensor, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";
import type { Variable } from "./variable.js";

/** Softmax, callable, with its Jacobian beside it. */
export interface Softmax {
  (x: ArrayLike2d): Tensor;
  (x: Dual<Tensor>): Dual<Tensor>;
  (x: Variable<Tensor>): Variable<Tensor>;
  (x: Operand): Value;
  readonly name: string;
  /** The formula as text. */
  readonly formula: string;
  /** All partial derivatives `∂pᵢ/∂xⱼ = pᵢ(δᵢⱼ − pⱼ)` at one vector of scores `[k]`, `[k, k]`. */
  readonly jacobian: (x: ArrayLike2d) => Tensor;
}

/**
 * Softmax: `pᵢ = e^{xᵢ} / Σⱼ e^{xⱼ}`, Eq. (1.20). Every pᵢ is positive and they sum to 1; a matrix is
 * taken row by row, one example a row.
 *
 * The powers overflow above xᵢ ≈ 709.78, and ∞/∞ is NaN. Adding a constant to all scores changes
 * nothing, since e^c cancels, so the largest score is subtracted first: then the largest power is
 * e^0 = 1. Derivative: `∂pᵢ/∂xⱼ = pᵢ(δᵢⱼ − pⱼ)`, as a matrix `diag(p) − ppᵀ`, in `softmax.jacobian`.
 *
 * @param x - scores, `[k]` or `[n, k]`
 * @returns probabilities of the same shape
 * @throws {@link ShapeError} if x is a single number
 * @throws {@link ValueError} if a score is NaN or infinite
 * @see Bridle, "Probabilistic Interpretation of Feedforward Classification Network Outputs" (1990);
 *   tf.softmax
 *
 * @example
 * softmax([0, Math.log(3)]).toArray().map((p) => p.toFixed(2)); // => ["0.25", "0.75"]
 * @example
 * softmax([1000, 1000]).toArray(); // => [0.5, 0.5]
 * @example
 * softmax.jacobian([7, 7]).toArray(); // => [[0.25, -0.25], [-0.25, 0.25]]
 */
export const softmax: Softmax = Object.assign(named("softmax", probabilities) as Softmax, {
  formula: "e^{xᵢ} / Σⱼ e^{xⱼ}",
  jacobian: named("softmax.jacobian", jacobian),
});

function probabilities(x: Operand): Value {
  const scores = toValue("softmax", x);
  const powers = exp(belowTheirMaximum("softmax", scores));
  return perRow(div, powers, sum(powers as Dual<Tensor>, lastAxis(powers)));
}

function jacobian(x: ArrayLike2d): Tensor {
  const scores = assertScores("softmax.jacobian", x);
  if (scores.rank !== 1) {
    const rule = "the Jacobian belongs to one vector of scores [k]";
    throw new ShapeError(
      { operation: "softmax.jacobian", rule, hint: "Take one row at a time." },
      { x: scores.shape },
    );
  }
  const p = softmax(scores).data;
  const entries = Array.from(p, (pi, i) =>
    Array.from(p, (pj, j) => (i === j ? pi * othersOf(p, i) : -pi * pj)),
  );
  return tensor(entries);
}

/** `1 − pᵢ` as the sum of the others, which keeps its digits where pᵢ rounds to 1. */
function othersOf(p: Float64Array, i: number): number {
  return p.reduce((total, pj, j) => (j === i ? total : total + pj), 0);
}

/**
 * `xᵢ − max x`, row by row: what may be put into exp. The maximum counts as a constant, since it
 * cancels wherever this is used.
 *
 * @throws {@link ShapeError} or {@link ValueError} if these are no scores
 */
export function belowTheirMaximum(operation: string, scores: Value): Value {
  const { shape, data } = assertScores(operation, primalOf(scores));
  const k = shape[shape.length - 1]!;
  const largest = Float64Array.from({ length: data.length / k }, (_, i) =>
    Math.max(...data.subarray(i * k, (i + 1) * k)),
  );
  return perRow(
    sub,
    scores,
    shape.length === 1 ? largest[0]! : new Tensor([largest.length], largest),
  );
}

/** `xᵢⱼ ∘ yᵢ`: every row with its own number. Broadcasting lines up columns, hence the transposes. */
export function perRow(operation: (a: Operand, b: Operand) => Value, x: Value, y: Value): Value {
  if (lastAxis(x) === 0) return operation(x, y);
  return transpose(operation(transpose(x as Dual<Tensor>), y) as Dual<Tensor>);
}

/** The axis along which the classes lie: 0 for one vector `[k]`, 1 for rows `[n, k]`. */
export function lastAxis(x: Value): 0 | 1 {
  return tensor(primalOf(x)).rank === 2 ? 1 : 0;
}

/** The scores themselves, `[k]` or `[n, k]`, all finite. */
export function assertScores(operation: string, x: Operand): Tensor {
  const scores = tensor(primalOf(toValue(operation, x)));
  if (scores.rank === 0) {
    const rule = "scores are a vector [k] or rows [n, k], Eq. (1.20)";
    throw new ShapeError({ operation, rule }, { x: scores.shape });
  }
  const bad = scores.data.find((score) => !Number.isFinite(score));
  if (bad !== undefined) {
    const rule = "every score must be a finite number, Eq. (1.20)";
    const hint = "An infinite or NaN score usually means that training diverged: lower the rate.";
    throw new ValueError({ operation, rule, hint }, { "a score": bad });
  }
  return scores;
}
