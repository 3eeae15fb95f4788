/** Chapter 4, Adadelta: steps in the units of the weights, and no learning rate to choose. */
import { assertNotNegative, assertShare } from "../ranges.js";
import type { Schedule } from "../schedules.js";
import { type Optimizer, optimizer } from "./optimizer.js";

/** Settings of Adadelta beside the learning rate. */
export interface AdadeltaSettings {
  /** ρ, the share of the running means that is kept, in [0, 1). */
  readonly rho?: number;
  /** ε, at least 0; it also sets the length of the first steps, about √ε. */
  readonly epsilon?: number;
}

/**
 * Adadelta: `s ← ρs + (1 − ρ)g²`, `Δ = √(u + ε)/√(s + ε) · g`, `u ← ρu + (1 − ρ)Δ²`,
 * `w ← w − ηΔ`, Eq. (4.7), from s = u = 0.
 *
 * The order is Zeiler's: s takes the gradient in before the step, u takes the step in after it. His
 * method has η = 1. TensorFlow.js divides by the s of the step before, so its first step is
 * `η g`, and with η = 1 it can diverge.
 *
 * @param learningRate - η, a number of at least 0 or a schedule
 * @throws {@link ValueError} if a setting is out of range
 * @see Zeiler, "ADADELTA: An Adaptive Learning Rate Method" (2012), Algorithm 1
 *
 * @example
 * const rule = adadelta(1, { rho: 0.75, epsilon: 3 });
 * const w = [tensor([5])]; // s = 0.25 · 2² = 1, Δ = √3/√4 · 2 = √3
 * rule.update([tensor([2])], rule.init(w), w).parameters[0].at(0) === 5 - Math.sqrt(3); // => true
 */
export function adadelta(
  learningRate: number | Schedule = 1,
  { rho = 0.95, epsilon = 1e-6 }: AdadeltaSettings = {},
): Optimizer {
  assertShare("adadelta", "rho", rho);
  assertNotNegative("adadelta", "epsilon", epsilon);
  return optimizer({
    name: "adadelta",
    formula: "s ← ρs + (1 − ρ)g², Δ = √(u + ε)/√(s + ε) · g, u ← ρu + (1 − ρ)Δ², w ← w − ηΔ",
    learningRate,
    memory: { s: 0, u: 0 },
    step: (w, g, eta, _t, s, u) => {
      for (let i = 0; i < w.length; i++) {
        s[i] = rho * s[i]! + (1 - rho) * g[i]! * g[i]!;
        const change = (Math.sqrt(u[i]! + epsilon) / Math.sqrt(s[i]! + epsilon)) * g[i]!;
        u[i] = rho * u[i]! + (1 - rho) * change * change;
        w[i] = w[i]! - eta * change;
      }
    },
  });
}
