/** Chapter 5, practice: a training as far as it has come, drawn on axes that do not move. */
import { ValueError } from "../../math/value-error.js";
import { type Figure, figure } from "../figure.js";
import { dots } from "../marks.js";
import { numberText } from "../numbers.js";
import { seriesStyle } from "../palette.js";
import { stackedCurves } from "./stacked-curves.js";

const CALL = "liveLearningCurve";

/** What {@link liveLearningCurve} draws; one value an epoch, the first before any update. */
export interface LiveLearningCurveOptions {
  readonly trainingLosses: readonly number[];
  readonly validationLosses: readonly number[];
  readonly validationAccuracies: readonly number[];
  /** The most epochs that there may be: the right end of the axis. */
  readonly epochs: number;
}

/**
 * Losses in powers of ten above, validation accuracy below, and a mark at the best epoch so far,
 * Eq. (5.11).
 *
 * @throws {@link ValueError} if there is no value, or the lists differ in length
 *
 * @example
 * liveLearningCurve({ trainingLosses: [2, 1], validationLosses: [2, 1.5], validationAccuracies: [0.1, 0.6], epochs: 5 }).alt; // => "Learning curves up to epoch 1"
 */
export function liveLearningCurve(options: LiveLearningCurveOptions): Figure {
  const { trainingLosses, validationLosses, validationAccuracies, epochs } = options;
  const seen = trainingLosses.length;
  const lists = [validationLosses, validationAccuracies];
  if (seen === 0 || lists.some(({ length }) => length !== seen)) {
    const rule = "there is one training loss, validation loss and accuracy for each epoch";
    const lengths = [seen, ...lists.map(({ length }) => length)];
    throw new ValueError({ operation: CALL, rule }, { lengths });
  }
  const x = [...trainingLosses.keys()];
  const best = validationLosses.reduce(
    (low, loss, at) => (loss < validationLosses[low]! ? at : low),
    0,
  );
  const drawn = stackedCurves({
    panels: [
      {
        title: "loss",
        log: true,
        range: [1e-3, 10],
        series: [
          { name: "training", x, y: trainingLosses },
          { name: "validation", x, y: validationLosses },
        ],
      },
      {
        title: "accuracy",
        range: [0, 1.04],
        series: [{ name: "validation", x, y: validationAccuracies, style: 1 }],
      },
    ],
    xLabel: "epoch",
    xRange: [0, Math.max(1, epochs)],
    height: 460,
    alt: `Learning curves up to epoch ${seen - 1}`,
    caption:
      `The training up to epoch ${seen - 1}: losses in powers of ten above, validation accuracy below. ` +
      `The mark is the lowest validation loss so far, ${numberText(validationLosses[best]!)} at epoch ${best}, where the accuracy is ${numberText(100 * validationAccuracies[best]!)} %; ` +
      "its weights are the ones to keep.",
  });
  const mark = dots([[best, Math.max(1e-3, validationLosses[best]!)]], seriesStyle(1));
  return figure({ ...drawn, data: [...drawn.data, mark] });
}
