/**
 * Chapter 1, the perceptron with two inputs as a picture of the plane: its output everywhere, and
 * the line where z = 0, Eq. (1.13).
 */
import { grid } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { arrow, dots, stroke } from "../marks.js";
import { affineText, numberText, tupleText } from "../numbers.js";
import { DIVERGING, INK, NORMAL, PAPER } from "../palette.js";
import { lineAcross, rightAngle } from "../plane-geometry.js";
import { flatColorBar, houseAxis, houseLayout, squareTo } from "../style.js";
import type { ColorScale, ContourTrace, ScatterTrace } from "../traces.js";
import { decisionLabels, labelledPoints } from "./decision-labels.js";
import {
  comparison,
  type DecisionLineOptions,
  type DecisionScene,
  output,
  preActivation,
  sceneOf,
} from "./decision-scene.js";

const CELLS = 49;

/**
 * The plane of a perceptron with two inputs: `ŷ = g(w₀ + w₁x₁ + w₂x₂)`, Eq. (1.5), as colour, the
 * line `w₀ + w₁x₁ + w₂x₂ = 0`, Eq. (1.13), and w standing at a right angle on it.
 *
 * @throws {@link ValueError} if w has not two entries or both are 0, or an argument is not finite
 *
 * @example
 * decisionLine({ w: [3, -2], w0: 1, points: [[-1, 2]] }).alt; // => "Decision line 1 + 3x₁ − 2x₂ = 0"
 */
export function decisionLine(options: DecisionLineOptions): Figure {
  const scene = sceneOf(options);
  const range = [-scene.reach, scene.reach] as const;
  const ink = { color: INK, dash: "solid" } as const;
  return figure({
    alt: `Decision line ${affineText(scene.w0, scene.w, ["x₁", "x₂"])} = 0`,
    caption: caption(scene),
    data: [
      field(scene),
      stroke(lineAcross(scene.w, scene.w0, scene.reach), ink, 3),
      stroke(rightAngle(scene.base, scene.w, scene.reach / 22), ink, 1.2),
      arrow(scene.base, scene.tip, NORMAL),
      ...marked(scene),
      ...decisionLabels(scene),
    ],
    layout: houseLayout({
      height: 500,
      margin: { l: 56, r: 24, t: 72, b: 52 },
      xaxis: houseAxis("<i>x</i>₁", range, { constrain: "domain" }),
      yaxis: houseAxis("<i>x</i>₂", range, squareTo("x")),
    }),
  });
}

/** ŷ over the plane, in ten steps of colour from one extreme to the other. */
function field(scene: DecisionScene): ContourTrace {
  const ticks = grid(-scene.reach, scene.reach, CELLS).map(short);
  const z = ticks.map((x2) => ticks.map((x1) => short(output(scene, [x1, x2]))));
  const middle = scene.g(0);
  const values = z.flat();
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spread = Math.max(most - middle, middle - least) || 1;
  const size = niceStep(spread / 5);
  const half = Math.ceil(spread / size - 1e-6) * size;
  // A ReLU has nothing below g(0): then half the scale would stand for values that do not exist.
  const low = short(least < middle - 1e-9 ? middle - half : middle);
  const high = short(most > middle + 1e-9 || low === middle ? middle + half : middle);
  const symbols = ["<i>x</i>₁", "<i>x</i>₂"];
  const formula = `<i>ŷ</i> = ${scene.g.name}(${affineText(scene.w0, scene.w, symbols)})`;
  return {
    type: "contour",
    x: ticks,
    y: ticks,
    z,
    zmin: low,
    zmax: high,
    colorscale: colors(low, middle, high),
    showscale: true,
    colorbar: flatColorBar(formula, [...new Set([low, short(middle), high])]),
    autocontour: false,
    contours: {
      start: short(low + size),
      end: short(high - size),
      size,
      coloring: "fill",
      showlines: true,
    },
    line: { color: PAPER, width: 0.8 },
    hovertemplate: "x₁ = %{x}<br>x₂ = %{y}<br>ŷ = %{z}<extra></extra>",
  };
}

/** White for g(0), whichever part of the scale is shown. */
function colors(low: number, middle: number, high: number): ColorScale {
  const shown = DIVERGING.filter(
    ([at]) => (low < middle || at >= 0.5) && (high > middle || at <= 0.5),
  );
  const [first, last] = [shown[0]![0], shown[shown.length - 1]![0]];
  return shown.map(([at, color]) => [(at - first) / (last - first), color] as const);
}

function short(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0;
}

/** 1, 2 or 5 times a power of ten, at least as large as the step. */
function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step) + 1e-9);
  return [1, 2, 5, 10].map((k) => k * power).find((nice) => nice >= step * (1 - 1e-6))!;
}

function marked(scene: DecisionScene): ScatterTrace[] {
  if (scene.points.length === 0) return [];
  const text = scene.points.map((x) => `ŷ = ${numberText(output(scene, x))}`);
  const { hoverinfo: _, ...trace } = dots(scene.points, { color: INK, symbol: "circle" });
  return [{ ...trace, text, hovertemplate: "x = (%{x}, %{y})<br>%{text}<extra></extra>" }];
}

function caption(scene: DecisionScene): string {
  const { w, w0, g } = scene;
  const z = affineText(w0, w, ["x₁", "x₂"]);
  const half = numberText(g(0));
  const scale = scene.shrunk === 1 ? "" : `, drawn ${scene.shrunk} times shorter than it is,`;
  const side = (sign: 1 | -1): string => {
    const compared = comparison(scene, sign);
    return compared === null ? "" : ` and ŷ ${compared} ${half}`;
  };
  const points = labelledPoints(scene).map((x) => {
    const at = preActivation(scene, x);
    const where = at === 0 ? "on the line" : `on the side of z ${at > 0 ? ">" : "<"} 0`;
    return `The point x = ${tupleText(x)} lies ${where}: z = ${numberText(at)}, ŷ = ${numberText(output(scene, x))}.`;
  });
  return [
    `The plane of a perceptron with two inputs; colour is its output ŷ = ${g.name}(${z}).`,
    `Look at the black line: there z = ${z} is 0 and ŷ = ${half}.`,
    `The arrow w = ${tupleText(w)}${scale} stands at a right angle on it and points to the side where z > 0${side(1)}; on the other side z < 0${side(-1)}.`,
    ...points,
  ].join(" ");
}
