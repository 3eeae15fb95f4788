/** Chapter 4, Adamax: Adam with the largest recent gradient in place of the root mean square. */
import { assertNotNegative, assertShare } from "../ranges.js";
import type { Schedule } from "../schedules.js";
import type { AdamSettings } from "./adam.js";
import { type Optimizer, optimizer } from "./optimizer.js";
import { ratio } from "./ratio.js";

/**
 * Adamax: `m ← β₁m + (1 − β₁)g`, `u ← max(β₂u, |g|)`, `w ← w − η/(1 − β₁ᵗ) · m/(u + ε)`,
 * Eq. (4.10), from m = u = 0.
 *
 * The limit of Adam as the square becomes a p-th power and p goes to ∞. u needs no correction for
 * its start, since a maximum forgets its 0 at once. The paper has no ε.
 *
 * @param learningRate - η, a number of at least 0 or a schedule
 * @throws {@link ValueError} if a setting is out of range
 * @see tf.train.adamax, whose ε is 1e-7; Kingma, Ba, "Adam" (2014), Algorithm 2
 *
 * @example
 * const rule = adamax(0.5, { beta1: 0.5, epsilon: 0 });
 * const w = [tensor([1, 1])];
 * rule.update([tensor([300, -0.01])], rule.init(w), w).parameters[0].toArray(); // => [0.5, 1.5]
 */
export function adamax(
  learningRate: number | Schedule = 0.002,
  { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }: AdamSettings = {},
): Optimizer {
  assertShare("adamax", "beta1", beta1);
  assertShare("adamax", "beta2", beta2);
  assertNotNegative("adamax", "epsilon", epsilon);
  return optimizer({
    name: "adamax",
    formula: "m ← β₁m + (1 − β₁)g, u ← max(β₂u, |g|), w ← w − η/(1 − β₁ᵗ) · m/(u + ε)",
    learningRate,
    memory: { m: 0, u: 0 },
    step: (w, g, eta, t, m, u) => {
      const corrected = eta / (1 - beta1 ** t);
      for (let i = 0; i < w.length; i++) {
        m[i] = beta1 * m[i]! + (1 - beta1) * g[i]!;
        u[i] = Math.max(beta2 * u[i]!, Math.abs(g[i]!));
        w[i] = w[i]! - corrected * ratio(m[i]!, u[i]! + epsilon);
      }
    },
  });
}
