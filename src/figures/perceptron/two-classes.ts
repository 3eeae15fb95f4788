/**
 * Chapter 1, points of two classes in the plane, and the regions that a decision function makes: a
 * line for one perceptron, something bent for a network.
 */

import { ValueError } from "../../math/value-error.js";
import { entries, grid } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { dots } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, INK, PAPER, VERMILLION } from "../palette.js";
import { houseAxis, houseLayout, squareTo } from "../style.js";
import type { ContourTrace, ScatterTrace } from "../traces.js";

const CELLS = 81;

/** What {@link twoClasses} draws. */
export interface TwoClassesOptions {
  /** Points, shape [n, 2]. */
  readonly points: readonly (readonly number[])[];
  /** The class of each point, −1 or +1, shape [n]. */
  readonly classes: readonly number[];
  /** z at a point: where it is positive the answer is +1. No regions are drawn if absent. */
  readonly decide?: (x: readonly number[]) => number;
}

/**
 * Points of two classes and, in the background, which answer `sign(z)`, Eq. (1.14), a decision
 * function gives everywhere.
 *
 * @throws {@link ValueError} if a point has not two finite coordinates, a class is not −1 or +1, or
 * there is not one class a point
 *
 * @example
 * twoClasses({ points: [[1, 1], [-1, 1]], classes: [1, -1] }).alt; // => "2 points of two classes"
 */
export function twoClasses({ points, classes, decide }: TwoClassesOptions): Figure {
  const checked = points.map((point, i) => pointOf(point, i));
  assertClasses(checked.length, classes);
  const reach = Math.ceil(Math.max(1, ...checked.flat().map(Math.abs)) * 1.1 * 2) / 2;
  const range = [-reach, reach] as const;
  const alt = `${points.length} points of two classes`;
  return figure({
    alt: decide === undefined ? alt : `${alt} and the regions of a decision`,
    caption: caption(checked, classes, decide),
    data: [
      ...(decide === undefined ? [] : [regions(decide, reach)]),
      ofClass(checked, classes, 1),
      ofClass(checked, classes, -1),
    ].filter(({ x }) => x.length > 0),
    layout: houseLayout({
      height: 440,
      margin: { l: 56, r: 24, t: 20, b: 52 },
      xaxis: houseAxis("<i>x</i>₁", range, { constrain: "domain" }),
      yaxis: houseAxis("<i>x</i>₂", range, squareTo("x")),
    }),
  });
}

function pointOf(point: readonly number[], index: number): readonly [number, number] {
  const [x1, x2] = entries("twoClasses", `points[${index}]`, point, 2);
  return [x1!, x2!];
}

function assertClasses(count: number, classes: readonly number[]): void {
  const operation = "twoClasses";
  if (classes.length !== count) {
    const rule = "every point needs its class";
    throw new ValueError({ operation, rule }, { points: count, classes: classes.length });
  }
  const odd = classes.findIndex((label) => label !== 1 && label !== -1);
  if (odd >= 0) {
    const rule = "a class is −1 or +1, Eq. (1.14)";
    throw new ValueError({ operation, rule }, { [`classes[${odd}]`]: classes[odd] });
  }
}

/** Pale blue where z > 0, pale vermillion where z < 0, the boundary in ink. */
function regions(decide: (x: readonly number[]) => number, reach: number): ContourTrace {
  const ticks = grid(-reach, reach, CELLS);
  // Only the sign counts; clipping keeps one steep corner from hiding the rest of the scale.
  const z = ticks.map((x2) => ticks.map((x1) => Math.max(-1, Math.min(1, decide([x1, x2])))));
  return {
    type: "contour",
    x: ticks,
    y: ticks,
    z,
    zmin: -1,
    zmax: 1,
    colorscale: [
      [0, "#F7D9C6"],
      [0.5, PAPER],
      [1, "#CBE3F2"],
    ],
    showscale: false,
    autocontour: false,
    contours: { start: 0, end: 0, size: 1, coloring: "fill", showlines: true },
    line: { color: INK, width: 2.5 },
    hovertemplate: "x₁ = %{x}<br>x₂ = %{y}<extra></extra>",
  };
}

function ofClass(
  points: readonly (readonly [number, number])[],
  classes: readonly number[],
  label: 1 | -1,
): ScatterTrace {
  const style =
    label === 1
      ? ({ color: BLUE, symbol: "circle" } as const)
      : ({ color: VERMILLION, symbol: "diamond" } as const);
  return dots(
    points.filter((_, i) => classes[i] === label),
    style,
  );
}

function caption(
  points: readonly (readonly number[])[],
  classes: readonly number[],
  decide: TwoClassesOptions["decide"],
): string {
  const shown = "Blue discs have the class +1, red diamonds the class −1.";
  if (decide === undefined) return `${points.length} points of two classes. ${shown}`;
  const right = points.filter((x, i) => decide(x) >= 0 === (classes[i] === 1)).length;
  return [
    `${points.length} points of two classes on the regions of a decision. ${shown}`,
    "On the pale blue ground the answer is +1, on the pale red ground −1; between them runs the boundary, z = 0.",
    `${numberText(right)} of the ${points.length} points lie on ground of their own colour.`,
  ].join(" ");
}
