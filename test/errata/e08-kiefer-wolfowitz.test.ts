/**
 * Erratum E8: the source credits stochastic gradient descent to Kiefer and Wolfowitz (1952). Theirs is the
 * method of finite differences: it never sees a gradient. Here it is at work on a noisy parabola.
 */
import { expect, test } from "vitest";
import { kieferWolfowitz } from "../../src/math/beyond/kiefer-wolfowitz.js";
import { lastStep } from "../../src/math/beyond/search.js";
import { Random } from "../../src/math/random.js";

const noisyParabola = (random: Random) => (w: { at(i: number): number }) =>
  (w.at(0) - 3) ** 2 + random.normal(0, 1);

const errorAfter = (steps: number, seed: number): number => {
  const options = { steps, rate: 0.5, width: 1 };
  return lastStep(kieferWolfowitz(noisyParabola(new Random(seed)), [0], options)).w.at(0) - 3;
};

test("it converges to the minimum at 3 from values alone, though every value is off by about 1", () => {
  const rms = (steps: number) =>
    Math.sqrt(
      Array.from({ length: 40 }, (_, seed) => errorAfter(steps, seed) ** 2).reduce(
        (a, b) => a + b,
      ) / 40,
    );
  // A difference magnifies the noise by 1/c, and c shrinks as k^(−1/3): the error falls as k^(−1/6),
  // by 100^(1/6) = 2.15 over two decades. With gradients it would fall by 10.
  const [early, late] = [rms(10), rms(1000)];
  expect(early / late).toBeGreaterThan(1.5);
  expect(early / late).toBeLessThan(3);
  expect(late).toBeLessThan(0.1);
});

test("its mean error is 0 within 4 standard errors", () => {
  const errors = Array.from({ length: 40 }, (_, seed) => errorAfter(300, seed));
  const mean = errors.reduce((a, b) => a + b) / 40;
  const std = Math.sqrt(errors.reduce((a, b) => a + (b - mean) ** 2, 0) / 39);
  expect(Math.abs(mean)).toBeLessThan((4 * std) / Math.sqrt(40));
});

test("it uses two measurements a weight and step, and no gradient", () => {
  expect(
    lastStep(kieferWolfowitz(noisyParabola(new Random(1)), [0], { steps: 50, rate: 0.5, width: 1 }))
      .evaluations,
  ).toBe(100);
});
