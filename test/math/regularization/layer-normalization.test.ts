import { describe, expect, test } from "vitest";
import { add, mul, square } from "../../../src/math/arithmetic.js";
import { numericalGradient } from "../../../src/math/central-difference.js";
import { explainMismatch } from "../../../src/math/compare.js";
import { gradientByDual } from "../../../src/math/dual.js";
import { transpose } from "../../../src/math/linear-algebra.js";
import { Random } from "../../../src/math/random.js";
import { mean, sum } from "../../../src/math/reductions.js";
import {
  layerNorm,
  layerNormBackward,
} from "../../../src/math/regularization/layer-normalization.js";
import { ShapeError } from "../../../src/math/shape.js";
import { type Tensor, tensor } from "../../../src/math/tensor.js";
import { DUAL_NUMBER, FINITE_DIFFERENCE, ROUNDING } from "../../../src/math/tolerances.js";
import { ValueError } from "../../../src/math/value-error.js";
import { expectAgreement } from "../agree.js";

const random = new Random(33);
const draw = (n: number, d: number, std = 1): Tensor =>
  tensor(Array.from({ length: n }, () => Array.from({ length: d }, () => random.normal(0.5, std))));
const X = draw(3, 5, 2);
const G = draw(3, 5);
const gamma = tensor([1.5, -0.5, 2, 1, 0.25]);
const beta = tensor([0.1, 0.2, -3, 0, 1]);
const epsilon = 0.01;

test("worked by hand: an example 1, 3, 5", () => {
  // μ = 3, σ² = 8/3, with ε = 4/3 the root is 2: x̂ = −1, 0, 1
  expectAgreement(layerNorm([[1, 3, 5]], [1, 1, 4], [0, 7, 1], 4 / 3), [[-1, 7, 5]], ROUNDING);
  expectAgreement(layerNorm([1, 3, 5], [1, 1, 4], [0, 7, 1], 4 / 3), [-1, 7, 5], ROUNDING);
});

test("with γ = 1 and β = 0 each example has mean 0 and variance about 1", () => {
  const output = layerNorm(X, [1, 1, 1, 1, 1], [0, 0, 0, 0, 0], 1e-12);
  expectAgreement(mean(output, 1), [0, 0, 0], { ...ROUNDING, absolute: 1e-15 });
  expectAgreement(mean(square(output), 1), [1, 1, 1], { ...ROUNDING, absolute: 1e-11 });
});

test("an example's output does not depend on the others, nor on its own scale and shift", () => {
  const rows = X.toArray() as number[][];
  const together = layerNorm(X, gamma, beta, 1e-12).toArray() as number[][];
  for (const [i, row] of rows.entries()) {
    expectAgreement(layerNorm([row], gamma, beta, 1e-12), [together[i]!], ROUNDING);
    const moved = add(mul(row, 10), 7);
    expectAgreement(layerNorm(moved, gamma, beta, 1e-12), together[i]!, {
      ...ROUNDING,
      relative: 1e-10,
    });
  }
});

describe("the backward written by hand", () => {
  const byHand = layerNormBackward(G, X, gamma, epsilon);
  const costs = {
    x: (x: Tensor) => sum(mul(G, layerNorm(x, gamma, beta, epsilon))),
    gamma: (g: Tensor) => sum(mul(G, layerNorm(X, g, beta, epsilon))),
    beta: (b: Tensor) => sum(mul(G, layerNorm(X, gamma, b, epsilon))),
  };
  const at = { x: X, gamma, beta };

  test.each(["x", "gamma", "beta"] as const)("agrees with central differences, for %s", (of) => {
    expectAgreement(byHand[of], numericalGradient(costs[of], at[of]), FINITE_DIFFERENCE);
  });

  test.each(["x", "gamma", "beta"] as const)("agrees with dual numbers, for %s", (of) => {
    const duals = {
      x: () => gradientByDual((x) => sum(mul(G, layerNorm(x, gamma, beta, epsilon))), X),
      gamma: () => gradientByDual((g) => sum(mul(G, layerNorm(X, g, beta, epsilon))), gamma),
      beta: () => gradientByDual((b) => sum(mul(G, layerNorm(X, gamma, b, epsilon))), beta),
    };
    expectAgreement(byHand[of], duals[of](), DUAL_NUMBER);
  });

  test("takes one example as a vector too", () => {
    const row = (m: Tensor) => (m.toArray() as number[][])[0]!;
    const alone = layerNormBackward(row(G), row(X), gamma, epsilon);
    expectAgreement(alone.x, row(byHand.x), ROUNDING);
    expectAgreement(alone.beta, row(G), ROUNDING);
  });

  test("with γ forgotten, or the wrong axis, the check goes red", () => {
    const numeric = numericalGradient(costs.x, X);
    const without = layerNormBackward(G, X, [1, 1, 1, 1, 1], epsilon).x;
    expect(explainMismatch(without, numeric, FINITE_DIFFERENCE)).toMatch(/15 of 15 entries/);
    const across = transpose(layerNormBackward(transpose(G), transpose(X), [1, 1, 1], epsilon).x);
    expect(explainMismatch(across, numeric, FINITE_DIFFERENCE)).toMatch(/15 of 15 entries/);
  });
});

describe("bad input", () => {
  test("scales that are not one a unit, a single unit, a gradient of another shape", () => {
    expect(() => layerNorm(X, [1, 1, 1], beta)).toThrow(ShapeError);
    expect(() => layerNorm(X, [1, 1, 1], beta)).toThrow("x is [3, 5], gamma is [3], beta is [5]");
    expect(() => layerNorm([[1], [2]], [1], [0])).toThrow("with d ≥ 2");
    expect(() => layerNormBackward([[1, 2]], X, gamma)).toThrow("upstream is [1, 2], x is [3, 5]");
  });

  test("ε that is not positive, an infinity", () => {
    expect(() => layerNorm(X, gamma, beta, -1)).toThrow(ValueError);
    expect(() => layerNorm([1, Number.POSITIVE_INFINITY], [1, 1], [0, 0])).toThrow(
      "layerNorm: every entry of x must be finite; here x, entry 1 is Infinity.",
    );
  });
});
