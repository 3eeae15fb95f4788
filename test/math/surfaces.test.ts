import { describe, expect, test } from "vitest";
import { numericalGradient } from "../../src/math/central-difference.js";
import { gradientByDual } from "../../src/math/dual.js";
import { grad } from "../../src/math/gradient.js";
import { ShapeError } from "../../src/math/shape.js";
import {
  doubleWell,
  openDoubleWell,
  ravine,
  rosenbrock,
  type Surface,
  saddle,
} from "../../src/math/surfaces.js";
import { DUAL_NUMBER, EXACT, FINITE_DIFFERENCE, ROUNDING } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

const ALL: readonly (readonly [string, Surface])[] = [
  ravine(20),
  saddle,
  doubleWell,
  openDoubleWell,
  rosenbrock,
].map((surface) => [surface.name, surface]);

/** Cancellation near a zero of the slope leaves a rounding of terms near 1000. */
const NEAR_CANCELLATION = { ...DUAL_NUMBER, absolute: 1e-12 };

describe.each(ALL)("%s", (_name, surface) => {
  const points = [
    [0.5, -1.25],
    [-1.2, 1],
    [0, 0],
    [2, 0.25],
  ].map((point) => point.slice(0, surface.dimension));

  test("its gradient is the central difference, the dual number and the backward pass of its value", () => {
    for (const point of points) {
      const slope = surface.gradient(point);
      expectAgreement(
        slope,
        numericalGradient((w) => surface.value(w), point),
        {
          ...FINITE_DIFFERENCE,
          absolute: 1e-7, // Rosenbrock's third derivative is 2400 times larger than 1
        },
      );
      expectAgreement(
        gradientByDual((w) => surface.value(w), point),
        slope,
        NEAR_CANCELLATION,
      );
      expectAgreement(
        grad((w) => surface.value(w), point),
        slope,
        NEAR_CANCELLATION,
      );
    }
  });

  test("its Hessian is the central difference of its gradient", () => {
    for (const point of points) {
      const numeric = point.map((_, row) =>
        numericalGradient((w) => surface.gradient(w).at(row), point).toArray(),
      );
      expectAgreement(surface.hessian(point), numeric as number[][], {
        ...FINITE_DIFFERENCE,
        absolute: 1e-7,
      });
    }
  });

  test("at the known minimum the slope is 0, the curvature positive, and it is lower than around", () => {
    if (surface.minimum === undefined) return;
    const lowest = surface.minimum;
    const still = Array(surface.dimension).fill(0);
    expectAgreement(surface.gradient(lowest), still, { ...EXACT, absolute: 1e-14 });
    for (const moved of points) {
      expect(surface.value(moved)).toBeGreaterThanOrEqual(surface.value(lowest));
    }
    const [a = 0, b = 0, , d = 0] = surface.hessian(lowest).data;
    expect(a).toBeGreaterThan(0);
    if (surface.dimension === 2) expect(a * d - b * b).toBeGreaterThan(0);
  });

  test("a point with another number of parameters is refused by name", () => {
    const wrong = [1, 2, 3];
    expect(() => surface.value(wrong)).toThrow(ShapeError);
    expect(() => surface.gradient(wrong)).toThrow(`${surface.name}: w holds the`);
    expect(() => surface.hessian([[1, 2]])).toThrow("here w is [1, 2].");
    expect(() => surface.value(points[0]!.map(() => Number.NaN))).toThrow(ValueError);
  });
});

describe("values worked by hand", () => {
  test("ravine, Eq. (4.22): (4 + 20·9)/2 = 92, slope (2, 60)", () => {
    expect(ravine(20).value([2, 3])).toBe(92);
    expect(ravine(20).gradient([2, 3]).toArray()).toEqual([2, 60]);
    expect(() => ravine(-1)).toThrow("ravine: steepness must be a finite number of at least 0");
  });

  test("saddle, Eq. (4.23): (4 − 9)/2; it is stationary at 0, and no minimum", () => {
    expect(saddle.value([2, 3])).toBe(-2.5);
    expect(saddle.gradient([0, 0]).toArray()).toEqual([0, 0]);
    expect(saddle.hessian([0, 0]).toArray()).toEqual([
      [1, 0],
      [0, -1],
    ]);
    expect(saddle.minimum).toBe(undefined);
  });

  test("double well, Eq. (4.24): (4 − 1)² + 0.6; two bottoms, the left one lower", () => {
    expectAgreement(doubleWell.value([2]), 9.6, ROUNDING);
    const right = 0.9601495555191055; // the root of 4x³ − 4x + 0.3 near 1, by Newton's method
    expectAgreement(doubleWell.gradient([right]), [0], { ...EXACT, absolute: 1e-14 });
    expect(doubleWell.hessian([right]).at(0, 0)).toBeGreaterThan(0);
    expect(doubleWell.value([right])).toBeGreaterThan(doubleWell.value(doubleWell.minimum!) + 0.5);
  });

  test("the extra parameter turns the right bottom into a saddle, Eq. (4.25)", () => {
    const right = [0.9601495555191055, 0];
    expectAgreement(openDoubleWell.value(right), doubleWell.value(right.slice(0, 1)), EXACT);
    const [across = 0, , , around = 0] = openDoubleWell.hessian(right).data;
    expect(across).toBeGreaterThan(0);
    expect(around).toBeLessThan(0);
  });

  test("Rosenbrock, Eq. (4.26): at (−1.2, 1) it is 2.2² + 100·0.44² = 24.2", () => {
    expectAgreement(rosenbrock.value([-1.2, 1]), 24.2, ROUNDING);
    // −2·2.2 + 400·1.2·(1 − 1.44) = −215.6, 200·(1 − 1.44) = −88
    expectAgreement(rosenbrock.gradient([-1.2, 1]), [-215.6, -88], ROUNDING);
  });
});
