/** Chapter 2, squared error: how far a prediction of real numbers is off. */
import { square, sub } from "./arithmetic.js";
import {
  addOutputs,
  entrywise,
  type Loss,
  loss,
  onePerEntryOrRow,
  targetOfSameShape,
} from "./loss.js";

/**
 * Mean squared error: `J = (1/n) Σᵢ (y⁽ⁱ⁾ − ŷ⁽ⁱ⁾)²`, Eq. (2.5). If each sample has d outputs its
 * error is the squared length `‖y − ȳ‖²`, Eq. (2.6): outputs are added, samples averaged. Gradient:
 * `∂J/∂ŷ⁽ⁱ⁾ = 2(ŷ⁽ⁱ⁾ − y⁽ⁱ⁾)/n`.
 *
 * There is no factor 1/2. TensorFlow averages over the outputs as well, so that for `[n, d]` its
 * value is d times smaller.
 *
 * @param prediction - ŷ: a number, `[n]` or `[n, d]`
 * @param target - y, of the same shape
 * @returns a number
 * @throws {@link ShapeError} if the shapes differ
 * @throws {@link ValueError} if an entry is NaN
 * @see Legendre, "Nouvelles méthodes" (1805); tf.losses.meanSquaredError
 *
 * @example
 * meanSquaredError([1, 2], [0, 4]); // => 2.5
 * @example
 * meanSquaredError.gradient([1, 2], [0, 4]).toArray(); // => [1, -2]
 */
export const meanSquaredError: Loss = loss({
  name: "meanSquaredError",
  formula: "(y − ŷ)²",
  readTarget: targetOfSameShape,
  perSample: (prediction, y) => addOutputs(square(sub(y, prediction))),
  gradient: entrywise((prediction, y) => 2 * (prediction - y)),
  samples: onePerEntryOrRow,
});
