/** Chapter 2, the loss as two blocks: a network G and a cost module C behind it, Eq. (2.1). */
import { entries, finite, type VectorLike } from "../arguments.js";
import { type Figure, type Frame, figure } from "../figure.js";
import { arrow, columns, type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, GRID, INK, MUTED, NORMAL, PAPER, VERMILLION } from "../palette.js";
import type { Point } from "../plane-geometry.js";
import { houseSlider } from "../slider.js";
import { hiddenAxis, houseLayout } from "../style.js";
import type { ScatterTrace } from "../traces.js";
import { stopAt } from "./panels.js";

const CALL = "lossBlock";
const AT = {
  x: [0.08, 0.4],
  G: [0.34, 0.4],
  w: [0.34, 0.86],
  yHat: [0.6, 0.4],
  C: [0.86, 0.4],
  y: [0.86, 0.86],
} as const satisfies Record<string, Point>;
/** Half the box of G. */
const BOX = { width: 0.09, height: 0.13 };

/** What {@link lossBlock} draws. */
export interface LossBlockOptions {
  /** Input and target of the sample. */
  readonly x: number;
  readonly y: number;
  /** Weights, the stops of the slider, shape [k]. */
  readonly weights: VectorLike;
  /** Which of them is shown first, counted from 0. */
  readonly start?: number;
}

/**
 * A block diagram of `L(x, y, w) = C(y, G(x, w))`, Eq. (2.1), for `G = w x` and the squared gap:
 * observed values grey, computed ones white, the function a rounded box, the cost a red square.
 *
 * @throws {@link ValueError} if a number is not finite or `start` is no stop
 *
 * @example
 * lossBlock({ x: 2, y: 7, weights: [3] }).alt; // => "A network and a cost module: w = 3 costs 1"
 */
export function lossBlock(options: LossBlockOptions): Figure {
  const x = finite(CALL, "x", options.x);
  const y = finite(CALL, "y", options.y);
  const weights = entries(CALL, "weights", options.weights);
  const start = options.start ?? 0;
  const w = stopAt(CALL, weights, start);
  const fixed = [
    words(
      [
        [0.08, 0.17],
        [0.75, 0.86],
      ],
      [numberText(x), numberText(y)],
      "middle center",
    ),
    words([[0.34, 0.17]], ["network"], "middle center", { textfont: { color: MUTED } }),
    words([[0.95, 0.56]], ["cost"], "middle center", { textfont: { color: MUTED } }),
  ];
  const moving = readings(x, y, w);
  return figure({
    alt: `A network and a cost module: w = ${numberText(w)} costs ${numberText((y - w * x) ** 2)}`,
    caption: caption(x, y, w),
    data: [...diagram(), ...fixed, moving],
    frames: weights.map((weight, i): Frame => {
      const { text = [] } = readings(x, y, weight);
      return { name: `w${i}`, traces: [diagram().length + fixed.length], data: [{ text }] };
    }),
    layout: houseLayout({
      height: 350,
      margin: { l: 8, r: 8, t: 8, b: 90 },
      hovermode: false,
      xaxis: hiddenAxis([0, 1]),
      yaxis: hiddenAxis([0, 1]),
      sliders: [
        houseSlider({
          prefix: "<i>w</i> = ",
          labels: weights.map(numberText),
          frames: weights.map((_, i) => `w${i}`),
          active: start,
          above: 10,
        }),
      ],
    }),
  });
}

/** What is computed from the weight: its own value, the prediction, and what that costs. */
function readings(x: number, y: number, w: number): ScatterTrace {
  const yHat = w * x;
  const bracket = yHat < 0 ? `(${numberText(yHat)})` : numberText(yHat);
  return words(
    [
      [0.44, 0.86],
      [0.6, 0.17],
      [0.86, 0.17],
      [0.5, 0.03],
    ],
    [
      numberText(w),
      numberText(yHat),
      `<b>${numberText((y - yHat) ** 2)}</b>`,
      `(<i>y</i> − <i>ŷ</i>)² = (${numberText(y)} − ${bracket})² = ${numberText((y - yHat) ** 2)}`,
    ],
    "middle center",
  );
}

function diagram(): ScatterTrace[] {
  const into = (from: Point, to: Point, room: number): ScatterTrace =>
    arrow(from, to, MUTED, {}, room);
  return [
    into(AT.x, [AT.G[0] - BOX.width, AT.G[1]], 2),
    into(AT.w, [AT.G[0], AT.G[1] + BOX.height], 2),
    into([AT.G[0] + BOX.width, AT.G[1]], AT.yHat, 24),
    into(AT.yHat, AT.C, 26),
    into(AT.y, AT.C, 26),
    stroke(roundedBox(), { color: BLUE, dash: "solid" }, 2.5, { fill: "toself", fillcolor: PAPER }),
    words([AT.G], ["<i>G</i> = <i>w x</i>"], "middle center", {
      textfont: { size: 16, color: INK },
    }),
    bubbles([AT.x, AT.y], ["<i>x</i>", "<i>y</i>"], { fill: GRID, rim: MUTED }),
    bubbles([AT.yHat], ["<i>ŷ</i>"], { fill: PAPER, rim: MUTED }),
    bubbles([AT.w], ["<i>w</i>"], { fill: PAPER, rim: NORMAL }),
    bubbles([AT.C], ["<i>C</i>"], { fill: PAPER, rim: VERMILLION, square: true }),
  ];
}

function bubbles(
  at: readonly Point[],
  text: readonly string[],
  { fill, rim, square = false }: { fill: string; rim: string; square?: boolean },
): ScatterTrace {
  return {
    type: "scatter",
    mode: "markers+text",
    ...columns(at),
    marker: {
      color: fill,
      symbol: square ? "square" : "circle",
      size: 42,
      line: { color: rim, width: square ? 3.5 : 2.5 },
    },
    text,
    textposition: "middle center",
    textfont: { size: 18, color: INK },
    hoverinfo: "skip",
    cliponaxis: false,
  };
}

/** The outline of G, its corners round in the drawing. */
function roundedBox(): Path {
  const [x, y] = AT.G;
  const radius = { width: 0.025, height: 0.05 };
  const corners = [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ] as const;
  const outline = corners.flatMap(([right, up], k) =>
    [0, 1, 2, 3, 4].map((step): Point => {
      const angle = (k + step / 4) * (Math.PI / 2);
      return [
        x + right * (BOX.width - radius.width) + radius.width * Math.cos(angle),
        y + up * (BOX.height - radius.height) + radius.height * Math.sin(angle),
      ];
    }),
  );
  return [...outline, outline[0]!];
}

function caption(x: number, y: number, w: number): string {
  return (
    "The loss as two blocks, read from left to right. Grey circles are given by the data, white ones are computed, " +
    "the rounded box is the network G, and the red square is the cost module C, which has one number as its output. " +
    `The sample is x = ${numberText(x)}, y = ${numberText(y)}: with w = ${numberText(w)} the network says ${numberText(w * x)}, ` +
    `and the loss is ${numberText((y - w * x) ** 2)}. The slider changes the weight; the sample stays.`
  );
}
