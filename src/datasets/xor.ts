/**
 * Chapter 1, XOR: the four points that no line can split, and clouds of points around them.
 */
import type { Random } from "../math/random.js";
import { assertGenerator, type Noise } from "./arguments.js";
import { type Dataset, type Example, fromExamples } from "./dataset.js";

const CORNERS: readonly Example[] = [
  { x: [0, 0], y: 0 },
  { x: [0, 1], y: 1 },
  { x: [1, 0], y: 1 },
  { x: [1, 1], y: 0 },
];

/**
 * The truth table of the exclusive or: class 1 if exactly one input is 1, else class 0.
 *
 * @returns x `[4, 2]`, y `[4]`
 *
 * @example
 * xor().y.toArray(); // => [0, 1, 1, 0]
 */
export function xor(): Dataset {
  return fromExamples(4, 2, (row) => CORNERS[row]!);
}

/**
 * Clouds around the four points of XOR, row i around point i mod 4.
 *
 * @param n - number of rows, at least 4
 * @returns x `[n, 2]`, y `[n]` with classes 0 and 1 as in {@link xor}
 * @throws {@link ValueError} if `n` is below 4 or `noise` is negative
 *
 * @example
 * xorClouds(new Random(1), 200, { noise: 0.1 }).x.shape; // => [200, 2]
 */
export function xorClouds(random: Random, n: number, { noise = 0.15 }: Noise = {}): Dataset {
  assertGenerator("xorClouds", { random, n, noise, least: 4 });
  return fromExamples(n, 2, (row) => {
    const corner = CORNERS[row % 4]!;
    return { x: corner.x.map((entry) => random.normal(entry, noise)), y: corner.y };
  });
}
