/**
 * Chapter 4, a fair race: how many steps an optimizer needs to come near a minimum and to stay there,
 * and the learning rate with which it needs the fewest.
 */
import { descentSteps } from "./descent.js";
import type { Optimizer } from "./optimizers/optimizer.js";
import { assertCount, assertNotNegative } from "./ranges.js";
import type { Surface } from "./surfaces.js";
import type { ArrayLike2d } from "./tensor.js";
import { ValueError } from "./value-error.js";

/** When a descent counts as arrived. */
export interface SettleSettings {
  /** How near the minimum is near enough; 0.05 if absent. */
  readonly within?: number;
  /** For how many further steps it must stay that near; 50 if absent. */
  readonly hold?: number;
  /** The most steps to take; 2,000 if absent. */
  readonly steps?: number;
}

/**
 * The step at which a descent comes within a distance of the minimum and then stays there; null if it
 * does not, for want of steps or because it diverges. A path that only flies past does not count.
 *
 * @param surface - with a known minimum
 * @param start - w, `[d]`
 * @throws {@link ValueError} if the surface has no minimum or a setting is out of range
 *
 * @example
 * stepsToSettle(ravine(4), [8, 1], gradientDescent(0.25), { within: 1 }); // => 8
 */
export function stepsToSettle(
  surface: Surface,
  start: ArrayLike2d,
  optimizer: Optimizer,
  { within = 0.05, hold = 50, steps = 2000 }: SettleSettings = {},
): number | null {
  const operation = "stepsToSettle";
  assertNotNegative(operation, "within", within);
  assertCount(operation, "hold", hold, 0);
  const { minimum } = surface;
  if (minimum === undefined) {
    const rule = "the surface must have a lowest point to arrive at";
    throw new ValueError({ operation, rule }, { surface: surface.name });
  }
  let arrived: number | null = null;
  for (const { step, w, status } of descentSteps(surface, start, optimizer, { steps })) {
    if (status === "diverged") return null;
    const distance = Math.hypot(...w.data.map((entry, i) => entry - minimum.data[i]!));
    if (distance > within) arrived = null;
    else arrived ??= step;
    // A flat place ends the descent: it stays there for good.
    const stays = status === "converged" || step - (arrived ?? step) >= hold;
    if (arrived !== null && stays) return arrived;
  }
  return null;
}

/** The best of some learning rates. */
export interface BestRate {
  readonly rate: number;
  readonly steps: number;
}

/**
 * The learning rate among these with which an optimizer settles after the fewest steps; null if it does
 * with none. Of two equal ones the first.
 *
 * @param make - an optimizer from its rate, such as `adam`
 * @param rates - η to try, at least one
 * @throws {@link ValueError} as {@link stepsToSettle}, or if there is no rate
 *
 * @example
 * bestRate(ravine(1), [8, 8], gradientDescent, [0.1, 1, 3]); // => { rate: 1, steps: 1 }
 */
export function bestRate(
  surface: Surface,
  start: ArrayLike2d,
  make: (rate: number) => Optimizer,
  rates: readonly number[],
  settings: SettleSettings = {},
): BestRate | null {
  if (rates.length === 0) {
    const rule = "there must be at least one learning rate to try";
    throw new ValueError({ operation: "bestRate", rule }, { rates });
  }
  let best: BestRate | null = null;
  for (const rate of rates) {
    const steps = stepsToSettle(surface, start, make(rate), settings);
    if (steps !== null && (best === null || steps < best.steps)) best = { rate, steps };
  }
  return best;
}
