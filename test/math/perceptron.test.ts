import { describe, expect, test } from "vitest";
import { linear, relu, sigmoid, tanh } from "../../src/math/activations.js";
import { sub } from "../../src/math/arithmetic.js";
import { numericalGradient } from "../../src/math/central-difference.js";
import { dense } from "../../src/math/dense-layer.js";
import { dual, gradientByDual } from "../../src/math/dual.js";
import { matMul } from "../../src/math/linear-algebra.js";
import { perceptron, weightedSum } from "../../src/math/perceptron.js";
import { Random } from "../../src/math/random.js";
import { ShapeError } from "../../src/math/shape.js";
import { classify, hyperplane, sign } from "../../src/math/sign-classifier.js";
import { type Tensor, tensor } from "../../src/math/tensor.js";
import { DUAL_NUMBER, EXACT, FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

describe("weightedSum, Eq. (1.3)", () => {
  test("the lecture's example: 1 + 3·(−1) − 2·2 = −6", () => {
    expect(weightedSum([-1, 2], [3, -2], 1)).toBe(-6);
  });

  test("without a bias it is Eq. (1.2)", () => {
    expect(weightedSum([-1, 2], [3, -2])).toBe(-7);
  });

  test("a bias is a weight whose input is 1", () => {
    const [x, w, w0] = [[0.5, -2, 4], [3, 1, -1], 7];
    expect(weightedSum(x, w, w0)).toBe(weightedSum([1, ...x], [w0, ...w]));
  });

  test("the gradient with respect to w is x", () => {
    expect(gradientByDual((w) => weightedSum([-1, 2], w, 1), [3, -2]).toArray()).toEqual([-1, 2]);
  });

  test("the tangent of the bias passes through unchanged", () => {
    expect(weightedSum([-1, 2], [3, -2], dual(1, 1)).tangent).toBe(1);
  });

  test("lengths that differ are refused, and a bias put among the weights is recognised", () => {
    expect(() => weightedSum([1], [1, 2, 3])).toThrow("here x is [1], w is [3].");
    expect(() => weightedSum([1, 2], [1, 2, 3])).toThrow("The bias w₀ is an argument of its own.");
    expect(() => weightedSum([[1, 2]], [[1, 2]])).toThrow(ShapeError);
  });
});

describe("perceptron, Eq. (1.5)", () => {
  test("the lecture's example: g(−6) ≈ 0.002", () => {
    expectAgreement(perceptron([-1, 2], [3, -2], 1, sigmoid), 1 / (1 + Math.exp(6)), ROUNDING);
    expect(perceptron([-1, 2], [3, -2], 1).toFixed(3)).toBe("0.002");
  });

  test("linear regression with the linear activation, a gate with ReLU", () => {
    expect(perceptron([-1, 2], [3, -2], 1, linear)).toBe(-6);
    expect(perceptron([-1, 2], [3, -2], 1, relu)).toBe(0);
  });

  test.each([sigmoid, tanh, relu])("gradients with $name by hand, duals and differences", (g) => {
    const [x, w, w0] = [[0.5, -1.5, 2], [1, 0.4, 0.3], 0.2];
    const slope = g.derivative(weightedSum(x, w, w0));
    const byHand = x.map((xi) => slope * xi); // ∂ŷ/∂wᵢ = g′(z) xᵢ
    expectAgreement(
      gradientByDual((v) => perceptron(x, v, w0, g), w),
      byHand,
      DUAL_NUMBER,
    );
    expectAgreement(
      numericalGradient((v) => perceptron(x, v, w0, g), w),
      byHand,
      FINITE_DIFFERENCE,
    );
    expectAgreement(perceptron(x, w, dual(w0, 1), g).tangent, slope, DUAL_NUMBER); // ∂ŷ/∂w₀ = g′(z)
  });

  test("shapes are refused under its own name", () => {
    expect(() => perceptron([1, 2], [1], 0)).toThrow(
      "perceptron: every input needs its own weight",
    );
  });
});

describe("sign classifier, Eq. (1.13) and (1.14)", () => {
  test("sign has two values; the boundary goes to +1", () => {
    expect([sign(-6), sign(0), sign(-0), sign(2)]).toEqual([-1, 1, 1, 1]);
    expect(() => sign(Number.NaN)).toThrow(ValueError);
  });

  test("the lecture's point lies on the side of −1", () => {
    expect(classify([-1, 2], [3, -2], 1)).toBe(-1);
    expect(classify([0, 0], [3, -2], 1)).toBe(1);
  });

  test("normal, offset and intercepts, worked by hand for 3x₁ + 4x₂ − 10 = 0", () => {
    const { normal, offset, intercepts, distanceTo } = hyperplane([3, 4], -10);
    expectAgreement(normal, [0.6, 0.8], ROUNDING);
    expect(offset).toBe(2);
    expectAgreement(intercepts, [10 / 3, 2.5], ROUNDING);
    expect(distanceTo([0, 0])).toBe(-2);
    expect(distanceTo([2, 1])).toBe(0);
  });

  test("w is at right angles to every step within the hyperplane", () => {
    const { normal } = hyperplane([3, -2], 1);
    const [p, q] = [tensor([1, 2]), tensor([3, 5])]; // 1 + 3·1 − 2·2 = 0 and 1 + 3·3 − 2·5 = 0
    expect([classifyDistance([3, -2], 1, p), classifyDistance([3, -2], 1, q)]).toEqual([0, 0]);
    expectAgreement(weightedSum(sub(q, p), normal), 0, ROUNDING);
  });

  test("scaling w and w₀ together moves nothing; scaling w₀ alone shifts the boundary", () => {
    const at = hyperplane([3, 4], -10);
    expectAgreement(hyperplane([30, 40], -100).offset, at.offset, ROUNDING);
    expectAgreement(hyperplane([3, 4], -20).offset, 2 * at.offset, ROUNDING);
  });

  test("an axis that is never met has an infinite intercept", () => {
    expectAgreement(hyperplane([0, 2], 4).intercepts, [Infinity, -2], EXACT);
  });

  test("all weights 0 leave no boundary", () => {
    expect(() => hyperplane([0, 0], 1)).toThrow(
      "at least one weight must differ from 0, Eq. (1.13)",
    );
  });
});

function classifyDistance(w: number[], w0: number, x: Tensor): number {
  return hyperplane(w, w0).distanceTo(x);
}

describe("dense, Eq. (1.15)", () => {
  const W = [
    [1, 0, -1],
    [0, 1, 1],
  ]; // [in 2, out 3]
  const b = [10, 20, 30];

  test("one example and a batch, worked by hand", () => {
    expect(dense([1, 2], W, b).toArray()).toEqual([11, 22, 31]);
    expect(
      dense(
        [
          [1, 2],
          [0, 0],
        ],
        W,
        b,
      ).toArray(),
    ).toEqual([
      [11, 22, 31],
      [10, 20, 30],
    ]);
    expect(dense([-20, 2], W, b, relu).toArray()).toEqual([0, 22, 52]);
  });

  test("each unit is a perceptron with its own column of W", () => {
    const random = new Random(5);
    const draw = (n: number) => Array.from({ length: n }, () => random.normal());
    const [x, w, biases] = [draw(4), [draw(3), draw(3), draw(3), draw(3)], draw(3)];
    const units = [0, 1, 2].map((i) =>
      perceptron(
        x,
        w.map((row) => row[i]!),
        biases[i]!,
        tanh,
      ),
    );
    expectAgreement(dense(x, w, biases, tanh), units, ROUNDING);
  });

  test("two linear layers are one, Eq. (1.12)", () => {
    const [W1, W2] = [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [0, 1],
        [1, 1],
      ],
    ];
    const zero = [0, 0];
    const stacked = dense(dense([5, 7], W1, zero), W2, zero);
    expect(stacked.toArray()).toEqual(dense([5, 7], matMul(W1, W2), zero).toArray());
  });

  test("a transposed W is recognised, other misfits are listed", () => {
    const call = () =>
      dense(
        [1, 2],
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        b,
      );
    expect(call).toThrow(ShapeError);
    expect(call).toThrow(
      "here x is [2], W is [3, 2], b is [3]. W looks transposed: transpose(W) is [2, 3].",
    );
    expect(() => dense([1, 2], W, [1, 2])).toThrow("here x is [2], W is [2, 3], b is [2].");
    expect(() => dense([1, 2, 3], W, b)).toThrow(ShapeError);
  });
});
