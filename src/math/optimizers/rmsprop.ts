/** Chapter 4, RMSProp: Adagrad with a memory that fades, so that the rate can rise again. */
import { assertNotNegative, assertShare } from "../ranges.js";
import type { Schedule } from "../schedules.js";
import { type Optimizer, optimizer } from "./optimizer.js";
import { ratio } from "./ratio.js";

/** Settings of RMSProp beside the learning rate. */
export interface RmspropSettings {
  /** ρ, the share of the running mean that is kept, in [0, 1). */
  readonly rho?: number;
  /** ε, at least 0. */
  readonly epsilon?: number;
}

/**
 * RMSProp: `s ← ρs + (1 − ρ)g²`, `w ← w − η g / √(s + ε)`, Eq. (4.8), from s = 0.
 *
 * Hinton's lecture has no ε. It stands under the root as in Goodfellow et al. and in TensorFlow;
 * PyTorch adds it to the root. Nothing corrects for the start at s = 0, so the first step is
 * `1/√(1 − ρ)` times as long as η, about three times.
 *
 * @param learningRate - η, a number of at least 0 or a schedule
 * @throws {@link ValueError} if a setting is out of range
 * @see tf.train.rmsprop; Tieleman, Hinton, Lecture 6.5 (2012); Goodfellow, Bengio, Courville, "Deep
 *   Learning" (2016), Algorithm 8.5
 *
 * @example
 * const rule = rmsprop(0.5, { rho: 0.75, epsilon: 0 });
 * const w = [tensor([1])]; // s = 0.25 · 3², so the step is 0.5 · 3 / 1.5
 * rule.update([tensor([3])], rule.init(w), w).parameters[0].toArray(); // => [0]
 */
export function rmsprop(
  learningRate: number | Schedule = 0.001,
  { rho = 0.9, epsilon = 1e-7 }: RmspropSettings = {},
): Optimizer {
  assertShare("rmsprop", "rho", rho);
  assertNotNegative("rmsprop", "epsilon", epsilon);
  return optimizer({
    name: "rmsprop",
    formula: "s ← ρs + (1 − ρ)g², w ← w − η g / √(s + ε)",
    learningRate,
    memory: { s: 0 },
    step: (w, g, eta, _t, s) => {
      for (let i = 0; i < w.length; i++) {
        s[i] = rho * s[i]! + (1 - rho) * g[i]! * g[i]!;
        w[i] = w[i]! - eta * ratio(g[i]!, Math.sqrt(s[i]! + epsilon));
      }
    },
  });
}
