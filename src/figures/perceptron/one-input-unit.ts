/**
 * Chapter 1, the unit with one input: a line through the origin whose slope is the weight, Eq. (1.1),
 * with a slider over the weight or over the bias.
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
  /** The stops of the slider, shape [k]; where the bias has stops, a single weight, shape [1]. */
  readonly weights: VectorLike;
  /** The bias w₀; 0, no bias, if absent. A list, shape [k], makes it the one that the slider moves. */
  readonly bias?: number | readonly number[];
  /** Which of the stops is shown first, counted from 0; the last one if absent. */
  readonly start?: number;
}

/** One stop of the slider. */
interface Stop {
  readonly w: number;
  readonly bias: number;
}

/**
 * The unit with one input, `ŷ = w x`, Eq. (1.1), or `ŷ = w₀ + w x` with a bias: one line, and a
 * slider that turns it, or lifts it if the bias has several stops.
 *
 * @throws {@link ValueError} if a weight or a bias is not a finite number, or both have several stops
 *
 * @example
 * oneInputUnit({ weights: [-1, 0, 2] }).frames?.length; // => 3
 */
export function oneInputUnit(options: OneInputUnitOptions): Figure {
  const { stops, lifts } = stopsOf(options);
  const start = Math.min(Math.max(options.start ?? stops.length - 1, 0), stops.length - 1);
  const top =
    1.06 * Math.max(1, ...stops.map(({ w, bias }) => Math.abs(w) * REACH + Math.abs(bias)));
  const shown = stops[start]!;
  const others = stops.flatMap((stop) => [...line(stop), null]);
  const { path, text } = step(shown);
  const hasBias = stops.some(({ bias }) => bias !== 0);
  const formula = hasBias ? "<i>w</i>₀ + <i>w x</i>" : "<i>w x</i>";
  return figure({
    alt: `One-input unit with ${lifts ? `w₀ = ${numberText(shown.bias)}` : `w = ${numberText(shown.w)}`}`,
    caption: caption(stops, shown, lifts),
    data: [
      stroke(others, { color: FAINT, dash: "solid" }, 1),
      stroke(line(shown), { color: BLUE, dash: "solid" }, 3.5),
      stroke(path, { color: VERMILLION, dash: "dot" }, 2.5),
      dots([path[2]!], { color: VERMILLION, symbol: "circle" }),
      words([[1.05, shown.bias + shown.w / 2]], [text], "middle right", {
        textfont: { color: VERMILLION },
      }),
      words([[REACH, end(shown)]], [equation(shown)], "middle right", {
        textfont: { color: BLUE },
      }),
    ],
    frames: stops.map((stop, i) => {
      const moved = step(stop);
      return {
        name: `w${i}`,
        traces: [1, 2, 3, 4, 5],
        data: [
          columns(line(stop)),
          columns(moved.path),
          columns([moved.path[2]!]),
          { ...columns([[1.05, stop.bias + stop.w / 2]]), text: [spaced(moved.text)] },
          { ...columns([[REACH, end(stop)]]), text: [spaced(equation(stop))] },
        ],
      };
    }),
    layout: houseLayout({
      height: 430,
      margin: { r: hasBias ? 114 : 92, b: 130 },
      xaxis: houseAxis("input <i>x</i>", [-REACH, REACH]),
      yaxis: houseAxis(`output <i>ŷ</i> = ${formula}`, [-top, top]),
      sliders: [
        houseSlider({
          prefix: lifts ? "<i>w</i>₀ = " : "<i>w</i> = ",
          labels: stops.map(({ w, bias }) => numberText(lifts ? bias : w)),
          frames: stops.map((_, i) => `w${i}`),
          active: start,
        }),
      ],
    }),
  });
}

/** What the slider goes through: the weights, or the biases if there are several of these. */
function stopsOf({ weights, bias = 0 }: OneInputUnitOptions): {
  readonly stops: readonly Stop[];
  readonly lifts: boolean;
} {
  const call = "oneInputUnit";
  const turns = entries(call, "weights", weights);
  if (typeof bias === "number") {
    const fixed = finite(call, "bias", bias);
    return { stops: turns.map((w) => ({ w, bias: fixed })), lifts: false };
  }
  const [w] = entries(call, "weights", weights, 1);
  return { stops: entries(call, "bias", bias).map((b) => ({ w: w!, bias: b })), lifts: true };
}

function line(stop: Stop): Path {
  return [
    [-REACH, stop.bias - stop.w * REACH],
    [REACH, end(stop)],
  ];
}

function end({ w, bias }: Stop): number {
  return bias + w * REACH;
}

/** One step to the right from the vertical axis, then as far up as the line went. */
function step({ w, bias }: Stop): { path: Path; text: string } {
  const path: Path = [
    [0, bias],
    [1, bias],
    [1, bias + w],
  ];
  return { path, text: `<i>w</i> = ${numberText(w)}` };
}

function equation({ w, bias }: Stop): string {
  return `<i>ŷ</i> = ${affineText(bias, [w], ["<i>x</i>"])}`;
}

function caption(all: readonly Stop[], { w, bias }: Stop, lifts: boolean): string {
  const stops = all.map((stop) => numberText(lifts ? stop.bias : stop.w)).join(", ");
  if (lifts) {
    return (
      `A unit with one input and a bias is a line that need not pass through the origin. The thick line has w₀ = ${numberText(bias)}: look at the vertical axis, it crosses there. ` +
      `The thin lines are the other stops of the slider, w₀ = ${stops}; all have the slope w = ${numberText(w)} (dotted), so they are parallel.`
    );
  }
  const through =
    bias === 0
      ? "All lines pass through the origin: without a bias, x = 0 gives ŷ = 0 whatever w is."
      : `All lines cross the vertical axis at the bias w₀ = ${numberText(bias)}.`;
  return (
    "A unit with one input is a line, and its weight is the slope. " +
    `The thick line has w = ${numberText(w)}: one step to the right changes ŷ by w (dotted). ` +
    `The thin lines are the other stops of the slider, w = ${stops}. ${through}`
  );
}
