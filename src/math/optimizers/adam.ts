/** Chapter 4, Adam: momentum for the direction, RMSProp for the length, both freed of their start. */
import { assertNotNegative, assertShare } from "../ranges.js";
import type { Schedule } from "../schedules.js";
import { type Optimizer, optimizer } from "./optimizer.js";
import { ratio } from "./ratio.js";

/** Settings of Adam and its kin beside the learning rate. */
export interface AdamSettings {
  /** β₁, the share of the mean m that is kept, in [0, 1). */
  readonly beta1?: number;
  /** β₂, the share of the mean square v that is kept, in [0, 1). */
  readonly beta2?: number;
  /** ε, at least 0. */
  readonly epsilon?: number;
}

/**
 * Adam: `m ← β₁m + (1 − β₁)g`, `v ← β₂v + (1 − β₂)g²`, `m̂ = m/(1 − β₁ᵗ)`, `v̂ = v/(1 − β₂ᵗ)`,
 * `w ← w − η m̂/(√v̂ + ε)`, Eq. (4.9), from m = v = 0.
 *
 * After t updates of a constant gradient m is `(1 − β₁ᵗ)g`; the divisions undo that, so the first
 * step has length η. Gradients a thousand times as big make the same steps, as long as ε is small
 * beside √v̂. ε stands outside the root, as in the paper.
 *
 * @param learningRate - η, a number of at least 0 or a schedule
 * @throws {@link ValueError} if a setting is out of range
 * @see tf.train.adam, whose ε is 1e-7; Kingma, Ba, "Adam" (2014), Algorithm 1
 *
 * @example
 * const rule = adam(0.5, { epsilon: 0 });
 * const w = [tensor([1, 1])];
 * const moved = rule.update([tensor([300, -0.01])], rule.init(w), w).parameters[0];
 * moved.toArray().map((wi) => wi.toFixed(12)); // => ["0.500000000000", "1.500000000000"]
 */
export function adam(
  learningRate: number | Schedule = 0.001,
  settings: AdamSettings = {},
): Optimizer {
  return adamWithDecay("adam", learningRate, 0, settings);
}

/** Adam, each step shortening the weights by the share ηλ as well; λ = 0 is Adam itself. */
export function adamWithDecay(
  name: "adam" | "adamw",
  learningRate: number | Schedule,
  decay: number,
  { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }: AdamSettings,
): Optimizer {
  assertShare(name, "beta1", beta1);
  assertShare(name, "beta2", beta2);
  assertNotNegative(name, "epsilon", epsilon);
  const step = name === "adamw" ? "(m̂/(√v̂ + ε) + λw)" : "m̂/(√v̂ + ε)";
  return optimizer({
    name,
    formula: `m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η ${step}`,
    learningRate,
    memory: { m: 0, v: 0 },
    step: (w, g, eta, t, m, v) => {
      const [startOfM, startOfV] = [1 - beta1 ** t, 1 - beta2 ** t];
      for (let i = 0; i < w.length; i++) {
        m[i] = beta1 * m[i]! + (1 - beta1) * g[i]!;
        v[i] = beta2 * v[i]! + (1 - beta2) * g[i]! * g[i]!;
        const mean = m[i]! / startOfM;
        const square = v[i]! / startOfV;
        w[i] = w[i]! - eta * (ratio(mean, Math.sqrt(square) + epsilon) + decay * w[i]!);
      }
    },
  });
}
