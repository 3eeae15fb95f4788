/** Chapter 4, what its figures share: a loss as a pale map with level lines, and paths walked on it. */
import type { ArrayLike2d } from "../../math/tensor.js";
import { ValueError } from "../../math/value-error.js";
import { finite, grid } from "../arguments.js";
import { contourField } from "../contour-field.js";
import { type Path, stroke } from "../marks.js";
import { numberText } from "../numbers.js";
import { PAPER, type SeriesStyle, VERMILLION } from "../palette.js";
import type { ColorScale, ContourTrace, Panel, ScatterTrace } from "../traces.js";

/** A place in the plane of two weights. */
export type Place = readonly [number, number];

/** From, to. */
export type Range = readonly [number, number];

/** Low ground blue-grey, high ground nearly white: paths of any colour stand out. */
const PALE: ColorScale = [
  [0, "#BFD3E4"],
  [0.5, "#E2EBF1"],
  [1, "#FBFBF7"],
];

/** Samples each way from which the range of heights is found. */
const PROBES = 41;

/** The most points of a path that a figure stores. */
const MOST = 240;

/** What is drawn of a loss J(w₁, w₂). */
export interface LandscapeOptions {
  readonly value: (w: number[]) => number;
  readonly x: Range;
  readonly y: Range;
  readonly panel?: Panel;
  /** Level lines at equal heights; else they crowd towards the lowest place, to show a flat floor. */
  readonly even?: boolean;
  readonly levels?: number;
}

/** The level lines of a loss over a rectangle. */
export function landscape(options: LandscapeOptions): ContourTrace {
  const { value, x, y, panel = {}, even = false, levels = 14 } = options;
  const shape = { xRange: x, yRange: y, levels, colorscale: PALE, panel };
  const height = (a: number, b: number): number => value([a, b]);
  if (even) return contourField({ f: height, ...shape });
  const heights = grid(x[0], x[1], PROBES).flatMap((a) =>
    grid(y[0], y[1], PROBES).map((b) => height(a, b)),
  );
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const floor = 1e-3 * (high - low || 1);
  const raised = (a: number, b: number): number => Math.max(height(a, b) - low, 0) + floor;
  return contourField({ f: raised, ...shape, log: true });
}

/**
 * The places of a path, each two finite numbers.
 *
 * @throws {@link ValueError} if one is not
 */
export function placesOf(call: string, name: string, path: readonly ArrayLike2d[]): Place[] {
  if (!Array.isArray(path) || path.length === 0) {
    const rule = `${name} must be a list of at least one place`;
    throw new ValueError({ operation: call, rule }, { [name]: path });
  }
  return path.map((place, i) => placeOf(call, `${name}[${i}]`, place));
}

/**
 * One place: two finite numbers.
 *
 * @throws {@link ValueError} if it is not
 */
export function placeOf(call: string, name: string, place: ArrayLike2d): Place {
  const list: unknown = "toArray" in place ? place.toArray() : place;
  if (!Array.isArray(list) || list.length !== 2) {
    const rule = `${name} must be two numbers, one a weight`;
    throw new ValueError({ operation: call, rule }, { [name]: list });
  }
  return [finite(call, `${name}[0]`, list[0]), finite(call, `${name}[1]`, list[1])];
}

/** A path up to where it first leaves the view by more than a view's width, few enough to store. */
export function seen(path: readonly Place[], x: Range, y: Range): Place[] {
  const far = ([low, high]: Range, at: number): boolean =>
    at < 2 * low - high || at > 2 * high - low;
  const end = path.findIndex(([a, b]) => far(x, a) || far(y, b));
  return thinned(end < 0 ? path : path.slice(0, end));
}

/** At most so many of a list, first and last kept. The beginning, where most happens, is kept whole. */
export function thinned<T>(list: readonly T[], most: number = MOST): T[] {
  if (list.length <= most) return [...list];
  const whole = Math.floor(most / 3);
  const rest = most - whole;
  const stride = (list.length - 1 - whole) / (rest - 1);
  return [
    ...list.slice(0, whole),
    ...Array.from({ length: rest }, (_, i) => list[Math.round(whole + i * stride)]!),
  ];
}

/** Whether a place lies within the ranges. */
export function inside([a, b]: Place, x: Range, y: Range): boolean {
  return a >= x[0] && a <= x[1] && b >= y[0] && b <= y[1];
}

/** How the path of a single descent is drawn. */
export const WALK: SeriesStyle = { color: VERMILLION, dash: "solid", symbol: "circle" };

/** A walked path: a stroke with a small mark at each place. */
export function trail(
  path: Path,
  style: SeriesStyle,
  own: Partial<ScatterTrace> = {},
): ScatterTrace {
  const { marker: _, ...line } = stroke(path, style, 2.2, own);
  const size = path.length > 80 ? 3 : 7;
  const rim = { color: PAPER, width: path.length > 80 ? 0 : 1 };
  const marker = { color: style.color, symbol: style.symbol, size, line: rim };
  return { ...line, mode: "lines+markers", marker };
}

/** A place as words: "(2, −1)". */
export function placeText([a, b]: Place): string {
  return `(${numberText(a)}, ${numberText(b)})`;
}
