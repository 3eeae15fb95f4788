/** Chapter 4, Adagrad: each weight gets a rate of its own, which falls with what it has moved. */
import { assertNotNegative } from "../ranges.js";
import type { Schedule } from "../schedules.js";
import { type Optimizer, optimizer } from "./optimizer.js";
import { ratio } from "./ratio.js";

/** Settings of Adagrad beside the learning rate. */
export interface AdagradSettings {
  /** ε, at least 0. */
  readonly epsilon?: number;
  /** What the sum of squares starts at; the paper has 0, TensorFlow 0.1. */
  readonly initialAccumulator?: number;
}

/**
 * Adagrad: `s ← s + g²`, `w ← w − η g / (√s + ε)`, Eq. (4.6), from s = 0.
 *
 * The first step has length η whatever the size of the gradient. As s only grows, the rate
 * `η/√s` only falls, about as `1/√t` under gradients of one size. TensorFlow writes `√(s + ε)`.
 *
 * @param learningRate - η, a number of at least 0 or a schedule
 * @throws {@link ValueError} if a setting is out of range
 * @see tf.train.adagrad; Duchi, Hazan, Singer, "Adaptive Subgradient Methods" (2011)
 *
 * @example
 * const rule = adagrad(0.5, { epsilon: 0 });
 * const w = [tensor([1, 1])];
 * rule.update([tensor([3, -0.01])], rule.init(w), w).parameters[0].toArray(); // => [0.5, 1.5]
 */
export function adagrad(
  learningRate: number | Schedule = 0.01,
  { epsilon = 1e-8, initialAccumulator = 0 }: AdagradSettings = {},
): Optimizer {
  assertNotNegative("adagrad", "epsilon", epsilon);
  assertNotNegative("adagrad", "initialAccumulator", initialAccumulator);
  return optimizer({
    name: "adagrad",
    formula: "s ← s + g², w ← w − η g / (√s + ε)",
    learningRate,
    memory: { s: initialAccumulator },
    step: (w, g, eta, _t, s) => {
      for (let i = 0; i < w.length; i++) {
        s[i] = s[i]! + g[i]! * g[i]!;
        w[i] = w[i]! - eta * ratio(g[i]!, Math.sqrt(s[i]!) + epsilon);
      }
    },
  });
}
