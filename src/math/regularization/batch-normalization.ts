/**
 * Chapter 5, batch normalization: every unit's pre-activations are brought to mean 0 and variance 1
 * over the batch, then scaled by γ and shifted by β, which are learned.
 */
import { add, div, mul, sqrt, square, sub } from "../arithmetic.js";
import type { Dual } from "../dual.js";
import type { Operand, Value } from "../elementwise.js";
import { mean, sum } from "../reductions.js";
import { type Shape, ShapeError, sameShape } from "../shape.js";
import type { ArrayLike2d, Tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import type { Variable } from "../variable.js";
import { finiteMatrix, finiteTensor, positive, shareBelowOne } from "./arguments.js";

/** Mean and variance of each unit, `[d]` each. */
export interface Statistics {
  readonly mean: Tensor;
  /** The biased one, `(1/n) Σ (x − μ)²`. */
  readonly variance: Tensor;
}

/** What batch normalization gives in training. */
export interface BatchNormalized<V> {
  /** `γ x̂ + β`, `[n, d]` */
  readonly output: V;
  /** The batch's own mean and variance, for the running statistics. */
  readonly statistics: Statistics;
}

/** One of the arguments: plain, or followed by a derivative. */
type Argument<T> = ArrayLike2d | T;

/** Batch normalization in training; a dual anywhere gives a dual output, a variable a variable. */
export interface BatchNormTraining {
  (
    x: ArrayLike2d,
    gamma: ArrayLike2d,
    beta: ArrayLike2d,
    epsilon?: number,
  ): BatchNormalized<Tensor>;
  (
    x: Argument<Dual<Tensor>>,
    gamma: Argument<Dual<Tensor>>,
    beta: Argument<Dual<Tensor>>,
    epsilon?: number,
  ): BatchNormalized<Dual<Tensor>>;
  (
    x: Argument<Variable<Tensor>>,
    gamma: Argument<Variable<Tensor>>,
    beta: Argument<Variable<Tensor>>,
    epsilon?: number,
  ): BatchNormalized<Variable<Tensor>>;
}

/** The gradients of a normalization by its three arguments, in their shapes. */
export interface NormalizationGradients {
  readonly x: Tensor;
  readonly gamma: Tensor;
  readonly beta: Tensor;
}

/** ε beside a variance, so that a unit that never changes is not divided by 0. */
const EPSILON = 1e-5;

/**
 * Batch normalization in training: `x̂ = (x − μ)/√(σ² + ε)`, `y = γ x̂ + β`, Eq. (5.8), with the
 * mean `μ = (1/n) Σ x` and the biased variance `σ² = (1/n) Σ (x − μ)²` of the batch, a unit at a
 * time.
 *
 * ε is 10⁻⁵, as in PyTorch; tfjs and Keras take 10⁻³.
 *
 * @param x - pre-activations, one example a row `[n, d]`, n ≥ 2
 * @param gamma - scales γ `[d]`
 * @param beta - shifts β `[d]`
 * @param epsilon - ε > 0
 * @throws {@link ShapeError} if the shapes do not fit, or the batch has one example
 * @throws {@link ValueError} if an entry is not finite or ε is not positive
 * @see Ioffe, Szegedy, "Batch Normalization" (2015), algorithm 1; tf.batchNorm
 *
 * @example
 * batchNormTraining([[1], [3]], [3], [5], 1e-99).output.toArray(); // => [[2], [8]]
 */
export const batchNormTraining: BatchNormTraining = ((
  x: Operand,
  gamma: Operand,
  beta: Operand,
  epsilon: number = EPSILON,
): BatchNormalized<Value> => {
  const batch = assertBatch("batchNormTraining", x, gamma, beta);
  const normalized = normalizeColumns(x, positive("batchNormTraining", "epsilon", epsilon));
  const output = add(mul(gamma, normalized), beta);
  return { output, statistics: momentsOf(batch) };
}) as BatchNormTraining;

/** `x̂ = (x − μ)/√(σ² + ε)` of each column of `[n, d]`, or of all of `[n]`. */
export function normalizeColumns(x: Operand, epsilon: number): Value {
  const centred = sub(x, mean(x as Tensor, 0));
  const variance = mean(square(centred as Tensor), 0);
  return div(centred, sqrt(add(variance, epsilon)));
}

/** `∂C/∂x` from `∂C/∂x̂` for {@link normalizeColumns}. */
export function normalizeColumnsBackward(upstream: Tensor, x: Tensor, epsilon: number): Tensor {
  const centred = sub(x, mean(x, 0));
  const deviation = sqrt(add(mean(square(centred), 0), epsilon));
  const normalized = div(centred, deviation);
  const along = mul(normalized, mean(mul(upstream, normalized), 0));
  return div(sub(sub(upstream, mean(upstream, 0)), along), deviation);
}

/**
 * Backward through {@link batchNormTraining}. With `g = ∂C/∂y`: `∂C/∂β = Σ g`, `∂C/∂γ = Σ g x̂`, and
 *
 * `∂C/∂x = γ/√(σ² + ε) · (g − mean(g) − x̂ · mean(g x̂))`, from Eq. (5.8),
 *
 * sums and means over the batch. The two means are there because each example moves μ and σ² too:
 * what all examples share, and what is along x̂, the normalization takes out again.
 *
 * @param upstream - `∂C/∂y`, `[n, d]`
 * @param x - as in the forward pass
 * @param gamma - as in the forward pass
 * @param epsilon - as in the forward pass
 * @throws {@link ShapeError} if the shapes do not fit
 * @throws {@link ValueError} if an entry is not finite or ε is not positive
 *
 * @example
 * batchNormBackward([[1], [1]], [[1], [3]], [3]).beta.toArray(); // => [2]
 */
export function batchNormBackward(
  upstream: ArrayLike2d,
  x: ArrayLike2d,
  gamma: ArrayLike2d,
  epsilon: number = EPSILON,
): NormalizationGradients {
  const operation = "batchNormBackward";
  const batch = assertBatch(operation, x, gamma, gamma);
  const G = finiteMatrix(operation, "upstream", upstream);
  if (!sameShape(G.shape, batch.shape)) {
    const rule = "the gradient has the shape of the output, which is that of x, Eq. (5.8)";
    throw new ShapeError({ operation, rule }, { upstream: G.shape, x: batch.shape });
  }
  const normalized = normalizeColumns(batch, positive(operation, "epsilon", epsilon)) as Tensor;
  return {
    x: normalizeColumnsBackward(mul(G, gamma), batch, epsilon),
    gamma: sum(mul(G, normalized), 0),
    beta: sum(G, 0),
  };
}

/**
 * Running statistics, for inference: `μ_run ← m μ_run + (1 − m) μ`, and σ² alike, Eq. (5.9).
 *
 * m is the share of the old that is kept, as in tfjs and Keras. PyTorch calls `1 − m` the momentum
 * (its 0.1 is our 0.9) and there takes the unbiased variance, as the paper does; tfjs and we take the
 * biased one.
 *
 * @param running - so far; at the beginning mean 0 and variance 1
 * @param batch - as {@link batchNormTraining} returned them
 * @param momentum - m, from 0 to below 1
 * @throws {@link ShapeError} if the two do not have the same units
 * @throws {@link ValueError} if m is out of range
 *
 * @example
 * const zero = { mean: tensor([0]), variance: tensor([1]) };
 * const batch = { mean: tensor([4]), variance: tensor([3]) };
 * updateStatistics(zero, batch, 0.75).mean.toArray(); // => [1]
 */
export function updateStatistics(
  running: Statistics,
  batch: Statistics,
  momentum = 0.99,
): Statistics {
  const operation = "updateStatistics";
  const m = shareBelowOne(operation, "momentum", momentum);
  const blend = (old: Tensor, now: Tensor): Tensor => {
    if (sameShape(old.shape, now.shape)) return add(mul(m, old), mul(1 - m, now));
    const rule = "running and batch statistics belong to the same units, Eq. (5.9)";
    throw new ShapeError({ operation, rule }, { running: old.shape, batch: now.shape });
  };
  return {
    mean: blend(running.mean, batch.mean),
    variance: blend(running.variance, batch.variance),
  };
}

/**
 * Batch normalization at inference: Eq. (5.8) with the running statistics in place of the batch's, so
 * that an example's output does not depend on the others.
 *
 * @param x - pre-activations, `[n, d]`, n ≥ 1
 * @param running - mean and variance, from training
 * @param gamma - scales γ `[d]`
 * @param beta - shifts β `[d]`
 * @param epsilon - ε > 0, as in training
 * @throws {@link ShapeError} if the shapes do not fit
 * @throws {@link ValueError} if an entry is not finite, a variance is negative, or ε is not positive
 *
 * @example
 * const running = { mean: tensor([2]), variance: tensor([4]) };
 * batchNormInference([[6]], running, [3], [5], 1e-99).toArray(); // => [[11]]
 */
export function batchNormInference(
  x: ArrayLike2d,
  running: Statistics,
  gamma: ArrayLike2d,
  beta: ArrayLike2d,
  epsilon: number = EPSILON,
): Tensor {
  const operation = "batchNormInference";
  const values = finiteMatrix(operation, "x", x);
  assertUnits(operation, values, { gamma, beta, mean: running.mean, variance: running.variance });
  if (running.variance.data.some((variance) => variance < 0)) {
    const rule = "a variance is not negative";
    throw new ValueError({ operation, rule }, { variance: [...running.variance.data] });
  }
  const deviation = sqrt(add(running.variance, positive(operation, "epsilon", epsilon)));
  return add(mul(gamma, div(sub(values, running.mean), deviation)), beta);
}

/** Mean and biased variance of each column, plain numbers. */
function momentsOf(x: Tensor): Statistics {
  const mu = mean(x, 0);
  return { mean: mu, variance: mean(square(sub(x, mu)), 0) };
}

function assertBatch(operation: string, x: Operand, gamma: Operand, beta: Operand): Tensor {
  const batch = finiteMatrix(operation, "x", x);
  assertUnits(operation, batch, { gamma, beta });
  if (batch.shape[0]! > 1) return batch;
  const rule = "a batch needs 2 examples or more, since the variance of one is 0";
  const hint = "At inference use batchNormInference, which takes one as well.";
  throw new ShapeError({ operation, rule, hint }, { x: batch.shape });
}

function assertUnits(
  operation: string,
  x: Tensor,
  parameters: Readonly<Record<string, Operand>>,
): void {
  const shapes: Record<string, Shape> = { x: x.shape };
  for (const [name, parameter] of Object.entries(parameters)) {
    shapes[name] = finiteTensor(operation, name, parameter).shape;
  }
  const units = x.shape[1];
  const fits = ([length, ...rest]: Shape) => rest.length === 0 && length === units;
  if (Object.keys(parameters).every((name) => fits(shapes[name]!))) return;
  const rule = `x is [n, d], and ${Object.keys(parameters).join(", ")} have one entry a unit, [d], Eq. (5.8)`;
  throw new ShapeError({ operation, rule }, shapes);
}
