/** Data, spirals: arms wound around each other, the hardest of the plane's toy problems. */
import type { Random } from "../math/random.js";
import { ValueError } from "../math/value-error.js";
import { assertFinite, assertGenerator, type Noise } from "./arguments.js";
import { type Dataset, fromExamples } from "./dataset.js";

/** Where an arm begins: at the origin itself the arms would touch. */
const INNER_RADIUS = 0.1;

/** How the spirals are wound. */
export interface SpiralOptions extends Noise {
  /** Number of arms, one class each; 2 if absent. */
  readonly arms?: number;
  /** How often an arm would go round on its way from radius 0 to 1; 1 if absent. */
  readonly turns?: number;
}

/**
 * Spirals `(r cos φ, r sin φ)` with `φ = 2π (turns · r + c / arms)` for class c and a radius r
 * uniformly distributed on [0.1, 1). Row i has class i mod `arms`.
 *
 * @param n - number of rows, at least one for each arm
 * @returns x `[n, 2]`, y `[n]` with classes 0 … arms − 1
 * @throws {@link ValueError} if `n` is below `arms`, `arms` below 2, `noise` negative or `turns` not
 * finite
 * @see Lang and Witbrock, "Learning to tell two spirals apart" (1988)
 *
 * @example
 * spirals(new Random(1), 300, { arms: 3 }).x.shape; // => [300, 2]
 */
export function spirals(
  random: Random,
  n: number,
  { noise = 0.02, arms = 2, turns = 1 }: SpiralOptions = {},
): Dataset {
  if (!Number.isInteger(arms) || arms < 2) {
    const rule = "arms, the number of classes, must be a whole number of at least 2";
    throw new ValueError({ operation: "spirals", rule }, { arms });
  }
  assertGenerator("spirals", { random, n, noise, least: arms });
  assertFinite("spirals", "turns", turns);
  return fromExamples(n, 2, (row) => {
    const radius = random.uniform(INNER_RADIUS, 1);
    const angle = 2 * Math.PI * (turns * radius + (row % arms) / arms);
    const [x0, x1] = [radius * Math.cos(angle), radius * Math.sin(angle)];
    return { x: [random.normal(x0, noise), random.normal(x1, noise)], y: row % arms };
  });
}
