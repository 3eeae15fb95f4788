import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { broadcastShape, ShapeError, sizeOf } from "../../src/math/shape.js";
import { linspace, ones, Tensor, tensor, zeros } from "../../src/math/tensor.js";
import { ValueError } from "../../src/math/value-error.js";

describe("tensor", () => {
  test("reads a number, a list and a list of rows", () => {
    expect(tensor(5).shape).toEqual([]);
    expect(tensor([1, 2, 3]).shape).toEqual([3]);
    expect(tensor([[1, 2, 3]]).shape).toEqual([1, 3]);
    expect([
      ...tensor([
        [1, 2],
        [3, 4],
      ]).data,
    ]).toEqual([1, 2, 3, 4]);
  });

  test("gives back the nested lists it was made of", () => {
    for (const values of [
      7,
      [1, 2],
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    ]) {
      expect(tensor(values).toArray()).toEqual(values);
    }
  });

  test("copies its input, so that a later change of the list does not reach it", () => {
    const list = [1, 2];
    const x = tensor(list);
    list[0] = 99;
    expect(x.at(0)).toBe(1);
  });

  test("keeps infinities and −0, which are numbers", () => {
    expect(tensor([Number.POSITIVE_INFINITY, -0]).toArray()).toEqual([
      Number.POSITIVE_INFINITY,
      -0,
    ]);
  });

  test.each([
    ["an empty list", [], "a tensor needs at least one entry"],
    ["an empty row", [[1], []], "here row 1 is []"],
    ["NaN", [1, Number.NaN], "here entry [1] is NaN"],
    [
      "NaN in a row",
      [
        [1, 2],
        [3, Number.NaN],
      ],
      "here entry [1, 1] is NaN",
    ],
    // biome-ignore lint/suspicious/noSparseArray: a learner's slip that must be caught
    ["a hole", [1, , 3], "here entry [1] is undefined"],
    ["a text", "3", 'here value is the text "3"'],
    ["a text in a list", ["1", 2], 'here entry [0] is the text "1"'],
    ["null", null, "here value is null"],
    ["a number among rows", [[1, 2], 3], "here row 1 is 3"],
  ])("refuses %s and says where", (_name, values, message) => {
    const make = () => tensor(values as unknown as number[]);
    expect(make).toThrow(ValueError);
    expect(make).toThrow(message);
  });

  test("refuses ragged rows, naming the odd one", () => {
    const make = () => tensor([[1, 2], [3, 4], [5]]);
    expect(make).toThrow(ShapeError);
    expect(make).toThrow(
      "all rows of a matrix must be equally long; here row 0 is [2], row 2 is [1].",
    );
  });

  test("refuses a third axis", () => {
    expect(() => new Tensor([1, 1, 1], new Float64Array(1))).toThrow("at most two axes");
  });

  test("refuses a store that does not fill its shape", () => {
    expect(() => new Tensor([2, 2], new Float64Array(3))).toThrow(
      "has 4 entries; here data is [3]",
    );
  });
});

describe("reading entries", () => {
  const x = tensor([
    [1, 2, 3],
    [4, 5, 6],
  ]);

  test("at counts rows, then columns, from 0", () => {
    expect(x.at(0, 0)).toBe(1);
    expect(x.at(1, 2)).toBe(6);
  });

  test.each([[[2, 0]], [[0, 3]], [[-1, 0]], [[0.5, 0]], [[0]], [[0, 0, 0]]])(
    "at refuses the indices %j",
    (indices) => {
      expect(() => x.at(...indices)).toThrow(ValueError);
    },
  );

  test("item gives the only entry and refuses several", () => {
    expect(tensor([[7]]).item()).toBe(7);
    expect(() => x.item()).toThrow("item: only a tensor with one entry is a single number");
  });
});

describe("printing", () => {
  test("lines columns up under the shape", () => {
    expect(
      tensor([
        [1, -2.5],
        [0, 30],
      ]).toString(),
    ).toBe("Tensor [2, 2]\n  1  -2.5\n  0    30");
  });

  test("rounds to six digits and cuts long rows in the middle", () => {
    expect(tensor([1 / 3]).toString()).toBe("Tensor [1]\n  0.333333");
    expect(linspace(1, 20, 20).toString()).toBe("Tensor [20]\n  1  2  3  4  5  …  17  18  19  20");
  });

  test("is what a cell shows, and JSON holds the nested lists", () => {
    expect(inspect(tensor([1, 2]))).toBe("Tensor [2]\n  1  2");
    expect(JSON.stringify({ x: tensor([1, 2]) })).toBe('{"x":[1,2]}');
  });
});

describe("makers", () => {
  test("zeros and ones fill every entry", () => {
    expect(zeros([2, 3]).toArray()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(ones([2]).toArray()).toEqual([1, 1]);
    expect(ones([]).item()).toBe(1);
  });

  test.each([[[0]], [[-1]], [[1.5]], [["2"]]])("zeros refuses the shape %j", (shape) => {
    expect(() => zeros(shape as number[])).toThrow("a shape is a list of whole numbers");
  });

  test("linspace reaches both ends exactly", () => {
    const x = linspace(-0.1, 0.3, 7);
    expect(x.at(0)).toBe(-0.1);
    expect(x.at(6)).toBe(0.3);
    expect(x.size).toBe(7);
  });

  test("linspace refuses one point and infinite ends", () => {
    expect(() => linspace(0, 1, 1)).toThrow("count must be a whole number of at least 2");
    expect(() => linspace(0, Number.POSITIVE_INFINITY, 3)).toThrow("finite");
  });
});

describe("shapes", () => {
  test("a number has one entry, a matrix rows times columns", () => {
    expect(sizeOf([])).toBe(1);
    expect(sizeOf([4, 3])).toBe(12);
  });

  test.each([
    [[], [3], [3]],
    [[4, 3], [3], [4, 3]],
    [[4, 1], [3], [4, 3]],
    [
      [1, 3],
      [4, 1],
      [4, 3],
    ],
  ])("broadcasts %j with %j to %j", (a, b, shape) => {
    expect(broadcastShape("add", a, b)).toEqual(shape);
  });

  test("refuses axes that do not line up, and carries the shapes as fields", () => {
    try {
      broadcastShape("add", [4, 3], [4]);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ShapeError);
      const { shapes, message } = error as ShapeError;
      expect(shapes).toEqual({ a: [4, 3], b: [4] });
      expect(message).toBe(
        "add: axes, lined up from the right, must be equally long or of length 1; here a is [4, 3], b is [4].",
      );
    }
  });
});
