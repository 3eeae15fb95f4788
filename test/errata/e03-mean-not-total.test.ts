/**
 * Erratum E3. Three lectures call J the total loss, and write a mean. Measured here: the minimum is
 * the same, but the gradient of a total is n times as long, and a learning rate that works for the
 * mean diverges.
 */
import { expect, test } from "vitest";
import { mul } from "../../src/math/arithmetic.js";
import { empiricalLoss } from "../../src/math/empirical-loss.js";
import { meanSquaredError } from "../../src/math/mean-squared-error.js";
import { Random } from "../../src/math/random.js";
import { sum } from "../../src/math/reductions.js";
import { ROUNDING } from "../../src/math/tolerances.js";
import { expectAgreement } from "../math/agree.js";

const random = new Random(33);
const N = 100;
const x = Array.from({ length: N }, () => random.uniform(-1, 1));
const y = x.map((xi) => 3 * xi + random.normal(0, 0.1));

const predictions = (w: number): number[] => x.map((xi) => w * xi);
const slopeOfMean = (w: number): number =>
  sum(mul(meanSquaredError.gradient(predictions(w), y), x));
const slopeOfTotal = (w: number): number => N * slopeOfMean(w);

test("the loss of the library is the mean: twice the data, the same J", () => {
  const J = meanSquaredError(predictions(2), y);
  expectAgreement(
    meanSquaredError([...predictions(2), ...predictions(2)], [...y, ...y]),
    J,
    ROUNDING,
  );
  const total = sum(meanSquaredError.perSample(predictions(2), y));
  expectAgreement(total, N * J, ROUNDING);
  expectAgreement(
    empiricalLoss(meanSquaredError, (xi: number, w: number) => w * xi, x, y)(2),
    J,
    ROUNDING,
  );
});

test("mean and total have their minimum at the same weight", () => {
  const best = sum(mul(x, y)) / sum(mul(x, x)); // w* = Σxy/Σx²
  expectAgreement(slopeOfMean(best), 0, { ...ROUNDING, absolute: 1e-13 });
  expectAgreement(slopeOfTotal(best), 0, { ...ROUNDING, absolute: 1e-11 });
});

test("with η = 0.5 descent on the mean arrives, and on the total runs away", () => {
  const descend = (slope: (w: number) => number, rate: number): number => {
    let w = 0;
    for (let step = 0; step < 50; step++) w -= rate * slope(w);
    return w;
  };
  const best = sum(mul(x, y)) / sum(mul(x, x));
  expectAgreement(descend(slopeOfMean, 0.5), best, { ...ROUNDING, relative: 1e-7 });
  expect(Math.abs(descend(slopeOfTotal, 0.5))).toBeGreaterThan(1e30);
  // Divided by n, the rate is right again: 1/n belongs to J or to η, but to one of them.
  expectAgreement(descend(slopeOfTotal, 0.5 / N), descend(slopeOfMean, 0.5), {
    ...ROUNDING,
    relative: 1e-12,
  });
});
