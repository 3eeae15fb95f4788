import { describe, expect, test } from "vitest";
import { add, mul } from "../../src/math/arithmetic.js";
import { centralDifference, numericalGradient } from "../../src/math/central-difference.js";
import { type Dual, derivativeByDual, gradientByDual } from "../../src/math/dual.js";
import { empiricalLoss, meanGradient } from "../../src/math/empirical-loss.js";
import { dot } from "../../src/math/linear-algebra.js";
import { meanSquaredError } from "../../src/math/mean-squared-error.js";
import { ShapeError } from "../../src/math/shape.js";
import { type Tensor, tensor } from "../../src/math/tensor.js";
import { DUAL_NUMBER, EXACT, FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

const x = [1, 2, 4];
const y = [3, 5, 6];
const line = (xi: number, w: number): number => mul(w, xi);
const lineByDual = (xi: number, w: Dual): Dual => mul(w, xi);

describe("empiricalLoss, Eq. (2.2)", () => {
  test("worked by hand: ŷ = 2x misses by 1, 1 and 2", () => {
    // ((3 − 2)² + (5 − 4)² + (6 − 8)²) / 3 = 6/3
    expect(empiricalLoss(meanSquaredError, line, x, y)(2)).toBe(2);
  });

  test("is the loss of the batch", () => {
    const J = empiricalLoss(meanSquaredError, line, x, y);
    for (const w of [-3, 0, 1.7]) {
      expectAgreement(
        J(w),
        meanSquaredError(
          x.map((xi) => w * xi),
          y,
        ),
        ROUNDING,
      );
    }
  });

  test("its slope by hand, by duals and by differences", () => {
    // J′(w) = (2/n) Σ x(wx − y); at w = 2: (2/3)(1·(−1) + 2·(−1) + 4·2) = 10/3
    const byDual = derivativeByDual(empiricalLoss(meanSquaredError, lineByDual, x, y), 2);
    expectAgreement(byDual, 10 / 3, DUAL_NUMBER);
    const J = empiricalLoss(meanSquaredError, line, x, y);
    expectAgreement(centralDifference(J, 2), 10 / 3, FINITE_DIFFERENCE);
  });

  test("its minimum is where the slope is 0: w* = Σxy/Σx², Eq. (2.13)", () => {
    const best = (3 + 10 + 24) / (1 + 4 + 16);
    const J = empiricalLoss(meanSquaredError, line, x, y);
    for (const w of [best - 0.1, best + 0.1, 0, 5]) expect(J(w)).toBeGreaterThan(J(best));
  });

  test("the gradient of the mean is the mean of the gradients, Eq. (3.17)", () => {
    const inputs = [tensor([1, -1]), tensor([2, 3]), tensor([0, 5])];
    const model = (xi: Tensor, w: Dual<Tensor>) => add(dot(w, xi), 0) as Dual;
    const at = [0.5, -0.25];
    const whole = gradientByDual(empiricalLoss(meanSquaredError, model, inputs, y), at);
    const each = inputs.map((xi, i) =>
      gradientByDual(empiricalLoss(meanSquaredError, model, [xi], [y[i]!]), at),
    );
    expectAgreement(whole, meanGradient(each), DUAL_NUMBER);
    const plain = empiricalLoss(meanSquaredError, (xi: Tensor, w: Tensor) => dot(w, xi), inputs, y);
    expectAgreement(numericalGradient(plain, at), whole, FINITE_DIFFERENCE);
  });

  test("no samples, and inputs without targets, are refused", () => {
    expect(() => empiricalLoss(meanSquaredError, line, [], [])).toThrow(ValueError);
    expect(() => empiricalLoss(meanSquaredError, line, x, [1])).toThrow(ShapeError);
    expect(() => empiricalLoss(meanSquaredError, line, x, [1])).toThrow(
      "empiricalLoss: every input needs its own target, Eq. (2.2); here inputs is [3], targets is [1].",
    );
    expect(() => empiricalLoss(meanSquaredError, line, 3 as never, y)).toThrow(ValueError);
  });
});

describe("meanGradient, Eq. (3.17)", () => {
  test("worked by hand, for matrices too", () => {
    expectAgreement(meanGradient([tensor([[2, 4]]), tensor([[0, -2]])]), [[1, 1]], EXACT);
  });

  test("none, or several shapes, are refused", () => {
    expect(() => meanGradient([])).toThrow(ValueError);
    expect(() => meanGradient([tensor([1]), tensor([1, 2])])).toThrow(
      "here gradient 0 is [1], gradient 1 is [2].",
    );
  });
});
