import { describe, expect, test } from "vitest";
import { type Activation, linear, relu, sigmoid, tanh } from "../../src/math/activations.js";
import { centralDifference } from "../../src/math/central-difference.js";
import { explainMismatch } from "../../src/math/compare.js";
import { derivativeByDual, dual } from "../../src/math/dual.js";
import { tensor } from "../../src/math/tensor.js";
import { DUAL_NUMBER, EXACT, FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

// Away from 0, where relu has no derivative for a difference to approach.
const points = [-30, -6, -1, -0.3, 0.3, 1, 6, 30];
const all: [string, Activation][] = [sigmoid, tanh, relu, linear].map((g) => [g.name, g]);

describe.each(all)("%s", (_name, g) => {
  test("its derivative agrees with the central difference of its value", () => {
    const numeric = points.map((z) => centralDifference((x) => g(x), z));
    expectAgreement(
      points.map((z) => g.derivative(z)),
      numeric,
      FINITE_DIFFERENCE,
    );
  });

  test("its derivative agrees with dual numbers through the lecture's formula", () => {
    const byDual = [...points, 0].map((z) => derivativeByDual((x) => g(x), z));
    expectAgreement(
      [...points, 0].map((z) => g.derivative(z)),
      byDual,
      DUAL_NUMBER_NEAR_ONE,
    );
  });

  test("its value agrees with the lecture's formula in elementary operations", () => {
    expectAgreement(
      points.map((z) => g(z)),
      points.map((z) => g(dual(z, 0)).value),
      ROUNDING,
    );
  });

  test("tensors are taken entry by entry, value and derivative", () => {
    const z = tensor([
      [-1, 0],
      [0.5, 2],
    ]);
    expect(g(z).toArray()).toEqual([
      [g(-1), g(0)],
      [g(0.5), g(2)],
    ]);
    expect(g.derivative([-1, 2]).toArray()).toEqual([g.derivative(-1), g.derivative(2)]);
  });

  test("NaN and texts are refused by name", () => {
    expect(() => g(Number.NaN)).toThrow(ValueError);
    expect(() => g(Number.NaN)).toThrow(`${g.name}: z must be a number; here z is NaN`);
    expect(() => g.derivative("1" as never)).toThrow(`${g.name}.derivative: z must be a number`);
  });
});

/** Far out, 1 − tanh² by duals cancels: its error is a rounding of 1, not of the tiny result. */
const DUAL_NUMBER_NEAR_ONE = { ...DUAL_NUMBER, absolute: 4 * Number.EPSILON };

describe("values worked by hand", () => {
  test("the lecture's example, g(−6) ≈ 0.002", () => {
    // 1 / (1 + e⁶) = 1 / 404.4287934927351
    expectAgreement(sigmoid(-6), 1 / 404.4287934927351, ROUNDING);
    expectAgreement(sigmoid(-6), 0.0024726231566, { ...ROUNDING, absolute: 5e-14 });
    expectAgreement(tanh(-6), -0.9999877117, { ...ROUNDING, absolute: 5e-11 });
    expect(relu(-6)).toBe(0);
  });

  test("at 0", () => {
    expect([sigmoid(0), sigmoid.derivative(0)]).toEqual([0.5, 0.25]);
    expect([tanh(0), tanh.derivative(0)]).toEqual([0, 1]);
    expect([relu(0), relu.derivative(0)]).toEqual([0, 0]);
    expect([linear(3), linear.derivative(3)]).toEqual([3, 1]);
  });

  test("sigmoid saturates without overflow, even where the power is infinite", () => {
    expectAgreement(sigmoid([-1000, 1000, -Infinity, Infinity]), [0, 1, 0, 1], EXACT);
    expectAgreement(sigmoid.derivative([-1000, 1000]), [0, 0], EXACT);
    expectAgreement(tanh([-1000, 1000]), [-1, 1], EXACT);
    expectAgreement(tanh.derivative([-1000, 1000]), [0, 0], EXACT);
  });

  test("derivatives keep their digits where the lecture's formulas cancel to 0", () => {
    // From the series: σ′(z) ≈ e^(−z) and tanh′(z) ≈ 4 e^(−2z).
    expectAgreement(sigmoid.derivative(40), Math.exp(-40), ROUNDING);
    expectAgreement(tanh.derivative(20), 4 * Math.exp(-40), ROUNDING);
    const textbook = sigmoid(40) * (1 - sigmoid(40));
    expect(explainMismatch(textbook, Math.exp(-40), ROUNDING)).toMatch(/^got 0, want 4\.2/);
  });
});

describe("properties", () => {
  test("σ(z) + σ(−z) = 1, and tanh is odd", () => {
    for (const z of points) {
      expectAgreement(sigmoid(z) + sigmoid(-z), 1, ROUNDING);
      expect(tanh(-z)).toBe(-tanh(z));
    }
  });

  test("tanh is the sigmoid stretched: tanh(z) = 2σ(2z) − 1", () => {
    // The difference of two numbers near 1 loses the digits that tanh keeps near 0.
    for (const z of points)
      expectAgreement(2 * sigmoid(2 * z) - 1, tanh(z), { ...ROUNDING, absolute: 1e-15 });
  });

  test("the slope of the sigmoid is largest at 0, where it is 1/4", () => {
    for (const z of points) expect(sigmoid.derivative(z)).toBeLessThan(0.25);
  });
});

test("a wrong derivative fails the check, so the check can fail", () => {
  const numeric = points.map((z) => centralDifference((x) => sigmoid(x), z));
  const wrong = points.map((z) => sigmoid(z)); // σ′ = σ, the factor 1 − σ forgotten
  expect(explainMismatch(wrong, numeric, FINITE_DIFFERENCE)).toMatch(
    /^entry \[7\]: got 0\.99.* entries differ\)$/,
  );
});
