/** Data, two moons: half circles that reach into each other, so that no line splits them. */
import type { Random } from "../math/random.js";
import { assertGenerator, type Noise } from "./arguments.js";
import { type Dataset, fromExamples } from "./dataset.js";
import { randomDirection } from "./direction.js";

/**
 * Two half circles of radius 1. Class 0 is the upper half around (0, 0); class 1 the lower half
 * around (1, ½). The angle is uniformly distributed; row i has class i mod 2.
 *
 * @param n - number of rows, at least 2
 * @returns x `[n, 2]`, y `[n]` with classes 0 and 1
 * @throws {@link ValueError} if `n` is below 2 or `noise` is negative
 *
 * @example
 * moons(new Random(1), 100).x.shape; // => [100, 2]
 */
export function moons(random: Random, n: number, { noise = 0.1 }: Noise = {}): Dataset {
  assertGenerator("moons", { random, n, noise, least: 2 });
  return fromExamples(n, 2, (row) => {
    const [cos, sin] = randomDirection(random);
    const upper = row % 2 === 0;
    const x0 = upper ? cos : 1 - cos;
    const x1 = upper ? Math.abs(sin) : 0.5 - Math.abs(sin);
    return { x: [random.normal(x0, noise), random.normal(x1, noise)], y: row % 2 };
  });
}
