/**
 * Erratum E7: "any non-linear function will do" for universal approximation. A polynomial activation does not:
 * however many units, the network stays a polynomial of that degree (Leshno et al., 1993).
 */
import { expect, test } from "vitest";
import { readOut } from "../../src/math/beyond/kernel-machine.js";
import { largestError, sigmoidBumps } from "../../src/math/beyond/sigmoid-bumps.js";
import { Random } from "../../src/math/random.js";

const f = (x: number): number => Math.abs(2 * x - 1);
const grid = Array.from({ length: 201 }, (_, i) => i / 200);

/** A hidden layer of random units with activation g, and the best linear read-out for f. */
function randomLayer(
  g: (z: number) => number,
  units: number,
): (x: readonly number[]) => number[][] {
  const random = new Random(7);
  const hidden = Array.from({ length: units }, () => [random.normal(), random.normal()] as const);
  return (x) => x.map((t) => [1, ...hidden.map(([w, b]) => g(w * t + b))]);
}

function errorWith(g: (z: number) => number, units: number): number {
  const phi = randomLayer(g, units);
  const unit = readOut(phi(grid), grid.map(f), 1e-10);
  return largestError(f, (x) => unit.predict(phi(x)), 201);
}

test("with g(z) = z² more units do not help: the error stays above 1/8, Chebyshev's bound", () => {
  // |t| on [−1, 1] is approximated best by t² + 1/8: the error is ±1/8 in turn at −1, −½, 0, ½, 1.
  const errors = [3, 30, 120].map((units) => errorWith((z) => z * z, units));
  for (const error of errors) expect(error).toBeGreaterThanOrEqual(0.125);
  expect(Math.max(...errors) - Math.min(...errors)).toBeLessThan(1e-3);
});

test("that bound by hand: x² + 1/8 errs by 1/8 five times in turn, so no parabola is better", () => {
  const error = (t: number) => Math.abs(t) - (t * t + 0.125);
  expect([-1, -0.5, 0, 0.5, 1].map(error)).toEqual([-0.125, 0.125, -0.125, 0.125, -0.125]);
});

test("sigmoid bumps go below it and on down", () => {
  const errors = [4, 16, 64, 256].map((bumps) => largestError(f, sigmoidBumps(f, bumps).predict));
  for (const [i, error] of errors.entries())
    if (i > 0) expect(error).toBeLessThan(errors[i - 1]! / 3);
  expect(errors[1]).toBeLessThan(0.125);
  expect(errors[3]).toBeLessThan(0.01);
});

test("the same experiment with a non-polynomial unit does improve with more units", () => {
  const rectifier = (z: number) => Math.max(0, z);
  expect(errorWith(rectifier, 120)).toBeLessThan(errorWith(rectifier, 3) / 3);
  expect(errorWith(rectifier, 120)).toBeLessThan(0.06);
});
