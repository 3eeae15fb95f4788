/**
 * Chapter 4, the descent itself: start somewhere, and step downhill until the slope is flat. Each
 * step can be looked at, drawn, or be the last.
 */
import { square } from "./arithmetic.js";
import type { Optimizer } from "./optimizers/optimizer.js";
import { assertCount, assertNotNegative } from "./ranges.js";
import { sum } from "./reductions.js";
import { type ArrayLike2d, type Tensor, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";

/** A function to be made small, with its gradient; every surface is one. */
export interface Differentiable {
  /** J(w) */
  readonly value: (w: Tensor) => number;
  /** ∂J/∂w, of w's shape; it may be an estimate, as on a mini-batch. */
  readonly gradient: (w: Tensor) => Tensor;
}

/** When to stop. */
export interface DescentSettings {
  /** The most steps to take. */
  readonly steps?: number;
  /** Stop where ‖∂J/∂w‖ is at most this. */
  readonly tolerance?: number;
  /** Stop as diverged where |J| is more than this many times what it was (and more than this). */
  readonly explosion?: number;
}

/** How a descent stands: under way, at a flat place, out of steps, or gone to infinity. */
export type DescentStatus = "under way" | "converged" | "out of steps" | "diverged";

/** One place on the way; step 0 is the start. */
export interface DescentStep {
  readonly step: number;
  readonly w: Tensor;
  readonly loss: number;
  readonly gradient: Tensor;
  readonly status: DescentStatus;
}

/**
 * Descent: from w, repeat `W ← W − η ∂J/∂W`, Eq. (4.1), or another optimizer's update, until
 * the gradient is as small as `tolerance`, the steps are used up, or the loss explodes.
 *
 * It yields the start and the place after each step. The last one says why it is the last; where
 * the gradient is 0 that may be a minimum, and just as well a saddle or a summit.
 *
 * @param f - J and its gradient
 * @param start - w, `[d]` or `[n, d]`
 * @param optimizer - the update
 * @throws {@link ValueError} if a setting is out of range or the start is not finite
 *
 * @example
 * const path = [...descentSteps(ravine(4), [8, 1], gradientDescent(0.25), { steps: 2 })];
 * path.map(({ w }) => w.toArray()); // => [[8, 1], [6, 0], [4.5, 0]]
 */
export function descentSteps(
  f: Differentiable,
  start: ArrayLike2d,
  optimizer: Optimizer,
  { steps = 1000, tolerance = 0, explosion = 1e10 }: DescentSettings = {},
): Iterable<DescentStep> {
  assertCount("descentSteps", "steps", steps, 0);
  assertNotNegative("descentSteps", "tolerance", tolerance);
  assertNotNegative("descentSteps", "explosion", explosion);
  const first = tensor(start);
  if (!first.data.every(Number.isFinite)) {
    throw new ValueError(
      { operation: "descentSteps", rule: "the start must be finite" },
      { start },
    );
  }
  return { [Symbol.iterator]: () => walk(f, first, optimizer, { steps, tolerance, explosion }) };
}

function* walk(
  f: Differentiable,
  start: Tensor,
  optimizer: Optimizer,
  { steps, tolerance, explosion }: Required<DescentSettings>,
): Generator<DescentStep, void> {
  let w = start;
  let state = optimizer.init([w]);
  const limit = explosion * Math.max(1, Math.abs(f.value(start)));
  for (let step = 0; ; step++) {
    const [loss, gradient] = [f.value(w), f.gradient(w)];
    const slope = Math.sqrt(sum(square(gradient)));
    const lost = !Number.isFinite(loss) || !Number.isFinite(slope) || Math.abs(loss) > limit;
    const status = statusOf(lost, slope <= tolerance, step >= steps);
    yield { step, w, loss, gradient, status };
    if (status !== "under way") return;
    const next = optimizer.update([gradient], state, [w]);
    w = next.parameters[0]!;
    state = next.state;
  }
}

function statusOf(lost: boolean, flat: boolean, last: boolean): DescentStatus {
  if (lost) return "diverged";
  if (flat) return "converged";
  return last ? "out of steps" : "under way";
}

/**
 * Where a descent ends.
 *
 * @example
 * descentEnd(descentSteps(ravine(1), [8, 1], gradientDescent(1), { tolerance: 1e-9 })).status; // => "converged"
 */
export function descentEnd(path: Iterable<DescentStep>): DescentStep {
  let last: DescentStep | undefined;
  for (const step of path) last = step;
  return last!;
}
