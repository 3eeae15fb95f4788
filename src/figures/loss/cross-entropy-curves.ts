/** Chapter 2, what a predicted probability costs when either label comes, Eq. (2.3). */
import { binaryCrossEntropy } from "../../math/binary-cross-entropy.js";
import { ValueError } from "../../math/value-error.js";
import { entries, grid, type VectorLike } from "../arguments.js";
import { type Figure, type Frame, figure } from "../figure.js";
import { columns, dots, type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, INK, VERMILLION } from "../palette.js";
import { houseSlider } from "../slider.js";
import { houseAxis, houseLayout } from "../style.js";
import type { ScatterTrace } from "../traces.js";
import { reading, stopAt } from "./panels.js";

const CALL = "crossEntropyCurves";
const TOP = 5;

/** What {@link crossEntropyCurves} draws. */
export interface CrossEntropyCurvesOptions {
  /** Predicted probabilities, the stops of the slider; each from 0.01 to 0.99. */
  readonly predictions: VectorLike;
  /** Which of them is shown first, counted from 0. */
  readonly start?: number;
}

/**
 * Binary cross-entropy of one sample, Eq. (2.3), over the prediction ŷ: one curve for each label,
 * with the point and the tangent where the slider stands.
 *
 * @throws {@link ValueError} if a prediction is not from 0.01 to 0.99 or `start` is no stop
 *
 * @example
 * crossEntropyCurves({ predictions: [0.5] }).alt; // => "Cross-entropy over the prediction, for label 1 and label 0"
 */
export function crossEntropyCurves(options: CrossEntropyCurvesOptions): Figure {
  const predictions = entries(CALL, "predictions", options.predictions);
  const odd = predictions.find((p) => p < 0.01 || p > 0.99);
  if (odd !== undefined) {
    const rule = "every prediction is from 0.01 to 0.99, to stay in the picture";
    throw new ValueError({ operation: CALL, rule }, { predictions: odd });
  }
  const start = options.start ?? 0;
  const shown = stopAt(CALL, predictions, start);
  const samples = grid(0.004, 0.996, 249);
  const curve = (label: number): Path =>
    samples.map((p) => [p, binaryCrossEntropy(p, label)] as const);
  const fixed: ScatterTrace[] = [
    stroke(curve(1), { color: BLUE, dash: "solid" }, 3),
    stroke(curve(0), { color: VERMILLION, dash: "dash" }, 3),
    words([[0.1, 3.1]], ["label 1: −ln <i>ŷ</i>"], "middle right", { textfont: { color: BLUE } }),
    words([[0.9, 3.1]], ["label 0: −ln(1 − <i>ŷ</i>)"], "middle left", {
      textfont: { color: VERMILLION },
    }),
  ];
  const moving = parts(shown);
  return figure({
    alt: "Cross-entropy over the prediction, for label 1 and label 0",
    caption: caption(shown),
    data: [
      ...fixed,
      stroke(moving.tangents, { color: INK, dash: "solid" }, 1.5),
      dots(moving.one, { color: BLUE, symbol: "circle" }),
      dots(moving.zero, { color: VERMILLION, symbol: "diamond" }),
      reading([0.5, 4.45], moving.text),
    ],
    frames: predictions.map((p, i): Frame => {
      const { tangents, one, zero, text } = parts(p);
      return {
        name: `p${i}`,
        traces: [4, 5, 6, 7],
        data: [columns(tangents), columns(one), columns(zero), { text: [text] }],
      };
    }),
    layout: houseLayout({
      height: 480,
      margin: { b: 130 },
      xaxis: houseAxis("predicted probability of label 1, <i>ŷ</i>", [0, 1]),
      yaxis: houseAxis("loss", [0, TOP]),
      sliders: [
        houseSlider({
          prefix: "<i>ŷ</i> = ",
          labels: predictions.map(numberText),
          frames: predictions.map((_, i) => `p${i}`),
          active: start,
        }),
      ],
    }),
  });
}

function parts(p: number): { tangents: Path; one: Path; zero: Path; text: string } {
  const [one, zero] = [binaryCrossEntropy(p, 1), binaryCrossEntropy(p, 0)];
  return {
    tangents: [...tangent(p, 1), null, ...tangent(p, 0)],
    one: [[p, one]],
    zero: [[p, zero]],
    text: `label 1 came: ${numberText(one)}<br>label 0 came: ${numberText(zero)}`,
  };
}

/** A piece of the tangent that stays inside the picture. */
function tangent(p: number, label: number): Path {
  const slope = binaryCrossEntropy.gradient(p, label);
  const height = binaryCrossEntropy(p, label);
  const reach = Math.min(0.18, 0.9 / Math.abs(slope));
  return [-reach, reach].map((step) => [p + step, height + slope * step] as const);
}

function caption(p: number): string {
  return (
    "What a prediction ŷ costs. The solid curve falling to the right is for samples whose label is 1, the dashed one for label 0; they cross at ŷ = 0.5 and ln 2 = 0.693. " +
    `At ŷ = ${numberText(p)} label 1 costs ${numberText(binaryCrossEntropy(p, 1))} and label 0 costs ${numberText(binaryCrossEntropy(p, 0))}; the thin straight strokes are the slopes there. ` +
    "Look at the ends: each curve shoots up without limit where the prediction is sure and wrong, and reaches 0 with a slope of 1 where it is sure and right."
  );
}
