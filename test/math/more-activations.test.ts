import { describe, expect, test } from "vitest";
import { relu, sigmoid } from "../../src/math/activations.js";
import { centralDifference } from "../../src/math/central-difference.js";
import { derivativeByDual, dual } from "../../src/math/dual.js";
import { leakyRelu, leakyReluWith, softplus } from "../../src/math/more-activations.js";
import { DUAL_NUMBER, EXACT, FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

// Away from 0, where leaky ReLU has no derivative for a difference to approach.
const points = [-30, -6, -1, -0.3, 0.3, 1, 6, 30];

describe.each([leakyRelu, leakyReluWith(0.2), leakyReluWith(0), softplus])("$name", (g) => {
  test("its derivative agrees with the central difference of its value", () => {
    for (const z of points) {
      expectAgreement(
        g.derivative(z),
        centralDifference((x) => g(x), z),
        FINITE_DIFFERENCE,
      );
    }
  });

  test("its derivative agrees with dual numbers, at 0 and far out too", () => {
    for (const z of [...points, 0, -0, 1000, -1000]) {
      expectAgreement(
        g.derivative(z),
        derivativeByDual((x) => g(x), z),
        DUAL_NUMBER,
      );
      expectAgreement(g(dual(z, 0)).value, g(z), { ...ROUNDING, absolute: 1e-15 });
    }
  });

  test("NaN is refused", () => {
    expect(() => g(Number.NaN)).toThrow(ValueError);
    expect(() => g.derivative([1, Number.NaN])).toThrow(ValueError);
  });
});

describe("leaky ReLU, Eq. (1.21)", () => {
  test("worked by hand with α = 0.01 and α = 0.2", () => {
    expectAgreement(leakyRelu([-100, 0, 3]), [-1, 0, 3], EXACT);
    expectAgreement(leakyReluWith(0.25)([-8, 8]), [-2, 8], EXACT);
    expectAgreement(leakyReluWith(0.2).derivative([-1, 0, 1]), [0.2, 0.2, 1], EXACT);
  });

  test("with slope 0 it is ReLU", () => {
    expectAgreement(leakyReluWith(0)(points), relu(points), EXACT);
  });

  test.each([-0.1, 1, 2, Number.NaN, "0.1" as never])("the slope %s is refused", (slope) => {
    expect(() => leakyReluWith(slope)).toThrow("the slope below 0 is a number from 0 to below 1");
  });
});

describe("softplus, Eq. (1.22)", () => {
  test("worked by hand: ln 2 at 0, its slope 1/2", () => {
    expect([softplus(0), softplus.derivative(0)]).toEqual([Math.LN2, 0.5]);
  });

  test("neither overflows nor loses its tail, where ln(1 + e^z) does both", () => {
    expect(Math.log(1 + Math.exp(1000))).toBe(Infinity);
    expect(softplus(1000)).toBe(1000);
    expect(Math.log(1 + Math.exp(-40))).toBe(0);
    // ln(1 + x) ≈ x for x = e^(−40) = 4.2e-18.
    expectAgreement(softplus(-40), Math.exp(-40), ROUNDING);
  });

  test("softplus(z) − softplus(−z) = z, and it lies above ReLU by at most ln 2", () => {
    for (const z of points) {
      expectAgreement(softplus(z) - softplus(-z), z, ROUNDING);
      expect(softplus(z) - relu(z)).toBeLessThan(Math.LN2);
      expect(softplus(z)).toBeGreaterThanOrEqual(relu(z));
    }
  });

  test("its slope is the sigmoid", () => {
    expectAgreement(softplus.derivative(points), sigmoid(points), EXACT);
  });
});
