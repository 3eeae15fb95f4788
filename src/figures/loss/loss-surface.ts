/** Chapter 2, the loss as a landscape over two weights: the surface, and its contour lines below it. */
import { ValueError } from "../../math/value-error.js";
import { finite, grid, interval } from "../arguments.js";
import type { Figure } from "../figure.js";
import { numberText, tupleText } from "../numbers.js";
import { surfaceBesideContours } from "../surface-figure.js";

const CALL = "lossSurface";
const SAMPLES = 61;
/** More places as low as the lowest are a trough, not valleys of their own. */
const MOST_TWINS = 3;

/** One of the two weights. */
export interface WeightAxis {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** What {@link lossSurface} draws. */
export interface LossSurfaceOptions {
  /** J of two weights. */
  readonly loss: (first: number, second: number) => number;
  readonly horizontal: WeightAxis;
  readonly vertical: WeightAxis;
}

/** A place of the grid, and the loss there. */
interface Place {
  readonly at: readonly [number, number];
  readonly loss: number;
}

/**
 * J as a surface over two weights, turned by a slider, with its contour lines beside it; the lowest
 * place of a fine grid, `argmin J(W)`, Eq. (2.13), is marked.
 *
 * @throws {@link ValueError} if an interval is empty or a loss not finite
 *
 * @example
 * const axis = { from: -1, to: 1 };
 * const bowl = (a, b) => a * a + b * b;
 * lossSurface({ loss: bowl, horizontal: { name: "a", ...axis }, vertical: { name: "b", ...axis } }).alt; // => "The loss over a and b, lowest at (0, 0)"
 */
export function lossSurface({ loss, horizontal, vertical }: LossSurfaceOptions): Figure {
  if (typeof loss !== "function") {
    throw new ValueError({ operation: CALL, rule: "loss must be a function" }, { loss });
  }
  const across = interval(CALL, horizontal.from, horizontal.to);
  const up = interval(CALL, vertical.from, vertical.to);
  const places = grid(...across, SAMPLES).flatMap((a) =>
    grid(...up, SAMPLES).map(
      (b): Place => ({ at: [a, b], loss: finite(CALL, "loss", loss(a, b)) }),
    ),
  );
  const lowest = places.reduce((a, b) => (b.loss < a.loss ? b : a));
  const asLow = places.filter((place) => isTwin(place, lowest, [across, up]));
  const twins = asLow.length > MOST_TWINS ? [] : asLow;
  const highest = places.reduce((a, b) => (b.loss > a.loss ? b : a));
  const names = [horizontal.name, vertical.name] as const;
  return surfaceBesideContours({
    f: loss,
    xRange: across,
    yRange: up,
    xLabel: `<i>${names[0]}</i>`,
    yLabel: `<i>${names[1]}</i>`,
    zLabel: "<i>J</i>",
    minimum: lowest.at,
    alsoLowest: twins.map(({ at }) => at),
    alt: `The loss over ${names[0]} and ${names[1]}, lowest at ${short(lowest.at)}`,
    caption: caption(names, [lowest, ...twins], highest),
  });
}

/** Whether a place is as low as the lowest, and not one of its neighbours. */
function isTwin(
  { at, loss }: Place,
  lowest: Place,
  ranges: readonly (readonly [number, number])[],
): boolean {
  const away = ranges.some(([from, to], k) => Math.abs(at[k]! - lowest.at[k]!) > 0.2 * (to - from));
  return away && loss - lowest.loss < 1e-12;
}

function short(at: readonly [number, number]): string {
  return tupleText(at.map((entry) => Number(entry.toFixed(2)) + 0));
}

function caption(
  names: readonly [string, string],
  lowest: readonly Place[],
  highest: Place,
): string {
  const [first, ...twins] = lowest;
  const found =
    twins.length === 0
      ? `the lowest is ${short(first!.at)} with J = ${numberText(first!.loss)}, where the star stands`
      : `the lowest are ${lowest.map(({ at }) => short(at)).join(" and ")}, each with J = ${numberText(Number(first!.loss.toFixed(12)))}, where the stars stand`;
  return (
    `The loss J over the weights ${names[0]} and ${names[1]}, twice: as a surface, whose height is J and which the slider turns, and as a map seen from above, with lines of equal loss. ` +
    `Of a grid of ${SAMPLES} by ${SAMPLES} places ${found}; the highest in view is ${numberText(highest.loss)} at ${short(highest.at)}. ` +
    "Where the lines lie close together the surface is steep, where they lie far apart it is nearly flat."
  );
}
