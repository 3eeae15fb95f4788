/** Clinic, signs: what each cause does to the monitors, so that a wrong guess can be contradicted. */
import type { Cause, Checkup, Course } from "./patient.js";

/** One trace that a cause leaves on a chart. */
export interface Sign {
  /** What one would see, to follow "With this cause". */
  readonly expects: string;
  /** Whether a record shows it. */
  readonly shows: (course: Course) => boolean;
  /** What a record shows at that place, to follow "here". */
  readonly seen: (course: Course) => string;
}

const first = ({ checkups }: Course): Checkup => checkups[0]!;
const last = ({ checkups }: Course): Checkup => checkups.at(-1)!;

/** Three digits, or a power of ten. */
function short(value: number): string {
  return value !== 0 && (value >= 1e4 || value < 1e-3)
    ? value.toExponential(0).replace("e+", "e")
    : String(Number(value.toPrecision(3)));
}

const percent = (share: number): string => `${short(100 * share)} %`;
const lossPath = (course: Course): string =>
  `the training loss goes from ${short(first(course).trainingLoss)} to ${short(last(course).trainingLoss)}`;
const normPath = (course: Course): string =>
  `‖W‖ goes from ${short(first(course).weightNorm)} to ${short(last(course).weightNorm)}`;
const accuracies = (course: Course): string =>
  `training accuracy ends at ${percent(last(course).trainingAccuracy)} and validation accuracy at ${percent(last(course).validationAccuracy)}`;

/** How often the training loss ends an epoch higher than the epoch before, by more than a twentieth. */
export function rises({ checkups }: Course): number {
  return checkups.filter(
    ({ trainingLoss }, k) => k > 0 && trainingLoss > 1.05 * checkups[k - 1]!.trainingLoss,
  ).length;
}

/** How often the loss of a step is above 1 straight after one below 1/4, in the first epoch. */
export function teeth({ stepLosses, settings }: Course): number {
  const steps = Math.ceil(settings.samples / settings.batchSize);
  return stepLosses
    .slice(0, steps)
    .filter((loss, k, all) => k > 0 && loss > 1 && all[k - 1]! < 0.25).length;
}

const UNTOUCHED: Sign = {
  expects:
    "nothing is wrong before the first update: a rate has done nothing yet, so epoch 0 shows a gradient norm of a few, drawn weights and living units",
  shows: (course) => {
    const { gradientNorm, weightNorm, deadShare } = first(course);
    return gradientNorm < 10 && weightNorm > 0 && deadShare < 0.5;
  },
  seen: (course) =>
    `epoch 0 already has a gradient norm of ${short(first(course).gradientNorm)}, ‖W‖ = ${short(first(course).weightNorm)} and ${percent(first(course).deadShare)} dead units`,
};

/** Each cause with its signs, the one that is easiest to read first. */
export const SIGNS: Readonly<Record<Cause, readonly Sign[]>> = {
  "learning rate too large": [
    UNTOUCHED,
    {
      expects: "the loss of the single steps is wild, but without a pattern within the epoch",
      shows: (course) => teeth(course) < 3,
      seen: (course) =>
        `in the first epoch it is below 1/4 and at the very next step above 1, and that ${teeth(course)} times, at regular distances`,
    },
    {
      expects:
        "the steps overshoot: the training loss jumps up and down from epoch to epoch and gets nowhere",
      shows: (course) =>
        course.brokeAt !== null ||
        (rises(course) >= 2 && last(course).trainingLoss > first(course).trainingLoss / 2),
      seen: (course) => `${lossPath(course)}, and in ${rises(course)} epochs it clearly rises`,
    },
    {
      expects:
        "the accuracy is poor but not purposely wrong: it stays near the 10 % of guessing or above",
      shows: (course) => last(course).trainingAccuracy >= 0.05,
      seen: accuracies,
    },
  ],
  "learning rate too small": [
    {
      expects: "the weights hardly move, and ‖W‖ stays within a twentieth of where it began",
      shows: (course) => {
        const [from, to] = [first(course).weightNorm, last(course).weightNorm];
        return Math.abs(to - from) <= 0.05 * from;
      },
      seen: normPath,
    },
    {
      expects: "the training loss falls in every epoch, a little at a time",
      shows: (course) =>
        rises(course) === 0 && last(course).trainingLoss < 0.9 * first(course).trainingLoss,
      seen: lossPath,
    },
  ],
  "weights start at zero": [
    {
      expects: "‖W‖ is 0 at epoch 0",
      shows: (course) => first(course).weightNorm === 0,
      seen: (course) => `‖W‖ is ${short(first(course).weightNorm)} at epoch 0`,
    },
  ],
  "hidden units dead from the start": [
    {
      expects: "all or nearly all hidden units are dead at epoch 0",
      shows: (course) => first(course).deadShare >= 0.9,
      seen: (course) => `${percent(first(course).deadShare)} of them are dead at epoch 0`,
    },
    {
      expects: "the weights themselves are drawn as usual, and only the units stay silent",
      shows: (course) => first(course).weightNorm > 0,
      seen: (course) => `‖W‖ is ${short(first(course).weightNorm)} at epoch 0`,
    },
  ],
  "inputs on very different scales": [
    {
      expects:
        "large inputs make large gradients, and the gradient norm is far above 10 at epoch 0",
      shows: (course) => first(course).gradientNorm > 10,
      seen: (course) => `it is ${short(first(course).gradientNorm)} at epoch 0`,
    },
  ],
  "batches sorted by class": [
    {
      expects:
        "the loss of the single steps has teeth: in the first epoch it falls towards 0 within a class and jumps above 1 at the next, again and again",
      shows: (course) => teeth(course) >= 5,
      seen: (course) => `it makes such a jump ${teeth(course)} times in the first epoch`,
    },
  ],
  "a minus sign is lost": [
    {
      expects:
        "the training works for the loss: it rises in every epoch, and the accuracy falls below the 10 % of guessing",
      shows: (course) =>
        last(course).trainingLoss > first(course).trainingLoss &&
        last(course).trainingAccuracy < 0.05,
      seen: (course) => `${lossPath(course)}, and ${accuracies(course)}`,
    },
  ],
  "labels do not belong to their images": [
    {
      expects:
        "the training images can be learned by heart, but nothing carries over: validation accuracy stays near 10 % while training accuracy climbs past 30 %",
      shows: (course) =>
        last(course).trainingAccuracy > 0.3 && last(course).validationAccuracy < 0.2,
      seen: accuracies,
    },
  ],
  "too few examples": [
    {
      expects: "the few are soon known by heart, and the training loss comes close to 0",
      shows: (course) => last(course).trainingLoss < 0.3 && last(course).trainingAccuracy > 0.95,
      seen: lossPath,
    },
    {
      expects:
        "what was learned carries over in part: validation accuracy lies between 30 % and 90 %",
      shows: ({ checkups }) => {
        const { validationAccuracy } = checkups.at(-1)!;
        return validationAccuracy > 0.3 && validationAccuracy < 0.9;
      },
      seen: accuracies,
    },
  ],
  "softmax applied twice": [
    {
      expects:
        "the loss starts close to ln 10 and can never fall below ln(e + 9) − 1 = 1.461, however right the answers are",
      shows: ({ checkups }) =>
        checkups.every(({ trainingLoss }) => trainingLoss > 1.461 && trainingLoss < 2.4),
      seen: lossPath,
    },
    {
      expects: "the answers themselves become right, and the training accuracy climbs past 80 %",
      shows: (course) => last(course).trainingAccuracy > 0.8,
      seen: accuracies,
    },
  ],
  "dropout still on when judged": [
    {
      expects: "judging the same network twice gives two different losses",
      shows: (course) => course.judgedTwice > 0,
      seen: (course) => `they differ by ${short(course.judgedTwice)}`,
    },
  ],
  "gradient summed, not averaged": [
    {
      expects: "the settings on the chart say so, and the gradient norm is many times larger",
      shows: ({ settings }) => settings.gradient === "sum",
      seen: (course) =>
        `they say "${course.settings.gradient}", and the gradient norm is ${short(first(course).gradientNorm)} at epoch 0`,
    },
  ],
};

/** What speaks against a cause: the first sign that a record does not show; null if it shows all. */
export function contradiction(cause: Cause, course: Course): string | null {
  const sign = SIGNS[cause].find(({ shows }) => !shows(course));
  return sign === undefined ? null : `With this cause, ${sign.expects}; here ${sign.seen(course)}.`;
}
