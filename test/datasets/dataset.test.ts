import { describe, expect, test } from "vitest";
import { sortByClass } from "../../src/datasets/class-sorted.js";
import { type Dataset, takeRows } from "../../src/datasets/dataset.js";
import { moons } from "../../src/datasets/moons.js";
import { Random } from "../../src/math/random.js";
import { ShapeError } from "../../src/math/shape.js";
import { tensor } from "../../src/math/tensor.js";
import { ValueError } from "../../src/math/value-error.js";

const data: Dataset = {
  x: tensor([
    [1, 10],
    [2, 20],
    [3, 30],
  ]),
  y: tensor([2, 0, 1]),
};

describe("takeRows", () => {
  test("takes rows with their answers, in any order and more than once", () => {
    const { x, y } = takeRows(data, [2, 0, 2]);
    expect(x.toArray()).toEqual([
      [3, 30],
      [1, 10],
      [3, 30],
    ]);
    expect(y.toArray()).toEqual([1, 2, 1]);
  });

  test("copies: what it returns shares no store with what it was given", () => {
    const taken = takeRows(data, [0, 1, 2]);
    taken.x.data[0] = 99;
    expect(data.x.at(0, 0)).toBe(1);
  });

  test("refuses indices that are not rows", () => {
    expect(() => takeRows(data, [0, 3])).toThrow(
      "takeRows: indices are whole numbers from 0 to 2, at least one of them; here index 1 is 3.",
    );
    for (const index of [-1, 0.5, Number.NaN]) {
      expect(() => takeRows(data, [index])).toThrow(ValueError);
    }
    expect(() => takeRows(data, [])).toThrow(/at least one of them; here indices is \[\]/);
  });

  test("refuses data whose answers do not fit its rows, or that are no tensors", () => {
    expect(() => takeRows({ x: data.x, y: tensor([1, 2]) }, [0])).toThrow(
      "takeRows: x is [n, d] and y is [n], one answer for each row; here x is [3, 2], y is [2].",
    );
    expect(() => takeRows({ x: data.y, y: data.y }, [0])).toThrow(ShapeError);
    expect(() => takeRows({ x: [[1]], y: [1] } as unknown as Dataset, [0])).toThrow(
      /data is \{ x, y \} with tensors/,
    );
  });
});

describe("sortByClass", () => {
  test("sorts by class and keeps the order within one", () => {
    const rows = takeRows(data, [0, 1, 2, 1]);
    const sorted = sortByClass({ x: rows.x, y: tensor([1, 0, 1, 0]) });
    expect(sorted.y.toArray()).toEqual([0, 0, 1, 1]);
    expect((sorted.x.toArray() as number[][]).map(([first]) => first)).toEqual([2, 2, 1, 3]);
  });

  test("loses no row: every row stays with its answer", () => {
    const points = moons(new Random(1), 40);
    const text = ({ x, y }: Dataset): string[] =>
      (x.toArray() as number[][]).map((row, i) => `${row} ${y.at(i)}`);
    const sorted = sortByClass(points);
    expect(text(sorted).sort()).toEqual(text(points).sort());
    expect([...sorted.y.data]).toEqual([...Array(20).fill(0), ...Array(20).fill(1)]);
  });

  test("refuses data whose answers do not fit its rows", () => {
    expect(() => sortByClass({ x: data.x, y: tensor([1]) })).toThrow(ShapeError);
  });
});
