/** Chapter 5, exercise 5.5: the right functions, and what is mixed up about early stopping. */

import type { WrongAnswer } from "../../grading/exercise.js";
import { stopOnCurve } from "../../math/regularization/early-stopping.js";

export type Vector = readonly number[];

/** The losses of one training, one an epoch. */
export interface Curves {
  readonly training: Vector;
  readonly validation: Vector;
  readonly test: Vector;
}

/** The epoch that is kept, counted from 0, and how many epochs ran. */
export interface Stop {
  readonly kept: number;
  readonly epochs: number;
}

export const earlyStop = (losses: Vector, patience: number): Stop => {
  const { bestEpoch, epochs } = stopOnCurve(losses, { patience });
  return { kept: bestEpoch, epochs };
};

export const report = ({ validation, test }: Curves, patience: number): number =>
  test[earlyStop(validation, patience).kept]!;

export const argMin = (losses: Vector): number => losses.indexOf(Math.min(...losses));

/** Typical wrong answers of exercise 5.5. */
export const EARLY_STOPPING_SLIPS: readonly WrongAnswer[] = [
  {
    misconception:
      "The last epoch is kept; what was learned since the best one is what you wanted to avoid.",
    equation: "5.11",
    answers: {
      earlyStop: (curve: Vector, patience: number) => {
        const { epochs } = earlyStop(curve, patience);
        return { kept: epochs - 1, epochs };
      },
    },
  },
  {
    misconception: "The whole curve is searched, as if nobody ever lost patience.",
    equation: "5.11",
    answers: { earlyStop: (curve: Vector) => ({ kept: argMin(curve), epochs: curve.length }) },
  },
  {
    misconception: "Epochs are counted from 1 here, and the first one is epoch 0.",
    equation: "5.11",
    answers: {
      earlyStop: (curve: Vector, patience: number) => {
        const { kept, epochs } = earlyStop(curve, patience);
        return { kept: kept + 1, epochs };
      },
    },
  },
  {
    misconception: "The number of epochs is one too small: epoch t is number t + 1 of them.",
    equation: "5.11",
    answers: {
      earlyStop: (curve: Vector, patience: number) => {
        const { kept, epochs } = earlyStop(curve, patience);
        return { kept, epochs: epochs - 1 };
      },
    },
  },
  {
    misconception: "Training waits one epoch longer than its patience.",
    equation: "5.11",
    answers: { earlyStop: (curve: Vector, patience: number) => earlyStop(curve, patience + 1) },
  },
  {
    misconception: "A loss that is as good as the best counts as an improvement.",
    equation: "5.11",
    answers: {
      earlyStop: (curve: Vector, patience: number) =>
        earlyStop(
          curve.map((loss, t) => loss - 1e-6 * t),
          patience,
        ),
    },
  },
  {
    misconception:
      "Patience starts anew whenever the loss falls a little; what counts is the best loss so far, not the last one.",
    equation: "5.11",
    answers: {
      earlyStop: (curve: Vector, patience: number) => {
        let waited = 0;
        let kept = 0;
        for (const [t, loss] of curve.entries()) {
          if (loss < curve[kept]!) kept = t;
          waited = t === 0 || loss < curve[t - 1]! ? 0 : waited + 1;
          if (waited === patience) return { kept, epochs: t + 1 };
        }
        return { kept, epochs: curve.length };
      },
    },
  },
  {
    misconception:
      "The epochs without an improvement are counted over the whole training; they must come in a row.",
    equation: "5.11",
    answers: {
      earlyStop: (curve: Vector, patience: number) => {
        let waited = 0;
        let kept = 0;
        for (const [t, loss] of curve.entries()) {
          if (loss < curve[kept]!) kept = t;
          else if (t > 0) waited++;
          if (waited === patience) return { kept, epochs: t + 1 };
        }
        return { kept, epochs: curve.length };
      },
    },
  },
  {
    misconception: "This looks for the largest loss.",
    equation: "5.11",
    answers: {
      earlyStop: (curve: Vector, patience: number) =>
        earlyStop(
          curve.map((loss) => -loss),
          patience,
        ),
    },
  },
  {
    misconception:
      "The test set has chosen the epoch, so its loss there is too good to be a report.",
    equation: "5.11",
    answers: {
      report: ({ test }: Curves, patience: number) => test[earlyStop(test, patience).kept],
    },
  },
  {
    misconception:
      "The training loss has chosen the epoch; it falls whether or not anything is learned.",
    equation: "5.11",
    answers: {
      report: ({ training, test }: Curves, patience: number) =>
        test[earlyStop(training, patience).kept],
    },
  },
  {
    misconception: "The validation loss is reported; the set that chose cannot judge.",
    equation: "5.11",
    answers: {
      report: ({ validation }: Curves, patience: number) =>
        validation[earlyStop(validation, patience).kept],
    },
  },
  {
    misconception: "The smallest test loss is reported, whenever it was.",
    equation: "5.11",
    answers: { report: ({ test }: Curves) => Math.min(...test) },
  },
  {
    misconception: "The test loss is read where training ended, not at the epoch that is kept.",
    equation: "5.11",
    answers: {
      report: ({ validation, test }: Curves, patience: number) =>
        test[earlyStop(validation, patience).epochs - 1],
    },
  },
  {
    misconception:
      "The last epoch is not counted: epochs are numbered from 0, so the number of the last one is one less than how many ran.",
    equation: "5.11",
    answers: {
      earlyStop: (losses: Vector, patience: number) => {
        const { kept, epochs } = earlyStop(losses, patience);
        return { kept, epochs: epochs - Number(epochs - 1 - kept === patience) };
      },
    },
  },
];
