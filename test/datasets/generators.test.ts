import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { farFromZero, unequalScales } from "../../src/datasets/badly-scaled.js";
import { blobs } from "../../src/datasets/blobs.js";
import { circles } from "../../src/datasets/circles.js";
import type { Dataset } from "../../src/datasets/dataset.js";
import { moons } from "../../src/datasets/moons.js";
import { noisyLine } from "../../src/datasets/noisy-line.js";
import { noisySine } from "../../src/datasets/noisy-sine.js";
import { spirals } from "../../src/datasets/spirals.js";
import { xor, xorClouds } from "../../src/datasets/xor.js";
import { Random } from "../../src/math/random.js";
import { ShapeError } from "../../src/math/shape.js";
import { ValueError } from "../../src/math/value-error.js";
import { GENERATORS } from "./generators.js";

interface Row {
  readonly x: readonly number[];
  readonly y: number;
}

function rowsOf({ x, y }: Dataset): Row[] {
  return (x.toArray() as number[][]).map((row, i) => ({ x: row, y: y.at(i) }));
}

const length = (x: readonly number[]): number => Math.hypot(...x);

/** Standard deviation of the entries. */
function deviation(entries: readonly number[]): number {
  const mean = entries.reduce((sum, entry) => sum + entry, 0) / entries.length;
  return Math.sqrt(entries.reduce((sum, entry) => sum + (entry - mean) ** 2, 0) / entries.length);
}

describe.each(GENERATORS)("$name", ({ name, d, classes, make }) => {
  test("gives n rows of d finite entries and one y each, for any seed and size", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 4, max: 60 }), (seed, n) => {
        const { x, y } = make(new Random(seed), n);
        expect(x.shape).toEqual([n, d]);
        expect(y.shape).toEqual([n]);
        expect(x.data.every(Number.isFinite) && y.data.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test("a seed decides every number, and another seed gives others", () => {
    const again = make(new Random(3), 20);
    expect(make(new Random(3), 20)).toEqual(again);
    expect(make(new Random(4), 20).x.data).not.toEqual(again.x.data);
  });

  test("a longer data set begins with the shorter one", () => {
    expect(rowsOf(make(new Random(5), 30)).slice(0, 12)).toEqual(rowsOf(make(new Random(5), 12)));
  });

  test("noise is what is added: normal, and as wide as was asked", () => {
    const [clean, noisy] = [0, 0.3].map((noise) => make(new Random(6), 3000, noise));
    const entries = classes > 0 ? "x" : "y";
    const added = [...noisy![entries].data].map((entry, i) => entry - clean![entries].data[i]!);
    // 3,000 draws and more: the deviation of a sample lies within 5 % of 0.3, four standard errors.
    expect(Math.abs(deviation(added) / 0.3 - 1)).toBeLessThan(0.05);
    const other = classes > 0 ? "y" : "x";
    expect(noisy![other].data).toEqual(clean![other].data);
  });

  test("refuses what is no generator, no size and no standard deviation", () => {
    const random = new Random(1);
    expect(() => make(7 as unknown as Random, 10)).toThrow(
      `${name}: the first argument is a Random, started with a seed; here random is 7. For example ${name}(new Random(1), …).`,
    );
    expect(() => make(undefined as unknown as Random, 10)).toThrow(ValueError);
    for (const n of [0, -1, 2.5, Number.NaN, "10" as unknown as number]) {
      expect(() => make(random, n)).toThrow(/n, the number of rows, must be a whole number of at/);
    }
    for (const noise of [-0.1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => make(random, 10, noise)).toThrow(/is a standard deviation: finite and not neg/);
    }
  });
});

describe.each(GENERATORS.filter(({ classes }) => classes > 0))("classes of $name", (generator) => {
  const { classes, make } = generator;

  test("come in turn, so their sizes differ by one at most", () => {
    const labels = [...make(new Random(1), 31).y.data];
    expect(labels.slice(0, classes + 1)).not.toContain(classes);
    const sizes = Array.from({ length: classes }, (_, c) => labels.filter((y) => y === c).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(31);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  test("need a row each", () => {
    expect(() => make(new Random(1), 1)).toThrow(ValueError);
  });
});

describe("without noise, points lie on their centre lines", () => {
  test("xor: the truth table", () => {
    expect(rowsOf(xor())).toEqual([
      { x: [0, 0], y: 0 },
      { x: [0, 1], y: 1 },
      { x: [1, 0], y: 1 },
      { x: [1, 1], y: 0 },
    ]);
    expect(rowsOf(xorClouds(new Random(1), 8, { noise: 0 }))).toEqual([
      ...rowsOf(xor()),
      ...rowsOf(xor()),
    ]);
  });

  test("moons: half circles of radius 1 around (0, 0) and (1, ½), both halves filled", () => {
    const rows = rowsOf(moons(new Random(2), 400, { noise: 0 }));
    for (const { x, y } of rows) {
      const [x0 = 0, x1 = 0] = x;
      expect(length(y === 0 ? x : [x0 - 1, x1 - 0.5])).toBeCloseTo(1, 12);
      expect(y === 0 ? x1 : 0.5 - x1).toBeGreaterThanOrEqual(0);
    }
    // The angle is uniform, so a quarter of a moon's points lies in each quarter of its arc.
    const left = rows.filter(({ x, y }) => y === 0 && x[0]! < -Math.SQRT1_2).length;
    expect(left).toBeGreaterThan(30);
    expect(left).toBeLessThan(70);
  });

  test("circles: radius 1 and the inner radius", () => {
    for (const { x, y } of rowsOf(circles(new Random(3), 100, { noise: 0, inner: 0.3 }))) {
      expect(length(x)).toBeCloseTo(y === 0 ? 1 : 0.3, 12);
    }
  });

  test.each([2, 3, 5])("spirals with %d arms: the angle follows the radius", (arms) => {
    const turns = 1.5;
    for (const { x, y } of rowsOf(spirals(new Random(4), 120, { noise: 0, arms, turns }))) {
      const radius = length(x);
      expect(radius).toBeGreaterThanOrEqual(0.1 - 1e-12);
      expect(radius).toBeLessThanOrEqual(1);
      const angle = Math.atan2(x[1]!, x[0]!) / (2 * Math.PI);
      const off = angle - turns * radius - y / arms;
      expect(Math.abs(off - Math.round(off))).toBeLessThan(1e-9);
    }
  });

  test("blobs: the centres themselves", () => {
    const centers = [
      [1, 2, 3],
      [-1, 0, 5],
    ];
    const rows = rowsOf(blobs(new Random(5), 4, { centers, std: 0 }));
    expect(rows.map(({ x }) => x)).toEqual([...centers, ...centers]);
  });

  test("blobs: with noise, each class has its centre as its mean", () => {
    const rows = rowsOf(blobs(new Random(5), 3000, { centers: [[4], [-4]], std: 1 }));
    const ofClassOne = rows.filter(({ y }) => y === 1).map(({ x }) => x[0]!);
    const mean = ofClassOne.reduce((sum, x) => sum + x, 0) / ofClassOne.length;
    // 1,500 draws of deviation 1: the mean's own deviation is 0.026.
    expect(Math.abs(mean + 4)).toBeLessThan(0.11);
  });

  test("noisySine and noisyLine: the curve, over the whole interval", () => {
    const sine = rowsOf(noisySine(new Random(6), 200, { noise: 0, low: -1, high: 2 }));
    for (const { x, y } of sine) expect(y).toBe(Math.sin(x[0]!));
    const inputs = sine.map(({ x }) => x[0]!);
    expect(Math.min(...inputs)).toBeGreaterThanOrEqual(-1);
    expect(Math.min(...inputs)).toBeLessThan(-0.9);
    expect(Math.max(...inputs)).toBeLessThan(2);
    expect(Math.max(...inputs)).toBeGreaterThan(1.9);
    for (const { x, y } of rowsOf(noisyLine(new Random(7), 50, { noise: 0, w: -3, w0: 7 }))) {
      expect(y).toBe(7 - 3 * x[0]!);
    }
  });
});

describe("the badly scaled examples of the lecture", () => {
  const within = (column: readonly number[], low: number, high: number): boolean =>
    column.every((entry) => entry >= low && entry < high);
  const column = (rows: readonly Row[], j: number): number[] => rows.map(({ x }) => x[j]!);

  test("±1 against ±100: the mean squares, along which the loss curves, differ 10⁴-fold", () => {
    const rows = rowsOf(unequalScales(new Random(8), 4000));
    expect(within(column(rows, 0), -1, 1) && within(column(rows, 1), -100, 100)).toBe(true);
    for (const { x, y } of rows) expect(y).toBe(x[0]! + x[1]! / 100);
    const [small, large] = [0, 1].map((j) => deviation(column(rows, j)) ** 2);
    // A uniform variable on ±a has variance a²/3.
    expect(small! / (1 / 3)).toBeCloseTo(1, 1);
    expect(large! / small! / 1e4).toBeCloseTo(1, 1);
  });

  test("99 … 101: weight and bias are nearly the same direction, condition 3 · 10⁸", () => {
    const rows = rowsOf(farFromZero(new Random(9), 4000));
    expect(within(column(rows, 0), 99, 101)).toBe(true);
    for (const { x, y } of rows) expect(y).toBe(x[0]! - 100);
    // Second derivatives of half the mean squared error: [[1, E x], [E x, E x²]]. Its determinant
    // is the variance 1/3, its trace 1 + 100² + 1/3, so λmax/λmin ≈ trace²/determinant = 3.0e8.
    const variance = deviation(column(rows, 0)) ** 2;
    const mean = column(rows, 0).reduce((sum, x) => sum + x, 0) / rows.length;
    const condition = (1 + mean ** 2 + variance) ** 2 / variance;
    expect(condition / 3e8).toBeCloseTo(1, 1);
  });
});

describe("options out of range", () => {
  const random = new Random(1);
  test.each<[string, () => unknown, string]>([
    [
      "circles: an inner radius of 1",
      () => circles(random, 10, { inner: 1 }),
      "circles: inner, the radius of class 1, lies between 0 and 1, the radius of class 0; here inner is 1.",
    ],
    [
      "circles: NaN",
      () => circles(random, 10, { inner: Number.NaN }),
      "circles: inner, the radius of class 1, lies between 0 and 1, the radius of class 0; here inner is NaN.",
    ],
    [
      "spirals: one arm",
      () => spirals(random, 10, { arms: 1 }),
      "spirals: arms, the number of classes, must be a whole number of at least 2; here arms is 1.",
    ],
    [
      "spirals: fewer rows than arms",
      () => spirals(random, 3, { arms: 4 }),
      "spirals: n, the number of rows, must be a whole number of at least 4; here n is 3.",
    ],
    [
      "spirals: endless turns",
      () => spirals(random, 10, { turns: Number.POSITIVE_INFINITY }),
      "spirals: turns must be a finite number; here turns is Infinity.",
    ],
    [
      "noisySine: bounds in the wrong order",
      () => noisySine(random, 10, { low: 1, high: 0 }),
      "noisySine: low and high must be finite, and low below high; here low is 1, high is 0.",
    ],
    [
      "noisyLine: a slope that is no number",
      () => noisyLine(random, 10, { w: Number.NaN }),
      "noisyLine: w must be a finite number; here w is NaN.",
    ],
    [
      "blobs: a centre at infinity",
      () => blobs(random, 10, { centers: [[0, Number.POSITIVE_INFINITY]] }),
      "blobs: every entry of centers must be finite; here centers is [[0, Infinity]].",
    ],
  ])("%s", (_name, call, message) => {
    expect(call).toThrow(ValueError);
    expect(call).toThrow(message);
  });

  test("blobs: centres that are no matrix, or ragged", () => {
    expect(() => blobs(random, 10, { centers: [1, 2] })).toThrow(
      "blobs: centers is [classes, d], one centre a row; here centers is [2].",
    );
    expect(() => blobs(random, 10, { centers: [[1], [1, 2]] })).toThrow(ShapeError);
  });
});
