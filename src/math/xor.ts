/**
 * Chapter 1, XOR: four points that no line separates, and two hidden units that bend the plane until
 * one does.
 *
 * Why no line can: it would need w₀ ≤ 0 or below at (0, 0) and (1, 1) but above 0 at (0, 1) and
 * (1, 0), that is `w₀ < 0`, `w₀ + w₁ + w₂ < 0`, `w₀ + w₁ > 0`, `w₀ + w₂ > 0`. The first two add up to
 * `2w₀ + w₁ + w₂ < 0`, the last two to the same sum > 0.
 */
import { linear, relu } from "./activations.js";
import { dense } from "./dense-layer.js";
import type { Network } from "./network.js";
import { classify } from "./sign-classifier.js";
import { type ArrayLike2d, type Tensor, tensor } from "./tensor.js";

/** The four points, `[4, 2]`. */
export const XOR_POINTS: Tensor = tensor([
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
]);

/** Whether exactly one of the two is 1, `[4, 1]`. */
export const XOR_LABELS: Tensor = tensor([[0], [1], [1], [0]]);

/**
 * XOR by two hidden units with small whole weights:
 * `h₁ = ReLU(x₁ + x₂)`, `h₂ = ReLU(x₁ + x₂ − 1)`, `ŷ = h₁ − 2h₂`, Eq. (1.23).
 *
 * h₁ counts the ones, h₂ is 1 only where both are. The output is 0 or 1 exactly.
 *
 * @see Goodfellow, Bengio, Courville, "Deep Learning" (2016), §6.1
 *
 * @example
 * forward(XOR_NETWORK, XOR_POINTS).toArray(); // => [[0], [1], [1], [0]]
 */
export const XOR_NETWORK: Network = [
  {
    W: tensor([
      [1, 1],
      [1, 1],
    ]),
    b: tensor([0, -1]),
    g: relu,
  },
  { W: tensor([[1], [-2]]), b: tensor([0]), g: linear },
];

/**
 * Where the hidden layer of {@link XOR_NETWORK} puts points: coordinates (h₁, h₂). The two points of
 * class 1 fall on one spot, (1, 0), and a line such as `h₁ − 2h₂ = 1/2` separates it from the others.
 *
 * @param points - `[2]` or `[n, 2]`
 * @returns `[2]` or `[n, 2]`
 * @throws {@link ShapeError} if the points have not two coordinates
 *
 * @example
 * xorHiddenSpace(XOR_POINTS).toArray(); // => [[0, 0], [1, 0], [1, 0], [2, 1]]
 */
export function xorHiddenSpace(points: ArrayLike2d): Tensor {
  const { W, b, g } = XOR_NETWORK[0]!;
  return dense(points, W, b, g);
}

/**
 * How many of the four points a line puts on the right side, Eq. (1.14); never 4.
 *
 * @param w - weights, `[2]`
 * @param w0 - bias
 * @throws {@link ShapeError} if there are not two weights
 *
 * @example
 * xorPointsRight([1, 1], -0.5); // => 3
 */
export function xorPointsRight(w: ArrayLike2d, w0: number): number {
  const right = [0, 1, 2, 3].filter((i) => {
    const point = [XOR_POINTS.at(i, 0), XOR_POINTS.at(i, 1)];
    return classify(point, w, w0) === (XOR_LABELS.at(i, 0) === 1 ? 1 : -1);
  });
  return right.length;
}
