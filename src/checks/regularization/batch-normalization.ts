/** Chapter 5, exercise 5.7: batch normalization, in training and at inference. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { lengths, matrices, numbers, positives, probabilities, vectors } from "../arbitraries.js";
import { valueFrom, workedByHand } from "../kinds.js";
import { counted } from "../law-text.js";
import { BATCH_NORMALIZATION_PICTURES } from "../pictures/regularization.js";
import { agreesForAll, lawForAll } from "../properties.js";
import {
  average,
  BATCH_NORMALIZATION_SLIPS,
  batchNormInference,
  batchNormTraining,
  batchStatistics,
  columns,
  type Matrix,
  type Statistics,
  updateRunning,
  type Vector,
  withRule,
} from "./batch-normalization-slips.js";

const shapes = fc.tuple(lengths(4), lengths(3));

const batches = shapes.chain(([n, d]) => fc.tuple(matrices(n, d)));

/** ε is large here, so that its place under the root is seen. */
const layers = shapes.chain(([n, d]) =>
  fc.tuple(matrices(n, d), vectors(d), vectors(d), positives()),
);

const finished = shapes.chain(([n, d]) =>
  fc.tuple(
    matrices(n, d),
    fc.record({
      mean: vectors(d),
      variance: fc.array(positives(), { minLength: d, maxLength: d }),
    }),
    vectors(d),
    vectors(d),
    positives(),
  ),
);

/** x̂ = (x − μ)/√(σ² + ε), y = γ x̂ + β, and the running statistics. */
export const batchNormalizationExercise: Exercise = {
  id: "regularization/batch-normalization",
  number: "5.7",
  title: "Batch normalization, both modes",
  kind: "implement",
  syllabus: ["G11"],
  equations: ["5.8", "5.9"],
  reference: { batchStatistics, batchNormTraining, updateRunning, batchNormInference },
  hints: [
    "A column of X holds what one unit said about all examples. Which entries go into its mean: those of a column or those of a row?",
    "Eq. (5.8): $\\hat x = (x - \\mu)/\\sqrt{\\sigma^2 + \\varepsilon}$, then $y = \\gamma\\,\\hat x + \\beta$. X is [n, d]; μ, σ², γ and β are [d], one number a unit. The variance is the mean of $(x - \\mu)^2$, divided by n. Eq. (5.9) keeps the share m of the old number. At inference the same Eq. (5.8) holds, with the running numbers in place of the batch's.",
    "```ts\nfunction batchNormInference(X, running: Statistics, gamma, beta, epsilon): number[][] {\n  return X.map((row) =>\n    row.map((x, j) => {\n      const xHat = (x - running.mean[j]) / …;      // ε goes under the root\n      return …;                                    // scale, then shift\n    }),\n  );\n}\nfunction batchNormTraining(X, gamma, beta, epsilon): number[][] {\n  return batchNormInference(X, …, gamma, beta, epsilon);   // with which statistics?\n}\nfunction updateRunning(running: number, batch: number, m: number): number {\n  return m * … + (1 - m) * …;\n}\n```",
  ],
  why: "In training every example is seen through the eyes of its batch; at inference all are seen through the same, remembered ones, so that an answer depends on nobody else. The formula is the same, and only where its numbers come from has changed. With $\\gamma = \\sqrt{\\sigma^2 + \\varepsilon}$ and $\\beta = \\mu$ the layer can undo itself: it takes nothing away that training cannot give back.",
  checks: [
    workedByHand({
      name: "batchStatistics: the numbers worked by hand",
      points: 1,
      answer: "batchStatistics",
      cases: [
        {
          args: [[[1], [3]]],
          want: { mean: [2], variance: [1] },
          byHand: "(1 + 3)/2 = 2, and (1 + 1)/2 = 1",
        },
        {
          args: [
            [
              [1, 10, 5],
              [5, 30, 5],
            ],
          ],
          want: { mean: [3, 20, 5], variance: [4, 100, 0] },
          byHand: "column by column: (4 + 4)/2, (100 + 100)/2, and one that does not vary",
        },
        {
          args: [[[0], [0], [3]]],
          want: { mean: [1], variance: [2] },
          byHand: "3/3 = 1, and (1 + 1 + 4)/3 = 2",
        },
        { args: [[[7, 8]]], want: { mean: [7, 8], variance: [0, 0] }, byHand: "a batch of one" },
      ],
    }),
    agreesForAll({
      name: "batchStatistics: any batch",
      points: 1,
      answer: "batchStatistics",
      library: batchStatistics,
      inputs: batches,
    }),
    workedByHand({
      name: "batchNormTraining: the numbers worked by hand",
      points: 1,
      answer: "batchNormTraining",
      cases: [
        {
          args: [[[1], [3]], [1], [0], 0],
          want: [[-1], [1]],
          byHand: "mean 2, variance 1: (1 − 2)/1 and (3 − 2)/1",
        },
        {
          args: [[[1], [3]], [10], [5], 3],
          want: [[0], [10]],
          byHand: "√(1 + 3) = 2, so x̂ = ∓½, and 10·x̂ + 5",
        },
        {
          args: [
            [
              [4, 1],
              [4, 3],
            ],
            [2, 2],
            [1, 1],
            3,
          ],
          want: [
            [1, 0],
            [1, 2],
          ],
          byHand: "the first unit does not vary: x̂ = 0, only β is left",
        },
      ],
    }),
    lawForAll<[number[][], number[], number[], number]>({
      name: "batchNormTraining: the mean of every unit is its β",
      points: 1,
      inputs: layers,
      sides: (answers, [X, gamma, beta, epsilon]) => {
        const Y = valueFrom(answers, "batchNormTraining", X, X, gamma, beta, epsilon);
        return [batchStatistics(Y).mean, beta];
      },
      statement: ([X, , beta]) =>
        `A batch of ${counted(X.length, "example")} with β = [${beta.join(", ")}]: the mean of each column = β`,
    }),
    agreesForAll({
      name: "batchNormTraining: any batch, γ, β and ε",
      points: 1,
      answer: "batchNormTraining",
      library: batchNormTraining,
      inputs: layers,
    }),
    workedByHand({
      name: "updateRunning: the numbers worked by hand",
      points: 1,
      answer: "updateRunning",
      cases: [
        { args: [0, 4, 0.5], want: 2, byHand: "half of 0 and half of 4" },
        { args: [10, 0, 0.9], want: 9, byHand: "0.9·10 + 0.1·0: the old number weighs more" },
      ],
    }),
    agreesForAll({
      name: "updateRunning: any numbers",
      points: 1,
      answer: "updateRunning",
      library: updateRunning,
      inputs: fc.tuple(numbers(), numbers(), probabilities()),
    }),
    workedByHand({
      name: "batchNormInference: the numbers worked by hand",
      points: 1,
      answer: "batchNormInference",
      cases: [
        {
          args: [[[7]], { mean: [1], variance: [6] }, [2], [1], 3],
          want: [[5]],
          byHand: "(7 − 1)/√9 = 2, and 2·2 + 1 = 5; a batch of one is no trouble",
        },
        {
          args: [[[1], [3]], { mean: [0], variance: [1] }, [1], [0], 0],
          want: [[1], [3]],
          byHand: "remembered mean 0 and variance 1 change nothing, whatever the batch's are",
        },
      ],
    }),
    agreesForAll({
      name: "batchNormInference: any batch and running statistics",
      points: 1,
      hidden: true,
      answer: "batchNormInference",
      library: batchNormInference,
      inputs: finished,
    }),
  ],
  pictures: BATCH_NORMALIZATION_PICTURES,
  wrongAnswers: BATCH_NORMALIZATION_SLIPS,
  rightAnswers: [
    {
      batchStatistics: (X: Matrix) => {
        const mean = X[0]!.map(() => 0);
        const squares = X[0]!.map(() => 0);
        for (const row of X) for (const [j, x] of row.entries()) mean[j]! += x / X.length;
        for (const row of X) {
          for (const [j, x] of row.entries()) squares[j]! += (x - mean[j]!) ** 2 / X.length;
        }
        return { variance: squares, mean };
      },
      batchNormTraining: withRule((x, mean, v, epsilon) => (x - mean) * (v + epsilon) ** -0.5),
      updateRunning: (running: number, batch: number, m: number) =>
        running + (1 - m) * (batch - running),
      batchNormInference: (X: Matrix, running: Statistics, g: Vector, b: Vector, e: number) => {
        const scale = g.map((gj, j) => gj / Math.sqrt(running.variance[j]! + e));
        const shift = b.map((bj, j) => bj - scale[j]! * running.mean[j]!);
        return X.map((row) => row.map((x, j) => scale[j]! * x + shift[j]!));
      },
    },
    {
      batchStatistics: (X: Matrix) => {
        const mean = columns(X).map(average);
        const squares = columns(X).map((column) => average(column.map((x) => x * x)));
        return { mean, variance: squares.map((s, j) => Math.max(0, s - mean[j]! ** 2)) };
      },
      batchNormTraining,
      updateRunning: (running: number, batch: number, m: number) => batch - m * (batch - running),
      batchNormInference,
    },
  ],
};
