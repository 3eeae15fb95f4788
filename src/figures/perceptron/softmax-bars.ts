/** Chapter 1, softmax: scores become shares of 1, Eq. (1.20), with a slider over the scale of the scores. */
import { softmax } from "../../math/softmax.js";
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike } from "../arguments.js";
import { type Figure, type Frame, figure } from "../figure.js";
import { columns, words } from "../marks.js";
import { numberText, tupleText } from "../numbers.js";
import { BLUE } from "../palette.js";
import { houseSlider } from "../slider.js";
import { houseAxis, houseLayout } from "../style.js";

const CALL = "softmaxBars";
const MOST = 8;

/** What {@link softmaxBars} draws. */
export interface SoftmaxBarsOptions {
  /** Scores, shape [k], two to eight. */
  readonly scores: VectorLike;
  /** What the scores are multiplied by, the stops of the slider, shape [s]. */
  readonly scales: VectorLike;
  /** Which of the scales is shown first, counted from 0; the first one if absent. */
  readonly start?: number;
}

/**
 * The shares `pᵢ = e^{c xᵢ} / Σⱼ e^{c xⱼ}`, Eq. (1.20), as bars, for several scales c: a large c
 * gives everything to the largest score, c = 0 the same to all.
 *
 * @throws {@link ValueError} if there are fewer than two scores or more than eight
 *
 * @example
 * softmaxBars({ scores: [1, 2, 4], scales: [1, 0] }).alt; // => "softmax(1, 2, 4) = (0.042, 0.114, 0.844)"
 */
export function softmaxBars(options: SoftmaxBarsOptions): Figure {
  const scores = entries(CALL, "scores", options.scores);
  const scales = entries(CALL, "scales", options.scales);
  if (scores.length < 2 || scores.length > MOST) {
    throw new ValueError({ operation: CALL, rule: `two to ${MOST} scores fit` }, { scores });
  }
  const start = Math.min(Math.max(options.start ?? 0, 0), scales.length - 1);
  const shares = scales.map((c) => Array.from(softmax(scores.map((x) => c * x)).data));
  const shown = shares[start]!;
  const frames = shares.map((p, i): Frame => {
    return {
      name: `c${i}`,
      traces: [0, 1],
      data: [{ ...columns(tops(p)) }, { ...columns(above(p)), text: p.map(label) }],
    };
  });
  return figure({
    alt: `softmax${tupleText(scores.map((x) => scales[start]! * x))} = ${tupleText(shown.map((p) => Number(p.toPrecision(3))))}`,
    caption: caption(scores, scales, shares, start),
    data: [
      {
        type: "bar",
        ...columns(tops(shown)),
        width: 0.6,
        marker: { color: "#BBDBEE", line: { color: BLUE, width: 2 } },
        hoverinfo: "skip",
      },
      words(above(shown), shown.map(label), "top center"),
    ],
    frames,
    layout: houseLayout({
      height: 400,
      margin: { b: 130 },
      hovermode: false,
      xaxis: houseAxis("score <i>x</i>ᵢ", [-0.6, scores.length - 0.4], {
        tickvals: scores.map((_, i) => i),
        ticktext: scores.map(numberText),
        showgrid: false,
        zeroline: false,
      }),
      yaxis: houseAxis("share <i>p</i>ᵢ", [0, 1.12], { tickvals: [0, 0.25, 0.5, 0.75, 1] }),
      sliders: [
        houseSlider({
          prefix: "scores times ",
          labels: scales.map(numberText),
          frames: frames.map(({ name }) => name),
          active: start,
        }),
      ],
    }),
  });
}

function tops(shares: readonly number[]): readonly (readonly [number, number])[] {
  return shares.map((share, i) => [i, share] as const);
}

/** Where the number of a bar stands: a little over its end. */
function above(shares: readonly number[]): readonly (readonly [number, number])[] {
  return shares.map((share, i) => [i, share + 0.015] as const);
}

/** Three digits, and never a 0 where the share is only small. */
function label(share: number): string {
  return numberText(share);
}

function caption(
  scores: readonly number[],
  scales: readonly number[],
  shares: readonly (readonly number[])[],
  start: number,
): string {
  const smallest = shares.map((p, i) => ({ c: scales[i]!, least: Math.min(...p) }));
  const extreme = smallest.reduce((a, b) => (b.least < a.least ? b : a));
  return (
    `One bar a score, for the scores ${tupleText(scores)} times ${numberText(scales[start]!)}: its height is the share that softmax gives, ${tupleText(shares[start]!.map((p) => Number(p.toPrecision(3))))}, and the heights add up to 1. ` +
    `The slider multiplies all scores by ${scales.map(numberText).join(", ")}: at 0 all shares are equal, and the larger the factor, the more goes to the largest score. ` +
    `The smallest share of all stops is ${numberText(extreme.least)}, with the factor ${numberText(extreme.c)}: small, and not 0.`
  );
}
