/** Chapter 5, early stopping: both losses over the epochs, the epoch that is kept and the one that ends. */
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike } from "../arguments.js";
import type { Figure } from "../figure.js";
import { learningCurves } from "../learning-curves.js";
import { numberText } from "../numbers.js";

const CALL = "earlyStoppingCurves";

/** What {@link earlyStoppingCurves} draws. */
export interface EarlyStoppingCurvesOptions {
  /** Losses after each epoch, shape [n]. */
  readonly training: VectorLike;
  /** Shape [n]. */
  readonly validation: VectorLike;
  /** Epoch whose weights are kept, from 1. */
  readonly best: number;
  /** Epoch at which patience runs out, from 1. */
  readonly stopped: number;
}

/**
 * Training and validation loss over the epochs, Eq. (5.11); where the epoch that is kept is not the
 * lowest, because patience ran out before, the caption says so.
 *
 * @throws {@link ValueError} if lengths differ or an epoch is none of theirs
 *
 * @example
 * earlyStoppingCurves({ training: [3, 2, 1], validation: [3, 2, 4], best: 2, stopped: 3 }).alt; // => "Validation loss is lowest after epoch 2 of 3"
 */
export function earlyStoppingCurves(options: EarlyStoppingCurvesOptions): Figure {
  const training = entries(CALL, "training", options.training);
  const validation = entries(CALL, "validation", options.validation, training.length);
  const { best, stopped } = options;
  const n = training.length;
  if (![best, stopped].every((epoch) => Number.isInteger(epoch) && epoch >= 1 && epoch <= n)) {
    const rule = `best and stopped are epochs from 1 to ${n}`;
    throw new ValueError({ operation: CALL, rule }, { best, stopped });
  }
  const lowest = validation.indexOf(Math.min(...validation)) + 1;
  const at = (epoch: number): string => numberText(validation[epoch - 1]!);
  const found = validation[best - 1] === validation[lowest - 1];
  return learningCurves({
    series: [{ name: "training", y: training, validation }],
    yLabel: "loss",
    yRange: [0, 1.12 * Math.max(...training, ...validation)],
    marks: marksOf(best, stopped, n),
    alt: `Validation loss is lowest after epoch ${found ? best : lowest} of ${n}${found ? "" : `, kept is epoch ${best}`}`,
    caption:
      `Solid: the training loss, which falls over all ${n} epochs, to ${numberText(training[n - 1]!)}. Dashed: the validation loss. ` +
      `It is lowest after epoch ${found ? best : lowest}, at ${at(found ? best : lowest)}, and stands at ${at(n)} in the end. ` +
      (found ? "" : `But kept is epoch ${best}, at ${at(best)}: the lowest was not found. `) +
      `Whoever waits ${stopped - best} epochs for an improvement stops at ${stopped} and goes back to the weights of ${best}.`,
  });
}

/** Both epochs; where their words would run into each other on a phone, they stand together. */
function marksOf(best: number, stopped: number, n: number): { x: number; text: string }[] {
  if (stopped === best) return [{ x: best, text: `keep ${best}` }];
  const isClose = stopped - best < 0.4 * n;
  return [
    { x: best, text: isClose ? `keep ${best}, stop ${stopped}` : `keep ${best}` },
    { x: stopped, text: isClose ? "" : `stop ${stopped}` },
  ];
}
