import { describe, expect, test } from "vitest";
import { mul, square } from "../../../src/math/arithmetic.js";
import { numericalGradient } from "../../../src/math/central-difference.js";
import { gradientByDual } from "../../../src/math/dual.js";
import { Random } from "../../../src/math/random.js";
import { mean, sum } from "../../../src/math/reductions.js";
import {
  dropoutBackward,
  dropoutInference,
  dropoutMask,
  dropoutTraining,
} from "../../../src/math/regularization/dropout.js";
import { ShapeError } from "../../../src/math/shape.js";
import { ones, Tensor, tensor } from "../../../src/math/tensor.js";
import { DUAL_NUMBER, EXACT, FINITE_DIFFERENCE } from "../../../src/math/tolerances.js";
import { ValueError } from "../../../src/math/value-error.js";
import { expectAgreement } from "../agree.js";

const X = tensor([
  [1, -2, 3],
  [4, 5, -6],
]);

test("worked by hand: the kept entries are divided by 1 − rate, the others are 0", () => {
  const { output, mask } = dropoutTraining(X, 0.75, new Random(4));
  for (const [i, m] of mask.data.entries()) {
    expect([0, 4]).toContain(m);
    expect(output.data[i]).toBe(m === 0 ? X.data[i]! * 0 : X.data[i]! * 4);
  }
  expectAgreement(mul(X, mask), output, EXACT);
});

describe.each([0.1, 0.5, 0.8])("at rate %d, over 20,000 units", (rate) => {
  const n = 20_000;
  const mask = dropoutMask([200, 100], rate, new Random(11));

  test("the share kept is 1 − rate, within 4 standard errors", () => {
    const kept = mask.data.filter((m) => m > 0).length / n;
    const error = Math.sqrt((rate * (1 - rate)) / n);
    expect(Math.abs(kept - (1 - rate))).toBeLessThan(4 * error);
  });

  test("the expected value is kept, within 4 standard errors", () => {
    // The mask has mean 1 and variance rate/(1 − rate).
    const error = Math.sqrt(rate / (1 - rate) / n);
    const output = dropoutTraining(mul(3, ones([200, 100])), rate, new Random(12)).output;
    expect(Math.abs(mean(output) - 3)).toBeLessThan(4 * 3 * error);
    expect(Math.abs(mean(square(mask)) - 1 / (1 - rate))).toBeLessThan(0.1 / (1 - rate) ** 2);
  });

  test("neighbours are dropped independently, along a row and along a column", () => {
    const dropped = (i: number, j: number) => (mask.at(i, j) === 0 ? 1 : 0);
    const error = Math.sqrt((rate ** 2 * (1 - rate ** 2)) / n);
    const share = (di: number, dj: number) => {
      let both = 0;
      for (let i = 0; i < 200 - di; i++)
        for (let j = 0; j < 100 - dj; j++) both += dropped(i, j) * dropped(i + di, j + dj);
      return both / ((200 - di) * (100 - dj));
    };
    // Pairs overlap, so the error of the share is up to twice that of independent ones.
    expect(Math.abs(share(0, 1) - rate ** 2)).toBeLessThan(8 * error);
    expect(Math.abs(share(1, 0) - rate ** 2)).toBeLessThan(8 * error);
  });
});

test("every example has a mask of its own", () => {
  const rows = dropoutMask([10, 30], 0.5, new Random(2)).toArray() as number[][];
  expect(new Set(rows.map((row) => row.join())).size).toBe(10);
});

test("the same seed gives the same mask, another seed another", () => {
  const mask = (seed: number) => dropoutMask([5, 5], 0.5, new Random(seed)).toArray();
  expect(mask(1)).toEqual(mask(1));
  expect(mask(1)).not.toEqual(mask(2));
});

test("a second pass draws a second mask from the same generator", () => {
  const random = new Random(1);
  const first = dropoutTraining(ones([5, 5]), 0.5, random).mask.toArray();
  expect(dropoutTraining(ones([5, 5]), 0.5, random).mask.toArray()).not.toEqual(first);
});

test("inference changes nothing, and rate 0 neither", () => {
  expect(dropoutInference(X, 0.5).toArray()).toEqual(X.toArray());
  expect(dropoutTraining(X, 0, new Random(1)).output.toArray()).toEqual(X.toArray());
});

test("backward passes the gradient through the mask of the forward pass", () => {
  const G = tensor([
    [1, 2, 3],
    [-1, 0.5, 2],
  ]);
  const { mask } = dropoutTraining(X, 0.5, new Random(6));
  const byHand = dropoutBackward(G, mask);
  expect(byHand.data.some((g) => g === 0) && byHand.data.some((g) => g !== 0)).toBe(true);
  expectAgreement(
    byHand,
    numericalGradient((x) => sum(mul(G, dropoutTraining(x, 0.5, new Random(6)).output)), X),
    FINITE_DIFFERENCE,
  );
  expectAgreement(
    byHand,
    gradientByDual((x) => sum(mul(G, dropoutTraining(x, 0.5, new Random(6)).output)), X),
    DUAL_NUMBER,
  );
});

describe("bad input", () => {
  test.each([1, -0.1, 1.5, Number.NaN, undefined])("rate %s", (rate) => {
    for (const call of [
      () => dropoutMask([2], rate as number, new Random(1)),
      () => dropoutTraining(X, rate as number, new Random(1)),
      () => dropoutInference(X, rate as number),
    ]) {
      expect(call).toThrow(ValueError);
      expect(call).toThrow("The rate is the share that is dropped, not the share p that is kept.");
    }
  });

  test("no generator, with the repair", () => {
    expect(() => dropoutTraining(X, 0.5, undefined as never)).toThrow(
      "dropoutTraining: random must be a seeded generator; here random is undefined. Pass new Random(1)",
    );
    expect(() => dropoutMask([2], 0.5, Math.random as never)).toThrow(ValueError);
  });

  test("NaN inputs, an empty shape, a mask of another shape", () => {
    const broken = new Tensor([1], Float64Array.of(Number.NaN));
    expect(() => dropoutTraining(broken, 0.5, new Random(1))).toThrow("x, entry 0 is NaN");
    expect(() => dropoutMask([0], 0.5, new Random(1))).toThrow(ValueError);
    expect(() => dropoutBackward([1, 2], [0, 2, 2])).toThrow(ShapeError);
  });
});
