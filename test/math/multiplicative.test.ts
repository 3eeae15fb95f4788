import { describe, expect, test } from "vitest";
import { mul } from "../../src/math/arithmetic.js";
import { numericalGradient } from "../../src/math/central-difference.js";
import { explainMismatch } from "../../src/math/compare.js";
import { gradientByDual } from "../../src/math/dual.js";
import { grad } from "../../src/math/gradient.js";
import { bilinear, bilinearBackward, gate, gateBackward } from "../../src/math/multiplicative.js";
import { Random } from "../../src/math/random.js";
import { sum } from "../../src/math/reductions.js";
import { ShapeError } from "../../src/math/shape.js";
import { type Tensor, tensor } from "../../src/math/tensor.js";
import { DUAL_NUMBER, EXACT, FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { expectAgreement } from "./agree.js";

const random = new Random(14);
const vector = (n: number) => tensor(Array.from({ length: n }, () => random.normal()));
const matrix = (n: number, m: number) =>
  tensor(Array.from({ length: n }, () => Array.from({ length: m }, () => random.normal())));

describe("the bilinear unit", () => {
  const [x, W, z] = [vector(3), matrix(3, 2), vector(2)];

  test("worked by hand", () => {
    // 2·1·5 + 3·10·7 = 220
    expect(
      bilinear(
        [2, 3],
        [
          [1, 0],
          [0, 10],
        ],
        [5, 7],
      ),
    ).toBe(220);
    // 1·(2·1 + 3·1) + 4·(5·1 + 7·1) = 5 + 48
    expect(
      bilinear(
        [1, 4],
        [
          [2, 3],
          [5, 7],
        ],
        [1, 1],
      ),
    ).toBe(53);
  });

  test("is linear in each input on its own, and quadratic when both are scaled", () => {
    expectAgreement(bilinear(mul(2, x), W, z), 2 * bilinear(x, W, z), ROUNDING);
    expectAgreement(bilinear(mul(2, x), W, mul(2, z)), 4 * bilinear(x, W, z), ROUNDING);
  });

  test("represents a product exactly, near and far", () => {
    for (const [a, b] of [
      [0.5, -0.25],
      [3, 7],
      [1e6, -1e6],
    ] as const)
      expect(bilinear([a], [[1]], [b])).toBe(a * b);
  });

  const byHand = bilinearBackward(1.5, x, W, z);

  test("its backward agrees with central differences", () => {
    const unit = (a: Tensor, M: Tensor, b: Tensor) => 1.5 * bilinear(a, M, b);
    expectAgreement(
      byHand.x,
      numericalGradient((v) => unit(v, W, z), x),
      FINITE_DIFFERENCE,
    );
    expectAgreement(
      byHand.W,
      numericalGradient((v) => unit(x, v, z), W),
      FINITE_DIFFERENCE,
    );
    expectAgreement(
      byHand.z,
      numericalGradient((v) => unit(x, W, v), z),
      FINITE_DIFFERENCE,
    );
  });

  test("its backward agrees with dual numbers and with tracked variables", () => {
    expectAgreement(
      byHand.x,
      gradientByDual((v) => mul(1.5, bilinear(v, W, z)), x),
      DUAL_NUMBER,
    );
    expectAgreement(
      byHand.W,
      gradientByDual((v) => mul(1.5, bilinear(x, v, z)), W),
      DUAL_NUMBER,
    );
    expectAgreement(
      byHand.z,
      gradientByDual((v) => mul(1.5, bilinear(x, W, v)), z),
      DUAL_NUMBER,
    );
    const tracked = grad((v) => mul(1.5, bilinear(x, v, z)), W);
    expectAgreement(byHand.W, tracked, DUAL_NUMBER);
  });

  test("the outer product the wrong way round is caught", () => {
    const square = matrix(2, 2);
    const [a, b] = [vector(2), vector(2)];
    const numeric = numericalGradient((M) => bilinear(a, M, b), square);
    const swapped = bilinearBackward(1, b, square, a).W;
    expect(explainMismatch(swapped, numeric, FINITE_DIFFERENCE)).toMatch(/entries differ/);
  });
});

describe("the gate", () => {
  const [x, z, G] = [matrix(2, 3), matrix(2, 3), matrix(2, 3)];

  test("worked by hand: open, half open, shut", () => {
    expectAgreement(gate([5, 4, -3], [1000, 0, -1000]), [5, 2, 0], EXACT);
    // σ(ln 3) = 3/4
    expectAgreement(gate([8], [Math.log(3)]), [6], ROUNDING);
  });

  test("passes at most x, with the sign of x", () => {
    for (const [i, y] of gate(x, z).data.entries()) {
      expect(Math.abs(y)).toBeLessThan(Math.abs(x.data[i]!));
      expect(Math.sign(y)).toBe(Math.sign(x.data[i]!));
    }
  });

  test("its backward agrees with central differences, dual numbers and variables", () => {
    const byHand = gateBackward(G, x, z);
    expectAgreement(
      byHand.x,
      numericalGradient((v) => sum(mul(G, gate(v, z))), x),
      FINITE_DIFFERENCE,
    );
    expectAgreement(
      byHand.z,
      numericalGradient((v) => sum(mul(G, gate(x, v))), z),
      FINITE_DIFFERENCE,
    );
    expectAgreement(
      byHand.x,
      gradientByDual((v) => sum(mul(G, gate(v, z))), x),
      DUAL_NUMBER,
    );
    expectAgreement(
      byHand.z,
      gradientByDual((v) => sum(mul(G, gate(x, v))), z),
      DUAL_NUMBER,
    );
    const tracked = grad((v) => sum(mul(G, gate(x, v))), z);
    expectAgreement(byHand.z, tracked, DUAL_NUMBER);
  });
});

test("bad input names the call, the rule and every shape", () => {
  expect(() => bilinear([1, 2], [[1, 2]], [1])).toThrow(
    "bilinear: x [m], W [m, k] and z [k] must fit together, Eq. (6.20); " +
      "here x is [2], W is [1, 2], z is [1].",
  );
  expect(() => bilinearBackward(1, [1], [1], [1])).toThrow(ShapeError);
  expect(() => gate([1, 2], [1])).toThrow("Eq. (6.21); here x is [2], z is [1]");
  expect(() => gateBackward([1], [1, 2], [1, 2])).toThrow(ShapeError);
});
