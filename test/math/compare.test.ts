import { describe, expect, test } from "vitest";
import { centralDifference, numericalGradient } from "../../src/math/central-difference.js";
import { compare, explainMismatch } from "../../src/math/compare.js";
import { ShapeError } from "../../src/math/shape.js";
import { tensor } from "../../src/math/tensor.js";
import * as tolerances from "../../src/math/tolerances.js";
import { EXACT, FINITE_DIFFERENCE } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { expectAgreement } from "./agree.js";

const loose = { name: "loose", relative: 0.1, absolute: 0.01, reason: "round numbers for a test" };

describe("explainMismatch", () => {
  test("the border is absolute + relative · |want|", () => {
    expect(explainMismatch(10.9, 10, loose)).toBeNull();
    expect(explainMismatch(11.2, 10, loose)).toBe(
      "got 11.2, want 10 (off by 1.2e+0, allowed 1.0e+0)",
    );
    expect(explainMismatch(-10.9, -10, loose)).toBeNull();
  });

  test("names the worst entry and counts the others", () => {
    expect(
      explainMismatch(
        [
          [1, 2],
          [3, 9],
        ],
        [
          [1, 5],
          [3, 4],
        ],
        EXACT,
      ),
    ).toBe("entry [1, 1]: got 9, want 4 (off by 5.0e+0, allowed 0.0e+0; 2 of 4 entries differ)");
  });

  test("NaN agrees with nothing, not even with NaN", () => {
    expect(explainMismatch(Number.NaN, Number.NaN, loose)).toMatch(/^got NaN, want NaN/);
    expect(explainMismatch([1, Number.NaN], [1, 2], loose)).toMatch(
      /^entry \[1\]: got NaN, want 2/,
    );
    expect(explainMismatch(1, Number.NaN, loose)).toMatch(/^got 1, want NaN/);
  });

  test("an infinity agrees only with itself", () => {
    expect(explainMismatch(Infinity, Infinity, loose)).toBeNull();
    expect(explainMismatch(Infinity, -Infinity, loose)).toMatch(/^got Infinity, want -Infinity/);
    expect(explainMismatch(5, Infinity, loose)).toMatch(/^got 5, want Infinity/);
    expect(explainMismatch(Infinity, 5, loose)).toMatch(/^got Infinity, want 5/);
  });

  test("0 and −0 are the same number", () => {
    expect(explainMismatch(-0, 0, EXACT)).toBeNull();
  });

  test("a wrong shape is said before any entry", () => {
    expect(explainMismatch([1, 2], [[1, 2]], EXACT)).toBe("got shape [2], want shape [1, 2]");
    expect(explainMismatch([1], 1, EXACT)).toBe("got shape [1], want a single number");
  });
});

test("compare returns the figures that a table needs", () => {
  const { agrees, worst } = compare(tensor([1, 2.5]), [1, 2], EXACT);
  expect(agrees).toBe(false);
  expect(worst).toEqual({ index: [1], got: 2.5, want: 2, off: 0.5, allowed: 0 });
  expect(() => compare([1], [1, 2], EXACT)).toThrow(ShapeError);
});

test("every tolerance says what it is for", () => {
  for (const tolerance of Object.values(tolerances)) {
    expect(tolerance.reason.length).toBeGreaterThan(20);
    expect(tolerance.relative).toBeLessThanOrEqual(1e-6);
  }
});

describe("central differences", () => {
  test("are exact for a parabola, whatever the step", () => {
    expect(centralDifference((x) => x * x, 3, 0.5)).toBe(6);
  });

  test("come close to known derivatives, near 0 and far out", () => {
    const at = [-2, 1e-8, 0.5, 3];
    const slopes = at.map((x) => centralDifference(Math.sin, x));
    expectAgreement(slopes, at.map(Math.cos), FINITE_DIFFERENCE);
    expectAgreement(
      centralDifference((x) => x ** 3, 1e6),
      3e12,
      FINITE_DIFFERENCE,
    );
  });

  test("the error shrinks as h², the sign of a central and not a one-sided quotient", () => {
    const error = (h: number) => Math.abs(centralDifference(Math.exp, 1, h) - Math.E);
    expect(error(0.02) / error(0.01)).toBeGreaterThan(3.9);
    expect(error(0.02) / error(0.01)).toBeLessThan(4.1);
  });

  test("the gradient of x₀²x₁ is (2x₀x₁, x₀²), and a matrix keeps its shape", () => {
    const f = (x: { at(i: number): number }) => x.at(0) ** 2 * x.at(1);
    expectAgreement(numericalGradient(f, [3, 5]), [30, 9], FINITE_DIFFERENCE);
    expect(numericalGradient((m) => m.at(0, 1), [[1, 2]]).shape).toEqual([1, 2]);
  });

  test("refuse a step of 0, an infinite x, and an f that is not finite there", () => {
    expect(() => centralDifference(Math.sin, 0, 0)).toThrow(ValueError);
    expect(() => centralDifference(Math.sin, Number.NaN)).toThrow("x must be finite");
    expect(() => centralDifference(Math.log, 0)).toThrow("f must be finite on both sides of x");
  });
});
