import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blobs } from "../../src/datasets/blobs.js";
import { type Dataset, fromExamples } from "../../src/datasets/dataset.js";
import { partSizes, split } from "../../src/datasets/splits.js";
import { Random } from "../../src/math/random.js";
import { ShapeError } from "../../src/math/shape.js";
import { tensor } from "../../src/math/tensor.js";
import { ValueError } from "../../src/math/value-error.js";

/** Row i is [i], and its class is i mod 3 or as the list says. */
const numbered = (n: number, classOf = (row: number): number => row % 3): Dataset =>
  fromExamples(n, 1, (row) => ({ x: [row], y: classOf(row) }));

const THREE_WAYS = { train: 0.6, validation: 0.2, test: 0.2 };

describe("partSizes", () => {
  test("gives what is left to the largest remainders", () => {
    // 7 · (0.6, 0.2, 0.2) = 4.2, 1.4, 1.4: rounded down 4, 1, 1; the 1 left goes to the second.
    expect(partSizes(7, [0.6, 0.2, 0.2])).toEqual([4, 2, 1]);
    // 0.29 · 100 is 28.999… in floats; it counts as 29.
    expect(partSizes(100, [0.29, 0.71])).toEqual([29, 71]);
  });

  test("always adds up, and each size lies within one of its share", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.nat(5000), weights, (count, list) => {
        const total = list.reduce((sum, weight) => sum + weight, 0);
        const shares = list.map((weight) => weight / total);
        const sizes = partSizes(count, shares);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
        for (const [at, size] of sizes.entries()) {
          expect(Math.abs(size - count * shares[at]!)).toBeLessThan(1 + 1e-9);
        }
      }),
    );
  });
});

describe.each([false, true])("split, stratified %s", (stratified) => {
  test("deals every row to exactly one part, with its own answer", () => {
    const parts = split(new Random(1), numbered(50), THREE_WAYS, { stratified });
    const all = Object.values(parts).flatMap(({ x, y }) =>
      [...x.data].map((row, i) => {
        expect(y.at(i)).toBe(row % 3);
        return row;
      }),
    );
    expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, row) => row));
  });

  test("is decided by the seed, and another seed deals otherwise", () => {
    const deal = (seed: number) => [
      ...split(new Random(seed), numbered(30), THREE_WAYS, { stratified }).train.x.data,
    ];
    expect(deal(1)).toEqual(deal(1));
    expect(deal(1)).not.toEqual(deal(2));
  });

  test("leaves no part in the order of the rows or of the classes", () => {
    const { train } = split(new Random(3), numbered(60), { train: 0.5, rest: 0.5 }, { stratified });
    const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
    expect([...train.x.data]).not.toEqual(sorted([...train.x.data]));
    expect([...train.y.data]).not.toEqual(sorted([...train.y.data]));
  });
});

describe("split", () => {
  test("gives the sizes that the fractions say, whatever the parts are called", () => {
    const parts = split(new Random(1), numbered(10), { fit: 0.7, check: 0.1, exam: 0.2 });
    expect(Object.entries(parts).map(([name, { x }]) => [name, x.shape[0]])).toEqual([
      ["fit", 7],
      ["check", 1],
      ["exam", 2],
    ]);
  });

  test("unstratified, a rare class may miss a part; stratified, each part gets its share", () => {
    const rare = numbered(200, (row) => (row < 10 ? 1 : 0));
    const share = (part: Dataset): number => [...part.y.data].filter((y) => y === 1).length;
    for (let seed = 0; seed < 20; seed++) {
      const parts = split(new Random(seed), rare, THREE_WAYS, { stratified: true });
      expect([parts.train, parts.validation, parts.test].map(share)).toEqual([6, 2, 2]);
    }
    const plain = Array.from({ length: 20 }, (_, seed) =>
      share(split(new Random(seed), rare, THREE_WAYS).test),
    );
    expect(Math.min(...plain)).toBe(0);
  });

  test("each row is as likely as any other to be in the test part", () => {
    const counts = new Array<number>(10).fill(0);
    for (let seed = 0; seed < 2000; seed++) {
      const { test: part } = split(new Random(seed), numbered(10), { train: 0.7, test: 0.3 });
      for (const row of part.x.data) counts[row]!++;
    }
    // 600 expected each, with a standard deviation of 20.5.
    for (const count of counts) expect(Math.abs(count - 600)).toBeLessThan(90);
  });

  test.each<[string, Record<string, number>, string]>([
    [
      "fractions below 1 in all",
      { train: 0.5, test: 0.2 },
      "split: the fractions must add up to 1; here train is 0.5, test is 0.2, total is 0.7.",
    ],
    [
      "a negative fraction",
      { train: 1.2, test: -0.2 },
      "split: each fraction must be above 0 and at most 1; here train is 1.2, test is -0.2.",
    ],
    [
      "a fraction of 0",
      { train: 1, test: 0 },
      "split: each fraction must be above 0 and at most 1; here train is 1, test is 0.",
    ],
    [
      "NaN",
      { train: Number.NaN, test: 0.5 },
      "split: each fraction must be above 0 and at most 1; here train is NaN, test is 0.5.",
    ],
    ["no part", {}, "split: fractions must name at least one part; here fractions is []."],
    [
      "a part without rows",
      { train: 0.96, test: 0.04 },
      'split: every part must get at least one row; here empty part is the text "test", rows is 9.',
    ],
  ])("refuses %s", (_name, fractions, message) => {
    const call = (): unknown => split(new Random(1), numbered(9), fractions);
    expect(call).toThrow(ValueError);
    expect(call).toThrow(message);
  });

  test("refuses a stratified part that would miss a class, and names it", () => {
    const rare = numbered(50, (row) => (row < 2 ? 4 : 0));
    expect(() => split(new Random(1), rare, THREE_WAYS, { stratified: true })).toThrow(
      'every part must get a row of every class; here empty part is the text "test", class is 4, rows is 2.',
    );
  });

  test("refuses a seed where a generator belongs, and answers that do not fit the rows", () => {
    const points = blobs(new Random(1), 9);
    expect(() => split(1 as unknown as Random, points, THREE_WAYS)).toThrow(ValueError);
    expect(() => split(new Random(1), { x: points.x, y: tensor([1]) }, THREE_WAYS)).toThrow(
      ShapeError,
    );
  });
});
