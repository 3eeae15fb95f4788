/**
 * Erratum E8. A lecture credits stochastic gradient descent to Kiefer and Wolfowitz (1952). Theirs
 * uses differences of noisy values; the one with noisy gradients is Robbins and Monro's (1951).
 * Measured here: both find the minimum, the error of one falls as n^(−1/2), of the other as n^(−1/3).
 */
import { describe, expect, test } from "vitest";
import { Random } from "../../src/math/random.js";

/** Where the minimum of `J(w) = E[(w − ξ)²/2]` with ξ ~ N(2, 1) lies. */
const MINIMUM = 2;

/** n steps with the noisy gradient `w − ξ` and the rate 1/t. */
function robbinsMonro(n: number, random: Random): number {
  let w = 0;
  for (let t = 1; t <= n; t++) w -= (w - random.normal(MINIMUM, 1)) / t;
  return w;
}

/** n steps with two noisy values, a distance 2c apart that shrinks as t^(−1/6), and the rate 1/t. */
function kieferWolfowitz(n: number, random: Random): number {
  const value = (w: number) => (w - MINIMUM) ** 2 / 2 + random.normal(0, 1);
  let w = 0;
  for (let t = 1; t <= n; t++) {
    const c = t ** (-1 / 6);
    w -= (value(w + c) - value(w - c)) / (2 * c) / t;
  }
  return w;
}

type Method = typeof robbinsMonro;

const measured = new Map<string, number>();

/** Root mean square error over 400 runs, measured once. */
function errorOf(method: Method, n: number): number {
  const key = `${method.name} ${n}`;
  if (!measured.has(key)) measured.set(key, measure(method, n));
  return measured.get(key)!;
}

function measure(method: Method, n: number): number {
  const random = new Random(1).fork(`${method.name} ${n}`);
  const errors = Array.from({ length: 400 }, () => (method(n, random) - MINIMUM) ** 2);
  return Math.sqrt(errors.reduce((total, e) => total + e, 0) / errors.length);
}

describe("noisy gradients against noisy differences", () => {
  // The error of a root mean square of 400 is 1/√800 = 3.5 %; of a quotient of two 5 %, here times 4.
  test("Robbins–Monro: 64 times the steps, an eighth of the error", () => {
    const [short, long] = [errorOf(robbinsMonro, 16), errorOf(robbinsMonro, 1024)];
    expect(short / long).toBeGreaterThan(8 * 0.8);
    expect(short / long).toBeLessThan(8 * 1.2);
    // With the rate 1/t it is the mean of what was drawn, whose error is 1/√n.
    expect(Math.abs(long * Math.sqrt(1024) - 1)).toBeLessThan(0.14);
  });

  test("Kiefer–Wolfowitz: 64 times the steps, a quarter of the error", () => {
    const [short, long] = [errorOf(kieferWolfowitz, 16), errorOf(kieferWolfowitz, 1024)];
    expect(short / long).toBeGreaterThan(4 * 0.8);
    expect(short / long).toBeLessThan(4 * 1.2);
  });

  test("the gradient wins though each difference looks at two values", () => {
    // By theory √(3/8) n^(−1/3) against n^(−1/2): 0.061 and 0.031 at n = 1,024.
    expect(errorOf(robbinsMonro, 1024)).toBeLessThan(errorOf(kieferWolfowitz, 1024) / 1.5);
  });
});
