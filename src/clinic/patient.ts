/** Clinic, what a patient is: a training with all its settings, one of them wrong, and its record. */

/** Everything that decides how a training of the clinic goes. All of it is plain data. */
export interface Settings {
  /** η of plain gradient descent, Eq. (4.3). */
  readonly learningRate: number;
  readonly epochs: number;
  readonly batchSize: number;
  /** How many digits it trains on, 20 to 800. */
  readonly samples: number;
  /** Share of hidden units dropped in training, Eq. (5.6). */
  readonly dropout: number;
  /** λ of the weight decay, Eq. (5.4). */
  readonly weightDecay: number;
  /** He's normal weights, Eq. (4.19), or all of them 0. */
  readonly initialization: "He" | "zero";
  /** What the biases of the hidden units start at. */
  readonly hiddenBias: number;
  /** Standardized, Eq. (4.21), or as they came: one half of each image in other units. */
  readonly inputs: "standardized" | "as they came";
  /** The order of the examples in an epoch. */
  readonly order: "shuffled" | "sorted";
  /** Which way the update goes. */
  readonly update: "descend" | "ascend";
  /** Whether each image keeps its own label. */
  readonly labels: "own" | "mixed up";
  /** What the last layer hands to the softmax cross-entropy. */
  readonly output: "logits" | "probabilities";
  /** The gradient of a batch: the mean over its examples, or their sum. */
  readonly gradient: "mean" | "sum";
  /** Whether units are still dropped when the network is judged. */
  readonly evaluation: "without dropout" | "with dropout";
}

/** What may be wrong. There are more causes than patients. */
export type Cause =
  | "learning rate too large"
  | "learning rate too small"
  | "weights start at zero"
  | "hidden units dead from the start"
  | "inputs on very different scales"
  | "batches sorted by class"
  | "a minus sign is lost"
  | "labels do not belong to their images"
  | "too few examples"
  | "softmax applied twice"
  | "dropout still on when judged"
  | "gradient summed, not averaged";

/** A cure changes one setting. The type allows several; the clinic does not. */
export type Cure = Partial<Settings>;

/** The number on the patient's chart. */
export type PatientNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** One sick training. */
export interface Patient {
  readonly number: PatientNumber;
  readonly cause: Cause;
  readonly settings: Settings;
  /** One cure that is known to work. Others may, too. */
  readonly cure: Cure;
}

/** Settings that a reader is shown; the rest is what there is to find out. */
export const VISIBLE: readonly (keyof Settings)[] = [
  "learningRate",
  "epochs",
  "batchSize",
  "samples",
  "dropout",
  "weightDecay",
  "gradient",
];

/** What is measured before the training and after each epoch. */
export interface Checkup {
  /** 0 is before the first update. */
  readonly epoch: number;
  /** Cross-entropy as the program computes it, on all training examples. */
  readonly trainingLoss: number;
  readonly validationLoss: number;
  /** Share of right answers, from 0 to 1. */
  readonly trainingAccuracy: number;
  readonly validationAccuracy: number;
  /** `‖W‖` over all weights, without the biases. */
  readonly weightNorm: number;
  /** `‖∂J/∂W‖` over all parameters, on up to 200 training examples. */
  readonly gradientNorm: number;
  /** Share of hidden units that give 0 for every training example. */
  readonly deadShare: number;
}

/** The record of a training. */
export interface Course {
  readonly settings: Settings;
  readonly checkups: readonly Checkup[];
  /** Loss of each step's batch, before the update. */
  readonly stepLosses: readonly number[];
  /** How far the training loss moves when the same network is judged twice. */
  readonly judgedTwice: number;
  /** The step at which a number stopped being finite, or null. */
  readonly brokeAt: number | null;
}

/** When a training counts as healthy; both on validation data, after the last epoch. */
export const HEALTHY: { readonly validationAccuracy: number; readonly validationLoss: number } = {
  validationAccuracy: 0.9,
  validationLoss: 0.5,
};

/** Whether a training came to an end, and a good one. */
export function isHealthy({ checkups, brokeAt }: Pick<Course, "checkups" | "brokeAt">): boolean {
  const last = checkups.at(-1);
  if (last === undefined || brokeAt !== null) return false;
  return (
    last.validationAccuracy >= HEALTHY.validationAccuracy &&
    last.validationLoss <= HEALTHY.validationLoss
  );
}
