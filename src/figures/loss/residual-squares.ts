/** Chapter 2, squared error as areas: a square at each point of a line, and their mean beside it, Eq. (2.5). */
import { meanSquaredError } from "../../math/mean-squared-error.js";
import { ValueError } from "../../math/value-error.js";
import { entries, grid, type VectorLike } from "../arguments.js";
import { type Figure, type Frame, figure } from "../figure.js";
import { columns, dots, type Path, stroke } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, INK, VERMILLION } from "../palette.js";
import { houseSlider } from "../slider.js";
import { houseAxis, houseLayout, squareTo } from "../style.js";
import { LOWER, reading, stopAt } from "./panels.js";

const CALL = "residualSquares";
const SHADE = "rgba(213, 94, 0, 0.18)";

/** What {@link residualSquares} draws. */
export interface ResidualSquaresOptions {
  /** Inputs and targets, shape [n]. */
  readonly x: VectorLike;
  readonly y: VectorLike;
  /** Weights of the line ŷ = wx, the stops of the slider, shape [k]. */
  readonly weights: VectorLike;
  /** Which of them is shown first, counted from 0. */
  readonly start?: number;
}

/**
 * Points, the line `ŷ = w x`, and a square on each residual; beside it `J = (1/n) Σ (y − wx)²`,
 * Eq. (2.5), over the weight.
 *
 * @throws {@link ValueError} if x and y differ in length, all x are 0, or `start` is no stop
 *
 * @example
 * residualSquares({ x: [1, 2], y: [2, 3], weights: [1, 2] }).alt; // => "Squares on the residuals of a line: w = 1, J = 1"
 */
export function residualSquares(options: ResidualSquaresOptions): Figure {
  const x = entries(CALL, "x", options.x);
  const y = entries(CALL, "y", options.y, x.length);
  const weights = entries(CALL, "weights", options.weights);
  const w = stopAt(CALL, weights, options.start ?? 0);
  if (x.every((xi) => xi === 0)) {
    throw new ValueError({ operation: CALL, rule: "some x must differ from 0" }, { x });
  }
  const J = (weight: number): number =>
    meanSquaredError(
      x.map((xi) => weight * xi),
      [...y],
    );
  const [low, high] = [Math.min(...weights), Math.max(...weights)];
  const room = 0.12 * (high - low || 1);
  const across = [low - room, high + room] as const;
  const top = 1.25 * Math.max(J(across[0]), J(across[1]));
  const squares = (weight: number): Path =>
    x.flatMap((xi, i) => [...squareOn(xi, weight * xi, y[i]!), null]);
  const everything = weights.flatMap((weight) => squares(weight)).filter((p) => p !== null);
  const all = [...everything.flat(), ...y, 0];
  const plane = [Math.min(...all) - 0.3, Math.max(...all) + 0.4] as const;
  const line = (weight: number): Path => plane.map((end) => [end, weight * end] as const);
  const text = (weight: number): string =>
    `<i>w</i> = ${numberText(weight)}<br><i>J</i> = ${numberText(J(weight))}`;
  return figure({
    alt: `Squares on the residuals of a line: w = ${numberText(w)}, J = ${numberText(J(w))}`,
    caption: caption(x, y, w, J),
    data: [
      stroke(squares(w), { color: VERMILLION, dash: "solid" }, 1.2, {
        fill: "toself",
        fillcolor: SHADE,
      }),
      stroke(line(w), { color: BLUE, dash: "solid" }, 3),
      dots(
        x.map((xi, i) => [xi, y[i]!] as const),
        { color: INK, symbol: "circle" },
      ),
      stroke(
        grid(across[0], across[1], 81).map((weight) => [weight, J(weight)] as const),
        { color: VERMILLION, dash: "solid" },
        3,
        LOWER,
      ),
      dots([[w, J(w)]], { color: VERMILLION, symbol: "diamond" }, LOWER),
      reading([(across[0] + across[1]) / 2, 0.86 * top], text(w), LOWER),
    ],
    frames: weights.map(
      (weight, i): Frame => ({
        name: `w${i}`,
        traces: [0, 1, 4, 5],
        data: [
          columns(squares(weight)),
          columns(line(weight)),
          columns([[weight, J(weight)]]),
          { text: [text(weight)] },
        ],
      }),
    ),
    layout: houseLayout({
      height: 440,
      margin: { l: 44, r: 12, b: 130 },
      xaxis: houseAxis("<i>x</i>", plane, {
        domain: [0, 0.58],
        anchor: "y",
        constrain: "domain",
        nticks: 5,
      }),
      yaxis: houseAxis("<i>y</i>", plane, {
        ...squareTo("x"),
        constraintoward: "bottom",
        anchor: "x",
        nticks: 5,
      }),
      xaxis2: houseAxis("weight <i>w</i>", across, { domain: [0.73, 1], anchor: "y2", nticks: 4 }),
      yaxis2: houseAxis("<i>J</i>", [0, top], { anchor: "x2", nticks: 5 }),
      sliders: [
        houseSlider({
          prefix: "<i>w</i> = ",
          labels: weights.map(numberText),
          frames: weights.map((_, i) => `w${i}`),
          active: options.start ?? 0,
        }),
      ],
    }),
  });
}

/** The square whose side is the residual, on the side where a rising line does not cut it. */
function squareOn(x: number, yHat: number, y: number): [number, number][] {
  const side = y - yHat;
  return [
    [x, yHat],
    [x, y],
    [x - side, y],
    [x - side, yHat],
    [x, yHat],
  ];
}

function caption(
  x: readonly number[],
  y: readonly number[],
  w: number,
  J: (w: number) => number,
): string {
  const areas = x.map((xi, i) => (y[i]! - w * xi) ** 2).map(numberText);
  const best = x.reduce((a, xi, i) => a + xi * y[i]!, 0) / x.reduce((a, xi) => a + xi * xi, 0);
  return (
    `Left: ${x.length} points, the line ŷ = wx through the origin, and at each point a square whose side is the residual. ` +
    `With w = ${numberText(w)} their areas are ${areas.join(", ")}, and the mean of them is J = ${numberText(J(w))}. ` +
    `Right: that mean over the weight, a parabola; its lowest point is at w = ${numberText(best)}, where J = ${numberText(J(best))} is left.`
  );
}
