/**
 * Chapter 6, BFGS: learn the inverse Hessian from how the gradient changes along the way, and take
 * Newton's step with what has been learnt.
 */
import { add, div, neg, sub } from "../arithmetic.js";
import { dot, matMul } from "../linear-algebra.js";
import { ShapeError } from "../shape.js";
import { type ArrayLike2d, Tensor, tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { type DescentOptions, type DirectionRule, descend } from "./descend.js";
import type { GradientOf, Objective, SearchStep } from "./search.js";

/**
 * The update of the inverse Hessian B: with `ρ = 1/yᵀs`,
 * `B ← (I − ρ s yᵀ) B (I − ρ y sᵀ) + ρ s sᵀ`, Eq. (6.9).
 *
 * The new B fulfils the secant equation `B y = s`: it explains the last step exactly. It stays
 * symmetric and positive definite as long as yᵀs > 0.
 *
 * @param B - inverse Hessian so far, `[n, n]`
 * @param s - the step, w′ − w, `[n]`
 * @param y - the change of the gradient over it, `[n]`
 * @returns `[n, n]`
 * @throws {@link ShapeError} if the shapes do not fit
 * @throws {@link ValueError} if yᵀs is not positive
 *
 * @example
 * bfgsUpdate([[1, 0], [0, 1]], [1, 0], [2, 0]).toArray(); // => [[0.5, 0], [0, 1]]
 */
export function bfgsUpdate(B: ArrayLike2d, s: ArrayLike2d, y: ArrayLike2d): Tensor {
  const [inverse, step, change] = [tensor(B), tensor(s), tensor(y)];
  const n = step.size;
  const vectors = step.rank === 1 && change.rank === 1 && change.size === n;
  if (!vectors || inverse.rank !== 2 || inverse.shape.some((length) => length !== n)) {
    const rule = "B [n, n], s [n] and y [n] must fit together, Eq. (6.9)";
    const shapes = { B: inverse.shape, s: step.shape, y: change.shape };
    throw new ShapeError({ operation: "bfgsUpdate", rule }, shapes);
  }
  const curvature = dot(change, step);
  if (!(curvature > 0)) {
    const rule = "the gradient must grow along the step, yᵀs > 0, Eq. (6.9)";
    const hint = "A line search with Wolfe's conditions sees to it.";
    throw new ValueError({ operation: "bfgsUpdate", rule, hint }, { yᵀs: curvature });
  }
  const left = sub(identity(n), div(outer(step, change), curvature)); // I − ρ s yᵀ
  const right = sub(identity(n), div(outer(change, step), curvature)); // its transpose
  const explained = div(outer(step, step), curvature);
  return add(matMul(matMul(left, inverse), right), explained);
}

/**
 * BFGS: `w ← w − α B ∇C(w)` with B from Eq. (6.9), starting at the identity, and α from a line search
 * (Wolfe), 1 at the first try.
 *
 * It needs no Hessian, and near the minimum it is almost as fast as Newton. B has n² entries: for a
 * large network that is too many, see {@link lBfgs}.
 *
 * @param cost - C, takes w `[n]`
 * @param gradient - ∇C, `[n]`
 * @param start - where to start, `[n]`
 * @throws {@link ValueError} if an option is out of range, or a cost or slope is not finite
 * @see Broyden, Fletcher, Goldfarb, Shanno (1970); Nocedal and Wright, §6.1
 *
 * @example
 * const [cost, slope] = [(w) => w.at(0) ** 2 + 9 * w.at(1) ** 2, (w) => mul([2, 18], w)];
 * lastStep(bfgs(cost, slope, [3, 1], { steps: 20 })).loss < 1e-15; // => true
 */
export function bfgs(
  cost: Objective,
  gradient: GradientOf,
  start: ArrayLike2d,
  options: DescentOptions,
): Iterable<SearchStep> {
  return descend("bfgs", cost, gradient, start, options, () =>
    inverseHessianRule(tensor(start).size),
  );
}

function inverseHessianRule(n: number): DirectionRule {
  let B = identity(n);
  return {
    direction: (g) => neg(matMul(B, g)),
    learn: (s, y) => {
      if (dot(y, s) > 0) B = bfgsUpdate(B, s, y);
    },
    forget: () => {
      B = identity(n);
    },
  };
}

function identity(n: number): Tensor {
  const entries = new Float64Array(n * n);
  for (let i = 0; i < n; i++) entries[i * (n + 1)] = 1;
  return new Tensor([n, n], entries);
}

/** `a bᵀ` */
function outer(a: Tensor, b: Tensor): Tensor {
  return matMul(new Tensor([a.size, 1], a.data), new Tensor([1, b.size], b.data));
}
