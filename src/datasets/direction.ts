/** Data: a random direction in the plane, from square roots alone. */
import type { Random } from "../math/random.js";

/**
 * `[cos φ, sin φ]` for a uniformly distributed angle φ: a point in the unit disc, moved out to the
 * circle. Unlike `Math.cos` and `Math.sin`, `sqrt` gives the same digits in every version of Node.
 */
export function randomDirection(random: Random): readonly [number, number] {
  for (;;) {
    const [u, v] = [random.uniform(-1, 1), random.uniform(-1, 1)];
    const squaredLength = u * u + v * v;
    if (squaredLength === 0 || squaredLength >= 1) continue;
    const length = Math.sqrt(squaredLength);
    return [u / length, v / length];
  }
}
