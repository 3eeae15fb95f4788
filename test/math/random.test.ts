import { describe, expect, test } from "vitest";
import { philox4x32, type Words2, type Words4 } from "../../src/math/philox.js";
import { Random } from "../../src/math/random.js";
import { ValueError } from "../../src/math/value-error.js";

test.each<[Words4, Words2, Words4]>([
  [
    [0, 0, 0, 0],
    [0, 0],
    [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  ],
  [
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
])("philox4x32 gives its authors' published words for counter %j", (counter, key, words) => {
  expect(philox4x32(counter, key)).toEqual(words);
});

describe("Random", () => {
  const draws = (random: Random, n: number) => Array.from({ length: n }, () => random.uniform());

  test("a seed decides every number, and other seeds give others", () => {
    expect(draws(new Random(7), 9)).toEqual(draws(new Random(7), 9));
    expect(draws(new Random(7), 9)).not.toEqual(draws(new Random(8), 9));
    expect(draws(new Random(2 ** 40), 3)).not.toEqual(draws(new Random(0), 3));
  });

  test("uniform is built from the generator's words as documented", () => {
    const [a, b] = philox4x32([0, 0, 0, 0], [0, 0]);
    expect(new Random(0).uniform()).toBe(((a >>> 5) * 2 ** 26 + (b >>> 6)) / 2 ** 53);
  });

  test("uniform fills [low, high) evenly", () => {
    const random = new Random(1);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 10_000; i++) {
      const x = random.uniform(2, 4);
      expect(x >= 2 && x < 4).toBe(true);
      counts[Math.floor((x - 2) * 5)]!++;
    }
    // χ² with 9 degrees of freedom exceeds 27.9 once in a thousand seeds.
    const chiSquare = counts.reduce((total, n) => total + (n - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(27.9);
  });

  test("normal has the mean, the spread and the tails of a normal distribution", () => {
    const random = new Random(2);
    const n = 40_000;
    const x = Array.from({ length: n }, () => random.normal(3, 2));
    const mean = x.reduce((a, b) => a + b, 0) / n;
    const variance = x.reduce((a, b) => a + (b - mean) ** 2, 0) / n;
    const outside = x.filter((xi) => Math.abs(xi - 3) > 4).length / n;
    expect(Math.abs(mean - 3)).toBeLessThan(4 * (2 / Math.sqrt(n))); // four standard errors
    expect(Math.abs(variance - 4)).toBeLessThan(4 * 4 * Math.sqrt(2 / n));
    expect(Math.abs(outside - 0.0455)).toBeLessThan(4 * Math.sqrt((0.0455 * 0.9545) / n));
  });

  test("integer reaches every value below n equally often", () => {
    const random = new Random(3);
    const counts = [0, 0, 0];
    for (let i = 0; i < 9000; i++) counts[random.integer(3)]!++;
    const chiSquare = counts.reduce((total, k) => total + (k - 3000) ** 2 / 3000, 0);
    expect(chiSquare).toBeLessThan(13.8); // once in a thousand seeds, 2 degrees of freedom
    expect(random.integer(1)).toBe(0);
  });

  test("shuffle keeps every item, changes the order and leaves its argument alone", () => {
    const items = Object.freeze(Array.from({ length: 50 }, (_, i) => i));
    const shuffled = new Random(4).shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
  });

  test("shuffle reaches all six orders of three items equally often", () => {
    const random = new Random(5);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = random.shuffle("abc".split("")).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    const chiSquare = [...counts.values()].reduce((total, k) => total + (k - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(20.5); // once in a thousand seeds, 5 degrees of freedom
  });

  test("a fork depends on seed and label, not on what was drawn before", () => {
    const fresh = new Random(6);
    const used = new Random(6);
    used.normal();
    expect(draws(used.fork("data"), 5)).toEqual(draws(fresh.fork("data"), 5));
    expect(draws(fresh.fork("data"), 5)).not.toEqual(draws(fresh.fork("weights"), 5));
    expect(draws(fresh.fork("data"), 5)).not.toEqual(draws(new Random(6), 5));
  });

  test.each([undefined, -1, 1.5, Number.NaN, "1", 2 ** 53])("refuses the seed %s", (seed) => {
    expect(() => new Random(seed as number)).toThrow(ValueError);
  });

  test("refuses impossible ranges", () => {
    const random = new Random(1);
    expect(() => random.uniform(1, 0)).toThrow("high not below low");
    expect(() => random.uniform(0, Number.POSITIVE_INFINITY)).toThrow(ValueError);
    expect(() => random.normal(0, -1)).toThrow("std finite and not negative");
    expect(() => random.integer(0)).toThrow("n must be a whole number from 1 to 2^32");
  });
});
