/**
 * Chapter 6, radial basis functions: each feature is large near its centre and fades with distance,
 * like a template that x is compared with.
 */
import { add, div, exp, maximum, mul, neg, square, sub } from "../arithmetic.js";
import { matMul, transpose } from "../linear-algebra.js";
import { mean, sum } from "../reductions.js";
import { type ArrayLike2d, ones, type Tensor, tensor } from "../tensor.js";
import { assertExamples, type FeatureMap, featureMap } from "./feature-map.js";
import { assertPositive } from "./search.js";

/**
 * Radial basis features: `φⱼ(x) = exp(−‖x − cⱼ‖² / 2ℓ²)`, Eq. (6.13).
 *
 * All squared distances come from one matrix product, `‖x‖² − 2 x·c + ‖c‖²`, with the origin moved to
 * the middle of the centres so that little cancels.
 *
 * @param centers - c, one a row, `[m, d]`
 * @param width - ℓ, above 0
 * @returns φ, `[n, d]` to `[n, m]`
 * @throws {@link ShapeError} if the centres, or later the examples, are not a fitting matrix
 * @throws {@link ValueError} if the width is not positive
 *
 * @example
 * radialBasis([[0, 0], [3, 4]], 5)([[0, 0]]).toArray()[0].map((phi) => Math.log(phi)); // => [0, -0.5]
 */
export function radialBasis(centers: ArrayLike2d, width: number): FeatureMap {
  const places = assertExamples("radialBasis", centers);
  assertPositive("radialBasis", "width", width);
  const [m, d] = places.shape as readonly [number, number];
  const middle = mean(places, 0);
  const C = sub(places, middle);
  const sizes = sum(square(C), 1);
  const spread = ones([d, m]);
  return featureMap("radialBasis", d, (X) => {
    const x = sub(X, middle);
    const products = matMul(x, transpose(C));
    const squares = add(sub(matMul(square(x), spread), mul(2, products)), sizes);
    return exp(neg(div(maximum(0, squares), 2 * width * width)));
  });
}

/**
 * Similarity of every x with every x′: `k(x, x′) = exp(−‖x − x′‖² / 2ℓ²)`, the Gaussian kernel.
 *
 * @param X - `[n, d]`
 * @param other - `[m, d]`
 * @returns `[n, m]`
 * @throws {@link ShapeError} if the shapes do not fit
 *
 * @example
 * gaussianKernel([[1, 2]], [[1, 2]], 3).toArray(); // => [[1]]
 */
export function gaussianKernel(X: ArrayLike2d, other: ArrayLike2d, width: number): Tensor {
  return radialBasis(other, width)(tensor(X));
}
