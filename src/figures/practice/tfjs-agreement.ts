/** Chapter 5, practice: the same training in two libraries, and how far the losses are apart. */
import { ValueError } from "../../math/value-error.js";
import type { Figure } from "../figure.js";
import { numberText } from "../numbers.js";
import { stackedCurves } from "./stacked-curves.js";

const CALL = "tfjsAgreement";
/** Half the distance between neighbours of 1 in float32, as a share. */
const FLOAT32 = 2 ** -24;

/** What {@link tfjsAgreement} draws: one loss a step. */
export interface TfjsAgreementOptions {
  /** Computed here, in float64. */
  readonly ours: readonly number[];
  /** Computed by TensorFlow.js, in float32. */
  readonly theirs: readonly number[];
}

/**
 * Losses of the same steps from this library and from TensorFlow.js above; below, how far apart they
 * are, beside the rounding of float32.
 *
 * @throws {@link ValueError} if the lists are empty, differ in length or hold something not finite
 *
 * @example
 * tfjsAgreement({ ours: [2, 1], theirs: [2, 1.0000001] }).alt; // => "Losses of 2 steps in two libraries"
 */
export function tfjsAgreement({ ours, theirs }: TfjsAgreementOptions): Figure {
  const areLosses = [...ours, ...theirs].every(Number.isFinite);
  if (ours.length === 0 || ours.length !== theirs.length || !areLosses) {
    const rule = "there are two losses for each step, finite numbers";
    throw new ValueError({ operation: CALL, rule }, { ours: ours.length, theirs: theirs.length });
  }
  const x = ours.map((_, step) => step + 1);
  const apart = ours.map((loss, step) => Math.abs(loss - theirs[step]!));
  const most = Math.max(...apart);
  const rounding = ours.map((loss) => loss * FLOAT32);
  const low = 10 ** Math.floor(Math.log10(Math.min(...rounding.filter((size) => size > 0), 1e-8)));
  const high = 10 ** Math.ceil(Math.log10(Math.max(most, 1e-7)) + 0.05);
  return stackedCurves({
    panels: [
      {
        title: "loss",
        series: [
          { name: "gradus", x, y: ours },
          { name: "TensorFlow.js", x, y: theirs },
        ],
      },
      {
        title: "apart",
        log: true,
        range: [low, Math.max(high, 100 * low)],
        series: [
          { name: "difference", x, y: apart },
          { name: "rounding", x, y: rounding },
        ],
      },
    ],
    xLabel: "step",
    xRange: [1, Math.max(2, ours.length)],
    height: 460,
    alt: `Losses of ${ours.length} steps in two libraries`,
    caption:
      `The loss of each of ${ours.length} steps, from the same weights and the same batches, in this library and in TensorFlow.js. ` +
      `Above, the two curves lie on each other. Below is the distance between them, in powers of ten: at most ${numberText(most)}. ` +
      "The dashed line is how much a loss of that size changes when it is rounded to float32 once.",
  });
}
