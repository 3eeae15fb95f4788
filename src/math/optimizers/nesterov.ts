/** Chapter 4, Nesterov's momentum: look ahead to where the ball will be, then correct. */
import { assertShare } from "../ranges.js";
import type { Schedule } from "../schedules.js";
import { type Optimizer, optimizer } from "./optimizer.js";

/**
 * Nesterov's momentum: `a ← μa + g`, `w ← w − η(g + μa)` with the new a, Eq. (4.5), from a = 0.
 *
 * Nesterov takes the gradient at `w − ημa`, where momentum alone would lead. Here w stands for that
 * point, so that the gradient is taken at w as everywhere else.
 *
 * @param learningRate - η, a number of at least 0 or a schedule
 * @param mu - μ, the share of a that is kept, in [0, 1)
 * @throws {@link ValueError} if a setting is out of range
 * @see tf.train.momentum with useNesterov; Sutskever et al., "On the Importance of Initialization
 *   and Momentum in Deep Learning" (2013)
 *
 * @example
 * const ahead = nesterov(0.5, 0.5);
 * const w = [tensor([4])];
 * ahead.update([tensor([4])], ahead.init(w), w).parameters[0].toArray(); // => [1]
 */
export function nesterov(learningRate: number | Schedule = 0.01, mu = 0.9): Optimizer {
  assertShare("nesterov", "mu", mu);
  return optimizer({
    name: "nesterov",
    formula: "a ← μa + g, w ← w − η(g + μa)",
    learningRate,
    memory: { a: 0 },
    step: (w, g, eta, _t, a) => {
      for (let i = 0; i < w.length; i++) {
        a[i] = mu * a[i]! + g[i]!;
        w[i] = w[i]! - eta * (g[i]! + mu * a[i]!);
      }
    },
  });
}
