import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Dataset } from "../../src/datasets/dataset.js";
import { diabetes } from "../../src/datasets/diabetes.js";
import { digits } from "../../src/datasets/digits.js";
import { iris } from "../../src/datasets/iris.js";
import { penguins } from "../../src/datasets/penguins.js";
import { DataError, parseTable, readTable } from "../../src/datasets/table.js";
import { sum } from "../../src/math/reductions.js";
import { ROUNDING } from "../../src/math/tolerances.js";
import { expectAgreement } from "../math/agree.js";

const FOLDER = new URL("../../src/datasets/data/", import.meta.url);

const row = ({ x, y }: Dataset, i: number): number[] => [
  ...(x.toArray() as number[][])[i]!,
  y.at(i),
];

/** How many rows each class has. */
function classSizes({ y }: Dataset): number[] {
  const sizes: number[] = [];
  for (const label of y.data) sizes[label] = (sizes[label] ?? 0) + 1;
  return sizes;
}

test.each([
  ["iris.csv", "f26cba9258c5bc17d60f92a5a25dcb08cdb90b04b901f6cddd7c1d1e1f23fbe1"],
  ["diabetes.csv", "70445186a2a60223843c63f7c79c35654e17f55e90713d85ab902c529eb68e22"],
  ["penguins.csv", "571e68786b3ee726ecb6e7e5c3681a0cda6477ca9fea99e4ee7e6e884a00d1e3"],
  ["digits.csv", "bf355e7f0ed65efb395babf606b84d03d94ab7f40f1d7203c91605d6678a93ec"],
])("%s is, byte for byte, what the conversion wrote", (file, sha256) => {
  const bytes = readFileSync(new URL(file, FOLDER), "utf8").replaceAll("\r\n", "\n");
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
});

test("every table is described with its source and licence, and all are small", () => {
  const readme = readFileSync(new URL("../README.md", FOLDER), "utf8");
  const files = readdirSync(FOLDER);
  expect(files.filter((file) => !readme.includes(`data/${file}`))).toEqual([]);
  const total = files.reduce((bytes, file) => bytes + statSync(new URL(file, FOLDER)).size, 0);
  expect(total).toBeLessThan(400_000);
});

describe("iris", () => {
  const data = iris();

  test("has 50 flowers of each of three species, four measurements each", () => {
    expect(data.x.shape).toEqual([150, 4]);
    expect(data.y.shape).toEqual([150]);
    expect(classSizes(data)).toEqual([50, 50, 50]);
    expect(data.classes).toEqual(["setosa", "versicolor", "virginica"]);
    expect(data.features).toEqual([
      "sepal length (cm)",
      "sepal width (cm)",
      "petal length (cm)",
      "petal width (cm)",
    ]);
    expect(data.target).toBe("species");
  });

  test("has the published rows and means", () => {
    expect(row(data, 0)).toEqual([5.1, 3.5, 1.4, 0.2, 0]);
    expect(row(data, 149)).toEqual([5.9, 3, 5.1, 1.8, 2]);
    // Rows 35 and 38, counted from 1, are wrong in the copy of the UCI repository; these are Fisher's.
    expect(row(data, 34)).toEqual([4.9, 3.1, 1.5, 0.2, 0]);
    expect(row(data, 37)).toEqual([4.9, 3.6, 1.4, 0.1, 0]);
    // Published means 5.843, 3.057, 3.758, 1.199, times 150.
    expectAgreement(sum(data.x, 0), [876.5, 458.6, 563.7, 179.9], ROUNDING);
  });
});

describe("diabetes", () => {
  const data = diabetes();

  test("has ten measurements of 442 patients, in their own units", () => {
    expect(data.x.shape).toEqual([442, 10]);
    expect(data.features[0]).toBe("age");
    expect(data.target).toBe("progression");
    expect(row(data, 0)).toEqual([59, 2, 32.1, 101, 157, 93.2, 38, 4, 4.8598, 87, 151]);
    expect(row(data, 441)).toEqual([36, 1, 19.6, 71, 250, 133.2, 97, 3, 4.5951, 92, 57]);
  });

  test("has the published extremes, and sums that add up", () => {
    expect([Math.min(...data.y.data), Math.max(...data.y.data)]).toEqual([25, 346]);
    expect(sum(data.y)).toBe(67243);
    expectAgreement(sum(data.x), 276404.2336, ROUNDING);
  });
});

describe("penguins", () => {
  const data = penguins();

  test("has three lengths and the mass of 342 birds", () => {
    expect(data.x.shape).toEqual([342, 3]);
    expect(data.features).toEqual(["bill length (mm)", "bill depth (mm)", "flipper length (mm)"]);
    expect(data.target).toBe("body mass (g)");
    expect(row(data, 0)).toEqual([39.1, 18.7, 181, 3750]);
    expect([Math.min(...data.y.data), Math.max(...data.y.data)]).toEqual([2700, 6300]);
    // Means as published: 43.92 mm, 17.15 mm, 200.92 mm and 4201.75 g, times 342.
    expectAgreement(sum(data.x, 0), [15021.3, 5865.7, 68713], ROUNDING);
    expect(sum(data.y)).toBe(1437000);
  });
});

describe("digits", () => {
  const data = digits();

  test("has the published numbers of images in each class", () => {
    expect(data.x.shape).toEqual([1797, 64]);
    expect(classSizes(data)).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
    expect(data.classes).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    expect([data.features[0], data.features[63]]).toEqual(["pixel 0 0", "pixel 7 7"]);
  });

  test("has whole pixels from 0 to 16, which add up", () => {
    expect(data.x.data.every((pixel) => Number.isInteger(pixel) && pixel >= 0 && pixel <= 16)).toBe(
      true,
    );
    expect(sum(data.x)).toBe(561718);
  });

  test("begins with a nought: ink around an empty middle", () => {
    const ink = [...data.x.data.subarray(0, 64)].map((pixel) => (pixel >= 8 ? "#" : "."));
    const lines = Array.from({ length: 8 }, (_, i) => ink.slice(8 * i, 8 * i + 8).join(""));
    expect(lines).toEqual([
      "...##...",
      "..####..",
      "..#..##.",
      "..#..##.",
      "..#..##.",
      "..#..#..",
      "..#.##..",
      "...##...",
    ]);
    expect(data.y.at(0)).toBe(0);
  });
});

test("each call reads anew, so that nobody's changes reach others", () => {
  const [mine, yours] = [iris(), iris()];
  mine.x.data[0] = 99;
  expect(yours.x.at(0, 0)).toBe(5.1);
  expect(iris().x.at(0, 0)).toBe(5.1);
});

describe("a damaged table", () => {
  const size = { rows: 2, features: 2 };

  test("that is whole is read, with Windows' line ends too", () => {
    const table = parseTable("t.csv", "a,b,c\r\n1,2,3\r\n4,5e-1,-6\r\n", size);
    expect(table.x.toArray()).toEqual([
      [1, 2],
      [4, 0.5],
    ]);
    expect(table.y.toArray()).toEqual([3, -6]);
    expect([table.features, table.target]).toEqual([["a", "b"], "c"]);
  });

  test.each([
    ["rows are missing", "a,b,c\n1,2,3\n", "it should have 2 rows and has 1"],
    ["the file is empty", "", "it should have 2 rows and has 0"],
    ["an entry is missing", "a,b,c\n1,2,3\n4,5\n", "line 3 should have 3 entries and has 2"],
    ["a name is missing", "a,b\n1,2,3\n4,5,6\n", "line 1 should have 3 entries and has 2"],
    ["an entry is empty", "a,b,c\n1,,3\n4,5,6\n", 'entry "" in line 2 is no number'],
    ["an entry is a word", "a,b,c\n1,2,3\n4,five,6\n", 'entry "five" in line 3 is no number'],
    ["an entry is endless", "a,b,c\n1,2,3\n4,Infinity,6\n", 'entry "Infinity" in line 3 is no'],
  ])("is refused with its place: %s", (_name, text, what) => {
    const call = (): unknown => parseTable("t.csv", text, size);
    expect(call).toThrow(DataError);
    expect(call).toThrow(`t.csv: ${what}`);
  });

  test("that is not there is named, with the way to get it back", () => {
    const call = (): unknown => readTable("nowhere.csv", size);
    expect(call).toThrow(DataError);
    expect(call).toThrow(/^nowhere\.csv: the file cannot be read \(ENOENT.*git restore/);
  });
});
