/**
 * Chapter 6, evolution strategies: a cloud of tries around w, whose best members say where the cloud
 * should move and how wide it should be.
 */
import { sub } from "../arithmetic.js";
import type { Random } from "../random.js";
import { type ArrayLike2d, Tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { around } from "./random-search.js";
import {
  assertCount,
  assertPositive,
  Evaluator,
  type Objective,
  type SearchOptions,
  type SearchStep,
  startPoint,
} from "./search.js";

/** How {@link evolutionStrategy} breeds. */
export interface EvolutionOptions extends SearchOptions {
  readonly random: Random;
  /** λ, children a generation. */
  readonly children: number;
  /** μ, how many of them become parents; left out it is a quarter of the children. */
  readonly parents?: number;
  /** σ, the width of the first cloud; left out it is 1. */
  readonly std?: number;
}

/** A step of an evolution strategy: w is the middle of the cloud. */
export interface EvolutionStep extends SearchStep {
  /** σ, the width of the cloud. */
  readonly std: number;
  /** The children of this generation, one a row, `[λ, n]`; at step 0 the start alone. */
  readonly population: Tensor;
}

/**
 * (μ, λ) evolution strategy with a width that evolves too: λ children `wᵢ = w + σᵢεᵢ` with
 * `σᵢ = σ e^(τ N(0, 1))`; the μ with the lowest cost become the next w, their mean,
 * `w ← (1/μ) Σ wᵢ`, Eq. (6.4), and the next σ is the geometric mean of their widths. `τ = 1/√(2n)`.
 *
 * Parents do not survive, so the cost may rise for a while, and a lucky value does not hold the
 * search. Only the order of the costs matters: `C` and `e^C` give the same path. A generation costs
 * λ + 1 evaluations, the last one for its middle.
 *
 * @param cost - C, takes w `[n]`
 * @param start - middle of the first cloud, `[n]`
 * @throws {@link ValueError} if an option is out of range, parents ≥ children, or a cost is not finite
 * @see Beyer and Schwefel, "Evolution strategies: a comprehensive introduction" (2002)
 *
 * @example
 * const options = { steps: 5, children: 8, random: new Random(1) };
 * lastStep(evolutionStrategy((w) => w.at(0) ** 2, [3], options)).evaluations; // => 46
 */
export function evolutionStrategy(
  cost: Objective,
  start: ArrayLike2d,
  options: EvolutionOptions,
): Iterable<EvolutionStep> {
  const operation = "evolutionStrategy";
  const first = startPoint(operation, start);
  const { random } = options;
  const steps = assertCount(operation, "steps", options.steps);
  const children = assertCount(operation, "children", options.children, 2);
  const parents = options.parents ?? Math.max(1, Math.floor(children / 4));
  assertCount(operation, "parents", parents);
  if (parents >= children) {
    const rule = "fewer parents than children, else nothing is selected, Eq. (6.4)";
    throw new ValueError({ operation, rule }, { parents, children });
  }
  let std = assertPositive(operation, "std", options.std ?? 1);
  const tau = 1 / Math.sqrt(2 * first.size);
  return (function* () {
    const evaluator = new Evaluator(operation, cost);
    let w = first;
    const at = (step: number, population: Tensor): EvolutionStep => {
      const loss = evaluator.loss(w);
      return { step, w, loss, evaluations: evaluator.evaluations, std, population };
    };
    yield at(0, stackRows([first]));
    for (let step = 1; step <= steps; step++) {
      const born = Array.from({ length: children }, () => {
        const width = std * Math.exp(tau * random.normal());
        const child = around(w, width, random);
        return { child, width, loss: evaluator.loss(child) };
      });
      const best = [...born].sort((a, b) => a.loss - b.loss).slice(0, parents);
      w = meanOf(best.map(({ child }) => child));
      std = Math.exp(best.reduce((total, { width }) => total + Math.log(width), 0) / parents);
      yield at(step, stackRows(born.map(({ child }) => child)));
    }
  })();
}

/**
 * The slope that a cloud sees: `ĝ = (1/n) Σᵢ (C(w + σεᵢ) − C(w − σεᵢ)) / (2σ) · εᵢ` over n random
 * directions `εᵢ ~ N(0, I)`.
 *
 * Its mean is the gradient of the cost smoothed over the cloud, `E C(w + σε)`. So it has a slope
 * where a golf course has none: near a step, some of the cloud has already fallen.
 *
 * @param cost - C, takes w `[n]`
 * @param w - middle of the cloud, `[n]`
 * @param options - σ (`std`) and how many `directions`, two evaluations each
 * @returns ĝ, `[n]`
 * @throws {@link ValueError} if an option is out of range or a cost is not finite
 * @see Salimans et al., "Evolution Strategies as a Scalable Alternative to Reinforcement Learning" (2017)
 *
 * @example
 * const cloud = { std: 0.1, directions: 4, random: new Random(1) };
 * evolutionGradient(() => 7, [1, 2], cloud).toArray(); // => [0, 0]
 */
export function evolutionGradient(
  cost: Objective,
  w: ArrayLike2d,
  options: { readonly std: number; readonly directions: number; readonly random: Random },
): Tensor {
  const operation = "evolutionGradient";
  const at = startPoint(operation, w);
  const std = assertPositive(operation, "std", options.std);
  const directions = assertCount(operation, "directions", options.directions);
  const evaluator = new Evaluator(operation, cost);
  const slope = new Float64Array(at.size);
  for (let i = 0; i < directions; i++) {
    const right = around(at, std, options.random);
    const step = sub(right, at);
    const rise = evaluator.loss(right) - evaluator.loss(sub(at, step));
    for (const [j, moved] of step.data.entries()) {
      slope[j] = slope[j]! + (rise * moved) / (2 * std * std * directions);
    }
  }
  return new Tensor(at.shape, slope);
}

/** Rows of equal length as a matrix, `[rows, n]`. */
export function stackRows(rows: readonly Tensor[]): Tensor {
  const n = rows[0]?.size ?? 0;
  const data = new Float64Array(rows.length * n);
  for (const [i, row] of rows.entries()) data.set(row.data, i * n);
  return new Tensor([rows.length, n], data);
}

function meanOf(points: readonly Tensor[]): Tensor {
  const sums = new Float64Array(points[0]!.size);
  for (const { data } of points)
    for (const [j, entry] of data.entries()) sums[j] = sums[j]! + entry;
  return new Tensor(
    points[0]!.shape,
    sums.map((total) => total / points.length),
  );
}
