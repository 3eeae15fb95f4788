import { describe, expect, test } from "vitest";
import { square, sub } from "../../../src/math/arithmetic.js";
import { matMul } from "../../../src/math/linear-algebra.js";
import { Random } from "../../../src/math/random.js";
import { mean } from "../../../src/math/reductions.js";
import { addNoise } from "../../../src/math/regularization/noise.js";
import { l2Penalty } from "../../../src/math/regularization/penalties.js";
import { Tensor, tensor, zeros } from "../../../src/math/tensor.js";
import { ValueError } from "../../../src/math/value-error.js";

test("the noise has mean 0 and standard deviation σ, within 4 standard errors", () => {
  const n = 10_000;
  const noise = addNoise(zeros([100, 100]), 0.5, new Random(3));
  expect(Math.abs(mean(noise))).toBeLessThan((4 * 0.5) / Math.sqrt(n));
  // The variance of a squared normal is 2σ⁴.
  expect(Math.abs(mean(square(noise)) - 0.25)).toBeLessThan(4 * 0.25 * Math.sqrt(2 / n));
});

test("σ = 0 changes nothing; a seed repeats the noise; each call draws anew", () => {
  expect(addNoise([1, 2], 0, new Random(1)).toArray()).toEqual([1, 2]);
  const once = (seed: number) => addNoise([1, 2], 1, new Random(seed)).toArray();
  expect(once(1)).toEqual(once(1));
  const random = new Random(1);
  expect(addNoise([1, 2], 1, random).toArray()).not.toEqual(addNoise([1, 2], 1, random).toArray());
});

test("noise on the inputs of a linear unit costs σ² Σ w², as an L2 penalty does", () => {
  // E(w·(x + ε) − y)² = (w·x − y)² + σ² ‖w‖² with w = (1, −2), x = (3, 1), y = 0.5: 0.25 + 5σ²
  const [w, sigma, n] = [tensor([1, -2]), 0.3, 20_000];
  const X = tensor(Array.from({ length: n }, () => [3, 1]));
  const losses = square(sub(matMul(addNoise(X, sigma, new Random(7)), w), 0.5));
  const expected = 0.25 + l2Penalty([w], sigma ** 2);
  const spread = Math.sqrt(mean(square(sub(losses, mean(losses)))));
  expect(Math.abs(mean(losses) - expected)).toBeLessThan((4 * spread) / Math.sqrt(n));
  expect(spread / Math.sqrt(n)).toBeLessThan(0.02 * expected);
});

describe("bad input", () => {
  test("a negative σ, no generator, NaN inputs", () => {
    expect(() => addNoise([1], -1, new Random(1))).toThrow(
      "addNoise: std must be a finite number, 0 or more; here std is -1.",
    );
    expect(() => addNoise([1], 1, undefined as never)).toThrow("Pass new Random(1)");
    const broken = new Tensor([1], Float64Array.of(Number.NaN));
    expect(() => addNoise(broken, 1, new Random(1))).toThrow(ValueError);
  });
});
