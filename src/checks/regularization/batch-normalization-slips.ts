/** Chapter 5, exercise 5.7: the right functions, and what is mixed up about batch normalization. */
import type { AnswerFunction, WrongAnswer } from "../../grading/exercise.js";

export type Vector = readonly number[];

export type Matrix = readonly Vector[];

/** Of each unit, shape [d]. */
export interface Statistics {
  readonly mean: Vector;
  readonly variance: Vector;
}

export const average = (list: Vector): number => list.reduce((sum, x) => sum + x, 0) / list.length;

export const columns = (X: Matrix): number[][] => X[0]!.map((_, j) => X.map((row) => row[j]!));

export const batchStatistics = (X: Matrix): Statistics => {
  const mean = columns(X).map(average);
  const variance = columns(X).map((column, j) => average(column.map((x) => (x - mean[j]!) ** 2)));
  return { mean, variance };
};

export const normalize = (
  X: Matrix,
  { mean, variance }: Statistics,
  gamma: Vector,
  beta: Vector,
  epsilon: number,
): number[][] =>
  X.map((row) =>
    row.map((x, j) => (gamma[j]! * (x - mean[j]!)) / Math.sqrt(variance[j]! + epsilon) + beta[j]!),
  );

export const batchNormTraining = (
  X: Matrix,
  gamma: Vector,
  beta: Vector,
  epsilon: number,
): number[][] => normalize(X, batchStatistics(X), gamma, beta, epsilon);

export const updateRunning = (running: number, batch: number, m: number): number =>
  m * running + (1 - m) * batch;

export const batchNormInference: typeof normalize = normalize;

/** A slip in how one unit of the layer is normalized. */
export const withRule = (
  rule: (x: number, mean: number, variance: number, epsilon: number) => number,
): AnswerFunction => {
  return (X: Matrix, gamma: Vector, beta: Vector, epsilon: number) => {
    const { mean, variance } = batchStatistics(X);
    return X.map((row) =>
      row.map((x, j) => gamma[j]! * rule(x, mean[j]!, variance[j]!, epsilon) + beta[j]!),
    );
  };
};

/** Typical wrong answers of exercise 5.7. */
export const BATCH_NORMALIZATION_SLIPS: readonly WrongAnswer[] = [
  {
    misconception: "The statistics run along the rows: that is layer normalization.",
    equation: "5.8",
    answers: { batchStatistics: (X: Matrix) => batchStatistics(columns(X)) },
  },
  {
    misconception: "The variance is divided by n − 1; this layer divides by n.",
    equation: "5.8",
    answers: {
      batchStatistics: (X: Matrix) => {
        const { mean, variance } = batchStatistics(X);
        const n = X.length;
        return { mean, variance: variance.map((v) => (v * n) / (n - 1)) };
      },
    },
  },
  {
    misconception: "This is the standard deviation; the root is taken later, after ε is added.",
    equation: "5.8",
    answers: {
      batchStatistics: (X: Matrix) => {
        const { mean, variance } = batchStatistics(X);
        return { mean, variance: variance.map(Math.sqrt) };
      },
    },
  },
  {
    misconception: "This is the mean of the squares; the mean has to be taken off first.",
    equation: "5.8",
    answers: {
      batchStatistics: (X: Matrix) => ({
        mean: batchStatistics(X).mean,
        variance: columns(X).map((column) => average(column.map((x) => x * x))),
      }),
    },
  },
  {
    misconception: "The sums are not divided by the number of examples.",
    equation: "5.8",
    answers: {
      batchStatistics: (X: Matrix) => {
        const { mean, variance } = batchStatistics(X);
        const times = (list: Vector): number[] => list.map((v) => v * X.length);
        return { mean: times(mean), variance: times(variance) };
      },
    },
  },
  {
    misconception: "ε is added outside the root; it belongs under it, to the variance.",
    equation: "5.8",
    answers: {
      batchNormTraining: withRule((x, mean, v, epsilon) => (x - mean) / (Math.sqrt(v) + epsilon)),
    },
  },
  {
    misconception: "ε is missing: a unit that does not vary gives 0/0.",
    equation: "5.8",
    answers: { batchNormTraining: withRule((x, mean, v) => (x - mean) / Math.sqrt(v)) },
  },
  {
    misconception: "The root is missing: it is divided by the variance.",
    equation: "5.8",
    answers: {
      batchNormTraining: withRule((x, mean, v, epsilon) => (x - mean) / (v + epsilon)),
    },
  },
  {
    misconception: "The mean is not taken off.",
    equation: "5.8",
    answers: { batchNormTraining: withRule((x, _, v, epsilon) => x / Math.sqrt(v + epsilon)) },
  },
  {
    misconception: "γ and β are missing: the unit cannot choose its own scale and shift.",
    equation: "5.8",
    answers: {
      batchNormTraining: (X: Matrix, _g: Vector, _b: Vector, epsilon: number) =>
        batchNormTraining(
          X,
          X[0]!.map(() => 1),
          X[0]!.map(() => 0),
          epsilon,
        ),
    },
  },
  {
    misconception: "The shift is scaled as well: γ multiplies x̂ alone.",
    equation: "5.8",
    answers: {
      batchNormTraining: (X: Matrix, gamma: Vector, beta: Vector, epsilon: number) =>
        batchNormTraining(
          X,
          gamma,
          beta.map((b, j) => b * gamma[j]!),
          epsilon,
        ),
    },
  },
  {
    misconception: "γ and β have changed places.",
    equation: "5.8",
    answers: {
      batchNormTraining: (X: Matrix, gamma: Vector, beta: Vector, epsilon: number) =>
        batchNormTraining(X, beta, gamma, epsilon),
    },
  },
  {
    misconception: "m is the share of the old number, and not that of the new one.",
    equation: "5.9",
    answers: {
      updateRunning: (running: number, batch: number, m: number) =>
        updateRunning(batch, running, m),
    },
  },
  {
    misconception:
      "The new batch is added with its full weight, so that the number grows on and on.",
    equation: "5.9",
    answers: {
      updateRunning: (running: number, batch: number, m: number) => m * running + batch,
    },
  },
  {
    misconception: "Only the last batch is remembered.",
    equation: "5.9",
    answers: { updateRunning: (_: number, batch: number) => batch },
  },
  {
    misconception:
      "At inference the batch's own statistics are used: the answer depends on who else is asking.",
    equation: "5.8",
    answers: {
      batchNormInference: (X: Matrix, _: Statistics, g: Vector, b: Vector, epsilon: number) =>
        batchNormTraining(X, g, b, epsilon),
    },
  },
  {
    misconception: "At inference the layer is left out. Dropout may be; this one goes on scaling.",
    equation: "5.8",
    answers: { batchNormInference: (X: Matrix) => X },
  },
  {
    misconception: "At inference γ and β are forgotten.",
    equation: "5.8",
    answers: {
      batchNormInference: (X: Matrix, running: Statistics, _g: Vector, _b: Vector, e: number) =>
        normalize(
          X,
          running,
          X[0]!.map(() => 1),
          X[0]!.map(() => 0),
          e,
        ),
    },
  },
  {
    misconception: "At inference ε stands outside the root, or is missing there.",
    equation: "5.8",
    answers: {
      batchNormInference: (X: Matrix, running: Statistics, g: Vector, b: Vector) =>
        normalize(X, running, g, b, 0),
    },
  },
  {
    misconception: "This is the mean distance from the mean; the variance squares the distances.",
    equation: "5.8",
    answers: {
      batchStatistics: (X: Matrix) => {
        const { mean } = batchStatistics(X);
        const variance = columns(X).map((column, j) =>
          average(column.map((x) => Math.abs(x - mean[j]!))),
        );
        return { mean, variance };
      },
    },
  },
  {
    misconception: "At inference the root is missing: it is divided by the variance.",
    equation: "5.8",
    answers: {
      batchNormInference: (X: Matrix, run: Statistics, g: Vector, b: Vector, e: number) =>
        normalize(
          X,
          { mean: run.mean, variance: run.variance.map((v) => (v + e) ** 2 - e) },
          g,
          b,
          e,
        ),
    },
  },
  {
    misconception: "At inference ε stands outside the root; here it is added to the variance.",
    equation: "5.8",
    answers: {
      batchNormInference: (X: Matrix, run: Statistics, g: Vector, b: Vector, e: number) =>
        X.map((row) =>
          row.map(
            (x, j) => (g[j]! * (x - run.mean[j]!)) / (Math.sqrt(run.variance[j]!) + e) + b[j]!,
          ),
        ),
    },
  },
  {
    misconception: "At inference β is multiplied by γ as well; it is added last.",
    equation: "5.8",
    answers: {
      batchNormInference: (X: Matrix, run: Statistics, g: Vector, b: Vector, e: number) =>
        normalize(
          X,
          run,
          g,
          b.map((bj, j) => bj * g[j]!),
          e,
        ),
    },
  },
  {
    misconception: "At inference γ and β have changed places: γ multiplies, β is added.",
    equation: "5.8",
    answers: {
      batchNormInference: (X: Matrix, run: Statistics, g: Vector, b: Vector, e: number) =>
        normalize(X, run, b, g, e),
    },
  },
  {
    misconception: "At inference every unit is given the γ and β of the first one.",
    equation: "5.8",
    answers: {
      batchNormInference: (X: Matrix, run: Statistics, g: Vector, b: Vector, e: number) =>
        normalize(
          X,
          run,
          g.map(() => g[0]!),
          b.map(() => b[0]!),
          e,
        ),
    },
  },
];
