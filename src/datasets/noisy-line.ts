/** Data, a noisy line: what linear regression is made for, with the right answer known. */
import type { Random } from "../math/random.js";
import { assertFinite, assertGenerator, type Noise } from "./arguments.js";
import { type Dataset, fromExamples } from "./dataset.js";
import { assertInterval, type Interval } from "./interval.js";

/** The line, and where its points lie. */
export interface LineOptions extends Noise, Interval {
  /** Slope; 2 if absent. */
  readonly w?: number;
  /** Value at x = 0; 1 if absent. */
  readonly w0?: number;
}

/**
 * `y = w₀ + w x + noise` for x uniformly distributed on [low, high).
 *
 * @param n - number of rows
 * @returns x `[n, 1]`, y `[n]`
 * @throws {@link ValueError} if `n` is below 1, `noise` is negative, `low` not below `high` or the
 * line not finite
 *
 * @example
 * noisyLine(new Random(1), 50, { w: -1, w0: 3, noise: 0.2 }).y.shape; // => [50]
 */
export function noisyLine(
  random: Random,
  n: number,
  { noise = 0.1, low = -1, high = 1, w = 2, w0 = 1 }: LineOptions = {},
): Dataset {
  assertGenerator("noisyLine", { random, n, noise, least: 1 });
  assertInterval("noisyLine", low, high);
  assertFinite("noisyLine", "w", w);
  assertFinite("noisyLine", "w0", w0);
  return fromExamples(n, 1, () => {
    const x = random.uniform(low, high);
    return { x: [x], y: random.normal(w0 + w * x, noise) };
  });
}
