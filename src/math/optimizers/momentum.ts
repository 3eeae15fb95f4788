/** Chapter 4, momentum: the weights roll like a heavy ball, and zig-zag steps cancel. */
import { assertShare } from "../ranges.js";
import type { Schedule } from "../schedules.js";
import { type Optimizer, optimizer } from "./optimizer.js";

/**
 * Momentum: `a ← μa + g`, `w ← w − η a`, Eq. (4.4), from a = 0.
 *
 * Under a constant gradient a grows to `g/(1 − μ)`: with μ = 0.9 the steps become ten times as
 * long. Where the gradient changes its sign at each step, it cancels.
 *
 * @param learningRate - η, a number of at least 0 or a schedule
 * @param mu - μ, the share of a that is kept, in [0, 1)
 * @throws {@link ValueError} if a setting is out of range
 * @see tf.train.momentum; Polyak, "Some Methods of Speeding up the Convergence of Iteration
 *   Methods" (1964)
 *
 * @example
 * const heavy = momentum(0.5, 0.5);
 * const w = [tensor([4])];
 * const first = heavy.update([tensor([4])], heavy.init(w), w); // 4 − 0.5 · 4 = 2
 * heavy.update([tensor([2])], first.state, first.parameters).parameters[0].toArray(); // => [0]
 */
export function momentum(learningRate: number | Schedule = 0.01, mu = 0.9): Optimizer {
  assertShare("momentum", "mu", mu);
  return optimizer({
    name: "momentum",
    formula: "a ← μa + g, w ← w − η a",
    learningRate,
    memory: { a: 0 },
    step: (w, g, eta, _t, a) => {
      for (let i = 0; i < w.length; i++) {
        a[i] = mu * a[i]! + g[i]!;
        w[i] = w[i]! - eta * a[i]!;
      }
    },
  });
}
