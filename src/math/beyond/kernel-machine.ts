/**
 * Chapter 6, kernel machine: a network of two layers whose hidden layer has one unit for each
 * training sample, which it keeps as a template.
 */
import { add } from "../arithmetic.js";
import { matMul } from "../linear-algebra.js";
import { ShapeError } from "../shape.js";
import { type ArrayLike2d, Tensor, tensor } from "../tensor.js";
import { assertExamples } from "./feature-map.js";
import { leastSquares, linearSolve } from "./linear-solve.js";
import { gaussianKernel } from "./radial-basis.js";
import { assertNotNegative, assertPositive } from "./search.js";

/** How {@link kernelMachine} compares and fits. */
export interface KernelMachineOptions {
  /** ℓ of the Gaussian kernel. */
  readonly width: number;
  /** λ, what large weights cost; left out it is 1e-6. With 0 every target is met exactly. */
  readonly ridge?: number;
}

/** A fitted kernel machine. */
export interface KernelMachine {
  /** Hidden units: as many as there were samples. */
  readonly units: number;
  /** α, one weight a sample, `[n]` or `[n, k]`. */
  readonly weights: Tensor;
  /** ŷ `[p]` or `[p, k]` for examples `[p, d]`. */
  readonly predict: (X: ArrayLike2d) => Tensor;
}

/**
 * Kernel machine: `ŷ(x) = Σₚ αₚ k(x, x[p])`, Eq. (6.15), over the training samples, with the Gaussian
 * kernel of Eq. (6.13). The weights solve `(K + λI) α = y` (kernel ridge regression).
 *
 * For two classes use targets ±1 and the sign of ŷ. A support vector machine has the same form; its
 * hinge loss makes most αₚ zero.
 *
 * @param X - training samples, `[n, d]`
 * @param y - targets, `[n]` or `[n, k]`
 * @throws {@link ShapeError} if X and y do not fit
 * @throws {@link ValueError} if the width is not positive, the ridge negative, or K singular (a sample
 * that occurs twice, without a ridge)
 *
 * @example
 * const machine = kernelMachine([[0, 0], [0, 1], [1, 0], [1, 1]], [-1, 1, 1, -1], { width: 0.5 });
 * machine.predict([[0.1, 0.9], [0.9, 0.9]]).toArray().map(Math.sign); // => [1, -1]
 */
export function kernelMachine(
  X: ArrayLike2d,
  y: ArrayLike2d,
  options: KernelMachineOptions,
): KernelMachine {
  const [samples, targets] = [assertExamples("kernelMachine", X), tensor(y)];
  const { width, ridge = 1e-6 } = options;
  const n = samples.shape[0]!;
  assertPositive("kernelMachine", "width", width);
  assertNotNegative("kernelMachine", "ridge", ridge);
  if (targets.rank === 0 || targets.shape[0] !== n) {
    const rule = "every sample of X [n, d] needs its own target in y [n], Eq. (6.15)";
    const shapes = { X: samples.shape, y: targets.shape };
    throw new ShapeError({ operation: "kernelMachine", rule }, shapes);
  }
  const penalty = new Float64Array(n * n);
  for (let i = 0; i < n; i++) penalty[i * (n + 1)] = ridge;
  const K = gaussianKernel(samples, samples, width);
  const weights = linearSolve(add(K, new Tensor([n, n], penalty)), targets);
  const predict = (x: ArrayLike2d) => matMul(gaussianKernel(x, samples, width), weights);
  return { units: n, weights, predict };
}

/** A linear unit on top of features. */
export interface ReadOut {
  /** `[m]` or `[m, k]`. */
  readonly weights: Tensor;
  /** ŷ for features `[n, m]`. */
  readonly predict: (features: ArrayLike2d) => Tensor;
}

/**
 * A linear read-out `ŷ = Φ w` fitted by least squares with a ridge, the last layer of every feature
 * map of this chapter.
 *
 * @param features - Φ, `[n, m]`
 * @param y - targets, `[n]` or `[n, k]`
 * @param ridge - weight of `‖w‖²`; left out it is 1e-6
 * @throws {@link ShapeError} if the shapes do not fit
 * @throws {@link ValueError} if the ridge is negative, or 0 with dependent features
 *
 * @example
 * readOut([[1, 0], [0, 2]], [3, 4], 0).weights.toArray(); // => [3, 2]
 */
export function readOut(features: ArrayLike2d, y: ArrayLike2d, ridge = 1e-6): ReadOut {
  const weights = leastSquares(features, y, ridge);
  return { weights, predict: (phi) => matMul(phi, weights) };
}
