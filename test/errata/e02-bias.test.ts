/**
 * Erratum E2. One lecture adds the bias in its text and leaves it out of the formula that follows.
 * Measured here: without a bias the boundary is nailed to the origin, and OR cannot be learned.
 */
import { expect, test } from "vitest";
import { sigmoid } from "../../src/math/activations.js";
import { perceptron } from "../../src/math/perceptron.js";
import { Random } from "../../src/math/random.js";
import { classify, hyperplane } from "../../src/math/sign-classifier.js";

const POINTS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const OR = [-1, 1, 1, 1];

const right = (w: readonly number[], w0: number): number =>
  POINTS.filter((x, i) => classify(x, w, w0) === OR[i]).length;

test("without a bias every unit says g(0) at the origin, whatever its weights", () => {
  const random = new Random(31);
  for (let i = 0; i < 100; i++) {
    const w = [random.normal(0, 10), random.normal(0, 10)];
    expect(perceptron([0, 0], w, 0, sigmoid)).toBe(0.5);
    expect(hyperplane(w, 0).distanceTo([0, 0])).toBe(0);
  }
  expect(perceptron([0, 0], [3, -2], 1, sigmoid)).toBeCloseTo(0.7310585786, 9); // σ(1)
});

test("OR needs the bias: with it one line does, without it none of 10,000", () => {
  expect(right([1, 1], -0.5)).toBe(4);
  const random = new Random(32);
  for (let i = 0; i < 10_000; i++) {
    expect(right([random.normal(), random.normal()], 0)).toBeLessThan(4);
  }
});

test("the bias moves the boundary, and the weights alone only turn it", () => {
  expect(hyperplane([3, 4], 0).offset).toBe(-0);
  expect(hyperplane([-4, 3], 0).offset).toBe(-0);
  expect(hyperplane([3, 4], -10).offset).toBe(2);
});
