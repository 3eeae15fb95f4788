/** Chapter 1, XOR: every line there is, and how many of the points each has on the right side, Eq. (1.14). */
import { ValueError } from "../../math/value-error.js";
import { entries, grid } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { dots, stroke } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, INK, VERMILLION } from "../palette.js";
import { lineAcross, type Point } from "../plane-geometry.js";
import { flatColorBar, houseAxis, houseLayout, squareTo } from "../style.js";
import type { ColorScale } from "../traces.js";

const CALL = "everyLine";
const ANGLES = 73;
const OFFSETS = 61;
/** White for the fewest, darker for more; the pattern of numbers is written beside it. */
const STEPS: ColorScale = [
  [0, "#FFFFFF"],
  [0.5, "#F6E7C1"],
  [0.75, "#E9B949"],
  [1, "#0072B2"],
];

/** What {@link everyLine} draws. */
export interface EveryLineOptions {
  /** Points, shape [n, 2]. */
  readonly points: readonly (readonly number[])[];
  /** The class of each point, 0 or 1, shape [n]. */
  readonly classes: readonly number[];
}

/** A line `w₀ + w·x = 0`, and how many points it has right. */
interface Candidate {
  readonly w: Point;
  readonly w0: number;
  readonly right: number;
  /** Distance to the nearest point. */
  readonly margin: number;
}

/**
 * All lines of the plane in one picture. A line is an angle (the direction of w) and a distance from
 * the middle of the points; the colour of that place says for how many points `w₀ + w·x > 0` tells
 * the class. If four of four is nowhere, no line does it.
 *
 * @throws {@link ValueError} if a point has not two coordinates, or a class is neither 0 nor 1
 *
 * @example
 * everyLine({ points: [[0, 0], [0, 1], [1, 0], [1, 1]], classes: [0, 1, 1, 0] }).alt; // => "The best of all lines has 3 of 4 points right"
 */
export function everyLine({ points, classes }: EveryLineOptions): Figure {
  const checked = points.map((point, i): Point => {
    const [a, b] = entries(CALL, `points[${i}]`, point, 2);
    return [a!, b!];
  });
  if (classes.length !== points.length || classes.some((c) => c !== 0 && c !== 1)) {
    throw new ValueError({ operation: CALL, rule: "every point has a class, 0 or 1" }, { classes });
  }
  const centre: Point = [mean(checked.map(([a]) => a)), mean(checked.map(([, b]) => b))];
  const reach =
    1.3 * Math.max(...checked.map(([a, b]) => Math.hypot(a - centre[0], b - centre[1])));
  const angles = grid(0, 360, ANGLES);
  const offsets = grid(-reach, reach, OFFSETS);
  const tried = offsets.map((offset) =>
    angles.map((angle): Candidate => {
      const w: Point = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
      const w0 = -(offset + w[0] * centre[0] + w[1] * centre[1]);
      const z = checked.map(([a, b]) => w0 + w[0] * a + w[1] * b);
      const margin = Math.min(...z.map(Math.abs));
      return { w, w0, margin, right: z.filter((zi, i) => zi > 0 === (classes[i] === 1)).length };
    }),
  );
  const all = tried.flat();
  const most = Math.max(...all.map(({ right }) => right));
  const best = clearest(all.filter(({ right }) => right === most));
  const span = 1.25 * Math.max(...checked.flat().map(Math.abs), 1);
  const ofClass = (label: number): readonly Point[] =>
    checked.filter((_, i) => classes[i] === label);
  const range: Point = [span - 1.75 * span, span];
  return figure({
    alt: `The best of all lines has ${most} of ${points.length} points right`,
    caption: caption(all, most, points.length),
    data: [
      stroke(lineAcross(best.w, best.w0, span), { color: INK, dash: "solid" }, 2.5),
      dots(ofClass(1), { color: BLUE, symbol: "circle" }),
      dots(ofClass(0), { color: VERMILLION, symbol: "diamond" }),
      {
        type: "heatmap",
        x: angles,
        y: offsets.map((offset) => Number(offset.toFixed(3))),
        z: tried.map((row) => row.map(({ right }) => right)),
        zmin: 0,
        zmax: points.length,
        colorscale: STEPS,
        showscale: true,
        colorbar: flatColorBar(
          "points on the right side",
          grid(0, points.length, points.length + 1),
        ),
        xaxis: "x2",
        yaxis: "y2",
        hovertemplate: "angle %{x}°, distance %{y}: %{z} right<extra></extra>",
      },
    ],
    layout: houseLayout({
      height: 370,
      // Not an axis title: Plotly sets that among the ticks where a panel is kept square.
      annotations: [
        {
          x: 0.5,
          y: 0,
          xref: "x domain",
          yref: "y domain",
          text: "<i>x</i>₁",
          showarrow: false,
          xanchor: "center",
          yanchor: "top",
          yshift: -26,
        },
      ],
      margin: { l: 48, r: 14, t: 66, b: 56 },
      xaxis: houseAxis("", range, {
        domain: [0, 0.38],
        anchor: "y",
        constrain: "domain",
        nticks: 4,
      }),
      yaxis: houseAxis("<i>x</i>₂", range, {
        ...squareTo("x"),
        constraintoward: "bottom",
        anchor: "x",
        nticks: 4,
      }),
      xaxis2: houseAxis("angle of <b>w</b> in degrees", [0, 360], {
        domain: [0.64, 1],
        anchor: "y2",
        tickvals: [0, 90, 180, 270, 360],
      }),
      yaxis2: houseAxis("distance", [-reach, reach], { anchor: "x2", nticks: 5 }),
    }),
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The one that keeps the most distance from the points. */
function clearest(candidates: readonly Candidate[]): Candidate {
  return candidates.reduce((best, one) => (one.margin > best.margin ? one : best));
}

function caption(all: readonly Candidate[], most: number, count: number): string {
  const share = all.filter(({ right }) => right === most).length / all.length;
  const whole =
    most === count
      ? `The dark blue places, ${numberText(100 * share)} % of all, have every point right.`
      : `The colour for ${count} appears nowhere: the best lines have ${most}, on ${numberText(100 * share)} % of the map.`;
  return (
    `Right: a map of ${numberText(all.length)} lines. Across runs the direction in which a line says yes, upwards its distance from the middle of the points, counted along that direction; ` +
    `the colour says how many of the ${count} points it has on the right side. ${whole} ` +
    "Left: the points (blue discs 1, red diamonds 0) and one of the best lines."
  );
}
