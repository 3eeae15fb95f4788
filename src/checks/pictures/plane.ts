/** Pictures: the plane as a square grid of places, with its two axes. */
import type { Axis } from "../../figures/layout.js";
import { houseAxis, squareTo } from "../../figures/style.js";

/** A point of the plane, or the ends of an interval. */
export type Point = readonly [number, number];

/** Names of the axes, as the lecture writes inputs. */
export const NAMES = ["<i>x</i>₁", "<i>x</i>₂"] as const;

/** Places each way at which the learner's function is asked; more take too long in a host process. */
export const SAMPLES = 25;

/** Both axes, of the same length. */
export function planeAxes(
  range: Point,
  names: readonly [string, string] = NAMES,
): { readonly xaxis: Axis; readonly yaxis: Axis } {
  return {
    xaxis: houseAxis(names[0], range, { zeroline: false }),
    yaxis: houseAxis(names[1], range, { zeroline: false, ...squareTo("x") }),
  };
}

/** So many places from one end of the interval to the other. */
export function placesOf([low, high]: Point, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}

/** Values over a square, row by row upwards. */
export function fieldOf<T>(range: Point, count: number, at: (x: number, y: number) => T): T[][] {
  const places = placesOf(range, count);
  return places.map((y) => places.map((x) => at(x, y)));
}
