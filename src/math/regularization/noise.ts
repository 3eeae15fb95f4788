/** Chapter 5, noise on the inputs: an example stands for its neighbourhood. */
import { add } from "../arithmetic.js";
import type { Random } from "../random.js";
import { type ArrayLike2d, Tensor } from "../tensor.js";
import { finiteTensor, notNegative, seeded } from "./arguments.js";

/**
 * Gaussian noise on inputs: `x̃ = x + ε` with `ε ~ N(0, σ²)`, Eq. (5.7), drawn anew for each entry.
 *
 * For a linear unit and the squared error the expected loss is `J + σ² Σ wᵢ²`: noise is an L2
 * penalty with λ = σ².
 *
 * @param x - inputs, `[n]` or one example a row `[n, d]`; training data only
 * @param std - σ ≥ 0, in units of x
 * @param random - where the noise comes from
 * @returns x's shape
 * @throws {@link ValueError} if σ < 0, an entry is not finite, or the generator is missing
 * @see Bishop, "Training with Noise is Equivalent to Tikhonov Regularization" (1995)
 *
 * @example
 * addNoise([1, 2], 0, new Random(1)).toArray(); // => [1, 2]
 */
export function addNoise(x: ArrayLike2d, std: number, random: Random): Tensor {
  const inputs = finiteTensor("addNoise", "x", x);
  const sigma = notNegative("addNoise", "std", std);
  const source = seeded("addNoise", random);
  const noise = inputs.data.map(() => source.normal(0, sigma));
  return add(inputs, new Tensor(inputs.shape, noise));
}
