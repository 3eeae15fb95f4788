/** Chapter 2, negative log-likelihood: cross-entropy for more than two classes, from probabilities. */
import { log, mul, neg } from "./arithmetic.js";
import { classesOf, onePerRow } from "./class-labels.js";
import type { Dual } from "./dual.js";
import { assertProbabilities, entrywise, type Loss, loss } from "./loss.js";
import { sum } from "./reductions.js";
import { lastAxis } from "./softmax.js";
import type { Tensor } from "./tensor.js";

const readClasses = classesOf("Eq. (2.7)");

/**
 * Negative log-likelihood: `J = −(1/n) Σᵢ ln p⁽ⁱ⁾_y`, Eq. (2.7), where `p_y` is the probability
 * that was given to the class that came. With two classes it is binary cross-entropy, Eq. (2.3).
 * Gradient: `∂J/∂pⱼ = −yⱼ/(n pⱼ)`, 0 for every class that did not come.
 *
 * From scores take {@link softmaxCrossEntropy}, which is the same after a softmax but safe in floats.
 *
 * @param prediction - p, probabilities of the classes, `[k]` or `[n, k]`
 * @param target - the classes, a whole number or `[n]`, or one-hot `[k]` or `[n, k]`
 * @returns a number, not negative; Infinity if an impossible class came
 * @throws {@link ShapeError} if the shapes do not fit
 * @throws {@link ValueError} if a prediction is outside [0, 1] or a target is no class
 *
 * @example
 * negativeLogLikelihood([[0.5, 0.5], [1, 0]], [0, 0]).toFixed(4); // => "0.3466"
 * @example
 * negativeLogLikelihood.gradient([[0.5, 0.5], [1, 0]], [0, 0]).toArray(); // => [[-1, 0], [-0.5, 0]]
 */
export const negativeLogLikelihood: Loss = loss({
  name: "negativeLogLikelihood",
  formula: "−ln p_y",
  readTarget: (operation, prediction, target) => {
    const y = readClasses(operation, prediction, target);
    assertProbabilities(operation, prediction);
    return y;
  },
  // Picked first, then the logarithm: ln 0 of the other classes never arises.
  perSample: (p, y) => neg(log(sum(mul(y, p) as Dual<Tensor>, lastAxis(p)))),
  gradient: entrywise((p, y) => (y === 1 ? -1 / p : 0)),
  samples: onePerRow,
});
