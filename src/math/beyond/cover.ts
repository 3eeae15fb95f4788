/**
 * Chapter 6, Cover's count: how likely it is that P points with random classes can be separated by a
 * hyperplane with N weights. Up to P = N always; half the time at P = 2N; hardly ever beyond.
 */
import type { Random } from "../random.js";
import { Tensor } from "../tensor.js";
import { assertCount } from "./search.js";
import { separatingWeights } from "./separability.js";

/**
 * Number of ways in which hyperplanes through the origin split P points in general position into two
 * classes: `2 Σ C(P − 1, k)` over k = 0 … N − 1, exactly. All `2^P` of them for P ≤ N.
 *
 * @param points - P
 * @param weights - N, the dimension of the space; a bias counts as a weight
 * @throws {@link ValueError} if an argument is not a whole number of at least 1
 *
 * @example
 * coverCount(4, 3); // => 14n
 */
export function coverCount(points: number, weights: number): bigint {
  assertCount("coverCount", "points", points);
  assertCount("coverCount", "weights", weights);
  let [term, total] = [1n, 0n]; // C(P − 1, 0)
  for (let k = 0; k < Math.min(points, weights); k++) {
    total += term;
    term = (term * BigInt(points - 1 - k)) / BigInt(k + 1);
  }
  return 2n * total;
}

/**
 * Probability that P points in general position with random classes can be separated by N weights:
 * `Pr(P, N) = 2^(1−P) Σ C(P − 1, k)` over k = 0 … N − 1, Eq. (6.16).
 *
 * It is exactly ½ at P = 2N, whatever N, and the fall there grows steep with N. The lecture puts the
 * fall at P = N: that is where certainty ends, not where chances turn.
 *
 * @param points - P
 * @param weights - N
 * @throws {@link ValueError} if an argument is not a whole number of at least 1
 * @see Cover, "Geometrical and Statistical Properties of Systems of Linear Inequalities" (1965)
 *
 * @example
 * coverProbability(20, 10); // => 0.5
 */
export function coverProbability(points: number, weights: number): number {
  const count = coverCount(points, weights);
  // 2^P is no float for P > 1023, so keep 64 bits of the count and put the power back.
  const spare = Math.max(0, count.toString(2).length - 64);
  return Number(count >> BigInt(spare)) * 2 ** (spare - points);
}

/**
 * The same as a power of ten, `log₁₀ Pr(P, N)`: for probabilities below 1e-308, where the float is 0.
 *
 * @param points - P
 * @param weights - N
 * @throws {@link ValueError} if an argument is not a whole number of at least 1
 *
 * @example
 * Math.round(coverLog10Probability(60000, 784)); // => -16250
 */
export function coverLog10Probability(points: number, weights: number): number {
  const count = coverCount(points, weights);
  const spare = Math.max(0, count.toString(2).length - 64);
  return Math.log10(Number(count >> BigInt(spare))) + (spare - points) * Math.log10(2);
}

/** What {@link simulateCover} measured. */
export interface CoverSimulation {
  /** Share of the trials in which the classes could be separated. */
  readonly share: number;
  /** Its standard error `√(p(1 − p)/trials)` with Cover's p. */
  readonly standardError: number;
}

/**
 * Cover's experiment: draw P points from a normal distribution and a class for each by coin, and see
 * whether N weights separate them; many times.
 *
 * @param points - P
 * @param weights - N
 * @throws {@link ValueError} if a count is not a whole number of at least 1
 *
 * @example
 * simulateCover(3, 3, { trials: 20, random: new Random(1) }).share; // => 1
 */
export function simulateCover(
  points: number,
  weights: number,
  options: { readonly trials: number; readonly random: Random },
): CoverSimulation {
  const { random } = options;
  const trials = assertCount("simulateCover", "trials", options.trials);
  const p = coverProbability(points, weights);
  let separable = 0;
  for (let trial = 0; trial < trials; trial++) {
    const X = Float64Array.from({ length: points * weights }, () => random.normal());
    const y = Array.from({ length: points }, () => 2 * random.integer(2) - 1);
    if (separatingWeights(new Tensor([points, weights], X), y) !== undefined) separable++;
  }
  return { share: separable / trials, standardError: Math.sqrt((p * (1 - p)) / trials) };
}
