/** Chapter 4, exercise 4.10: measuring and shifting, and the rulers that are not straight. */
import type { WrongAnswer } from "../../grading/exercise.js";
import { standardize } from "../../math/standardization.js";

/** A list of numbers. */
export type Vector = readonly number[];

/** Rows of numbers. */
export type Matrix = readonly Vector[];

/** μ and σ of each variable. */
export interface Fitted {
  readonly mean: Vector;
  readonly std: Vector;
}

/** What the library measures. */
export const fitOf = (X: Matrix): Fitted => {
  const { mean, std } = standardize(X as number[][]);
  return { mean: [...mean.data], std: [...std.data] };
};

/** (x − μ)/σ; a constant variable is only shifted. */
export const apply = (X: Matrix, mean: Vector, std: Vector): number[][] =>
  X.map((x) => x.map((xj, j) => (xj - mean[j]!) / (std[j] === 0 ? 1 : std[j]!)));

/** A list for each variable. */
export const columns = (X: Matrix): number[][] => X[0]!.map((_, j) => X.map((row) => row[j]!));

/** The mean of a list. */
export const average = (list: Vector): number => list.reduce((sum, x) => sum + x, 0) / list.length;

/** A root of squares around the mean, divided by a count. */
export const spread = (list: Vector, by: number): number =>
  Math.sqrt(list.reduce((sum, x) => sum + (x - average(list)) ** 2, 0) / by);

/** Slips, each with the idea behind it. */
export const standardizeSlips: readonly WrongAnswer[] = [
  {
    misconception: "This is the variance; σ is its root.",
    equation: "4.21",
    answers: {
      fit: (X: Matrix): Fitted => ({ ...fitOf(X), std: fitOf(X).std.map((s) => s ** 2) }),
    },
  },
  {
    misconception: "The squares are divided by n − 1; this course takes the plain mean, n.",
    equation: "4.21",
    answers: {
      fit: (X: Matrix): Fitted => ({
        ...fitOf(X),
        std: columns(X).map((column) => spread(column, X.length - 1)),
      }),
    },
  },
  {
    misconception: "Each example is measured, not each variable: a variable is a column.",
    equation: "4.21",
    answers: { fit: (X: Matrix): Fitted => fitOf(columns(X)) },
  },
  {
    misconception: "One mean and one deviation for all; each variable has its own.",
    equation: "4.21",
    answers: {
      fit: (X: Matrix): Fitted => {
        const all = X.flat();
        return {
          mean: X[0]!.map(() => average(all)),
          std: X[0]!.map(() => spread(all, all.length)),
        };
      },
    },
  },
  {
    misconception:
      "The mean is not subtracted before squaring: this is the distance from 0, not from the mean.",
    equation: "4.21",
    answers: {
      fit: (X: Matrix): Fitted => ({
        ...fitOf(X),
        std: columns(X).map((c) => Math.sqrt(average(c.map((x) => x * x)))),
      }),
    },
  },
  {
    misconception: "The mean of the sizes |x − μ| is taken; σ is the root of a mean of squares.",
    equation: "4.21",
    answers: {
      fit: (X: Matrix): Fitted => ({
        ...fitOf(X),
        std: columns(X).map((c) => average(c.map((x) => Math.abs(x - average(c))))),
      }),
    },
  },
  {
    misconception:
      "The data that come in are measured again; they have to be measured with the training data's ruler.",
    equation: "4.21",
    answers: {
      apply: (X: Matrix) => {
        const { mean, std } = fitOf(X);
        return apply(X, mean, std);
      },
    },
  },
  {
    misconception: "A constant variable is divided by 0.",
    equation: "4.21",
    answers: {
      apply: (X: Matrix, mean: Vector, std: Vector) =>
        X.map((x) => x.map((xj, j) => (xj - mean[j]!) / std[j]!)),
    },
  },
  {
    misconception:
      "A tiny number is added to σ: it spoils every value a little, and a constant variable explodes.",
    equation: "4.21",
    answers: {
      apply: (X: Matrix, mean: Vector, std: Vector) =>
        X.map((x) => x.map((xj, j) => (xj - mean[j]!) / (std[j]! + 1e-8))),
    },
  },
  {
    misconception: "The range from the least to the largest is taken for σ.",
    equation: "4.21",
    answers: {
      fit: (X: Matrix): Fitted => ({
        ...fitOf(X),
        std: columns(X).map((c) => Math.max(...c) - Math.min(...c)),
      }),
    },
  },
  {
    misconception:
      "A constant variable is set to 0 for ever; new data may differ from the constant.",
    equation: "4.21",
    answers: {
      apply: (X: Matrix, mean: Vector, std: Vector) =>
        apply(X, mean, std).map((x) => x.map((xj, j) => (std[j] === 0 ? 0 : xj))),
    },
  },
  {
    misconception: "A constant variable stays as it is; it has to be shifted by its mean.",
    equation: "4.21",
    answers: {
      apply: (X: Matrix, mean: Vector, std: Vector) =>
        apply(
          X,
          mean.map((m, j) => (std[j] === 0 ? 0 : m)),
          std,
        ),
    },
  },
  {
    misconception: "The mean is subtracted after the division; it comes first.",
    equation: "4.21",
    answers: {
      apply: (X: Matrix, mean: Vector, std: Vector) =>
        X.map((x) => x.map((xj, j) => xj / (std[j] === 0 ? 1 : std[j]!) - mean[j]!)),
    },
  },
  {
    misconception: "This goes the other way, from standardized numbers back to the data's units.",
    equation: "4.21",
    answers: {
      apply: (X: Matrix, mean: Vector, std: Vector) =>
        X.map((x) => x.map((xj, j) => mean[j]! + (std[j] === 0 ? 1 : std[j]!) * xj)),
    },
  },
];
