/**
 * Chapter 6, line search: how far to go along a direction that leads down. φ(α) = C(w + αd) is the
 * cost seen along it, φ′(0) = ∇C·d its slope at the start.
 */
import { ValueError } from "../value-error.js";
import { assertPositive } from "./search.js";

/** The cost and the slope where a line search starts. */
export interface LineStart {
  /** φ(0) */
  readonly loss: number;
  /** φ′(0), below 0. */
  readonly slope: number;
}

/** How {@link armijoLineSearch} shrinks. */
export interface ArmijoOptions {
  /** The first α tried; left out it is 1. */
  readonly first?: number;
  /** c₁: the share of the promised descent that is asked for; left out it is 1e-4. */
  readonly decrease?: number;
  /** Factor from one try to the next; left out it is ½. */
  readonly shrink?: number;
}

/** How {@link wolfeLineSearch} searches. */
export interface WolfeOptions {
  readonly first?: number;
  /** c₁, as for Armijo. */
  readonly decrease?: number;
  /** c₂: how much of the slope may be left; left out it is 0.9. */
  readonly curvature?: number;
}

const MAX_TRIALS = 60;

/**
 * Backtracking: the first α in `first, shrink·first, shrink²·first, …` with enough descent,
 * `φ(α) ≤ φ(0) + c₁ α φ′(0)` (Armijo's condition). A cost that is no finite number counts as too far.
 *
 * @param phi - φ(α)
 * @param start - φ(0) and φ′(0)
 * @returns α
 * @throws {@link ValueError} if the slope is not below 0, an option is out of range, or no α of 60 fits
 * @see Armijo (1966); Nocedal and Wright, "Numerical Optimization" (2006), algorithm 3.1
 *
 * @example
 * armijoLineSearch((a) => (1 - 4 * a) ** 2, { loss: 1, slope: -8 }); // => 0.25
 */
export function armijoLineSearch(
  phi: (alpha: number) => number,
  start: LineStart,
  options: ArmijoOptions = {},
): number {
  const operation = "armijoLineSearch";
  const { first = 1, decrease = 1e-4, shrink = 0.5 } = options;
  assertPositive(operation, "first", first);
  assertShare(operation, { decrease, shrink });
  assertDescent(operation, start);
  let alpha = first;
  for (let trial = 0; trial < MAX_TRIALS; trial++) {
    if (phi(alpha) <= start.loss + decrease * alpha * start.slope) return alpha;
    alpha *= shrink;
  }
  throw noStep(operation, "φ(α) ≤ φ(0) + c₁ α φ′(0)", start);
}

/**
 * An α with enough descent and little slope left: Armijo's condition and `|φ′(α)| ≤ c₂ |φ′(0)|` (the
 * strong conditions of Wolfe). They make yᵀs > 0, which BFGS needs.
 *
 * First the step doubles until it holds a low point between two ends; then the ends close in, by the
 * parabola through what is known of them, or by halving where the parabola points near an end.
 *
 * @param phi - φ(α)
 * @param slopeAt - φ′(α)
 * @param start - φ(0) and φ′(0)
 * @returns α
 * @throws {@link ValueError} if the slope is not below 0, an option is out of range, or no α of 60 fits
 * @see Wolfe (1969); Nocedal and Wright, "Numerical Optimization" (2006), algorithms 3.5 and 3.6
 *
 * @example
 * const [phi, slopeAt] = [(a) => (a - 3) ** 2, (a) => 2 * (a - 3)];
 * wolfeLineSearch(phi, slopeAt, { loss: 9, slope: -6 }, { curvature: 0.1 }); // => 3
 */
export function wolfeLineSearch(
  phi: (alpha: number) => number,
  slopeAt: (alpha: number) => number,
  start: LineStart,
  options: WolfeOptions = {},
): number {
  const operation = "wolfeLineSearch";
  const { first = 1, decrease = 1e-4, curvature = 0.9 } = options;
  assertPositive(operation, "first", first);
  assertShare(operation, { decrease, curvature });
  if (decrease >= curvature) {
    const rule = "c₁ must be below c₂, else no step may satisfy both conditions";
    throw new ValueError({ operation, rule }, { decrease, curvature });
  }
  assertDescent(operation, start);
  const enough = (alpha: number, loss: number) =>
    loss <= start.loss + decrease * alpha * start.slope;
  const flat = (slope: number) => Math.abs(slope) <= -curvature * start.slope;

  // `low` satisfies Armijo and has the lowest loss so far; the answer lies between it and `high`.
  let low = { alpha: 0, loss: start.loss, slope: start.slope };
  let high: number | undefined;
  let alpha = first;
  for (let trial = 0; trial < MAX_TRIALS; trial++) {
    const loss = phi(alpha);
    if (!enough(alpha, loss) || (loss >= low.loss && low.alpha > 0)) {
      high = alpha;
      alpha = between(low, alpha, loss);
      continue;
    }
    const slope = slopeAt(alpha);
    if (flat(slope)) return alpha;
    // Keep a point downhill between the ends: if the slope points back to `low`, that is the far end.
    const back = high === undefined ? slope >= 0 : slope * (high - low.alpha) >= 0;
    if (back) high = low.alpha;
    low = { alpha, loss, slope };
    alpha = high === undefined ? 2 * alpha : (alpha + high) / 2;
  }
  throw noStep(operation, "both conditions of Wolfe", start);
}

/** Lowest point of the parabola with low's loss and slope through (alpha, loss), or the middle. */
function between(low: LineStart & { readonly alpha: number }, alpha: number, loss: number): number {
  const width = alpha - low.alpha;
  const bend = loss - low.loss - low.slope * width;
  const share = bend > 0 && Number.isFinite(bend) ? (-low.slope * width) / (2 * bend) : 0.5;
  return low.alpha + width * (share > 0.1 && share < 0.9 ? share : 0.5);
}

function assertShare(operation: string, shares: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(shares)) {
    if (value > 0 && value < 1) continue;
    const rule = `${name} must lie between 0 and 1`;
    throw new ValueError({ operation, rule }, { [name]: value });
  }
}

function assertDescent(operation: string, { loss, slope }: LineStart): void {
  if (Number.isFinite(loss) && slope < 0 && Number.isFinite(slope)) return;
  const rule = "the direction must lead down: φ(0) finite and φ′(0) below 0";
  const hint = "Minus the gradient always does; check the gradient's sign.";
  throw new ValueError({ operation, rule, hint }, { "φ(0)": loss, "φ′(0)": slope });
}

function noStep(operation: string, condition: string, { loss, slope }: LineStart): ValueError {
  const rule = `no step of ${MAX_TRIALS} tried fulfils ${condition}`;
  const hint = "Often the gradient is wrong, or the search already stands at the minimum.";
  return new ValueError({ operation, rule, hint }, { "φ(0)": loss, "φ′(0)": slope });
}
