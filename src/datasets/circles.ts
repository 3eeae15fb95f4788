/** Data, two circles: one class inside the other. */
import type { Random } from "../math/random.js";
import { ValueError } from "../math/value-error.js";
import { assertGenerator, type Noise } from "./arguments.js";
import { type Dataset, fromExamples } from "./dataset.js";
import { randomDirection } from "./direction.js";

/**
 * Two circles around (0, 0): class 0 of radius 1, class 1 of radius `inner`. A line cannot split
 * them; with the feature `x₁² + x₂²` a threshold can. Row i has class i mod 2.
 *
 * @param n - number of rows, at least 2
 * @returns x `[n, 2]`, y `[n]` with classes 0 and 1
 * @throws {@link ValueError} if `n` is below 2, `noise` is negative or `inner` is not between 0 and 1
 *
 * @example
 * circles(new Random(1), 100, { inner: 0.3 }).y.shape; // => [100]
 */
export function circles(
  random: Random,
  n: number,
  { noise = 0.05, inner = 0.5 }: Noise & { readonly inner?: number } = {},
): Dataset {
  assertGenerator("circles", { random, n, noise, least: 2 });
  if (!(inner > 0 && inner < 1)) {
    const rule = "inner, the radius of class 1, lies between 0 and 1, the radius of class 0";
    throw new ValueError({ operation: "circles", rule }, { inner });
  }
  return fromExamples(n, 2, (row) => {
    const radius = row % 2 === 0 ? 1 : inner;
    const x = randomDirection(random).map((entry) => random.normal(radius * entry, noise));
    return { x, y: row % 2 };
  });
}
