import { describe, expect, test } from "vitest";
import { sigmoid } from "../../src/math/activations.js";
import { mul } from "../../src/math/arithmetic.js";
import { numericalGradient } from "../../src/math/central-difference.js";
import { gradientByDual } from "../../src/math/dual.js";
import { grad } from "../../src/math/gradient.js";
import { transpose } from "../../src/math/linear-algebra.js";
import { Random } from "../../src/math/random.js";
import { sum } from "../../src/math/reductions.js";
import { ShapeError } from "../../src/math/shape.js";
import { softmax } from "../../src/math/softmax.js";
import { type Tensor, tensor } from "../../src/math/tensor.js";
import { DUAL_NUMBER, EXACT, FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

const random = new Random(20);
const draw = (k: number): number[] => Array.from({ length: k }, () => random.normal(0, 3));
const scores = [...[1, 2, 3, 5, 10].map(draw), [0, 0, 0], [30, -30], [1000, 999, -1000]];

test("worked by hand: scores ln 1, ln 2, ln 5 give 1/8, 2/8, 5/8", () => {
  expectAgreement(softmax([0, Math.log(2), Math.log(5)]), [1 / 8, 2 / 8, 5 / 8], ROUNDING);
});

test("the Jacobian worked by hand: diag(p) − ppᵀ at p = (1/4, 3/4)", () => {
  // p₁ − p₁² = 1/4 − 1/16 = 3/16, and −p₁p₂ = −3/16
  const jacobian = softmax.jacobian([0, Math.log(3)]);
  expectAgreement(
    jacobian,
    [
      [3 / 16, -3 / 16],
      [-3 / 16, 3 / 16],
    ],
    ROUNDING,
  );
});

describe.each(scores.map((x) => [x]))("at %j", (x) => {
  test("probabilities are not negative and sum to one", () => {
    const p = softmax(x);
    expect(p.data.every((pi) => pi >= 0 && pi <= 1)).toBe(true);
    expectAgreement(sum(p), 1, ROUNDING);
  });

  test("adding a constant to all scores changes nothing", () => {
    expectAgreement(softmax(x.map((xi) => xi + 8)), softmax(x), ROUNDING);
  });

  test("permuting the scores permutes the probabilities", () => {
    expectAgreement(softmax([...x].reverse()), [...softmax(x).data].reverse(), {
      ...ROUNDING,
      absolute: 1e-300,
    });
  });

  test("the Jacobian is that of dual numbers and of differences, row by row", () => {
    const jacobian = softmax.jacobian(x);
    x.forEach((_, i) => {
      const pick = x.map((_xi, j) => (i === j ? 1 : 0));
      const row = x.map((_xi, j) => jacobian.at(i, j));
      expectAgreement(
        row,
        gradientByDual((v) => sum(mul(pick, softmax(v))), x),
        DUAL_NUMBER,
      );
      expectAgreement(
        row,
        grad((v) => sum(mul(pick, softmax(v))), tensor(x)),
        DUAL_NUMBER,
      );
      const numeric = numericalGradient((v) => softmax(v).at(i), x);
      // At scores of 1000 the step of the difference is 0.006, and its error h².
      const coarse = { ...FINITE_DIFFERENCE, absolute: 1e-5 };
      expectAgreement(row, numeric, Math.max(...x) > 100 ? coarse : FINITE_DIFFERENCE);
    });
  });

  test("the Jacobian is symmetric, and its rows sum to 0: what one gains the others lose", () => {
    const jacobian = softmax.jacobian(x);
    expectAgreement(jacobian, transpose(jacobian), EXACT);
    expectAgreement(
      sum(jacobian, 1),
      x.map(() => 0),
      { ...ROUNDING, absolute: 1e-15 },
    );
  });
});

test("a matrix is taken row by row, for values and duals alike", () => {
  const X = [
    [1, 2, 3],
    [3, 2, 1000],
  ];
  const rows = X.map((row) => [...softmax(row).data]);
  expectAgreement(softmax(X), rows, EXACT);
  const G = [
    [1, -2, 3],
    [0, 1, 5],
  ];
  const byHand = X.map((row, i) => [
    // ∂(Σ gᵢpᵢ)/∂xⱼ = Σᵢ gᵢ ∂pᵢ/∂xⱼ
    ...row.map((_x, j) => sum(row.map((_y, k) => G[i]![k]! * softmax.jacobian(row).at(k, j)))),
  ]);
  const total = (v: Parameters<typeof softmax>[0]) => sum(mul(G, softmax(v as Tensor)));
  expectAgreement(
    gradientByDual((v) => total(v) as never, X),
    byHand,
    DUAL_NUMBER,
  );
});

test("with two classes it is the sigmoid of the difference of the scores", () => {
  for (const [a, b] of [
    [0, 0],
    [3, -2],
    [-50, 50],
  ] as const) {
    expectAgreement(softmax([a, b]).at(0), sigmoid(a - b), ROUNDING);
  }
});

test("it saturates without overflow, where e^1000/e^1000 is NaN", () => {
  expect(Math.exp(1000) / Math.exp(1000)).toBeNaN();
  expectAgreement(softmax([1000, 0]), [1, 0], EXACT);
  expectAgreement(softmax([-1000, -1000]), [0.5, 0.5], EXACT);
});

test("numbers, infinities and NaN are refused", () => {
  expect(() => softmax(3 as never)).toThrow(ShapeError);
  expect(() => softmax(3 as never)).toThrow("softmax: scores are a vector [k] or rows [n, k]");
  expect(() => softmax([0, Infinity])).toThrow("here a score is Infinity.");
  expect(() => softmax([0, Number.NaN])).toThrow(ValueError);
  expect(() => softmax([])).toThrow(ValueError);
  expect(() => softmax([[1, 2], [3]])).toThrow(ShapeError);
  expect(() => softmax.jacobian([[1, 2]])).toThrow("Take one row at a time.");
});
