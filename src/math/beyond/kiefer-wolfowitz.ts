/**
 * Chapter 6, stochastic approximation by differences (Kiefer and Wolfowitz): find the minimum of a
 * cost that can only be measured with noise. The ancestor of SGD without gradients; the one with
 * gradients is Robbins and Monro's.
 */
import { mul, sub } from "../arithmetic.js";
import { type ArrayLike2d, Tensor } from "../tensor.js";
import {
  assertCount,
  assertPositive,
  Evaluator,
  type Objective,
  type SearchOptions,
  type SearchStep,
  startPoint,
} from "./search.js";

/** How {@link kieferWolfowitz} walks. */
export interface KieferWolfowitzOptions extends SearchOptions {
  /** a of the rate `aₖ = a / k`. */
  readonly rate: number;
  /** c of the half width `cₖ = c / k^(1/3)`. */
  readonly width: number;
}

/**
 * Descent by noisy central differences: `wᵢ ← wᵢ − aₖ (C(w + cₖeᵢ) − C(w − cₖeᵢ)) / 2cₖ` in step
 * k = 1, 2, …, with `aₖ = a/k` and `cₖ = c/k^(1/3)`.
 *
 * The rates shrink so slowly that they still reach everywhere, `Σ aₖ = ∞`, and so fast that the
 * noise, which a difference magnifies by 1/cₖ, dies out: `Σ (aₖ/cₖ)² < ∞`. The loss in the trace is
 * one more measurement for the reader; the method does not use it, and it is not counted.
 *
 * @param cost - C with its noise, takes w `[n]`
 * @param start - where to start, `[n]`
 * @throws {@link ValueError} if an option is not positive or a cost is not finite
 * @see Kiefer and Wolfowitz, "Stochastic Estimation of the Maximum of a Regression Function" (1952)
 *
 * @example
 * lastStep(kieferWolfowitz((w) => w.at(0) ** 2, [8], { steps: 1, rate: 0.25, width: 1 })).w.at(0); // => 4
 */
export function kieferWolfowitz(
  cost: Objective,
  start: ArrayLike2d,
  options: KieferWolfowitzOptions,
): Iterable<SearchStep> {
  const operation = "kieferWolfowitz";
  const first = startPoint(operation, start);
  const steps = assertCount(operation, "steps", options.steps);
  const a = assertPositive(operation, "rate", options.rate);
  const c = assertPositive(operation, "width", options.width);
  return (function* () {
    const evaluator = new Evaluator(operation, cost);
    let w = first;
    yield { step: 0, w, loss: evaluator.look(w), evaluations: 0 };
    for (let k = 1; k <= steps; k++) {
      w = sub(w, mul(a / k, centralGradient(evaluator, w, c / Math.cbrt(k))));
      yield { step: k, w, loss: evaluator.look(w), evaluations: evaluator.evaluations };
    }
  })();
}

function centralGradient(evaluator: Evaluator, w: Tensor, c: number): Tensor {
  const lossAt = (i: number, entry: number): number => {
    const moved = w.data.slice();
    moved[i] = entry;
    return evaluator.loss(new Tensor(w.shape, moved));
  };
  const slopes = w.data.map((entry, i) => (lossAt(i, entry + c) - lossAt(i, entry - c)) / (2 * c));
  return new Tensor(w.shape, slopes);
}
