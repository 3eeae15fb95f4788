/**
 * Chapter 6, polynomial features: all products of the inputs up to a degree. A linear unit on top
 * draws conic sections; the price is the number of products.
 */
import { add, mul } from "../arithmetic.js";
import type { Dual } from "../dual.js";
import { matMul } from "../linear-algebra.js";
import { primalOf } from "../operation.js";
import { type ArrayLike2d, Tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import type { Variable } from "../variable.js";
import { featureMap } from "./feature-map.js";
import { assertCount } from "./search.js";

/** Beyond this many features a map is refused rather than built. */
const MAX_FEATURES = 100_000n;

/**
 * All monomials up to a degree, `φ(x) = (1, x₁, x₂, x₁x₂, x₁², x₂²)` for two inputs and degree 2,
 * Eq. (6.11). They come by degree; within a degree, the most mixed first.
 *
 * Each is a product of `degree` factors that are 1 or an input, and is computed so:
 * `Φ = ∏ₖ (X Sₖ + cₖ)` where Sₖ chooses the k-th factor.
 *
 * @param X - one example a row, `[n, d]`
 * @param degree - highest degree, at least 1
 * @returns `[n, m]` with `m = C(d + degree, degree)`
 * @throws {@link ShapeError} if X is not a matrix
 * @throws {@link ValueError} if the degree is not a whole number of at least 1, or m is above 100,000
 *
 * @example
 * polynomialFeatures([[2, 3]], 2).toArray(); // => [[1, 2, 3, 6, 4, 9]]
 */
export function polynomialFeatures(X: ArrayLike2d, degree: number): Tensor;
export function polynomialFeatures(X: Dual<Tensor>, degree: number): Dual<Tensor>;
export function polynomialFeatures(X: Variable<Tensor>, degree: number): Variable<Tensor>;
export function polynomialFeatures(
  X: ArrayLike2d | Dual<Tensor> | Variable<Tensor>,
  degree: number,
): Tensor | Dual<Tensor> | Variable<Tensor> {
  const phi = featureMap("polynomialFeatures", undefined, (inputs) => {
    const d = (primalOf(inputs) as Tensor).shape[1]!;
    const exponents = monomials(d, degree);
    return Array.from({ length: degree }, (_, k) => factor(exponents, d, k))
      .map(({ chosen, ones }) => add(matMul(inputs, chosen), ones))
      .reduce((product, next) => mul(product, next));
  });
  return phi(X as Tensor);
}

/** The k-th factor of every monomial: the input that `chosen` `[d, m]` picks, or the 1 of `ones` `[m]`. */
function factor(
  exponents: readonly number[][],
  d: number,
  k: number,
): Record<"chosen" | "ones", Tensor> {
  const m = exponents.length;
  const [chosen, ones] = [new Float64Array(d * m), new Float64Array(m)];
  for (const [column, powers] of exponents.entries()) {
    const inputs = powers.flatMap((power, i) => Array<number>(power).fill(i));
    const input = inputs[k];
    if (input === undefined) ones[column] = 1;
    else chosen[input * m + column] = 1;
  }
  return { chosen: new Tensor([d, m], chosen), ones: new Tensor([m], ones) };
}

/**
 * The exponents of the monomials up to a degree, one list a monomial, in the order of
 * {@link polynomialFeatures}.
 *
 * @throws {@link ValueError} if an argument is not a whole number of at least 1, or there are too many
 *
 * @example
 * monomials(2, 2); // => [[0, 0], [1, 0], [0, 1], [1, 1], [2, 0], [0, 2]]
 */
export function monomials(dimension: number, degree: number): number[][] {
  const count = polynomialFeatureCount(dimension, degree);
  if (count > MAX_FEATURES) {
    const rule = `no more than ${MAX_FEATURES} features, Eq. (6.11)`;
    const hint = "polynomialFeatureCount tells beforehand how many there are.";
    throw new ValueError({ operation: "monomials", rule, hint }, { dimension, degree, count });
  }
  const ofDegree = (inputs: number, total: number): number[][] => {
    if (inputs === 1) return [[total]];
    const first = Array.from({ length: total + 1 }, (_, i) => total - i);
    return first.flatMap((power) =>
      ofDegree(inputs - 1, total - power).map((rest) => [power, ...rest]),
    );
  };
  return Array.from({ length: degree + 1 }, (_, total) =>
    ofDegree(dimension, total).sort((a, b) => Math.max(...a) - Math.max(...b)),
  ).flat();
}

/**
 * How many monomials there are: `m = C(d + k, k)`, exactly. For degree 2 it grows as d²/2: an image
 * of 256 × 256 × 3 has 19 thousand million of them.
 *
 * @param dimension - number of inputs d
 * @param degree - highest degree k
 * @throws {@link ValueError} if an argument is not a whole number of at least 1
 *
 * @example
 * polynomialFeatureCount(256 * 256 * 3, 2); // => 19327647745n
 */
export function polynomialFeatureCount(dimension: number, degree: number): bigint {
  assertCount("polynomialFeatureCount", "dimension", dimension);
  assertCount("polynomialFeatureCount", "degree", degree);
  return binomial(dimension + degree, degree);
}

/**
 * Number of ways to choose k of n, `C(n, k)`, exactly; 0 for k > n.
 *
 * @throws {@link ValueError} if n or k is not a whole number of at least 0
 *
 * @example
 * binomial(5, 2); // => 10n
 */
export function binomial(n: number, k: number): bigint {
  assertCount("binomial", "n", n, 0);
  assertCount("binomial", "k", k, 0);
  if (k > n) return 0n;
  let ways = 1n;
  // After i factors the product is C(n − k + i, i), so every division is exact.
  const fewer = Math.min(k, n - k);
  for (let i = 1; i <= fewer; i++) ways = (ways * BigInt(n - fewer + i)) / BigInt(i);
  return ways;
}
