import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mul } from "../../src/math/arithmetic.js";
import { numericalGradient } from "../../src/math/central-difference.js";
import { type Dual, dual, gradientByDual } from "../../src/math/dual.js";
import { grad } from "../../src/math/gradient.js";
import { argMax, max } from "../../src/math/largest.js";
import { logSumExp } from "../../src/math/log-sum-exp.js";
import type { Operand, Value } from "../../src/math/operation.js";
import type { Reduction } from "../../src/math/reductions.js";
import { sum } from "../../src/math/reductions.js";
import { ShapeError } from "../../src/math/shape.js";
import { softmax } from "../../src/math/softmax.js";
import { Tensor, tensor } from "../../src/math/tensor.js";
import { DUAL_NUMBER, FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { variable } from "../../src/math/variable.js";
import { expectAgreement } from "./agree.js";

const x = [
  [1, 7, 2],
  [9, -4, 9],
];
const infinite = Number.POSITIVE_INFINITY;

describe("max", () => {
  test("of everything, by column and by row", () => {
    expect(max(x)).toBe(9);
    expect(max(x, 0).toArray()).toEqual([9, 7, 9]);
    expect(max(x, 1).toArray()).toEqual([7, 9]);
    expect(max([-3, -2])).toBe(-2);
    expect(max(5)).toBe(5);
  });

  test("gives the slope to the first of equals, and to no other, Eq. (3.16)", () => {
    const byRow = (v: Operand): Value => sum(mul([2, 5], max(v, 1)));
    const want = [
      [0, 2, 0],
      [5, 0, 0],
    ];
    expect(gradientByDual((v) => byRow(v) as Dual, x).toArray()).toEqual(want);
    expect(grad(byRow, x).toArray()).toEqual(want);
    expect(grad((v) => max(v), 3)).toBe(1);
    expect(max(dual(3, 4)).tangent).toBe(4);
  });

  test("is NaN where an entry is", () => {
    const y = new Tensor([2, 2], Float64Array.of(1, Number.NaN, 3, 4));
    expect(max(y, 1).toArray()).toEqual([Number.NaN, 4]);
    expect(max(y)).toBeNaN();
  });
});

describe("argMax", () => {
  test("is the lowest index at a tie, in every direction", () => {
    expect(argMax([4, 4, 4])).toBe(0);
    expect(argMax(x)).toBe(3);
    expect(argMax(x, 0).toArray()).toEqual([1, 0, 1]);
    expect(argMax(x, 1).toArray()).toEqual([1, 0]);
    expect(argMax(7)).toBe(0);
    expect(argMax([-infinite, -infinite])).toBe(0);
  });

  test("looks at the value of a dual and of a variable", () => {
    expect(argMax(dual([1, 3], [9, 0]))).toBe(1);
    expect(argMax(variable([5, 3]))).toBe(0);
  });

  test("refuses NaN", () => {
    expect(() => argMax(new Tensor([2], Float64Array.of(Number.NaN, 1)))).toThrow(ValueError);
  });
});

describe("logSumExp", () => {
  test("is what the formula says where that does not overflow", () => {
    // ln(e^0 + e^(ln 3)) = ln 4
    expectAgreement(logSumExp([0, Math.log(3)]), Math.log(4), ROUNDING);
    expectAgreement(
      logSumExp(x, 1),
      x.map((row) => Math.log(row.reduce((total, z) => total + Math.exp(z), 0))),
      ROUNDING,
    );
    expect(logSumExp(-7)).toBe(-7);
  });

  test("does not overflow where the naive form does", () => {
    const naive = (z: readonly number[]) =>
      Math.log(z.reduce((total, entry) => total + Math.exp(entry), 0));
    expect(naive([1000, 999])).toBe(infinite);
    expect(naive([-1000, -999])).toBe(-infinite);
    // m + ln(1 + e^(−1))
    expectAgreement(logSumExp([1000, 999]), 1000 + Math.log1p(Math.exp(-1)), ROUNDING);
    expectAgreement(logSumExp([-1000, -999]), -999 + Math.log1p(Math.exp(-1)), ROUNDING);
  });

  test("takes infinite entries for what they are", () => {
    expect(logSumExp([-infinite, 2])).toBe(2);
    expect(logSumExp([-infinite, -infinite])).toBe(-infinite);
    expect(logSumExp([infinite, 2])).toBe(infinite);
    expect(grad((z) => logSumExp(z), [-infinite, 2]).toArray()).toEqual([0, 1]);
    expect(grad((z) => logSumExp(z), [-infinite, -infinite]).toArray()).toEqual([0.5, 0.5]);
  });

  test("lies between the maximum and the maximum plus ln n, and shifts with its entries", () => {
    const scores = fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(scores, (z) => {
        const value = logSumExp(z);
        expect(value).toBeGreaterThanOrEqual(max(z));
        expect(value).toBeLessThanOrEqual(max(z) + Math.log(z.length) + 1e-12);
        expect(logSumExp(z.map((entry) => entry + 100))).toBeCloseTo(value + 100, 9);
      }),
      { seed: 5 },
    );
  });

  test("has the softmax as its gradient", () => {
    const z = [0.5, -1, 2];
    expectAgreement(
      grad((v) => logSumExp(v), z),
      softmax(z),
      ROUNDING,
    );
  });

  test("refuses NaN", () => {
    const call = () => logSumExp(new Tensor([1], Float64Array.of(Number.NaN)));
    expect(call).toThrow("logSumExp: every entry must be a number, Eq. (2.9)");
  });
});

describe.each([
  ["max", max],
  ["logSumExp", logSumExp],
] as const)("%s", (_name, reduce: Reduction) => {
  const at = [
    [0.3, 1.7, -0.4],
    [2.1, -0.6, 1.2],
  ];
  const slopes = { all: 3, 0: [1, -2, 4], 1: [2, 5] } as const;

  test.each([undefined, 0, 1] as const)("has one derivative by three ways, axis %s", (axis) => {
    const f = (v: Operand): Value => sum(mul(slopes[axis ?? "all"], reduce(v, axis)));
    const numeric = numericalGradient((v) => f(v) as number, at);
    const byDual = gradientByDual((v) => f(v) as Dual, at);
    expectAgreement(byDual, numeric, FINITE_DIFFERENCE);
    expectAgreement(grad(f, at), byDual, DUAL_NUMBER);
  });

  test("refuses an axis that is not there", () => {
    expect(() => reduce([1, 2], 1)).toThrow(ShapeError);
    expect(() => reduce(tensor(4) as never, 0)).toThrow("axis 0 needs one axis or more");
  });
});
