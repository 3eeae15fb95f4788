/**
 * Chapter 6, a gradient without derivatives: move one weight at a time and see how the cost changes.
 */
import { mul, sub } from "../arithmetic.js";
import { type ArrayLike2d, Tensor } from "../tensor.js";
import type { SearchOptions, SearchStep } from "./search.js";
import { assertCount, assertPositive, Evaluator, type Objective, startPoint } from "./search.js";

/** How {@link finiteDifferenceDescent} walks. */
export interface FiniteDifferenceOptions extends SearchOptions {
  /** η of Eq. (4.1). */
  readonly rate: number;
  /** ε of Eq. (6.1); left out, {@link forwardStep}. */
  readonly epsilon?: number;
}

/**
 * The ε that balances the two errors of a forward difference: cutting the series off costs about ε,
 * rounding about 1e-16/ε, and their sum is smallest near √1e-16, scaled to the size of w.
 */
export function forwardStep(w: number): number {
  return Math.sqrt(Number.EPSILON) * Math.max(1, Math.abs(w));
}

/**
 * Gradient by forward differences: `∂C/∂wᵢ ≈ (C(w + εeᵢ) − C(w)) / ε`, Eq. (6.1).
 *
 * It costs n + 1 evaluations for n weights, where backpropagation costs about two. It is biased:
 * the series gives `C′ + ε C″/2`, so it leans to the side on which the slope grows. The central
 * difference of Eq. (3.2), with 2n evaluations, errs by `ε² C‴/6` only.
 *
 * @param cost - C, takes w `[n]`
 * @param w - where, `[n]`
 * @param epsilon - ε, the same for every weight
 * @returns the gradient, `[n]`
 * @throws {@link ValueError} if ε is not positive or a cost is not finite
 * @throws {@link ShapeError} if w is not a vector
 *
 * @example
 * forwardDifferenceGradient((w) => w.at(0) ** 2 + 3 * w.at(1), [1, 2], 0.5).toArray(); // => [2.5, 3]
 */
export function forwardDifferenceGradient(
  cost: Objective,
  w: ArrayLike2d,
  epsilon?: number,
): Tensor {
  const operation = "forwardDifferenceGradient";
  const at = startPoint(operation, w);
  const evaluator = new Evaluator(operation, cost);
  return forwardGradient(operation, evaluator, at, evaluator.loss(at), epsilon);
}

/**
 * Gradient descent, Eq. (4.1), with the gradient of Eq. (6.1). On flat ground, such as a golf course,
 * it stands still: every difference is 0.
 *
 * @param cost - C, takes w `[n]`
 * @param start - where to start, `[n]`
 * @throws {@link ValueError} if the rate, ε or the number of steps is not positive, or a cost is not finite
 *
 * @example
 * lastStep(finiteDifferenceDescent((w) => w.at(0) ** 2, [3], { steps: 4, rate: 0.1 })).evaluations; // => 9
 */
export function finiteDifferenceDescent(
  cost: Objective,
  start: ArrayLike2d,
  options: FiniteDifferenceOptions,
): Iterable<SearchStep> {
  const operation = "finiteDifferenceDescent";
  const first = startPoint(operation, start);
  const { rate, epsilon } = options;
  const steps = assertCount(operation, "steps", options.steps);
  assertPositive(operation, "rate", rate);
  if (epsilon !== undefined) assertPositive(operation, "epsilon", epsilon);
  return (function* () {
    const evaluator = new Evaluator(operation, cost);
    let [w, loss] = [first, evaluator.loss(first)];
    yield { step: 0, w, loss, evaluations: evaluator.evaluations };
    for (let step = 1; step <= steps; step++) {
      w = sub(w, mul(rate, forwardGradient(operation, evaluator, w, loss, epsilon)));
      loss = evaluator.loss(w);
      yield { step, w, loss, evaluations: evaluator.evaluations };
    }
  })();
}

function forwardGradient(
  operation: string,
  evaluator: Evaluator,
  w: Tensor,
  loss: number,
  epsilon: number | undefined,
): Tensor {
  const slopes = w.data.map((entry, i) => {
    const moved = w.data.slice();
    moved[i] = entry + assertPositive(operation, "epsilon", epsilon ?? forwardStep(entry));
    // The distance that the floats really have, which is not quite ε.
    return (evaluator.loss(new Tensor(w.shape, moved)) - loss) / (moved[i] - entry);
  });
  return new Tensor(w.shape, slopes);
}
