/**
 * Chapter 6, conjugate gradients: directions that do not undo each other's work, so that a quadratic
 * in n weights is finished in n steps, without ever storing a matrix of its own.
 */
import { add, mul, neg, sub } from "../arithmetic.js";
import { dot, matMul } from "../linear-algebra.js";
import { ShapeError } from "../shape.js";
import { type ArrayLike2d, Tensor, tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { type DescentOptions, type DirectionRule, descend } from "./descend.js";
import type { GradientOf, Objective, SearchStep } from "./search.js";

/** One step of the linear method. */
export interface ConjugateStep {
  readonly step: number;
  /** The approximation of A⁻¹b, `[n]`. */
  readonly x: Tensor;
  /** b − A x, minus the gradient of `½ xᵀA x − bᵀx`, `[n]`. */
  readonly residual: Tensor;
  /** The direction that led here, `[n]`; conjugate to all before it: dᵢᵀ A dⱼ = 0. Zero at step 0. */
  readonly direction: Tensor;
}

/**
 * Conjugate gradients for `A x = b`, that is for the minimum of `½ xᵀA x − bᵀx`, from x = 0:
 * `α = rᵀr / dᵀA d, x ← x + αd, r′ = r − αA d, d ← r′ + β d, β = r′ᵀr′ / rᵀr`, Eq. (6.8).
 *
 * In exact arithmetic it ends after at most n steps; it stops as soon as ‖r‖ ≤ 1e-12 ‖b‖.
 *
 * @param A - symmetric positive definite, `[n, n]`
 * @param b - `[n]`
 * @returns the steps, at most n after the start
 * @throws {@link ShapeError} if A is not square or b does not fit
 * @throws {@link ValueError} if A turns out not to be positive definite
 * @see Hestenes and Stiefel, "Methods of Conjugate Gradients for Solving Linear Systems" (1952)
 *
 * @example
 * conjugateGradientSolve([[2, 0], [0, 2]], [2, 6]).at(-1).x.toArray(); // => [1, 3]
 */
export function conjugateGradientSolve(A: ArrayLike2d, b: ArrayLike2d): readonly ConjugateStep[] {
  const [matrix, right] = [tensor(A), tensor(b)];
  const n = right.size;
  if (right.rank !== 1 || matrix.rank !== 2 || matrix.shape.some((length) => length !== n)) {
    const rule = "A [n, n] and b [n] must fit together, Eq. (6.8)";
    const shapes = { A: matrix.shape, b: right.shape };
    throw new ShapeError({ operation: "conjugateGradientSolve", rule }, shapes);
  }
  const zero = new Tensor([n], new Float64Array(n));
  const trace: ConjugateStep[] = [{ step: 0, x: zero, residual: right, direction: zero }];
  const enough = 1e-24 * dot(right, right);
  let [x, r, d] = [zero, right, right];
  for (let step = 1; step <= n && dot(r, r) > enough; step++) {
    const Ad = matMul(matrix, d);
    const bend = dot(d, Ad);
    if (!(bend > 0)) {
      const rule = "A must be symmetric and positive definite, dᵀA d > 0, Eq. (6.8)";
      throw new ValueError({ operation: "conjugateGradientSolve", rule }, { "dᵀA d": bend, step });
    }
    const alpha = dot(r, r) / bend;
    x = add(x, mul(alpha, d));
    const next = sub(r, mul(alpha, Ad));
    trace.push({ step, x, residual: next, direction: d });
    d = add(next, mul(dot(next, next) / dot(r, r), d));
    r = next;
  }
  return trace;
}

/**
 * Conjugate gradients for any smooth cost: `d ← −g′ + β d` with the rule of Polak and Ribière,
 * `β = max(0, g′ᵀ(g′ − g) / gᵀg)`, Eq. (6.8), and a careful line search (Wolfe, c₂ = 0.1). Where β is
 * 0 it starts afresh along −g′.
 *
 * @param cost - C, takes w `[n]`
 * @param gradient - ∇C, `[n]`
 * @param start - where to start, `[n]`
 * @throws {@link ValueError} if an option is out of range, or a cost or slope is not finite
 * @see Polak and Ribière (1969); Nocedal and Wright, "Numerical Optimization" (2006), §5.2
 *
 * @example
 * const [cost, slope] = [(w) => w.at(0) ** 2 + 9 * w.at(1) ** 2, (w) => mul([2, 18], w)];
 * lastStep(conjugateGradient(cost, slope, [3, 1], { steps: 50 })).loss < 1e-15; // => true
 */
export function conjugateGradient(
  cost: Objective,
  gradient: GradientOf,
  start: ArrayLike2d,
  options: DescentOptions,
): Iterable<SearchStep> {
  const careful = { curvature: 0.1 };
  return descend("conjugateGradient", cost, gradient, start, options, polakRibiere, careful);
}

function polakRibiere(): DirectionRule {
  let last: Tensor | undefined;
  let beta = 0;
  return {
    direction: (g) => {
      last = last === undefined ? neg(g) : add(neg(g), mul(beta, last));
      return last;
    },
    learn: (_s, y, g) => {
      const before = sub(g, y);
      last ??= neg(before); // after a fresh start the step went along minus the gradient
      beta = Math.max(0, dot(g, y) / dot(before, before));
    },
    forget: () => {
      last = undefined;
    },
  };
}
