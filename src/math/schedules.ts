/**
 * Chapter 4, learning-rate schedules: start fast, settle slowly. A schedule is a function of the
 * step t, counted in updates from 0, and can stand wherever a learning rate η can.
 */
import { assertCount, assertNotNegative } from "./ranges.js";

/** The learning rate at step t = 0, 1, 2 … */
export type Schedule = (step: number) => number;

/** A rate as a schedule: a number stays the same at every step. */
export function toSchedule(operation: string, rate: number | Schedule): Schedule {
  if (typeof rate === "function") return rate;
  assertNotNegative(operation, "learningRate", rate);
  return () => rate;
}

/**
 * Step decay: `η(t) = η₀ γ^⌊t/k⌋`, Eq. (4.12); the rate falls by the factor γ every k steps.
 *
 * @param rate - η₀, at least 0
 * @param every - k, a whole number of at least 1
 * @param factor - γ, at least 0
 * @throws {@link ValueError} if a setting is out of range
 *
 * @example
 * [0, 9, 10, 20].map(stepDecay(1, 10, 0.5)); // => [1, 1, 0.5, 0.25]
 */
export function stepDecay(rate: number, every: number, factor = 0.1): Schedule {
  const name = "stepDecay";
  assertNotNegative(name, "rate", rate);
  assertCount(name, "every", every);
  assertNotNegative(name, "factor", factor);
  return schedule(name, (t) => rate * factor ** Math.floor(t / every));
}

/**
 * Exponential decay: `η(t) = η₀ γ^(t/k)`, Eq. (4.13); the same factor γ every k steps, but smoothly.
 *
 * @param rate - η₀, at least 0
 * @param every - k, a whole number of at least 1
 * @param factor - γ, at least 0
 * @throws {@link ValueError} if a setting is out of range
 *
 * @example
 * [0, 5, 10].map(exponentialDecay(1, 5, 0.5)); // => [1, 0.5, 0.25]
 */
export function exponentialDecay(rate: number, every: number, factor: number): Schedule {
  const name = "exponentialDecay";
  assertNotNegative(name, "rate", rate);
  assertCount(name, "every", every);
  assertNotNegative(name, "factor", factor);
  return schedule(name, (t) => rate * factor ** (t / every));
}

/**
 * Cosine decay: `η(t) = η_end + (η₀ − η_end)(1 + cos(πt/T))/2` up to step T, then η_end, Eq. (4.14).
 *
 * @param rate - η₀, at least 0
 * @param steps - T, a whole number of at least 1
 * @param end - η_end, at least 0
 * @throws {@link ValueError} if a setting is out of range
 * @see Loshchilov, Hutter, "SGDR" (2017)
 *
 * @example
 * [0, 100, 200].map(cosineDecay(1, 100)); // => [1, 0, 0]
 */
export function cosineDecay(rate: number, steps: number, end = 0): Schedule {
  const name = "cosineDecay";
  assertNotNegative(name, "rate", rate);
  assertCount(name, "steps", steps);
  assertNotNegative(name, "end", end);
  return schedule(name, (t) => {
    if (t >= steps) return end;
    return end + ((rate - end) * (1 + Math.cos((Math.PI * t) / steps))) / 2;
  });
}

/**
 * Inverse time decay: `η(t) = η₀ / (1 + κt)`, Eq. (4.15).
 *
 * It falls slowly enough to reach any point (`Σ η = ∞`) and fast enough for the noise of a
 * stochastic gradient to average out (`Σ η² < ∞`): the conditions of Robbins and Monro.
 *
 * @param rate - η₀, at least 0
 * @param decay - κ, at least 0
 * @throws {@link ValueError} if a setting is out of range
 * @see Robbins, Monro, "A Stochastic Approximation Method" (1951)
 *
 * @example
 * [0, 1, 3].map(inverseTimeDecay(1, 1)); // => [1, 0.5, 0.25]
 */
export function inverseTimeDecay(rate: number, decay: number): Schedule {
  const name = "inverseTimeDecay";
  assertNotNegative(name, "rate", rate);
  assertNotNegative(name, "decay", decay);
  return schedule(name, (t) => rate / (1 + decay * t));
}

/**
 * Warm-up: `η(t) = η(0) (t + 1)/n` for the first n steps, then the schedule from its own step 0,
 * Eq. (4.16). Adam's first steps rest on few gradients; a small rate keeps them harmless.
 *
 * @param steps - n, a whole number of at least 1
 * @param then - the rate, or the schedule, that is reached
 * @throws {@link ValueError} if a setting is out of range
 * @see Goyal et al., "Accurate, Large Minibatch SGD" (2017), §2.2
 *
 * @example
 * [0, 1, 3, 4, 5].map(warmUp(4, stepDecay(1, 1, 0.5))); // => [0.25, 0.5, 1, 1, 0.5]
 */
export function warmUp(steps: number, then: number | Schedule): Schedule {
  const name = "warmUp";
  assertCount(name, "steps", steps);
  const next = toSchedule(name, then);
  return schedule(name, (t) => (t < steps ? (next(0) * (t + 1)) / steps : next(t - steps)));
}

/**
 * One schedule after another: the first for `steps` steps, then the second from its own step 0.
 *
 * @throws {@link ValueError} if a setting is out of range
 *
 * @example
 * [0, 1, 2, 3].map(followedBy(0.1, 2, inverseTimeDecay(1, 1))); // => [0.1, 0.1, 1, 0.5]
 */
export function followedBy(
  first: number | Schedule,
  steps: number,
  then: number | Schedule,
): Schedule {
  const name = "followedBy";
  assertCount(name, "steps", steps);
  const [before, after] = [toSchedule(name, first), toSchedule(name, then)];
  return schedule(name, (t) => (t < steps ? before(t) : after(t - steps)));
}

/** A schedule that refuses what is no step; one argument only, so that it can go into `map`. */
function schedule(name: string, rateAt: (t: number) => number): Schedule {
  return (step) => rateAt(assertCount(name, "step", step, 0));
}
