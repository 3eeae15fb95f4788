/**
 * Chapter 1, the unit with one input: a line through the origin whose slope is the weight, Eq. (1.1),
 * with a slider over the weight.
 */
import { entries, finite, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { columns, dots, type Path, spaced, stroke, words } from "../marks.js";
import { affineText, numberText } from "../numbers.js";
import { BLUE, FAINT, VERMILLION } from "../palette.js";
import { houseSlider } from "../slider.js";
import { houseAxis, houseLayout } from "../style.js";

const REACH = 3;

/** What {@link oneInputUnit} draws. */
export interface OneInputUnitOptions {
  /** The stops of the slider, shape [k]. */
  readonly weights: VectorLike;
  /** The bias w₀; 0, no bias, if absent. */
  readonly bias?: number;
  /** Which of the weights is shown first, counted from 0; the last one if absent. */
  readonly start?: number;
}

/**
 * The unit with one input, `ŷ = w x`, Eq. (1.1), or `ŷ = w₀ + w x` with a bias: one line, and a
 * slider that turns it.
 *
 * @throws {@link ValueError} if a weight or the bias is not a finite number
 *
 * @example
 * oneInputUnit({ weights: [-1, 0, 2] }).frames?.length; // => 3
 */
export function oneInputUnit(options: OneInputUnitOptions): Figure {
  const call = "oneInputUnit";
  const weights = entries(call, "weights", options.weights);
  const bias = finite(call, "bias", options.bias ?? 0);
  const start = Math.min(Math.max(options.start ?? weights.length - 1, 0), weights.length - 1);
  const top = 1.06 * Math.max(1, ...weights.map((w) => Math.abs(w) * REACH + Math.abs(bias)));
  const shown = weights[start]!;
  const others = weights.flatMap((w) => [...line(w, bias), null]);
  const { path, text } = step(shown, bias);
  const formula = bias === 0 ? "<i>w x</i>" : "<i>w</i>₀ + <i>w x</i>";
  return figure({
    alt: `One-input unit with w = ${numberText(shown)}`,
    caption: caption(weights, bias, shown),
    data: [
      stroke(others, { color: FAINT, dash: "solid" }, 1),
      stroke(line(shown, bias), { color: BLUE, dash: "solid" }, 3.5),
      stroke(path, { color: VERMILLION, dash: "dot" }, 2.5),
      dots([path[2]!], { color: VERMILLION, symbol: "circle" }),
      words([[1.05, bias + shown / 2]], [text], "middle right", {
        textfont: { color: VERMILLION },
      }),
      words([[REACH, end(shown, bias)]], [equation(shown, bias)], "middle right", {
        textfont: { color: BLUE },
      }),
    ],
    frames: weights.map((w, i) => {
      const turned = step(w, bias);
      return {
        name: `w${i}`,
        traces: [1, 2, 3, 4, 5],
        data: [
          columns(line(w, bias)),
          columns(turned.path),
          columns([turned.path[2]!]),
          { ...columns([[1.05, bias + w / 2]]), text: [spaced(turned.text)] },
          { ...columns([[REACH, end(w, bias)]]), text: [spaced(equation(w, bias))] },
        ],
      };
    }),
    layout: houseLayout({
      height: 430,
      margin: { r: 92, b: 130 },
      xaxis: houseAxis("input <i>x</i>", [-REACH, REACH]),
      yaxis: houseAxis(`output <i>ŷ</i> = ${formula}`, [-top, top]),
      sliders: [
        houseSlider({
          prefix: "<i>w</i> = ",
          labels: weights.map(numberText),
          frames: weights.map((_, i) => `w${i}`),
          active: start,
        }),
      ],
    }),
  });
}

function line(w: number, bias: number): Path {
  return [
    [-REACH, bias - w * REACH],
    [REACH, end(w, bias)],
  ];
}

function end(w: number, bias: number): number {
  return bias + w * REACH;
}

/** One step to the right from the vertical axis, then as far up as the line went. */
function step(w: number, bias: number): { path: Path; text: string } {
  const path: Path = [
    [0, bias],
    [1, bias],
    [1, bias + w],
  ];
  return { path, text: `<i>w</i> = ${numberText(w)}` };
}

function equation(w: number, bias: number): string {
  return `<i>ŷ</i> = ${affineText(bias, [w], ["<i>x</i>"])}`;
}

function caption(weights: readonly number[], bias: number, shown: number): string {
  const stops = weights.map(numberText).join(", ");
  const through =
    bias === 0
      ? "All lines pass through the origin: without a bias, x = 0 gives ŷ = 0 whatever w is."
      : `All lines cross the vertical axis at the bias w₀ = ${numberText(bias)}.`;
  return (
    "A unit with one input is a line, and its weight is the slope. " +
    `The thick line has w = ${numberText(shown)}: one step to the right changes ŷ by w (dotted). ` +
    `The thin lines are the other stops of the slider, w = ${stops}. ${through}`
  );
}
