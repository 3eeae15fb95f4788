import { describe, expect, test } from "vitest";
import { div, mul, sqrt, square } from "../../src/math/arithmetic.js";
import { numericalGradient } from "../../src/math/central-difference.js";
import { concat } from "../../src/math/concat.js";
import { arange } from "../../src/math/creation.js";
import { type Dual, dual, gradientByDual } from "../../src/math/dual.js";
import { flatten } from "../../src/math/flatten.js";
import { grad } from "../../src/math/gradient.js";
import { type Operand, primalOf, type Value } from "../../src/math/operation.js";
import { gatherRows, reshape } from "../../src/math/rearrange.js";
import { sum } from "../../src/math/reductions.js";
import { greater, where } from "../../src/math/selection.js";
import { ShapeError } from "../../src/math/shape.js";
import { type Tensor, tensor } from "../../src/math/tensor.js";
import { DUAL_NUMBER, FINITE_DIFFERENCE } from "../../src/math/tolerances.js";
import { ValueError } from "../../src/math/value-error.js";
import { variable } from "../../src/math/variable.js";
import { expectAgreement } from "./agree.js";

const A = [
  [1, 2, 3],
  [4, 5, 6],
];

/** Three ways to the gradient of Σ (wᵢ yᵢ)², with weights 1, 2, 3 … so that places matter. */
function expectOneGradient(f: (x: Operand) => Value, at: number[] | number[][]): void {
  const weights = arange(1, tensor(primalOf(f(tensor(at)))).size + 1);
  const total = (x: Operand): Value => sum(square(mul(weights, flatten(f(x)))));
  const byDual = gradientByDual((x) => total(x) as Dual, at);
  const numeric = numericalGradient((x) => total(x) as number, at);
  expectAgreement(byDual, numeric, FINITE_DIFFERENCE);
  expectAgreement(grad(total, at), byDual, DUAL_NUMBER);
}

describe("greater", () => {
  test("answers with 1 and 0, and a tie is not greater", () => {
    expect(greater(2, 1)).toBe(1);
    expect(greater(1, 1)).toBe(0);
    expect(tensor(greater(A, [2, 2, 4])).toArray()).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ]);
  });

  test("takes duals and variables by their value", () => {
    expect(greater(dual(1, 100), 2)).toBe(0);
    expect(greater(variable(3), 2)).toBe(1);
  });
});

describe("where", () => {
  test("takes the first where the condition holds, the second elsewhere", () => {
    expect(where(1, 10, 20)).toBe(10);
    expect(where(0, 10, 20)).toBe(20);
    expect(where([1, 0, 1], [1, 2, 3], [4, 5, 6]).toArray()).toEqual([1, 5, 3]);
  });

  test("broadcasts all three", () => {
    expect(where([[1], [0]], A, [7, 8, 9]).toArray()).toEqual([
      [1, 2, 3],
      [7, 8, 9],
    ]);
    expect(where([1, 0], 5, -5).toArray()).toEqual([5, -5]);
  });

  test("passes the slope along the way that was taken", () => {
    expect(where(1, dual(3, 2), 4).tangent).toBe(2);
    expect(where(0, dual(3, 2), 4).tangent).toBe(0);
    expectOneGradient((x) => where([1, 0, 1], x, mul(3, x)), [0.5, -1, 2]);
    expectOneGradient((x) => where([[1], [0]], mul(2, x), 7), [0.5, -1, 2]);
    expectOneGradient((x) => where([1, 0, 0], [9, 9, 9], x), [[0.5], [2]]);
  });

  // √x/√x at 0 is 0/0 with an infinite slope; the other way is 2x.
  const risky = (x: Value): Value => where(greater(x, 0), div(sqrt(x), sqrt(x)), mul(2, x));

  test("keeps the NaN of the other way out of value and tangent", () => {
    expect(tensor(risky(tensor([0, 4])) as Tensor).toArray()).toEqual([0, 1]);
    expect(gradientByDual((x) => sum(risky(x)) as Dual, [0, 4]).at(0)).toBe(2);
  });

  test("cannot keep 0 · ∞ out on the way back, unless the operand is chosen first", () => {
    expect(grad((x) => sum(risky(x)), [0, 4]).at(0)).toBeNaN();
    const safe = (x: Value): Value => {
      const positive = where(greater(x, 0), x, 1);
      return where(greater(x, 0), div(sqrt(positive), sqrt(positive)), mul(2, x));
    };
    expect(grad((x) => sum(safe(x)), [0, 4]).toArray()).toEqual([2, 0]);
  });

  test("refuses shapes that cannot be broadcast", () => {
    expect(() => where([1, 0], [1, 2, 3], 0)).toThrow(ShapeError);
  });
});

describe("concat", () => {
  test("below one another, side by side, and end to end", () => {
    expect(concat([A, [[7, 8, 9]]]).toArray()).toEqual([...A, [7, 8, 9]]);
    expect(concat([A, [[0], [1]]], 1).toArray()).toEqual([
      [1, 2, 3, 0],
      [4, 5, 6, 1],
    ]);
    expect(concat([[1], [2, 3], [4]]).toArray()).toEqual([1, 2, 3, 4]);
  });

  test("gives every part its own block of the gradient", () => {
    expectOneGradient((x) => concat([A, x]), [[1, -1, 2]]);
    expectOneGradient((x) => concat([x, A, x]), [[1, -1, 2]]);
    expectOneGradient((x) => concat([A, x, A], 1), [[3], [-2]]);
    expectOneGradient((x) => concat([x, [5], x]), [1, 2]);
  });

  test.each([
    ["another width", [A, [[1, 2]]], 0],
    ["another height", [A, [[1, 2, 3]]], 1],
    ["vectors beside one another", [[1], [2]], 1],
    ["a vector and a matrix", [[1, 2, 3], A], 0],
    ["a number", [5], 0],
  ] as const)("refuses %s", (_name, parts, axis) => {
    expect(() => concat(parts as never, axis)).toThrow(ShapeError);
  });

  test("refuses nothing at all, and says how a vector becomes a column", () => {
    expect(() => concat([])).toThrow(ValueError);
    expect(() => concat([[1], [2]], 1)).toThrow("reshape(x, [n, 1]) makes a column of x.");
  });
});

describe("gatherRows", () => {
  test("picks rows in the order and as often as they are named", () => {
    expect(gatherRows(A, [1, 0, 1]).toArray()).toEqual([A[1], A[0], A[1]]);
    expect(gatherRows([10, 20, 30], [2, 2]).toArray()).toEqual([30, 30]);
  });

  test("adds the slopes of a row that was picked twice, Eq. (3.8)", () => {
    expectOneGradient((x) => gatherRows(x, [1, 0, 1]), A);
    expectOneGradient((x) => gatherRows(x, [2, 2, 0]), [1, 2, 3]);
    expect(grad((x) => sum(gatherRows(x, [1, 1, 1])), [5, 6]).toArray()).toEqual([0, 3]);
  });

  test.each([2, -1, 0.5])("refuses row %s of two", (row) => {
    expect(() => gatherRows(A, [0, row])).toThrow("each index is a whole number from 0 to 1");
  });

  test("refuses a number", () => {
    expect(() => gatherRows(5, [0])).toThrow(ShapeError);
  });
});

describe("reshape and flatten", () => {
  test("keep the order of the entries, row by row", () => {
    expect(reshape(A, [3, 2]).toArray()).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(reshape(7, [1, 1]).toArray()).toEqual([[7]]);
    expect(flatten(A).toArray()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(flatten(7).toArray()).toEqual([7]);
  });

  test("undo each other, and gradients with them", () => {
    expect(reshape(flatten(A), [2, 3]).toArray()).toEqual(A);
    expectOneGradient((x) => reshape(x, [3, 2]), A);
    expectOneGradient((x) => flatten(x), A);
    expect(grad((x) => sum(reshape(x, [1])), 4)).toBe(1);
  });

  test("an image of 10 × 20 points with 3 colours has 600 inputs", () => {
    const image = Array.from({ length: 10 }, (_, i) =>
      Array.from({ length: 20 }, (_, j) => [i, j, 7]),
    );
    const inputs = flatten(image);
    expect(inputs.shape).toEqual([600]);
    // Point (4, 5) starts at (4 · 20 + 5) · 3 = 255.
    expect([...inputs.data.subarray(255, 258)]).toEqual([4, 5, 7]);
  });

  test.each([
    ["unequal lengths", [[[1, 2]], [[3]]], ShapeError],
    ["unequal depths", [[[1], [2]], [[3, 4]]], ShapeError],
    ["numbers beside lists", [[[1]], 2], ValueError],
    ["an empty list", [[[1], []]], ValueError],
    ["a NaN", [[[Number.NaN]]], ValueError],
  ] as const)("flatten refuses %s", (_name, list, error) => {
    expect(() => flatten(list as never)).toThrow(error);
  });

  test("reshape refuses another number of entries", () => {
    expect(() => reshape(A, [4])).toThrow("reshape: shape [4] has 4 entries; here x is [2, 3].");
  });
});
