/** Chapter 4, AdamW: weight decay that Adam's division by √v̂ does not touch. */
import { assertNotNegative } from "../ranges.js";
import type { Schedule } from "../schedules.js";
import { type AdamSettings, adamWithDecay } from "./adam.js";
import type { Optimizer } from "./optimizer.js";

/** Settings of AdamW beside the learning rate. */
export interface AdamwSettings extends AdamSettings {
  /** λ, at least 0: each step shortens the weights by the share ηλ. */
  readonly weightDecay?: number;
}

/**
 * AdamW: m̂ and v̂ as in {@link adam}, `w ← w − η (m̂/(√v̂ + ε) + λw)`, Eq. (4.11).
 *
 * A penalty `λ‖w‖²/2` in the loss adds λw to the gradient, and Adam then divides it by √v̂ with the
 * rest: weights with big gradients are hardly decayed. Here the decay is decoupled from that.
 * Biases, too, decay if they are among the parameters.
 *
 * @param learningRate - η, a number of at least 0 or a schedule, which scales the decay too
 * @throws {@link ValueError} if a setting is out of range
 * @see Loshchilov, Hutter, "Decoupled Weight Decay Regularization" (2019), Algorithm 2
 *
 * @example
 * const rule = adamw(0.5, { weightDecay: 0.5 });
 * const w = [tensor([8])]; // no gradient: only the decay, 8 − 0.5 · 0.5 · 8
 * rule.update([tensor([0])], rule.init(w), w).parameters[0].toArray(); // => [6]
 */
export function adamw(
  learningRate: number | Schedule = 0.001,
  { weightDecay = 0.01, ...settings }: AdamwSettings = {},
): Optimizer {
  assertNotNegative("adamw", "weightDecay", weightDecay);
  return adamWithDecay("adamw", learningRate, weightDecay, settings);
}
