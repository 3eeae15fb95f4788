import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { sigmoid } from "../../src/math/activations.js";
import { dot } from "../../src/math/linear-algebra.js";
import { comparedFunction } from "../../src/reference/cases.js";
import { chooseOracle } from "../../src/reference/choose.js";
import { compareFunction } from "../../src/reference/compare-function.js";
import type { ComparedFunction } from "../../src/reference/compared-function.js";
import type { Oracle } from "../../src/reference/oracle.js";

let oracle: Oracle;

beforeAll(async () => {
  oracle = (await chooseOracle(["plain"])).oracle;
});

afterAll(() => oracle.close());

/** What the comparison says of a row whose function was replaced by another. */
function mistake(name: string, ours: ComparedFunction["ours"]) {
  return compareFunction({ ...comparedFunction(name), ours }, oracle);
}

describe("a mistake is caught", () => {
  test("σ in place of σ′, with the place and the two values", async () => {
    const report = await mistake("sigmoid′", (z: number) => sigmoid(z));
    expect(report.verdict).toBe("differs");
    expect(report.message).toMatch(
      /^at sigmoid′\(0\): got 0\.5, want 0\.25 \(off by 2\.5e-1, allowed/,
    );
    expect(report.largest.off).toBeGreaterThan(0.9);
  });

  test("σ′ without its second factor's minus sign", async () => {
    const report = await mistake("sigmoid′", (z: number) => sigmoid(z) * (1 + sigmoid(z)));
    expect(report.message).toMatch(/^at sigmoid′\(0\): got 0\.75, want 0\.25/);
  });

  test("a weighted sum that forgets the bias", async () => {
    const report = await mistake("weightedSum", (x: number[], w: number[]) => dot(x, w));
    expect(report.message).toMatch(/^at weightedSum\(\[-1, 2\], \[3, -2\], 1\): got -7, want -6/);
  });

  test("a result of the wrong shape", async () => {
    const report = await mistake("sum, by column", () => [1, 2, 3]);
    expect(report.verdict).toBe("differs");
    expect(report.message).toContain("got shape [3], want shape [1]");
    expect(report.largest.off).toBe(Number.POSITIVE_INFINITY);
  });

  test("NaN, which agrees with nothing", async () => {
    const report = await mistake("tanh", () => Number.NaN);
    expect(report.message).toContain("got NaN");
  });

  test("the lecture's own formula for tanh′, which loses its digits where a hand value decides", async () => {
    const report = await mistake("tanh′", (z: number) => 1 - Math.tanh(z) ** 2);
    expect(report.message).toMatch(/^at tanh′\(20\), by hand: got 0, want 1\.69\d*e-17/);
  });

  test("TensorFlow.js's slope of |x| at 0, which is not ours", async () => {
    const report = await mistake("abs′", (x: number) => (x > 0 ? 1 : -1));
    expect(report.message).toMatch(/^at abs′\(0\), by hand: got -1, want 0/);
  });

  test("an entry of the table that says of TensorFlow.js what it does not do", async () => {
    const row = comparedFunction("abs′");
    const byHand = row.byHand?.map((decision) => ({ ...decision, tfjs: 1 })) ?? [];
    const report = await compareFunction({ ...row, byHand }, oracle);
    expect(report.message).toMatch(
      /^at abs′\(0\) TensorFlow\.js no longer gives .* got -1, want 1/,
    );
  });
});

test("a small mistake is caught too: one part in a hundred thousand", async () => {
  const report = await mistake("sigmoid", (z: number) => sigmoid(z) * (1 + 1e-5));
  expect(report.verdict).toBe("differs");
});

test("a name that is not in the table is answered with those that are near", async () => {
  expect(() => comparedFunction("sigmoidd")).toThrow(
    'No function named "sigmoidd" is compared. There are: sigmoid; sigmoid′; perceptron, sigmoid; ',
  );
  await expect(oracle.ask("no such row", [])).rejects.toThrow(
    'plain could not evaluate no such row: No function named "no such row" is compared.',
  );
});
