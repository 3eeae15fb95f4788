/**
 * Chapter 4, input normalization: the lecture's two examples of inputs that make gradient descent
 * slow, and that `(x − μ)/σ` repairs, Eq. (4.21).
 */
import type { Random } from "../math/random.js";
import { assertGenerator, type Noise } from "./arguments.js";
import { type Dataset, fromExamples } from "./dataset.js";

/**
 * Two inputs of very different size: `x₁` on [−1, 1), `x₂` on [−100, 100), and
 * `y = x₁ + x₂/100 + noise`, to which both contribute alike.
 *
 * The second derivatives of the mean squared error along the two weights differ by a factor of
 * 100² = 10⁴: a rate that suits w₁ makes w₂ diverge.
 *
 * @param n - number of rows
 * @returns x `[n, 2]`, y `[n]`
 * @throws {@link ValueError} if `n` is below 1 or `noise` is negative
 *
 * @example
 * unequalScales(new Random(1), 50).x.shape; // => [50, 2]
 */
export function unequalScales(random: Random, n: number, { noise = 0 }: Noise = {}): Dataset {
  assertGenerator("unequalScales", { random, n, noise, least: 1 });
  return fromExamples(n, 2, () => {
    const [x1, x2] = [random.uniform(-1, 1), random.uniform(-100, 100)];
    return { x: [x1, x2], y: random.normal(x1 + x2 / 100, noise) };
  });
}

/**
 * An input that varies little far from 0: x on [99, 101), and `y = x − 100 + noise`.
 *
 * Weight and bias then do nearly the same thing, so the error surface is a narrow, slanting ravine:
 * the largest second derivative is some 3 · 10⁸ times the smallest.
 *
 * @param n - number of rows
 * @returns x `[n, 1]`, y `[n]`
 * @throws {@link ValueError} if `n` is below 1 or `noise` is negative
 *
 * @example
 * farFromZero(new Random(1), 50).x.shape; // => [50, 1]
 */
export function farFromZero(random: Random, n: number, { noise = 0 }: Noise = {}): Dataset {
  assertGenerator("farFromZero", { random, n, noise, least: 1 });
  return fromExamples(n, 1, () => {
    const x = random.uniform(99, 101);
    return { x: [x], y: random.normal(x - 100, noise) };
  });
}
