/**
 * Chapter 1, the linear classifier and its geometry: a hyperplane cuts the input space in two, and
 * the sign of the weighted sum says on which side a point lies.
 */
import { dot } from "./linear-algebra.js";
import { weightedSum } from "./perceptron.js";
import { type ArrayLike2d, Tensor, tensor } from "./tensor.js";
import { assertNumber, ValueError } from "./value-error.js";

/**
 * Sign of a number as a class: `+1 if z ≥ 0, else −1`. A point on the boundary has to go somewhere;
 * it goes to +1.
 *
 * @throws {@link ValueError} if z is NaN or not a number
 *
 * @example
 * sign(-6); // => -1
 */
export function sign(z: number): -1 | 1 {
  return assertNumber("sign", "z", z) >= 0 ? 1 : -1;
}

/**
 * Class of a point: `ŷ = sign(w₀ + Σᵢ wᵢxᵢ)`, Eq. (1.14).
 *
 * @param x - the point, `[m]`
 * @param w - weights, `[m]`
 * @param w0 - bias
 * @throws {@link ShapeError} if x and w are not vectors of one length
 *
 * @example
 * classify([-1, 2], [3, -2], 1); // => -1
 */
export function classify(x: ArrayLike2d, w: ArrayLike2d, w0: number): -1 | 1 {
  return sign(weightedSum(x, w, w0));
}

/** The set of points with `w₀ + Σᵢ wᵢxᵢ = 0`, Eq. (1.13): a line in 2-D, a plane in 3-D. */
export interface Hyperplane {
  /** Unit vector at right angles to the hyperplane, `w/‖w‖`, `[m]`; it points to the side of +1. */
  readonly normal: Tensor;
  /** Where the hyperplane lies along `normal`, seen from the origin: `−w₀/‖w‖`. */
  readonly offset: number;
  /** Where it cuts each axis, `−w₀/wᵢ`, `[m]`; ±Infinity for an axis that it never meets. */
  readonly intercepts: Tensor;
  /** Distance of a point `[m]`, positive on the side of +1: `(w₀ + w·x)/‖w‖`. */
  readonly distanceTo: (x: ArrayLike2d) => number;
}

/**
 * Geometry of the decision boundary `w₀ + Σᵢ wᵢxᵢ = 0`, Eq. (1.13): w turns it, w₀ shifts it.
 *
 * @param w - weights, `[m]`, not all 0
 * @param w0 - bias
 * @throws {@link ValueError} if every weight is 0: then there is no boundary
 * @throws {@link ShapeError} if w is not a vector
 *
 * @example
 * hyperplane([3, 4], -10).offset; // => 2
 */
export function hyperplane(w: ArrayLike2d, w0: number): Hyperplane {
  const weights = tensor(w);
  const length = Math.sqrt(dot(weights, weights));
  assertNumber("hyperplane", "w0", w0);
  if (length === 0) {
    const rule = "at least one weight must differ from 0, Eq. (1.13)";
    const hint = "With w = 0 the sum is w₀ everywhere, and no boundary exists.";
    throw new ValueError({ operation: "hyperplane", rule, hint }, { w: weights.toArray() });
  }
  const scaled = (f: (wi: number) => number) => new Tensor(weights.shape, weights.data.map(f));
  return {
    normal: scaled((wi) => wi / length),
    offset: -w0 / length,
    intercepts: scaled((wi) => (wi === 0 ? Number.POSITIVE_INFINITY : -w0 / wi)),
    distanceTo: (x) => weightedSum(x, weights, w0) / length,
  };
}
