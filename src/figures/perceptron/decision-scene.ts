/** Figures: what the decision line's picture shows, measured once for field, labels and caption. */
import { sigmoid } from "../../math/activations.js";
import { ValueError } from "../../math/value-error.js";
import { assertDirection, entries, finite, type VectorLike } from "../arguments.js";
import { numberText } from "../numbers.js";
import { along, foot, type Point } from "../plane-geometry.js";

export const CALL = "decisionLine";

/** What `decisionLine` draws. */
export interface DecisionLineOptions {
  /** Weights, shape [2]. */
  readonly w: VectorLike;
  /** Bias. */
  readonly w0: number;
  /** Points to mark, each of shape [2]; up to four are labelled with their ŷ. */
  readonly points?: readonly VectorLike[];
  /** Activation; the sigmoid if absent. */
  readonly g?: (z: number) => number;
}

/** Everything the parts of the picture need to know. */
export interface DecisionScene {
  readonly w: Point;
  readonly w0: number;
  readonly g: (z: number) => number;
  readonly points: readonly Point[];
  /** Where the arrow w stands on the line … */
  readonly base: Point;
  /** … and where it ends. */
  readonly tip: Point;
  /** How many times shorter than w the arrow is drawn. */
  readonly shrunk: number;
  /** The picture covers |x₁|, |x₂| ≤ reach. */
  readonly reach: number;
}

/** The options, checked, and the measures of the picture. */
export function sceneOf(options: DecisionLineOptions): DecisionScene {
  const w = pair("w", options.w);
  assertDirection(CALL, "w", w);
  const w0 = finite(CALL, "w0", options.w0);
  const g = options.g ?? sigmoid;
  if (typeof g !== "function") {
    throw new ValueError({ operation: CALL, rule: "g must be a function" }, { g });
  }
  const points = (options.points ?? []).map((point, i) => pair(`points[${i}]`, point));
  const base = foot(w, w0);
  const far = Math.max(...[base, ...points].flat().map(Math.abs));
  const longest = Math.max(3.7, far * 1.6);
  const shrunk = Math.max(1, Math.ceil(Math.hypot(...w) / longest));
  const tip = along(base, w, 1 / shrunk);
  const reach = Math.ceil(1.15 * Math.max(2, far, ...tip.map(Math.abs)) + 0.5);
  return { w, w0, g, points, base, tip, shrunk, reach };
}

function pair(name: string, value: VectorLike): Point {
  const [first, second] = entries(CALL, name, value, 2);
  return [first!, second!];
}

/** Pre-activation at a point, Eq. (1.3). */
export function preActivation({ w, w0 }: DecisionScene, x: Point): number {
  return w0 + x[0] * w[0] + x[1] * w[1];
}

/** Output at a point, Eq. (1.5). */
export function output(scene: DecisionScene, x: Point): number {
  const z = preActivation(scene, x);
  const y = scene.g(z);
  return Number.isFinite(y) ? y : finite(CALL, `g(${numberText(z)})`, y);
}

/** How ŷ compares with g(0) on one side of the line: above, below or equal all over; else nothing. */
export function comparison({ g }: DecisionScene, side: 1 | -1): ">" | "<" | "=" | null {
  const signs = new Set([0.1, 1, 3].map((z) => Math.sign(g(side * z) - g(0))));
  if (signs.size > 1) return null;
  return signs.has(1) ? ">" : signs.has(-1) ? "<" : "=";
}
