/**
 * "A multilayer perceptron cannot represent a product": measured. A ReLU network is piecewise linear,
 * so it can be near x · z where it was trained, and further out its error grows as the square of the
 * distance. A bilinear unit is exact everywhere.
 *
 * Root mean squared error on the grid from −s to s: 0.027 at s = 1 (training), 0.62 at 2, 4.4 at 4,
 * 22 at 8, 97 at 16.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { relu } from "../../src/math/activations.js";
import { add, div, mul, sqrt, square, sub } from "../../src/math/arithmetic.js";
import { dense } from "../../src/math/dense-layer.js";
import { matMul, transpose } from "../../src/math/linear-algebra.js";
import { bilinear } from "../../src/math/multiplicative.js";
import { Random } from "../../src/math/random.js";
import { mean, sum } from "../../src/math/reductions.js";
import { type Tensor, tensor, zeros } from "../../src/math/tensor.js";

const HIDDEN = 16;
const grid = (scale: number): number[][] =>
  [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1].flatMap((x) =>
    [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1].map((z) => [scale * x, scale * z]),
  );
const products = (points: readonly (readonly number[])[]): Tensor =>
  tensor(points.map(([x, z]) => [x! * z!]));

/** W₁ [2, 16], b₁ [16], W₂ [16, 1], b₂ [1] */
let network: readonly Tensor[];

beforeAll(() => {
  const random = new Random(1);
  const normal = (n: number, m: number, std: number) =>
    tensor(Array.from({ length: n }, () => Array.from({ length: m }, () => random.normal(0, std))));
  network = train(
    [normal(2, HIDDEN, 1), zeros([HIDDEN]), normal(HIDDEN, 1, 0.35), zeros([1])],
    1500,
  );
});

function predict(
  [W1, b1, W2, b2]: readonly Tensor[],
  points: readonly (readonly number[])[],
): Tensor {
  return dense(dense(points, W1!, b1!, relu), W2!, b2!);
}

/** Full-batch Adam on the mean squared error, Eq. (2.5), with the backward written out. */
function train(start: readonly Tensor[], steps: number): readonly Tensor[] {
  const X = tensor(grid(1));
  const y = products(grid(1));
  let w = start;
  let [m, v] = [start.map((p) => zeros(p.shape)), start.map((p) => zeros(p.shape))];
  for (let t = 1; t <= steps; t++) {
    const [W1, b1, W2, b2] = w as [Tensor, Tensor, Tensor, Tensor];
    const z = dense(X, W1, b1);
    const a = relu(z);
    const d2 = mul(2 / 81, sub(dense(a, W2, b2), y));
    const d1 = mul(matMul(d2, transpose(W2)), relu.derivative(z));
    const g = [matMul(transpose(X), d1), sum(d1, 0), matMul(transpose(a), d2), sum(d2, 0)];
    m = m.map((old, i) => add(mul(0.9, old), mul(0.1, g[i]!)));
    v = v.map((old, i) => add(mul(0.999, old), mul(0.001, square(g[i]!))));
    w = w.map((p, i) => {
      const size = sqrt(div(v[i]!, 1 - 0.999 ** t));
      return sub(p, mul(0.01, div(div(m[i]!, 1 - 0.9 ** t), add(size, 1e-8)) as Tensor));
    });
  }
  return w;
}

/** Root mean squared error on the grid, stretched by `scale`. */
function error(scale: number): number {
  const points = grid(scale);
  return Math.sqrt(mean(square(sub(predict(network, points), products(points)))));
}

describe("a network of 16 ReLU units, trained on x · z for x, z from −1 to 1", () => {
  test("is near the product where it was trained, but not equal to it", () => {
    expect(error(1)).toBeLessThan(0.05);
    expect(error(1)).toBeGreaterThan(1e-4);
  });

  test("is further and further from it outside, as the square of the distance", () => {
    expect(error(2)).toBeGreaterThan(5 * error(1));
    // Far out the product dominates: its own root mean square over the grid grows as scale².
    expect(error(16) / error(8)).toBeGreaterThan(3);
    expect(error(16) / error(8)).toBeLessThan(5);
  });

  test("is linear along every ray beyond its last kink, where the product bends all the way", () => {
    const [W1, b1] = network as [Tensor, Tensor];
    for (const [x, z] of [
      [1, 1],
      [1, -0.5],
      [-0.3, 1],
    ] as const) {
      // Unit i has its kink at t = −bᵢ / (x w₁ᵢ + z w₂ᵢ).
      const kinks = Array.from(b1.data, (b, i) => -b / (x * W1.at(0, i) + z * W1.at(1, i)));
      const t = Math.max(1, ...kinks) + 1;
      const [near, middle, far] = predict(
        network,
        [t, t + 1, t + 2].map((s) => [s * x, s * z]),
      ).data as unknown as [number, number, number];
      const bend = near - 2 * middle + far;
      expect(Math.abs(bend)).toBeLessThan(1e-10);
      // Second difference of t² x z: 2 x z
      const exact = [t, t + 1, t + 2].map((s) => bilinear([s * x], [[1]], [s * z]));
      expect(Math.abs(exact[0]! - 2 * exact[1]! + exact[2]! - 2 * x * z)).toBeLessThan(1e-10);
    }
  });
});

test("the bilinear unit with W = [[1]] is the product, with error 0 at any distance", () => {
  for (const scale of [1, 16, 2 ** 20])
    for (const [x, z] of grid(scale)) expect(bilinear([x!], [[1]], [z!]) - x! * z!).toBe(0);
});
