/**
 * Chapter 6, simultaneous perturbation: move all weights at once, at random, and two evaluations
 * give an unbiased guess of the whole gradient, however many weights there are.
 */
import { add, mul, sub } from "../arithmetic.js";
import type { Random } from "../random.js";
import { type ArrayLike2d, Tensor } from "../tensor.js";
import {
  assertCount,
  assertNotNegative,
  assertPositive,
  Evaluator,
  type Objective,
  type SearchOptions,
  type SearchStep,
  startPoint,
} from "./search.js";

/** How {@link spsa} walks; the exponents are Spall's. */
export interface SpsaOptions extends SearchOptions {
  readonly random: Random;
  /** a of the rate `aₖ = a / (k + A)^0.602` in step k = 1, 2, … */
  readonly rate: number;
  /** c of the perturbation `cₖ = c / k^0.101`. */
  readonly perturbation: number;
  /** A, which tames the first steps; about a tenth of the steps is usual. Left out it is 0. */
  readonly stability?: number;
}

/**
 * A guess of the gradient from two evaluations: with random signs Δᵢ = ±1,
 * `ĝᵢ = (C(w + cΔ) − C(w − cΔ)) / (2c Δᵢ)`, Eq. (6.2).
 *
 * One guess points badly: it has the same size in every entry. Its mean over many draws is ∇C(w) up
 * to c² times third derivatives, because `E[Δⱼ/Δᵢ] = 0` for j ≠ i.
 *
 * @param cost - C, takes w `[n]`
 * @param w - where, `[n]`
 * @param perturbation - c
 * @returns ĝ, `[n]`
 * @throws {@link ValueError} if c is not positive or a cost is not finite
 * @throws {@link ShapeError} if w is not a vector
 * @see Spall, "Multivariate Stochastic Approximation Using a Simultaneous Perturbation Gradient
 * Approximation" (1992)
 *
 * @example
 * spsaGradient((w) => w.at(0) ** 2, [3], 0.5, new Random(1)).toArray(); // => [6]
 */
export function spsaGradient(
  cost: Objective,
  w: ArrayLike2d,
  perturbation: number,
  random: Random,
): Tensor {
  const at = startPoint("spsaGradient", w);
  assertPositive("spsaGradient", "perturbation", perturbation);
  return guess(new Evaluator("spsaGradient", cost), at, perturbation, random);
}

/**
 * Descent along the guesses of Eq. (6.2): `w ← w − aₖ ĝₖ`, two evaluations a step. The loss in the
 * trace is looked up for the reader; the method does not use it, and it is not counted.
 *
 * @param cost - C, takes w `[n]`; it may be noisy
 * @param start - where to start, `[n]`
 * @throws {@link ValueError} if an option is out of range or a cost is not finite
 *
 * @example
 * const options = { steps: 10, random: new Random(1), rate: 0.1, perturbation: 0.1 };
 * lastStep(spsa((w) => w.at(0) ** 2, [3], options)).evaluations; // => 20
 */
export function spsa(
  cost: Objective,
  start: ArrayLike2d,
  options: SpsaOptions,
): Iterable<SearchStep> {
  const first = startPoint("spsa", start);
  const { random, stability = 0 } = options;
  const steps = assertCount("spsa", "steps", options.steps);
  const a = assertPositive("spsa", "rate", options.rate);
  const c = assertPositive("spsa", "perturbation", options.perturbation);
  assertNotNegative("spsa", "stability", stability);
  return (function* () {
    const evaluator = new Evaluator("spsa", cost);
    let w = first;
    yield { step: 0, w, loss: evaluator.look(w), evaluations: 0 };
    for (let k = 1; k <= steps; k++) {
      const slope = guess(evaluator, w, c / k ** 0.101, random);
      w = sub(w, mul(a / (k + stability) ** 0.602, slope));
      yield { step: k, w, loss: evaluator.look(w), evaluations: evaluator.evaluations };
    }
  })();
}

function guess(evaluator: Evaluator, w: Tensor, c: number, random: Random): Tensor {
  const signs = w.data.map(() => (random.integer(2) === 0 ? -1 : 1));
  const move = mul(c, new Tensor(w.shape, signs));
  const rise = evaluator.loss(add(w, move)) - evaluator.loss(sub(w, move));
  return new Tensor(
    w.shape,
    signs.map((sign) => rise / (2 * c * sign)),
  );
}
