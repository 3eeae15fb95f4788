/** Chapter 4, learning rates too small, right and too big on one parabola, on an axis of powers of ten. */

import { ValueError } from "../../math/value-error.js";
import { entries, finite, type VectorLike } from "../arguments.js";
import type { Figure } from "../figure.js";
import { learningCurves } from "../learning-curves.js";
import { numberText } from "../numbers.js";

const CALL = "threeRates";
const DISTANCE = 4;
const CURVATURE = 2;
/** Below this a distance is drawn as this: a rate of exactly ½ arrives at 0, which has no logarithm. */
const LEAST = 1e-12;

/** What {@link threeRates} draws. */
export interface ThreeRatesOptions {
  /** One to five learning rates. */
  readonly rates: VectorLike;
  /** Steps of each. */
  readonly steps: number;
}

/**
 * The distance from the minimum of `(w − 3)²`, step by step: each step of Eq. (4.1) multiplies it by
 * `|1 − 2η|`, so on an axis of powers of ten every rate is a straight line.
 *
 * @throws {@link ValueError} if a rate is not a finite number, or there are no steps
 *
 * @example
 * threeRates({ rates: [0.1, 0.25], steps: 5 }).alt; // => "Distance from the minimum for η = 0.1, 0.25"
 */
export function threeRates(options: ThreeRatesOptions): Figure {
  const rates = entries(CALL, "rates", options.rates);
  const steps = finite(CALL, "steps", options.steps);
  if (!(Number.isInteger(steps) && steps >= 1)) {
    const rule = "steps must be a whole number of at least 1";
    throw new ValueError({ operation: CALL, rule }, { steps });
  }
  const walks = rates.map((rate) => distances(rate, steps));
  const ends = rates.map((rate, i) => {
    const factor = 1 - CURVATURE * rate;
    const end = numberText(walks[i]![steps]!);
    return `η = ${numberText(rate)} multiplies the distance by ${numberText(factor)} and ends at ${end}`;
  });
  return learningCurves({
    alt: `Distance from the minimum for η = ${rates.map(numberText).join(", ")}`,
    caption:
      `The distance from the minimum of (w − 3)² in ${steps} steps of gradient descent, from the distance ${DISTANCE}, on an axis with powers of ten. ` +
      `${ends.join("; ")}. ` +
      "Look at the direction of the lines: one that falls converges, one that rises diverges, and the border between them is η = 2/L = 1.",
    series: rates.map((rate, i) => ({
      name: `η = ${numberText(rate)}`,
      y: walks[i]!.map((distance) => Math.max(distance, LEAST)),
      x: walks[i]!.map((_, step) => step),
    })),
    xLabel: "step",
    yLabel: "distance from the minimum",
    log: true,
  });
}

function distances(rate: number, steps: number): number[] {
  const list = [DISTANCE];
  for (let step = 0; step < steps; step++) {
    list.push(list[step]! * Math.abs(1 - CURVATURE * rate));
  }
  return list;
}
