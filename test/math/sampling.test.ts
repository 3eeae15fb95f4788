import { describe, expect, test } from "vitest";
import { miniBatchGradient } from "../../src/math/mini-batch.js";
import { Random } from "../../src/math/random.js";
import {
  balancedBatch,
  batches,
  hardExampleBatch,
  shuffledBatches,
} from "../../src/math/sampling.js";
import { tensor } from "../../src/math/tensor.js";
import { ValueError } from "../../src/math/value-error.js";

const sorted = (rows: readonly number[]) => [...rows].sort((a, b) => a - b);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const count = <T>(items: readonly T[], wanted: T) => items.filter((item) => item === wanted).length;

describe("batches of an epoch", () => {
  test("hold every row once, the last batch what is left", () => {
    expect(batches(7, 3)).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
    expect(batches(6, 3)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    expect(batches(3, 3)).toEqual([[0, 1, 2]]);
    const shuffled = shuffledBatches(100, 32, new Random(1));
    expect(shuffled.map((batch) => batch.length)).toEqual([32, 32, 32, 4]);
    expect(sorted(shuffled.flat())).toEqual(upTo(100));
  });

  test("come in another order in the next epoch, and in the same one for the same seed", () => {
    const random = new Random(1);
    const [first, second] = [shuffledBatches(50, 10, random), shuffledBatches(50, 10, random)];
    expect(first).not.toEqual(second);
    expect(shuffledBatches(50, 10, new Random(1))).toEqual(first);
  });

  test("every row is equally likely to come first: 4 standard errors in 4,000 epochs", () => {
    const random = new Random(2);
    const firsts = Array.from({ length: 4000 }, () => shuffledBatches(5, 2, random)[0]![0]!);
    for (const row of upTo(5)) {
      expect(Math.abs(count(firsts, row) - 800)).toBeLessThan(4 * Math.sqrt(4000 * 0.2 * 0.8));
    }
  });

  test("sorted data make one-sided batches, shuffled ones do not", () => {
    const labels = upTo(100).map((row) => (row < 50 ? 0 : 1));
    const shares = (list: readonly (readonly number[])[]) =>
      list.map((batch) => batch.reduce((s, row) => s + labels[row]!, 0) / batch.length);
    expect(shares(batches(100, 25))).toEqual([0, 0, 1, 1]);
    for (const share of shares(shuffledBatches(100, 25, new Random(1)))) {
      expect(share).toBeGreaterThan(0.2);
      expect(share).toBeLessThan(0.8);
    }
  });
});

describe("balancedBatch", () => {
  const labels = upTo(200).map((row) => (row < 190 ? "cat" : row < 198 ? "dog" : "owl"));

  test("has every class alike, to within one example", () => {
    for (const size of [1, 2, 3, 30, 31, 32]) {
      const drawn = balancedBatch(labels, size, new Random(size)).map((row) => labels[row]!);
      const numbers = ["cat", "dog", "owl"].map((label) => count(drawn, label));
      expect(Math.max(...numbers) - Math.min(...numbers)).toBeLessThanOrEqual(1);
      expect(drawn.length).toBe(size);
    }
  });

  test("draws evenly within a class, and gives the odd place to any class", () => {
    const random = new Random(4);
    const rows = Array.from({ length: 500 }, () => balancedBatch(labels, 4, random)).flat();
    const owls = [count(rows, 198), count(rows, 199)];
    // 500 batches of 4/3 owls in the mean; each owl half of them
    for (const times of owls) expect(Math.abs(times - 333)).toBeLessThan(4 * Math.sqrt(333));
  });

  test("takes numbers and tensors for labels", () => {
    const batch = balancedBatch(tensor([0, 0, 0, 1]), 10, new Random(1));
    expect(count(batch, 3)).toBe(5);
  });
});

describe("hardExampleBatch", () => {
  test("draws in proportion to the loss, within 4 standard errors", () => {
    const losses = [0.5, 0, 2, 7.5]; // shares 5 %, 0, 20 %, 75 %
    const n = 8000;
    const rows = hardExampleBatch(losses, n, new Random(1));
    for (const [row, share] of [0.05, 0, 0.2, 0.75].entries()) {
      const error = Math.sqrt(n * share * (1 - share));
      expect(Math.abs(count(rows, row) - n * share)).toBeLessThanOrEqual(4 * error);
    }
  });

  test("weighted by 1/(n pₖ) its mean gradient is the full one again; unweighted it is not", () => {
    const losses = [1, 2, 3, 4];
    const gradients = [4, -3, 2, 1]; // mean 1; weighted by the shares 0.4 − 0.6 + 0.6 + 0.4 = 0.8
    const rows = hardExampleBatch(losses, 40_000, new Random(2));
    const mean = (f: (k: number) => number) => rows.reduce((s, k) => s + f(k), 0) / rows.length;
    expect(Math.abs(mean((k) => gradients[k]! / (4 * (losses[k]! / 10))) - 1)).toBeLessThan(0.08);
    expect(Math.abs(mean((k) => gradients[k]!) - 0.8)).toBeLessThan(0.06);
  });

  test("draws evenly where every loss is 0", () => {
    const rows = hardExampleBatch(tensor([0, 0]), 1000, new Random(3));
    expect(Math.abs(count(rows, 0) - 500)).toBeLessThan(4 * Math.sqrt(250));
  });
});

describe("miniBatchGradient, Eq. (4.3)", () => {
  test("is the mean over the batch: ((1, 2) + (3, −4))/2", () => {
    const gradients = [tensor([1, 2]), tensor([9, 9]), tensor([3, -4])];
    expect(miniBatchGradient((k) => gradients[k]!, [0, 2]).toArray()).toEqual([2, -1]);
    expect(miniBatchGradient((k) => gradients[k]!, [1]).toArray()).toEqual([9, 9]);
  });

  test("an empty batch has no gradient", () => {
    expect(() => miniBatchGradient(() => tensor([1]), [])).toThrow(ValueError);
  });
});

const random = new Random(1);

test.each([
  [
    () => batches(10, 11),
    "batches: a batch cannot be larger than the data, Eq. (4.3); here size is 11, count is 10.",
  ],
  [() => batches(0, 1), "batches: count must be a whole number of at least 1"],
  [() => batches(10, 0), "batches: size must be a whole number of at least 1"],
  [
    () => shuffledBatches(10, 11, random),
    "shuffledBatches: a batch cannot be larger than the data",
  ],
  [() => shuffledBatches(10, 2.5, random), "shuffledBatches: size must be"],
  [() => shuffledBatches(10, 2, undefined as never), "Pass new Random(1)."],
  [() => balancedBatch([], 2, random), "balancedBatch: labels must not be empty"],
  [() => balancedBatch([0, Number.NaN], 2, random), "balancedBatch: label 1 must be a number"],
  [() => balancedBatch([0, 1], 0, random), "balancedBatch: size must be"],
  [() => balancedBatch([0, 1], 2, undefined as never), "Pass new Random(1)."],
  [() => hardExampleBatch([], 2, random), "hardExampleBatch: losses must not be empty"],
  [() => hardExampleBatch([1, -1], 2, random), "must be finite and at least 0; here loss 1 is -1."],
  [() => hardExampleBatch([Infinity], 2, random), "here loss 0 is Infinity."],
  [() => hardExampleBatch([1], -1, random), "hardExampleBatch: size must be"],
  [() => hardExampleBatch([1], 1, undefined as never), "Pass new Random(1)."],
])("what cannot be sampled is refused: %s", (call, message) => {
  expect(call).toThrow(ValueError);
  expect(call).toThrow(message);
});
