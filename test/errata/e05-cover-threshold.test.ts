/** Erratum E5: the source puts Cover's transition at P = N. The exact count and an experiment put it at 2N. */
import { expect, test } from "vitest";
import { coverProbability, simulateCover } from "../../src/math/beyond/cover.js";
import { Random } from "../../src/math/random.js";

test("at P = N, and even at 1.5 N, separation is all but certain; at 2N it is a coin toss", () => {
  for (const weights of [10, 50, 200, 1000]) {
    expect(coverProbability(weights, weights)).toBe(1);
    expect(coverProbability(weights + 1, weights)).toBe(1 - 2 ** -weights); // all but one pair of splits
    expect(coverProbability(1.5 * weights, weights)).toBeGreaterThan(0.9);
    expect(coverProbability(2 * weights, weights)).toBe(0.5);
  }
});

test("the fall at 2N grows steep with N, and none grows at N", () => {
  const fall = (share: number) =>
    [10, 50, 200].map(
      (n) =>
        coverProbability(Math.round(share * n * 0.9), n) -
        coverProbability(Math.round(share * n * 1.1), n),
    );
  const atTwice = fall(2);
  expect(atTwice[0]).toBeGreaterThan(0.3);
  expect(atTwice[1]).toBeGreaterThan(0.6);
  expect(atTwice[2]).toBeGreaterThan(0.95);
  for (const drop of fall(1)) expect(drop).toBeLessThan(0.001);
});

test("measured with random points: N = 8", () => {
  const random = new Random(50);
  const measured = [8, 12, 16, 24].map((points) =>
    simulateCover(points, 8, { trials: 150, random }),
  );
  expect(measured[0]!.share).toBe(1);
  for (const [i, points] of [8, 12, 16, 24].entries()) {
    const { share, standardError } = measured[i]!;
    expect(Math.abs(share - coverProbability(points, 8))).toBeLessThanOrEqual(4 * standardError);
  }
});
