/**
 * Chapter 6, what every search for a minimum shares: the cost, the steps that a figure draws, and
 * the count of evaluations, which is the price of a method that knows no gradient.
 */
import { ShapeError, sameShape } from "../shape.js";
import { type ArrayLike2d, Tensor, tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";

/** The cost `C(w)` of a weight vector w, `[n]`: all that a zeroth-order method may ask for. */
export type Objective = (w: Tensor) => number;

/** The gradient `∇C(w)`, `[n]`, for instance `(w) => gradientByDual(cost, w)`. */
export type GradientOf = (w: Tensor) => Tensor;

/** One step of a search, as a figure draws it. */
export interface SearchStep {
  /** 0 is the start. */
  readonly step: number;
  /** Where the search is; for a population, its best member so far. `[n]` */
  readonly w: Tensor;
  /** C(w). */
  readonly loss: number;
  /** How often the method has computed the cost or its gradient up to here. */
  readonly evaluations: number;
}

/** What every search takes. */
export interface SearchOptions {
  /** How many steps after the start, at most. */
  readonly steps: number;
}

/** Asks for costs and gradients, counts them, and refuses those that are no finite numbers. */
export class Evaluator {
  evaluations = 0;
  readonly #operation: string;
  readonly #cost: Objective;
  readonly #gradient: GradientOf | undefined;

  constructor(operation: string, cost: Objective, gradient?: GradientOf) {
    this.#operation = operation;
    this.#cost = cost;
    this.#gradient = gradient;
  }

  /**
   * C(w), counted.
   *
   * @throws {@link ValueError} if it is not a finite number
   */
  loss(w: Tensor): number {
    this.evaluations++;
    return this.look(w);
  }

  /** C(w) for the reader's eyes: the method does not use it, so it is not counted. */
  look(w: Tensor): number {
    return assertFinite(this.#operation, "the cost", this.#cost(w), w);
  }

  /** C(w) of a point that may lie too far out, counted: Infinity where it is no finite number. */
  trial(w: Tensor): number {
    this.evaluations++;
    const loss: unknown = this.#cost(w);
    return typeof loss === "number" && Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY;
  }

  /**
   * ∇C(w), counted.
   *
   * @throws {@link ShapeError} if it has not w's shape
   * @throws {@link ValueError} if an entry is not a finite number
   */
  gradient(w: Tensor): Tensor {
    this.evaluations++;
    const gradient = tensor(this.#gradient!(w));
    if (!sameShape(gradient.shape, w.shape)) {
      const rule = "the gradient has one entry a weight, Eq. (3.1)";
      const shapes = { gradient: gradient.shape, w: w.shape };
      throw new ShapeError({ operation: this.#operation, rule }, shapes);
    }
    for (const entry of gradient.data) {
      assertFinite(this.#operation, "every entry of the gradient", entry, w);
    }
    return gradient;
  }
}

function assertFinite(operation: string, what: string, value: unknown, w: Tensor): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  const rule = `${what} must be a finite number`;
  const hint = "Start closer, take smaller steps, or look for a log or a quotient of 0.";
  throw new ValueError({ operation, rule, hint }, { value, w: [...w.data] });
}

/**
 * The start of a search as a tensor: a vector of finite numbers, not shared with the caller.
 *
 * @throws {@link ShapeError} if it is not a vector
 * @throws {@link ValueError} if an entry is not finite
 */
export function startPoint(operation: string, start: ArrayLike2d): Tensor {
  const w = tensor(start);
  if (w.rank !== 1) {
    const rule = "a search starts at a weight vector [n]";
    throw new ShapeError({ operation, rule }, { start: w.shape });
  }
  if (!w.data.every(Number.isFinite)) {
    const rule = "a search starts at finite weights";
    throw new ValueError({ operation, rule }, { start: [...w.data] });
  }
  return new Tensor(w.shape, w.data.slice());
}

/**
 * The number itself if it is whole and at least `least`.
 *
 * @throws {@link ValueError} if it is not
 */
export function assertCount(operation: string, name: string, value: number, least = 1): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  const rule = `${name} must be a whole number of at least ${least}`;
  throw new ValueError({ operation, rule }, { [name]: value });
}

/**
 * The number itself if it is finite and above 0.
 *
 * @throws {@link ValueError} if it is not
 */
export function assertPositive(operation: string, name: string, value: number): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new ValueError(
    { operation, rule: `${name} must be finite and above 0` },
    { [name]: value },
  );
}

/**
 * The number itself if it is finite and not negative.
 *
 * @throws {@link ValueError} if it is not
 */
export function assertNotNegative(operation: string, name: string, value: number): number {
  if (Number.isFinite(value) && value >= 0) return value;
  throw new ValueError(
    { operation, rule: `${name} must be finite and not negative` },
    { [name]: value },
  );
}

/**
 * The last step of a search.
 *
 * @throws {@link ValueError} if there is none
 *
 * @example
 * lastStep(randomSearch((w) => w.at(0) ** 2, [3], { steps: 5, random: new Random(1) })).step; // => 5
 */
export function lastStep<S extends SearchStep>(trace: Iterable<S>): S {
  let last: S | undefined;
  for (const step of trace) last = step;
  if (last !== undefined) return last;
  const rule = "a search that was already read to its end has no steps left";
  const hint = "Keep the steps: const trace = [...search].";
  throw new ValueError({ operation: "lastStep", rule, hint }, { steps: 0 });
}
