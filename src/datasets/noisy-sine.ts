/** Data, a noisy sine: the smallest regression problem that needs a hidden layer. */
import type { Random } from "../math/random.js";
import { assertGenerator, type Noise } from "./arguments.js";
import { type Dataset, fromExamples } from "./dataset.js";
import { assertInterval, type Interval } from "./interval.js";

/**
 * `y = sin(x) + noise` for x uniformly distributed on [low, high).
 *
 * @param n - number of rows
 * @returns x `[n, 1]`, y `[n]`
 * @throws {@link ValueError} if `n` is below 1, `noise` is negative or `low` not below `high`
 *
 * @example
 * noisySine(new Random(1), 50).x.shape; // => [50, 1]
 */
export function noisySine(
  random: Random,
  n: number,
  { noise = 0.1, low = -Math.PI, high = Math.PI }: Noise & Interval = {},
): Dataset {
  assertGenerator("noisySine", { random, n, noise, least: 1 });
  assertInterval("noisySine", low, high);
  return fromExamples(n, 1, () => {
    const x = random.uniform(low, high);
    return { x: [x], y: random.normal(Math.sin(x), noise) };
  });
}
