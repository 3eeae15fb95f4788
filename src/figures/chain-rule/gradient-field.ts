/** Chapter 3, the gradient as arrows on the contours of a loss, Eq. (3.1): uphill, and longer where it is steeper. */
import { numericalGradient } from "../../math/central-difference.js";
import { ValueError } from "../../math/value-error.js";
import { entries, finite, grid, interval, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { arrow, dots, words } from "../marks.js";
import { numberText, rounded, tupleText } from "../numbers.js";
import { BLUE, FAINT, INK, NORMAL, VERMILLION } from "../palette.js";
import type { Point } from "../plane-geometry.js";
import { houseAxis, houseLayout } from "../style.js";
import type { ContourTrace, ScatterTrace } from "../traces.js";

const CALL = "gradientField";
const SAMPLES = 61;
const COLUMNS = 7;
const ROWS = 6;

/** What {@link gradientField} draws. */
export interface GradientFieldOptions {
  /** J of two weights. */
  readonly loss: (w1: number, w2: number) => number;
  /** Both ends of the horizontal axis. */
  readonly w1: VectorLike;
  /** Both ends of the vertical axis. */
  readonly w2: VectorLike;
  /** A point whose gradient is drawn thick, shape [2]. */
  readonly at: VectorLike;
  /** The minimum, if it is to be marked, shape [2]. */
  readonly lowest?: VectorLike;
}

/**
 * Contours of a loss of two weights, with its gradient, Eq. (3.1), as an arrow at many points: at
 * right angles to the contours, as long as the slope is steep, nothing at the minimum.
 *
 * @throws {@link ValueError} if an end or a loss is not finite, or `at` lies outside
 *
 * @example
 * gradientField({ loss: (a, b) => a * a + b * b, w1: [-2, 2], w2: [-2, 2], at: [1, 1] }).alt; // => "Contours of J with its gradient, (2, 2) at (1, 1)"
 */
export function gradientField(options: GradientFieldOptions): Figure {
  const [left, right] = ends("w1", options.w1);
  const [bottom, top] = ends("w2", options.w2);
  const at = pointOf("at", options.at);
  if (at[0] < left || at[0] > right || at[1] < bottom || at[1] > top) {
    throw new ValueError({ operation: CALL, rule: "at lies in the picture" }, { at });
  }
  const loss = (a: number, b: number): number =>
    finite(CALL, `loss(${numberText(a)}, ${numberText(b)})`, options.loss(a, b));
  const slope = ([a, b]: Point): Point => {
    const g = numericalGradient((w) => loss(w.at(0), w.at(1)), [a, b]);
    return [rounded(tidy(g.at(0))), rounded(tidy(g.at(1)))];
  };
  const spots = lattice([left, right], [bottom, top]);
  const longest = Math.max(...spots.map((spot) => Math.hypot(...slope(spot))), 1e-12);
  const reach = (0.95 * Math.min((right - left) / COLUMNS, (top - bottom) / ROWS)) / longest;
  const own = slope(at);
  const size = Math.hypot(...own);
  const lowest = options.lowest === undefined ? null : pointOf("lowest", options.lowest);
  const clear = ([a, b]: Point): boolean =>
    lowest === null ||
    Math.abs(a - lowest[0]) > 0.12 * (right - left) ||
    Math.abs(b - lowest[1] + 0.07 * (top - bottom)) > 0.07 * (top - bottom); // room for the word
  return figure({
    alt: `Contours of J with its gradient, ${tupleText(own)} at ${tupleText(at)}`,
    caption:
      `Each line joins weights with the same loss J; each thin arrow is the gradient at its middle, and its length shows how steep J is there. ` +
      `The thick arrow belongs to w = ${tupleText(at)}: the gradient is ${tupleText(own)}, its length ${numberText(size)}. ` +
      "Every arrow stands at a right angle on its line and points to the higher side. " +
      (lowest === null
        ? "Where the lines are close, the arrows are long."
        : `Towards the minimum at ${tupleText(lowest)} (the diamond) the arrows shrink, and there is none at it.`),
    data: [
      contours(loss, [left, right], [bottom, top]),
      ...spots.filter(clear).flatMap((spot) => arrowAt(spot, slope(spot), reach)),
      ...(size === 0
        ? []
        : [thick(at, along(at, own, Math.max(reach, (0.16 * (right - left)) / size)))]),
      dots([at], { color: VERMILLION, symbol: "circle" }),
      ...(lowest === null ? [] : [dots([lowest], { color: BLUE, symbol: "diamond" })]),
      ...(lowest === null
        ? []
        : [
            words([[lowest[0], lowest[1] - 0.03 * (top - bottom)]], ["lowest"], "bottom center", {
              textfont: { color: BLUE },
            }),
          ]),
    ],
    layout: houseLayout({
      height: 430,
      xaxis: houseAxis("<i>w</i>₁", [left, right], {
        showgrid: false,
        zeroline: false,
        constrain: "domain",
      }),
      yaxis: houseAxis("<i>w</i>₂", [bottom, top], {
        showgrid: false,
        zeroline: false,
        scaleanchor: "x",
        scaleratio: 1,
        constrain: "domain",
      }),
    }),
  });
}

function ends(name: string, value: VectorLike): [number, number] {
  const [from, to] = entries(CALL, name, value, 2);
  return interval(CALL, from, to);
}

function pointOf(name: string, value: VectorLike): Point {
  const [a, b] = entries(CALL, name, value, 2);
  return [a!, b!];
}

/** A measured 0 is a little off; it is drawn and said as 0. */
function tidy(slope: number): number {
  return Math.abs(slope) < 1e-8 ? 0 : Number(slope.toPrecision(7));
}

function lattice([left, right]: Point, [bottom, top]: Point): Point[] {
  return Array.from({ length: COLUMNS * ROWS }, (_, i): Point => {
    const [column, row] = [i % COLUMNS, Math.floor(i / COLUMNS)];
    return [
      left + ((column + 0.5) * (right - left)) / COLUMNS,
      bottom + ((row + 0.5) * (top - bottom)) / ROWS,
    ];
  });
}

function along(from: Point, direction: Point, steps: number): Point {
  return [from[0] + steps * direction[0], from[1] + steps * direction[1]];
}

function arrowAt(spot: Point, slope: Point, reach: number): ScatterTrace[] {
  if (Math.hypot(...slope) === 0) return [];
  const thin = arrow(along(spot, slope, -reach / 2), along(spot, slope, reach / 2), NORMAL);
  const line = { color: NORMAL, width: 1.6 };
  return [{ ...thin, line, cliponaxis: true, marker: { ...thin.marker!, size: [0, 8] } }];
}

function thick(from: Point, to: Point): ScatterTrace {
  const whole = arrow(from, to, VERMILLION);
  return {
    ...whole,
    line: { color: VERMILLION, width: 4 },
    marker: { ...whole.marker!, size: [0, 17] },
  };
}

/** Lines at heights that grow as squares, so that a bowl's lines are evenly spaced. */
function contours(
  loss: (a: number, b: number) => number,
  [left, right]: Point,
  [bottom, top]: Point,
): ContourTrace {
  const [x, y] = [grid(left, right, SAMPLES), grid(bottom, top, SAMPLES)];
  const low = Math.min(...y.map((b) => Math.min(...x.map((a) => loss(a, b)))));
  const z = y.map((b) => x.map((a) => rounded(Math.sqrt(Math.max(0, loss(a, b) - low)))));
  const high = Math.max(...z.flat(), 1e-9);
  return {
    type: "contour",
    x: x.map(rounded),
    y: y.map(rounded),
    z,
    zmin: 0,
    zmax: high,
    colorscale: [
      [0, FAINT],
      [1, INK],
    ],
    showscale: false,
    contours: {
      start: rounded(high / 12),
      end: rounded(high),
      size: rounded(high / 12),
      coloring: "none",
      showlines: true,
    },
    line: { color: FAINT, width: 1.2 },
    autocontour: false,
    hoverinfo: "skip",
  };
}
