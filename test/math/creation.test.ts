import { describe, expect, test } from "vitest";
import { arange, eye, oneHot } from "../../src/math/creation.js";
import { matMul } from "../../src/math/linear-algebra.js";
import { ShapeError } from "../../src/math/shape.js";
import { ValueError } from "../../src/math/value-error.js";

describe("eye", () => {
  test("is neutral in a product", () => {
    const A = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(matMul(eye(2), A).toArray()).toEqual(A);
    expect(matMul(A, eye(3)).toArray()).toEqual(A);
    expect(eye(1).toArray()).toEqual([[1]]);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("refuses %s rows", (n) => {
    expect(() => eye(n)).toThrow("eye: n must be a whole number of at least 1");
  });
});

describe("arange", () => {
  test("counts from 0, from a start, and downwards, without the end", () => {
    expect(arange(3).toArray()).toEqual([0, 1, 2]);
    expect(arange(2, 4).toArray()).toEqual([2, 3]);
    expect(arange(1, 2, 0.25).toArray()).toEqual([1, 1.25, 1.5, 1.75]);
    expect(arange(0, -3, -1).toArray()).toEqual([0, -1, -2]);
    expect(arange(0, 2.5).toArray()).toEqual([0, 1, 2]);
  });

  test("multiplies the step, so that rounding does not add up", () => {
    expect(arange(0, 1, 0.1).at(7)).toBe(7 * 0.1);
  });

  test.each([
    ["nothing in between", [3, 3, 1]],
    ["the wrong direction", [0, 3, -1]],
    ["a step of 0", [0, 3, 0]],
    ["NaN", [0, Number.NaN, 1]],
    ["no end", [0, Number.POSITIVE_INFINITY, 1]],
  ] as const)("refuses %s", (_name, [start, stop, step]) => {
    expect(() => arange(start, stop, step)).toThrow(ValueError);
  });
});

describe("oneHot", () => {
  test("marks the class, row by row, and one label makes a vector", () => {
    expect(oneHot([1, 0, 1], 2).toArray()).toEqual([
      [0, 1],
      [1, 0],
      [0, 1],
    ]);
    expect(oneHot(2, 4).toArray()).toEqual([0, 0, 1, 0]);
  });

  test.each([3, -1, 0.5])(
    "refuses the label %s of 3 classes, and says where it stands",
    (label) => {
      const call = () => oneHot([0, label], 3);
      expect(call).toThrow(ValueError);
      expect(call).toThrow(
        "oneHot: a label of 3 classes is a whole number from 0 to 2; here labels[1]",
      );
    },
  );

  test("refuses rows and no classes", () => {
    expect(() => oneHot([[0, 1]] as never, 2)).toThrow(ShapeError);
    expect(() => oneHot([0], 0)).toThrow("classes must be a whole number of at least 1");
  });
});
