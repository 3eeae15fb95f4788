/**
 * Chapter 2, softmax and cross-entropy in one: multinomial logistic regression, safe in floats only
 * as a pair.
 */
import { mul, sub } from "./arithmetic.js";
import { classesOf, onePerRow } from "./class-labels.js";
import type { Dual } from "./dual.js";
import { logSumExp } from "./log-sum-exp.js";
import { type Loss, loss } from "./loss.js";
import { softplus } from "./more-activations.js";
import { sum } from "./reductions.js";
import { where } from "./selection.js";
import { assertScores, lastAxis, perRow, softmax } from "./softmax.js";
import type { Tensor } from "./tensor.js";

const readClasses = classesOf("Eq. (2.8)");

/**
 * Softmax cross-entropy: `J = (1/n) Σᵢ [logSumExp(z⁽ⁱ⁾) − z⁽ⁱ⁾_y]`, Eq. (2.8): the negative
 * log-likelihood (2.7) of the softmax (1.20), multiplied out. Gradient: `∂J/∂z = (p − y)/n`,
 * Eq. (2.10) and (3.15), what was predicted minus what came.
 *
 * Computed one after the other, the softmax rounds a small probability to 0 and its logarithm is
 * −Infinity, from a difference of 745 between scores on. Multiplied out and measured from the score
 * of the class that came, it is `ln(1 + Σ_{j≠y} e^{zⱼ − z_y})`, the softplus of the log-sum-exp of
 * the others: neither overflows, and the small loss of a sure and right answer keeps its digits.
 *
 * @param prediction - z, the scores (logits), `[k]` or `[n, k]`; no softmax before
 * @param target - the classes, a whole number or `[n]`, or one-hot `[k]` or `[n, k]`
 * @returns a number, not negative
 * @throws {@link ShapeError} if the shapes do not fit
 * @throws {@link ValueError} if a score is not finite or a target is no class
 * @see tf.losses.softmaxCrossEntropy
 *
 * @example
 * softmaxCrossEntropy([1000, 0], 1); // => 1000
 * @example
 * softmaxCrossEntropy([40, 0], 0).toExponential(3); // => "4.248e-18"
 * @example
 * softmaxCrossEntropy.gradient([[5, 5], [5, 5]], [0, 1]).toArray(); // => [[-0.25, 0.25], [0.25, -0.25]]
 */
export const softmaxCrossEntropy: Loss = loss({
  name: "softmaxCrossEntropy",
  formula: "logSumExp(z) − z_y",
  readTarget: (operation, prediction, target) => {
    const y = readClasses(operation, prediction, target);
    assertScores(operation, prediction);
    return y;
  },
  perSample: (z, y) => {
    const axis = lastAxis(z);
    const ahead = perRow(sub, z, sum(mul(y, z) as Dual<Tensor>, axis));
    const others = where(y, Number.NEGATIVE_INFINITY, ahead) as Dual<Tensor>;
    return softplus(logSumExp(others, axis));
  },
  gradient: (z, y) => sub(softmax(z), y),
  samples: onePerRow,
});
