/**
 * Chapter 5, weight decay: every step shrinks the weights a little before the loss moves them.
 */
import { mul, sub } from "../arithmetic.js";
import { ShapeError, sameShape } from "../shape.js";
import type { Tensor, TensorLike } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { finiteTensor, notNegative } from "./arguments.js";

/**
 * The weights, shrunk for one step: `W ← (1 − ηλ) W`, the first part of Eq. (5.4). Put it before the
 * step of any optimizer; with Adam that makes AdamW, Eq. (4.11).
 *
 * @param W - weights, any shape
 * @param eta - learning rate η ≥ 0
 * @param lambda - decay λ ≥ 0 with ηλ ≤ 1, since beyond it the weights change sign
 * @returns W's shape
 * @throws {@link ValueError} if η or λ is negative, ηλ > 1, or an entry is not finite
 *
 * @example
 * decayWeights([8, -4], 0.5, 0.5).toArray(); // => [6, -3]
 */
export function decayWeights(W: TensorLike, eta: number, lambda: number): Tensor {
  return mul(1 - shrinkage("decayWeights", eta, lambda), finiteTensor("decayWeights", "W", W));
}

/**
 * A step of plain gradient descent with weight decay: `W ← (1 − ηλ) W − η ∂J/∂W`, Eq. (5.4).
 *
 * For plain gradient descent this is the step on `J + (λ/2) Σ wᵢ²`, that is {@link l2Penalty} at
 * λ/2, whose gradient is λw. With a step that rescales the gradient, as Adam's does, the two
 * differ: there the penalty's gradient is rescaled too, and large weights decay less.
 *
 * @param W - weights, any shape
 * @param gradient - `∂J/∂W`, of W's shape
 * @param eta - learning rate η ≥ 0
 * @param lambda - decay λ ≥ 0 with ηλ ≤ 1
 * @returns W's shape
 * @throws {@link ShapeError} if W and the gradient differ in shape
 * @throws {@link ValueError} if η or λ is negative, ηλ > 1, or an entry is not finite
 * @see Loshchilov, Hutter, "Decoupled Weight Decay Regularization" (2019)
 *
 * @example
 * weightDecayStep([8, -4], [2, 2], 0.5, 0.5).toArray(); // => [5, -4]
 */
export function weightDecayStep(
  W: TensorLike,
  gradient: TensorLike,
  eta: number,
  lambda: number,
): Tensor {
  const operation = "weightDecayStep";
  const [weights, slopes] = [
    finiteTensor(operation, "W", W),
    finiteTensor(operation, "gradient", gradient),
  ];
  if (!sameShape(weights.shape, slopes.shape)) {
    const rule = "the gradient has one entry a weight, Eq. (5.4)";
    throw new ShapeError({ operation, rule }, { W: weights.shape, gradient: slopes.shape });
  }
  const shrunk = mul(1 - shrinkage(operation, eta, lambda), weights);
  return sub(shrunk, mul(eta, slopes));
}

function shrinkage(operation: string, eta: number, lambda: number): number {
  const share = notNegative(operation, "eta", eta) * notNegative(operation, "lambda", lambda);
  if (share <= 1) return share;
  const rule = "ηλ is the share of each weight that a step takes away, Eq. (5.4), so at most 1";
  throw new ValueError({ operation, rule }, { eta, lambda, ηλ: share });
}
