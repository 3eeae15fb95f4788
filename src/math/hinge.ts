/** Chapter 2, hinge loss: a class must win by a margin, and then nothing more is asked. */
import { maximum, mul, sub } from "./arithmetic.js";
import { addOutputs, entrywise, type Loss, labelsOf, loss, onePerEntryOrRow } from "./loss.js";

/**
 * Hinge loss: `J = (1/n) Σᵢ max(0, 1 − y⁽ⁱ⁾z⁽ⁱ⁾)`, Eq. (2.11), with labels −1 and +1. Gradient:
 * `∂J/∂z = −y/n` where `yz < 1`, else 0; at the kink `yz = 1` we take 0.
 *
 * @param prediction - z, the scores: a number, `[n]` or `[n, d]`
 * @param target - y, labels −1 or +1, of the same shape; TensorFlow wants 0 and 1 and maps them
 * @returns a number, not negative; the outputs of a row `[d]` are added, samples averaged
 * @throws {@link ShapeError} if the shapes differ
 * @throws {@link ValueError} if a score is NaN or a label is not −1 or +1
 * @see Cortes, Vapnik, "Support-Vector Networks" (1995); tf.losses.hingeLoss
 *
 * @example
 * hinge([2, 0, -1], [1, 1, 1]); // => 1
 * @example
 * hinge.gradient([2, 0.5], [1, 1]).toArray(); // => [0, -0.5]
 */
export const hinge: Loss = loss({
  name: "hinge",
  formula: "max(0, 1 − yz)",
  readTarget: labelsOf(-1, 1, "Eq. (2.11)"),
  perSample: (z, y) => addOutputs(maximum(0, sub(1, mul(y, z)))),
  gradient: entrywise((z, y) => (y * z < 1 ? -y : 0)),
  samples: onePerEntryOrRow,
});
