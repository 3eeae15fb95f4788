/** Chapter 4, the mini-batch: a few examples stand for all, and their mean gradient for ∂J/∂W. */
import { add, div } from "./arithmetic.js";
import type { Batch } from "./sampling.js";
import type { Tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";

/**
 * Gradient on a mini-batch: `∂J/∂W ≈ (1/B) Σₖ ∂Jₖ/∂W`, Eq. (4.3). With one example it is the
 * stochastic gradient of Eq. (4.2), with all of them the full one.
 *
 * If the rows are drawn evenly, its expectation is the full gradient. Its variance falls as 1/B,
 * so a batch four times as large is only twice as exact.
 *
 * @param gradientOf - gradient of the loss of example k, of the shape of W
 * @param batch - row numbers, at least one
 * @throws {@link ValueError} if the batch is empty
 *
 * @example
 * miniBatchGradient((k) => tensor([k, 10]), [1, 3]).toArray(); // => [2, 10]
 */
export function miniBatchGradient(gradientOf: (k: number) => Tensor, batch: Batch): Tensor {
  if (batch.length === 0) {
    const rule = "a mini-batch has at least one example, Eq. (4.3)";
    throw new ValueError({ operation: "miniBatchGradient", rule }, { batch });
  }
  return div(
    batch.map((k) => gradientOf(k)).reduce((total, gradient) => add(total, gradient)),
    batch.length,
  );
}
