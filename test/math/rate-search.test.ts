import { describe, expect, test } from "vitest";
import { conditionNumber, curvatures } from "../../src/math/curvature.js";
import { gradientByDual } from "../../src/math/dual.js";
import { grad } from "../../src/math/gradient.js";
import { gradientDescent } from "../../src/math/optimizers/gradient-descent.js";
import { bestRate, stepsToSettle } from "../../src/math/rate-search.js";
import { ShapeError } from "../../src/math/shape.js";
import { doubleWell, ravine, rosenbrock, saddle } from "../../src/math/surfaces.js";
import { DUAL_NUMBER, ROUNDING } from "../../src/math/tolerances.js";
import { turned } from "../../src/math/turned-surface.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

describe("curvatures", () => {
  test("of a turned ravine are those of the ravine", () => {
    for (const angle of [0, 30, 45, 120]) {
      expectAgreement(curvatures(turned(ravine(20), angle).hessian([3, 1])), [1, 20], ROUNDING);
    }
  });

  test("of a matrix with known eigenvalues, 2 − 2 cos(kπ/5)", () => {
    const second = [0, 1, 2, 3].map((i) =>
      [0, 1, 2, 3].map((j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)),
    );
    const known = [1, 2, 3, 4].map((k) => 2 - 2 * Math.cos((k * Math.PI) / 5));
    expectAgreement(curvatures(second), known, ROUNDING);
  });

  test("refuse what is no symmetric matrix, and a saddle's condition number", () => {
    expect(() => curvatures([[1, 2]])).toThrow(ShapeError);
    expect(() => curvatures([1, 2])).toThrow(ShapeError);
    expect(() =>
      curvatures([
        [1, 2],
        [0, 1],
      ]),
    ).toThrow(ValueError);
    expect(() => curvatures([[Number.NaN]])).toThrow(ValueError);
    expect(curvatures(saddle.hessian([0, 0]))).toEqual([-1, 1]);
    expect(() => conditionNumber(saddle.hessian([0, 0]))).toThrow(ValueError);
  });
});

describe("a turned surface", () => {
  const slanting = turned(rosenbrock, 30);

  test("has the gradient of its value, by dual numbers and backwards", () => {
    for (const point of [
      [0.5, -1],
      [-1.2, 1],
    ]) {
      expectAgreement(slanting.gradient(point), gradientByDual(slanting.value, point), DUAL_NUMBER);
      expectAgreement(slanting.gradient(point), grad(slanting.value, point), DUAL_NUMBER);
    }
  });

  test("is 0 at its own minimum, and needs two parameters", () => {
    expect(slanting.value(slanting.minimum!)).toBeCloseTo(0, 12);
    expect(turned(saddle, 10).minimum).toBeUndefined();
    expect(() => turned(doubleWell, 10)).toThrow(ShapeError);
    expect(() => turned(saddle, Number.NaN)).toThrow(ValueError);
  });

  test("is walked by gradient descent as before", () => {
    const straight = stepsToSettle(ravine(20), [10, 0], gradientDescent(0.05));
    expect(stepsToSettle(turned(ravine(20), 90), [0, 10], gradientDescent(0.05))).toBe(straight);
  });
});

describe("the number of steps", () => {
  test("is what the shrinking by 1 − η a step says", () => {
    const expected = Math.ceil(Math.log(0.05 / 10) / Math.log(0.9));
    expect(stepsToSettle(ravine(5), [10, 0], gradientDescent(0.1))).toBe(expected);
  });

  test("is none for a rate that diverges, bounces or has too few steps", () => {
    expect(stepsToSettle(ravine(20), [1, 1], gradientDescent(0.11))).toBeNull();
    expect(stepsToSettle(ravine(16), [0, 1], gradientDescent(0.125))).toBeNull();
    expect(stepsToSettle(ravine(20), [10, 1], gradientDescent(0.01), { steps: 10 })).toBeNull();
    expect(bestRate(ravine(20), [1, 1], gradientDescent, [0.2, 0.3])).toBeNull();
  });

  test("a start at the minimum needs none", () => {
    expect(stepsToSettle(ravine(20), [0, 0], gradientDescent(0.01))).toBe(0);
  });

  test("refuses a surface without a minimum and an empty list of rates", () => {
    expect(() => stepsToSettle(saddle, [1, 1], gradientDescent())).toThrow(ValueError);
    expect(() => bestRate(ravine(1), [1, 1], gradientDescent, [])).toThrow(ValueError);
    const odd = { within: -1 };
    expect(() => stepsToSettle(ravine(1), [1, 1], gradientDescent(), odd)).toThrow(ValueError);
  });
});
