/** Chapter 4, the order of the examples: the loss when they come class by class, and when shuffled. */
import { entries, finite, type VectorLike } from "../arguments.js";
import type { Figure } from "../figure.js";
import { learningCurves } from "../learning-curves.js";
import { numberText } from "../numbers.js";

const CALL = "classSorted";

/** What {@link classSorted} draws. */
export interface ClassSortedOptions {
  /** Loss on all examples after each step, when the batches come sorted by class, `[n]`. */
  readonly sorted: VectorLike;
  /** The same, shuffled in each epoch, `[n]`. */
  readonly shuffled: VectorLike;
  readonly stepsPerEpoch: number;
}

/**
 * The loss on all the data after each step: sorted by class it has a tooth for each class.
 *
 * @throws {@link ValueError} if the curves are not of the same length or not finite
 *
 * @example
 * classSorted({ sorted: [1, 2, 1, 2], shuffled: [1, 0.5, 0.4, 0.3], stepsPerEpoch: 2 }).alt; // => "Loss over 4 steps, batches sorted by class and shuffled"
 */
export function classSorted(options: ClassSortedOptions): Figure {
  const sorted = entries(CALL, "sorted", options.sorted);
  const shuffled = entries(CALL, "shuffled", options.shuffled, sorted.length);
  const epoch = finite(CALL, "stepsPerEpoch", options.stepsPerEpoch);
  const epochs = Math.floor((sorted.length - 1) / epoch);
  const last = shuffled[shuffled.length - 1]!;
  const late = sorted.slice(-epoch);
  return learningCurves({
    alt: `Loss over ${sorted.length} steps, batches sorted by class and shuffled`,
    caption:
      `The loss on all examples after each of ${sorted.length} steps; upright lines mark the ends of epochs of ${numberText(epoch)} steps. ` +
      `With shuffled batches it falls and ends at ${numberText(last)}. With batches in the order of the classes it rises and falls within each epoch: in the last one between ${numberText(Math.min(...late))} and ${numberText(Math.max(...late))}. ` +
      "Look at the teeth: while one class comes, the others are forgotten.",
    series: [
      { name: "shuffled", y: shuffled },
      { name: "sorted<br>by class", y: sorted },
    ],
    xLabel: "step",
    yLabel: "loss on all examples",
    marks: Array.from({ length: Math.max(0, epochs) }, (_, i) => ({
      x: (i + 1) * epoch,
      text: i === 0 ? "epoch 1" : String(i + 1),
    })),
  });
}
