/**
 * Chapter 1, the lecture's example of a module: an image of 10 × 20 points in 3 colours goes in,
 * 600 numbers, and three linear layers with ReLU between them make class scores of it.
 */
import { relu } from "./activations.js";
import type { DeepList } from "./flatten.js";
import { Flatten, Linear, type Module, renamed } from "./modules.js";
import type { NamedParameters } from "./network.js";
import type { Random } from "./random.js";
import type { Shape } from "./shape.js";
import type { Tensor } from "./tensor.js";

/**
 * Two hidden layers, so three layers of weights, Eq. (1.19): `s₁ = m₀(z₀)`, `z₁ = relu(s₁)`,
 * `s₂ = m₁(z₁)`, `z₂ = relu(s₂)`, `s₃ = m₂(z₂)`, where z₀ is the image as one row.
 *
 * @example
 * const net = new ImageNetwork([10, 20, 3], 100, 50, 10, new Random(1));
 * net.parameters()["m0.W"].shape; // => [600, 100]
 */
export class ImageNetwork implements Module<DeepList | Tensor> {
  readonly flatten: Flatten;
  readonly m0: Linear;
  readonly m1: Linear;
  readonly m2: Linear;

  /**
   * @param image - shape of one image; d₀ is the product of its axes
   * @param d1 - units of the first hidden layer
   * @param d2 - units of the second
   * @param d3 - outputs, one score a class
   * @param random - where the weights come from
   * @throws {@link ValueError} if a size is not a whole number of at least 1
   */
  constructor(image: Shape, d1: number, d2: number, d3: number, random: Random) {
    this.flatten = new Flatten(image);
    this.m0 = new Linear(this.flatten.size, d1, random.fork("m0"));
    this.m1 = new Linear(d1, d2, random.fork("m1"));
    this.m2 = new Linear(d2, d3, random.fork("m2"));
  }

  /**
   * Class scores. The first module takes z₀, the flattened image, and not the image itself.
   *
   * @param x - one image, or a list of n
   * @returns `[d₃]` or `[n, d₃]`
   * @throws {@link ShapeError} if x is not such an image
   */
  forward(x: DeepList | Tensor): Tensor {
    const z0 = this.flatten.forward(x);
    const s1 = this.m0.forward(z0);
    const z1 = relu(s1);
    const s2 = this.m1.forward(z1);
    const z2 = relu(s2);
    return this.m2.forward(z2);
  }

  /** "m0.W", "m0.b", "m1.W" and so on. */
  parameters(): NamedParameters {
    const { m0, m1, m2 } = this;
    return Object.fromEntries(
      Object.entries({ m0, m1, m2 }).flatMap(([name, module]) =>
        renamed(name, module.parameters()),
      ),
    );
  }
}
