/**
 * Chapter 6, random search: try a random step and keep it if the cost is lower. With several copies
 * it is the lecture's picture of ten thousand machines that explore at once.
 */
import type { Random } from "../random.js";
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

/** How {@link randomSearch} explores. */
export interface RandomSearchOptions extends SearchOptions {
  readonly random: Random;
  /** σ, the size of a try; left out it is 1. */
  readonly std?: number;
  /** Tries a step, of which the best is looked at; left out it is 1. */
  readonly copies?: number;
}

/**
 * Random search: a try is `w + σε` with `ε ~ N(0, I)`, and `w ← w + σε if C(w + σε) < C(w)`,
 * Eq. (6.3).
 *
 * It needs no slope, so steps and plateaus do not stop it, as long as a try can reach lower ground.
 *
 * @param cost - C, takes w `[n]`
 * @param start - where to start, `[n]`
 * @throws {@link ValueError} if an option is out of range or a cost is not finite
 *
 * @example
 * const search = randomSearch((w) => Math.floor(Math.abs(w.at(0))), [9.5], { steps: 200, random: new Random(1) });
 * lastStep(search).loss; // => 0
 */
export function randomSearch(
  cost: Objective,
  start: ArrayLike2d,
  options: RandomSearchOptions,
): Iterable<SearchStep> {
  const operation = "randomSearch";
  const first = startPoint(operation, start);
  const { random, std = 1, copies = 1 } = options;
  const steps = assertCount(operation, "steps", options.steps);
  assertPositive(operation, "std", std);
  assertCount(operation, "copies", copies);
  return (function* () {
    const evaluator = new Evaluator(operation, cost);
    let [w, loss] = [first, evaluator.loss(first)];
    yield { step: 0, w, loss, evaluations: evaluator.evaluations };
    for (let step = 1; step <= steps; step++) {
      const from = w;
      for (let copy = 0; copy < copies; copy++) {
        const tried = around(from, std, random);
        const found = evaluator.loss(tried);
        if (found < loss) [w, loss] = [tried, found];
      }
      yield { step, w, loss, evaluations: evaluator.evaluations };
    }
  })();
}

/** `w + σε` with `ε ~ N(0, I)`. */
export function around(w: Tensor, std: number, random: Random): Tensor {
  return new Tensor(
    w.shape,
    w.data.map((entry) => entry + random.normal(0, std)),
  );
}
