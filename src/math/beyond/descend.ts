/**
 * Chapter 6, what the quasi-Newton methods share: choose a direction from the gradient, search along
 * it, learn from how the gradient has changed.
 */
import { add, mul, neg, sub } from "../arithmetic.js";
import { dot } from "../linear-algebra.js";
import type { ArrayLike2d, Tensor } from "../tensor.js";
import { type LineStart, type WolfeOptions, wolfeLineSearch } from "./line-search.js";
import {
  assertCount,
  assertNotNegative,
  Evaluator,
  type GradientOf,
  type Objective,
  type SearchOptions,
  type SearchStep,
  startPoint,
} from "./search.js";

/** What second-order searches take. */
export interface DescentOptions extends SearchOptions {
  /** The search ends once no entry of the gradient is larger; left out it is 1e-8. */
  readonly tolerance?: number;
}

/** How one method differs from another. */
export interface DirectionRule {
  /** The direction d for the gradient g. */
  readonly direction: (g: Tensor) => Tensor;
  /** A step s was made, the gradient went from g to g + y. */
  readonly learn: (s: Tensor, y: Tensor, g: Tensor) => void;
  /** Forget what was learnt: the direction did not lead down. */
  readonly forget: () => void;
}

/** A place in weight space with what is known of it. */
export interface Place {
  readonly w: Tensor;
  readonly loss: number;
  readonly slope: Tensor;
}

/** The cost along a direction, φ(α) = C(w + αd), which remembers the last place it has looked at. */
export class Ray {
  readonly start: LineStart;
  readonly #evaluator: Evaluator;
  readonly #from: Tensor;
  readonly #direction: Tensor;
  #seen: { alpha: number; w: Tensor; loss: number; slope: Tensor | undefined } | undefined;

  constructor(evaluator: Evaluator, { w, loss, slope }: Place, direction: Tensor) {
    this.start = { loss, slope: dot(slope, direction) };
    this.#evaluator = evaluator;
    this.#from = w;
    this.#direction = direction;
  }

  /** Whether the descent that the slope promises is lost in the rounding of the cost. */
  get isFlat(): boolean {
    return -this.start.slope <= 10 * Number.EPSILON * Math.abs(this.start.loss);
  }

  /** φ(α); Infinity where it is no finite number. */
  readonly phi = (alpha: number): number => this.#look(alpha).loss;

  /** φ′(α) = ∇C(w + αd)·d. */
  readonly slopeAt = (alpha: number): number => dot(this.at(alpha).slope, this.#direction);

  /** The place w + αd with its gradient; nothing that was just computed is computed again. */
  at(alpha: number): Place {
    const seen = this.#look(alpha);
    seen.slope ??= this.#evaluator.gradient(seen.w);
    return { w: seen.w, loss: seen.loss, slope: seen.slope };
  }

  #look(alpha: number): { w: Tensor; loss: number; slope: Tensor | undefined } {
    if (this.#seen?.alpha === alpha) return this.#seen;
    const w = add(this.#from, mul(alpha, this.#direction));
    this.#seen = { alpha, w, loss: this.#evaluator.trial(w), slope: undefined };
    return this.#seen;
  }
}

/**
 * Descend along the directions of a rule, with a line search that fulfils Wolfe's conditions. Ends
 * when the gradient vanishes, or when the cost is flat to rounding.
 *
 * @throws {@link ValueError} if an option is out of range, or a cost or slope is not finite
 */
export function descend(
  operation: string,
  cost: Objective,
  gradient: GradientOf,
  start: ArrayLike2d,
  options: DescentOptions,
  makeRule: () => DirectionRule,
  wolfe: WolfeOptions = {},
): Iterable<SearchStep> {
  const first = startPoint(operation, start);
  const steps = assertCount(operation, "steps", options.steps);
  const tolerance = assertNotNegative(operation, "tolerance", options.tolerance ?? 1e-8);
  return (function* () {
    const evaluator = new Evaluator(operation, cost, gradient);
    const rule = makeRule();
    let here: Place = {
      w: first,
      loss: evaluator.loss(first),
      slope: evaluator.gradient(first),
    };
    yield { step: 0, w: here.w, loss: here.loss, evaluations: evaluator.evaluations };
    let reach = 1 / (1 + largestEntry(here.slope)); // the first step is at most about 1 long
    for (let step = 1; step <= steps && largestEntry(here.slope) > tolerance; step++) {
      let ray = new Ray(evaluator, here, rule.direction(here.slope));
      if (!(ray.start.slope < 0)) {
        rule.forget();
        ray = new Ray(evaluator, here, neg(here.slope));
      }
      if (ray.isFlat) return;
      const alpha = wolfeLineSearch(ray.phi, ray.slopeAt, ray.start, { ...wolfe, first: reach });
      const next = ray.at(alpha);
      rule.learn(sub(next.w, here.w), sub(next.slope, here.slope), next.slope);
      here = next;
      reach = 1;
      yield { step, w: here.w, loss: here.loss, evaluations: evaluator.evaluations };
    }
  })();
}

/** The largest |entry|. */
export function largestEntry(x: Tensor): number {
  return x.data.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0);
}
