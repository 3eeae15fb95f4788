/**
 * Erratum E16. The code on a lecture's slide gives the first module the image instead of the
 * flattened image, as the lecturer says himself. Measured here: this library refuses it and says why.
 */
import { describe, expect, test } from "vitest";
import { relu } from "../../src/math/activations.js";
import { ImageNetwork } from "../../src/math/image-network.js";
import type { Linear } from "../../src/math/modules.js";
import { Random } from "../../src/math/random.js";
import { ShapeError } from "../../src/math/shape.js";
import { type Tensor, zeros } from "../../src/math/tensor.js";

/** `s₁ = m₀(x)` where it must be `s₁ = m₀(z₀)`. */
class SlideNetwork extends ImageNetwork {
  override forward(x: Tensor): Tensor {
    this.flatten.forward(x); // z₀, computed and then not used
    const s1 = this.m0.forward(x);
    const z1 = relu(s1);
    const s2 = this.m1.forward(z1);
    const z2 = relu(s2);
    return this.m2.forward(z2);
  }
}

const image = zeros([20, 30]); // one colour: 600 points in two axes

describe("the first module applied to the image", () => {
  const slide = new SlideNetwork([20, 30], 10, 5, 3, new Random(1));
  const right = new ImageNetwork([20, 30], 10, 5, 3, new Random(1));

  test("is refused with the shapes and the repair", () => {
    expect(() => slide.forward(image)).toThrow(ShapeError);
    expect(() => slide.forward(image)).toThrow(
      "Linear.forward: this layer takes x [600] or [n, 600], Eq. (1.15); here x is [20, 30], W is [600, 10]. x has 600 entries, but not in one row: flatten it first.",
    );
  });

  test("flattened, the same image gives the scores", () => {
    expect(right.forward(image).shape).toEqual([3]);
    expect(right.m0.forward(right.flatten.forward(image)).shape).toEqual([10]);
  });
});

test("the mistake can stay silent: where an image happens to have as many columns as inputs", () => {
  // A module with 30 inputs takes the 20 rows of the image for 20 examples.
  const net = new ImageNetwork([30], 10, 5, 3, new Random(1));
  const m0: Linear = net.m0;
  expect(m0.forward(image).shape).toEqual([20, 10]);
});
