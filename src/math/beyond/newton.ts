/**
 * Chapter 6, Newton's method: model the cost by a parabola in every direction at once, and step to
 * its lowest point.
 */
import { neg, sub } from "../arithmetic.js";
import { differenceStep } from "../central-difference.js";
import { ShapeError } from "../shape.js";
import { type ArrayLike2d, Tensor, tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { type DescentOptions, largestEntry, Ray } from "./descend.js";
import { armijoLineSearch } from "./line-search.js";
import { cholesky, choleskySolve } from "./linear-solve.js";
import {
  assertCount,
  assertNotNegative,
  Evaluator,
  type GradientOf,
  type Objective,
  type SearchStep,
  startPoint,
} from "./search.js";

/** A step of Newton's method. */
export interface NewtonStep extends SearchStep {
  /** λ, which was added to the diagonal of H to make it positive definite; 0 where it was. */
  readonly damping: number;
}

/**
 * Newton's method: `w ← w − α H⁻¹ ∇C(w)`, Eq. (6.7), with the Hessian H. The step solves `H d = −∇C`
 * by Cholesky; α is 1 where that descends enough (Armijo), else smaller.
 *
 * On a quadratic bowl one step ends it, however narrow the bowl. Where H is not positive definite,
 * at a saddle or beyond an inflection, the pure step would climb; then λ on the diagonal, raised
 * tenfold until Cholesky succeeds, turns it towards −∇C.
 *
 * @param cost - C, takes w `[n]`
 * @param gradient - ∇C, `[n]`
 * @param hessian - H, `[n, n]`, symmetric; see {@link numericalHessian}; its evaluations count too
 * @param start - where to start, `[n]`
 * @throws {@link ValueError} if an option is out of range or a cost, slope or entry of H is not finite
 * @throws {@link ShapeError} if the gradient or the Hessian does not fit w
 *
 * @example
 * const [cost, slope] = [(w) => w.at(0) ** 2, (w) => mul(2, w)];
 * lastStep(newton(cost, slope, () => tensor([[2]]), [5], { steps: 9 })).step; // => 1
 */
export function newton(
  cost: Objective,
  gradient: GradientOf,
  hessian: (w: Tensor) => Tensor,
  start: ArrayLike2d,
  options: DescentOptions,
): Iterable<NewtonStep> {
  const first = startPoint("newton", start);
  const steps = assertCount("newton", "steps", options.steps);
  const tolerance = assertNotNegative("newton", "tolerance", options.tolerance ?? 1e-8);
  return (function* () {
    const evaluator = new Evaluator("newton", cost, gradient);
    let [w, loss, slope] = [first, evaluator.loss(first), evaluator.gradient(first)];
    yield { step: 0, w, loss, evaluations: evaluator.evaluations, damping: 0 };
    for (let step = 1; step <= steps && largestEntry(slope) > tolerance; step++) {
      evaluator.evaluations++;
      const H = assertHessian(hessian(w), w);
      const { direction, damping } = newtonDirection(H, slope);
      const ray = new Ray(evaluator, { w, loss, slope }, direction);
      if (ray.isFlat) return;
      ({ w, loss, slope } = ray.at(armijoLineSearch(ray.phi, ray.start)));
      yield { step, w, loss, evaluations: evaluator.evaluations, damping };
    }
  })();
}

/** `d = −(H + λI)⁻¹ g` with the first λ of 0, μ, 10μ, 100μ … that makes `H + λI` positive definite. */
function newtonDirection(H: Tensor, g: Tensor): { direction: Tensor; damping: number } {
  const n = g.size;
  const smallest = 1e-3 * Math.max(largestEntry(H), Number.MIN_VALUE * 1e4);
  for (let damping = 0; ; damping = damping === 0 ? smallest : 10 * damping) {
    const damped = H.data.map((entry, i) => (i % (n + 1) === 0 ? entry + damping : entry));
    const L = cholesky(new Tensor(H.shape, damped));
    if (L !== undefined) return { direction: neg(choleskySolve(L, g)), damping };
  }
}

/**
 * The Hessian from differences of the gradient: `Hᵢⱼ ≈ (gᵢ(w + heⱼ) − gᵢ(w − heⱼ)) / 2h`, made
 * symmetric by averaging it with its transpose. 2n gradients.
 *
 * @param gradient - ∇C, takes and returns `[n]`
 * @param w - where, `[n]`
 * @returns `[n, n]`
 * @throws {@link ValueError} if a slope is not finite
 *
 * @example
 * const slope = (w) => tensor([2 * w.at(0) + w.at(1), w.at(0)]);
 * numericalHessian(slope, [0, 0]).toArray(); // => [[2, 1], [1, 0]]
 */
export function numericalHessian(gradient: GradientOf, w: ArrayLike2d): Tensor {
  const at = startPoint("numericalHessian", w);
  const evaluator = new Evaluator("numericalHessian", () => 0, gradient);
  const n = at.size;
  const columns = Array.from({ length: n }, (_, j) => {
    const h = differenceStep(at.data[j]!);
    const moved = (by: number) =>
      new Tensor(
        at.shape,
        at.data.map((entry, i) => (i === j ? entry + by : entry)),
      );
    const [right, left] = [moved(h), moved(-h)];
    const distance = right.data[j]! - left.data[j]!;
    return sub(evaluator.gradient(right), evaluator.gradient(left)).data.map((d) => d / distance);
  });
  const H = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) H[i * n + j] = (columns[j]![i]! + columns[i]![j]!) / 2;
  }
  return new Tensor([n, n], H);
}

function assertHessian(hessian: Tensor, w: Tensor): Tensor {
  const H = tensor(hessian);
  if (H.rank !== 2 || H.shape[0] !== w.size || H.shape[1] !== w.size) {
    const rule = "the Hessian is [n, n] for w [n], Eq. (6.7)";
    throw new ShapeError({ operation: "newton", rule }, { hessian: H.shape, w: w.shape });
  }
  if (!H.data.every(Number.isFinite)) {
    const rule = "every entry of the Hessian must be a finite number";
    throw new ValueError({ operation: "newton", rule }, { w: [...w.data] });
  }
  return H;
}
