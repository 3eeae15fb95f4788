/**
 * Chapter 6, L-BFGS: the same direction as BFGS from the last few steps alone, so that memory grows
 * with n and not with n².
 */
import { add, mul, neg, sub } from "../arithmetic.js";
import { dot } from "../linear-algebra.js";
import { type ArrayLike2d, type Tensor, tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { type DescentOptions, type DirectionRule, descend } from "./descend.js";
import { assertCount, type GradientOf, type Objective, type SearchStep } from "./search.js";

/** A step s and the change y of the gradient over it. */
export interface CurvaturePair {
  readonly s: ArrayLike2d;
  readonly y: ArrayLike2d;
}

/** How {@link lBfgs} remembers. */
export interface LBfgsOptions extends DescentOptions {
  /** How many of the last steps are kept; left out it is 10. */
  readonly memory?: number;
  /** Start each direction from `γI` with `γ = sᵀy/yᵀy` of the last step, or from I as BFGS does; left out it is true. */
  readonly rescale?: boolean;
}

/**
 * `B g` without B: the inverse Hessian of Eq. (6.9), built from `scale·I` by the pairs, oldest first,
 * applied to a gradient by two loops over the pairs, Eq. (6.10): newest to oldest
 * `a = ρ sᵀq, q ← q − a y`, then `r = scale·q`, then oldest to newest `r ← r + (a − ρ yᵀr) s`.
 *
 * @param pairs - steps and changes, oldest first, each `[n]`
 * @param g - gradient, `[n]`
 * @param scale - γ
 * @returns `[n]`
 * @throws {@link ValueError} if a pair has yᵀs ≤ 0
 * @throws {@link ShapeError} if the lengths differ
 *
 * @example
 * lBfgsProduct([{ s: [1, 0], y: [2, 0] }], [4, 3], 1).toArray(); // => [2, 3]
 */
export function lBfgsProduct(
  pairs: readonly CurvaturePair[],
  g: ArrayLike2d,
  scale: number,
): Tensor {
  const known = pairs.map(({ s, y }) => {
    const curvature = dot(y, s);
    if (curvature > 0) return { s: tensor(s), y: tensor(y), rho: 1 / curvature };
    const rule = "the gradient must grow along every step, yᵀs > 0, Eq. (6.10)";
    throw new ValueError({ operation: "lBfgsProduct", rule }, { yᵀs: curvature });
  });
  let q = tensor(g);
  const shares: number[] = [];
  for (const { s, y, rho } of [...known].reverse()) {
    const share = rho * dot(s, q);
    q = sub(q, mul(share, y));
    shares.unshift(share);
  }
  let r = mul(scale, q);
  for (const [i, { s, y, rho }] of known.entries()) {
    r = add(r, mul(shares[i]! - rho * dot(y, r), s));
  }
  return r;
}

/**
 * L-BFGS: `w ← w − α B ∇C(w)` with `B ∇C` from the last `memory` steps, Eq. (6.10), and α from a line
 * search (Wolfe), 1 at the first try. With full memory and no rescaling it walks exactly as BFGS.
 *
 * @param cost - C, takes w `[n]`
 * @param gradient - ∇C, `[n]`
 * @param start - where to start, `[n]`
 * @throws {@link ValueError} if an option is out of range, or a cost or slope is not finite
 * @see Liu and Nocedal, "On the Limited Memory BFGS Method for Large Scale Optimization" (1989)
 *
 * @example
 * const [cost, slope] = [(w) => w.at(0) ** 2 + 9 * w.at(1) ** 2, (w) => mul([2, 18], w)];
 * lastStep(lBfgs(cost, slope, [3, 1], { steps: 30 })).loss < 1e-15; // => true
 */
export function lBfgs(
  cost: Objective,
  gradient: GradientOf,
  start: ArrayLike2d,
  options: LBfgsOptions,
): Iterable<SearchStep> {
  const memory = assertCount("lBfgs", "memory", options.memory ?? 10);
  const rescale = options.rescale ?? true;
  return descend("lBfgs", cost, gradient, start, options, () => recentSteps(memory, rescale));
}

function recentSteps(memory: number, rescale: boolean): DirectionRule {
  let pairs: readonly CurvaturePair[] = [];
  let scale = 1;
  return {
    direction: (g) => neg(lBfgsProduct(pairs, g, scale)),
    learn: (s, y) => {
      if (!(dot(y, s) > 0)) return;
      pairs = [...pairs, { s, y }].slice(-memory);
      if (rescale) scale = dot(s, y) / dot(y, y);
    },
    forget: () => {
      pairs = [];
      scale = 1;
    },
  };
}
