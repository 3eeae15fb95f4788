/**
 * Chapter 2, binary cross-entropy: how surprised a predicted probability is by the label that came.
 * Once from probabilities, once from the pre-activations (logits) before the sigmoid.
 */
import { sigmoid } from "./activations.js";
import { add, log, mul, neg, sub } from "./arithmetic.js";
import {
  addOutputs,
  assertProbabilities,
  entrywise,
  type Loss,
  labelsOf,
  loss,
  onePerEntryOrRow,
} from "./loss.js";
import { softplus } from "./more-activations.js";

const readLabels = labelsOf(0, 1, "Eq. (2.3)");

/**
 * Binary cross-entropy from probabilities:
 * `J = −(1/n) Σᵢ [y⁽ⁱ⁾ ln ŷ⁽ⁱ⁾ + (1 − y⁽ⁱ⁾) ln(1 − ŷ⁽ⁱ⁾)]`, Eq. (2.3). Gradient:
 * `∂J/∂ŷ = (ŷ − y) / (n ŷ(1 − ŷ))`.
 *
 * One of the two terms is always 0, but 0 · ln 0 is NaN in floats. So the probability of the label
 * that came is picked first, `q = y ŷ + (1 − y)(1 − ŷ)`, and J is the mean of −ln q. A certain
 * prediction that is wrong costs Infinity; TensorFlow adds 1e-7 to q instead, which bends every
 * value a little. The minus sign matters: without it the best model would be the worst.
 *
 * @param prediction - ŷ, the probability of label 1: a number, `[n]` or `[n, d]`
 * @param target - y, labels 0 or 1, of the same shape
 * @returns a number, not negative; the outputs of a row `[d]` are added, samples averaged
 * @throws {@link ShapeError} if the shapes differ
 * @throws {@link ValueError} if a prediction is outside [0, 1] or a label is not 0 or 1
 * @see tf.losses.logLoss; Goodfellow, Bengio, Courville, "Deep Learning" (2016), §6.2
 *
 * @example
 * binaryCrossEntropy([0.5, 0.5], [0, 1]).toFixed(4); // => "0.6931"
 * @example
 * binaryCrossEntropy.gradient([0.5, 0.25], [0, 1]).toArray(); // => [1, -2]
 */
export const binaryCrossEntropy: Loss = loss({
  name: "binaryCrossEntropy",
  formula: "−[y ln ŷ + (1 − y) ln(1 − ŷ)]",
  readTarget: (operation, prediction, target) => {
    assertProbabilities(operation, prediction);
    return readLabels(operation, prediction, target);
  },
  perSample: (prediction, y) => {
    const q = add(mul(y, prediction), mul(sub(1, y), sub(1, prediction)));
    return addOutputs(neg(log(q)));
  },
  gradient: entrywise((prediction, y) => (y === 1 ? -1 / prediction : 1 / (1 - prediction))),
  samples: onePerEntryOrRow,
});

/**
 * Binary cross-entropy from logits, ŷ = σ(z):
 * `J = (1/n) Σᵢ [max(z, 0) − z y + ln(1 + e^(−|z|))]`, Eq. (2.4). Gradient: `∂J/∂z = (σ(z) − y)/n`.
 *
 * The first and last term are softplus(z), Eq. (1.22), so the bracket is softplus(z) for label 0 and
 * softplus(z) − z = softplus(−z) for label 1. It is computed as `softplus((1 − 2y) z)`, which
 * neither overflows nor cancels; σ followed by (2.3) is wrong from |z| ≈ 36 on and infinite from 37.
 *
 * @param prediction - z, any real numbers: a number, `[n]` or `[n, d]`
 * @param target - y, labels 0 or 1, of the same shape
 * @returns a number, not negative; the outputs of a row `[d]` are added, samples averaged
 * @throws {@link ShapeError} if the shapes differ
 * @throws {@link ValueError} if a logit is NaN or a label is not 0 or 1
 * @see tf.losses.sigmoidCrossEntropy
 *
 * @example
 * binaryCrossEntropyFromLogits(40, 0); // => 40
 * @example
 * binaryCrossEntropyFromLogits.gradient([0, 0], [0, 1]).toArray(); // => [0.25, -0.25]
 */
export const binaryCrossEntropyFromLogits: Loss = loss({
  name: "binaryCrossEntropyFromLogits",
  formula: "max(z, 0) − z y + ln(1 + e^(−|z|))",
  readTarget: readLabels,
  perSample: (z, y) => addOutputs(softplus(mul(sub(1, mul(2, y)), z))),
  // σ(z) − 1 = −σ(−z) keeps its digits where σ(z) rounds to 1.
  gradient: entrywise((z, y) => (y === 1 ? -sigmoid(-z) : sigmoid(z))),
  samples: onePerEntryOrRow,
});
