/** Chapter 4, gradient descent: a step downhill, as long as the slope is steep. */
import type { Schedule } from "../schedules.js";
import { type Optimizer, optimizer } from "./optimizer.js";

/**
 * Gradient descent: `w ← w − η g`, Eq. (4.1). With the gradient of one example it is stochastic
 * gradient descent, Eq. (4.2), with the mean over a mini-batch Eq. (4.3): the rule is the same.
 *
 * On a parabola of curvature c the distance to the minimum is multiplied by `1 − ηc` in each step:
 * η < 1/c creeps, η = 1/c arrives at once, η > 2/c diverges.
 *
 * @param learningRate - η, a number of at least 0 or a schedule
 * @throws {@link ValueError} if η is negative or not finite
 * @see tf.train.sgd; Robbins, Monro, "A Stochastic Approximation Method" (1951)
 *
 * @example
 * const sgd = gradientDescent(0.25);
 * const [w, g] = [[tensor([4])], [tensor([8])]];
 * sgd.update(g, sgd.init(w), w).parameters[0].toArray(); // => [2]
 */
export function gradientDescent(learningRate: number | Schedule = 0.01): Optimizer {
  return optimizer({
    name: "gradientDescent",
    formula: "w ← w − η g",
    learningRate,
    memory: {},
    step: (w, g, eta) => {
      for (let i = 0; i < w.length; i++) w[i] = w[i]! - eta * g[i]!;
    },
  });
}
