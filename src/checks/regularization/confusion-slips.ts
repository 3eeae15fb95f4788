/** Chapter 5, exercise 5.8: the right functions, and what is mixed up about accuracy and confusions. */

import type { WrongAnswer } from "../../grading/exercise.js";
import { confusionMatrix as libraryConfusion } from "../../math/regularization/metrics.js";

export type Vector = readonly number[];

export type Matrix = readonly Vector[];

export const predictedClasses = (scores: Matrix): number[] =>
  scores.map((row) => row.indexOf(Math.max(...row)));

export const accuracy = (predicted: Vector, truth: Vector): number =>
  predicted.filter((k, n) => k === truth[n]).length / truth.length;

export const confusionMatrix = (predicted: Vector, truth: Vector, classes: number): number[][] =>
  libraryConfusion([...predicted], [...truth], classes).toArray() as number[][];

export const mostConfused = (confusion: Matrix): number[] => {
  let worst = [0, 1];
  for (const [i, row] of confusion.entries()) {
    for (const [j, count] of row.entries()) {
      if (i !== j && count > confusion[worst[0]!]![worst[1]!]!) worst = [i, j];
    }
  }
  return worst;
};

export const transposed = (A: Matrix): number[][] => A[0]!.map((_, j) => A.map((row) => row[j]!));

/** Typical wrong answers of exercise 5.8. */
export const CONFUSION_SLIPS: readonly WrongAnswer[] = [
  {
    misconception: "The largest score is returned; its place is the class.",
    equation: "2.8",
    answers: { predictedClasses: (scores: Matrix) => scores.map((row) => Math.max(...row)) },
  },
  {
    misconception:
      "The comparison starts at 0, so in a row of negative scores nothing is ever larger.",
    equation: "2.8",
    answers: {
      predictedClasses: (scores: Matrix) =>
        scores.map((row) => Math.max(0, row.indexOf(Math.max(0, ...row)))),
    },
  },
  {
    misconception: "This is the place of the smallest score.",
    equation: "2.8",
    answers: {
      predictedClasses: (scores: Matrix) => scores.map((row) => row.indexOf(Math.min(...row))),
    },
  },
  {
    misconception: "Sizes are compared: a score of −5 is not larger than one of 3.",
    equation: "2.8",
    answers: {
      predictedClasses: (scores: Matrix) =>
        predictedClasses(scores.map((row) => row.map(Math.abs))),
    },
  },
  {
    misconception: "Classes are counted from 1 here; the first one is class 0.",
    equation: "2.8",
    answers: { predictedClasses: (scores: Matrix) => predictedClasses(scores).map((k) => k + 1) },
  },
  {
    misconception: "This is the share of wrong answers.",
    equation: "2.2",
    answers: { accuracy: (predicted: Vector, truth: Vector) => 1 - accuracy(predicted, truth) },
  },
  {
    misconception: "The right answers are counted but not divided by how many there are.",
    equation: "2.2",
    answers: {
      accuracy: (predicted: Vector, truth: Vector) => accuracy(predicted, truth) * truth.length,
    },
  },
  {
    misconception: "Accuracy is a share from 0 to 1 here, not a percentage.",
    equation: "2.2",
    answers: { accuracy: (predicted: Vector, truth: Vector) => 100 * accuracy(predicted, truth) },
  },
  {
    misconception: "A right answer of class 0 does not count: 0 was taken for “no”.",
    equation: "2.2",
    answers: {
      accuracy: (predicted: Vector, truth: Vector) =>
        predicted.filter((k, n) => k > 0 && k === truth[n]).length / truth.length,
    },
  },
  {
    misconception: "Rows and columns are exchanged: a row belongs to what the example is.",
    equation: "2.2",
    answers: {
      confusionMatrix: (predicted: Vector, truth: Vector, classes: number) =>
        confusionMatrix(truth, predicted, classes),
    },
  },
  {
    misconception: "Each entry is 1 at most: the second example of a kind overwrites the first.",
    equation: "2.2",
    answers: {
      confusionMatrix: (predicted: Vector, truth: Vector, classes: number) =>
        confusionMatrix(predicted, truth, classes).map((row) => row.map((n) => Math.min(n, 1))),
    },
  },
  {
    misconception: "Only the mistakes are counted; the diagonal is part of the table.",
    equation: "2.2",
    answers: {
      confusionMatrix: (predicted: Vector, truth: Vector, classes: number) =>
        confusionMatrix(predicted, truth, classes).map((row, i) =>
          row.map((n, j) => (i === j ? 0 : n)),
        ),
    },
  },
  {
    misconception: "The rows hold shares; here they hold counts.",
    equation: "2.2",
    answers: {
      confusionMatrix: (predicted: Vector, truth: Vector, classes: number) =>
        confusionMatrix(predicted, truth, classes).map((row) => {
          const total = row.reduce((sum, n) => sum + n, 0);
          return row.map((n) => (total === 0 ? 0 : n / total));
        }),
    },
  },
  {
    misconception: "The diagonal takes part, but what stands there is right.",
    equation: "2.2",
    answers: {
      mostConfused: (confusion: Matrix) => {
        const k = confusion.flat().indexOf(Math.max(...confusion.flat()));
        return [Math.floor(k / confusion.length), k % confusion.length];
      },
    },
  },
  {
    misconception: "The pair is turned around: the truth comes first.",
    equation: "2.2",
    answers: { mostConfused: (confusion: Matrix) => mostConfused(confusion).reverse() },
  },
  {
    misconception: "Only one half of the table is searched; 1 taken for 0 is not 0 taken for 1.",
    equation: "2.2",
    answers: {
      mostConfused: (confusion: Matrix) =>
        mostConfused(confusion.map((row, i) => row.map((n, j) => (j > i ? n : -1)))),
    },
  },
  {
    misconception: "The two directions are added up; the pair that is asked for has a direction.",
    equation: "2.2",
    answers: {
      mostConfused: (confusion: Matrix) => {
        const other = transposed(confusion);
        return mostConfused(confusion.map((row, i) => row.map((n, j) => n + other[i]![j]!)));
      },
    },
  },
];
