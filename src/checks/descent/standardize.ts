/** Chapter 4, exercise 4.10: every variable with mean 0 and deviation 1, by the training data's numbers. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { listOf, mismatch } from "../../grading/judge.js";
import { ANSWER } from "../../math/tolerances.js";
import { lengths, matrices, vectors } from "../arbitraries.js";
import { valueFrom, workedByHand } from "../kinds.js";
import { STANDARDIZE_PICTURES } from "../pictures/descent.js";
import { agreesForAll, holdsForAll } from "../properties.js";
import {
  apply,
  average,
  columns,
  type Fitted,
  fitOf,
  type Matrix,
  spread,
  standardizeSlips,
  type Vector,
} from "./standardize-slips.js";

/** At least two examples, and no column that is constant or nearly so. */
const trainings = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 3 }))
  .chain(([n, d]) => matrices(n, d))
  .filter((X) => fitOf(X).std.every((s) => s > 0.1));
const fits = trainings.map((X): readonly [number[][]] => [X]);

const applied = lengths(3).chain((d) =>
  fc.tuple(
    lengths(4).chain((n) => matrices(n, d)),
    vectors(d),
    fc.array(fc.constantFrom(0, 0.5, 1, 2, 10), { minLength: d, maxLength: d }),
  ),
);

/** x ← (x − μ)/σ. */
export const standardizeExercise: Exercise = {
  id: "descent/standardize",
  number: "4.10",
  title: "Standardize",
  kind: "implement",
  syllabus: ["G11"],
  equations: ["4.21"],
  reference: { fit: fitOf, apply },
  hints: [
    "A variable is a column of X. For each of them two numbers are measured, once, on the training data; new data are then measured with the same ruler. What would happen if a test set had a ruler of its own?",
    "Eq. (4.21): $x \\leftarrow (x - \\mu)/\\sigma$ with $\\sigma^2 = \\frac1n \\sum (x - \\mu)^2$. X has shape [n, d], $\\mu$ and $\\sigma$ have shape [d]. Where $\\sigma = 0$ the variable is only shifted.",
    "```ts\nconst columns = X[0].map((_, j) => X.map((row) => …));       // d lists of n numbers\nconst mean = columns.map((column) => …);\nconst std = columns.map((column, j) => Math.sqrt(…));         // a mean of squares\nreturn { mean, std };\n\n// apply: nothing is measured here\nreturn X.map((x) => x.map((xj, j) => (xj - …) / (std[j] === 0 ? … : …)));\n```",
  ],
  why: "Afterwards it does not matter whether a length came in metres or millimetres, and the loss is no longer a ravine, so one rate suits every weight. The two numbers belong to the model like its weights: test data that are standardized by themselves would look centred even where they are not, and the test would lie.",
  checks: [
    workedByHand({
      name: "fit: the numbers worked by hand",
      points: 1,
      answer: "fit",
      cases: [
        {
          args: [[[1], [3]]],
          want: { mean: [2], std: [1] },
          byHand: "the mean of 1 and 3 is 2, and both lie 1 away from it",
        },
        {
          args: [
            [
              [1, 90],
              [3, 110],
            ],
          ],
          want: { mean: [2, 100], std: [1, 10] },
          byHand: "each column by itself: 2 and 1, 100 and 10",
        },
        {
          args: [
            [
              [0, 7],
              [0, 7],
              [0, 7],
              [4, 7],
            ],
          ],
          want: { mean: [1, 7], std: [Math.sqrt(3), 0] },
          byHand: "squares 1, 1, 1, 9, their mean 3; the second column is constant",
        },
      ],
    }),
    agreesForAll({
      name: "fit: any training data",
      points: 1,
      answer: "fit",
      library: fitOf,
      inputs: fits,
    }),
    holdsForAll<readonly [number[][], number, number]>({
      name: "fit: other units move mean and deviation along",
      points: 1,
      inputs: fc.tuple(trainings, fc.constantFrom(-2, 0.1, 1000), fc.constantFrom(-5, 0, 50)),
      problem: (answers, [X, factor, shift]) => {
        const moved = X.map((row) => row.map((x) => factor * x + shift));
        const { mean, std } = fitOf(X);
        const want = {
          mean: mean.map((m) => factor * m + shift),
          std: std.map((s) => Math.abs(factor) * s),
        };
        const problem = mismatch(answers.call("fit", moved), want, ANSWER);
        return problem === null
          ? null
          : `Every entry of ${JSON.stringify(X)} times ${factor} plus ${shift}: ${problem}.`;
      },
    }),
    workedByHand({
      name: "apply: the numbers worked by hand, a constant variable among them",
      points: 1,
      answer: "apply",
      cases: [
        {
          args: [[[1], [3]], [2], [1]],
          want: [[-1], [1]],
          byHand: "(1 − 2)/1 and (3 − 2)/1",
        },
        {
          args: [[[5, 90]], [2, 100], [1, 10]],
          want: [[3, -1]],
          byHand: "new data, the same ruler: (5 − 2)/1 and (90 − 100)/10",
        },
        {
          args: [[[7], [9]], [7], [0]],
          want: [[0], [2]],
          byHand: "σ = 0: only shifted, 7 − 7 and 9 − 7",
        },
      ],
    }),
    agreesForAll({
      name: "apply: any data, means and deviations",
      points: 1,
      answer: "apply",
      library: apply,
      inputs: applied,
    }),
    holdsForAll<number[][]>({
      name: "both: the training data come out with mean 0 and deviation 1",
      points: 1,
      hidden: true,
      inputs: trainings,
      problem: (answers, X) => {
        const fitted = answers.call("fit", X);
        const like = { mean: X[0]!.map(() => 0), std: X[0]!.map(() => 0) };
        const strange = mismatch(fitted, like, { ...ANSWER, absolute: Infinity });
        if (strange !== null) return `fit(${JSON.stringify(X)}): ${strange}.`;
        const [mean, std] = [(fitted as Fitted).mean, (fitted as Fitted).std].map(listOf);
        const Z = valueFrom(answers, "apply", X, X, mean, std);
        const after = fitOf(Z);
        const want = { mean: X[0]!.map(() => 0), std: X[0]!.map(() => 1) };
        const problem = mismatch(after, want, ANSWER);
        return problem === null ? null : `${JSON.stringify(X)} standardized: ${problem}.`;
      },
    }),
  ],
  pictures: STANDARDIZE_PICTURES,
  wrongAnswers: standardizeSlips,
  rightAnswers: [
    {
      fit: (X: Matrix): Fitted => {
        const [n, d] = [X.length, X[0]!.length];
        const [mean, std] = [Array<number>(d).fill(0), Array<number>(d).fill(0)];
        for (const x of X) for (let j = 0; j < d; j++) mean[j]! += x[j]! / n;
        for (const x of X) for (let j = 0; j < d; j++) std[j]! += (x[j]! - mean[j]!) ** 2 / n;
        return { mean, std: std.map(Math.sqrt) };
      },
      apply: (X: Matrix, mean: Vector, std: Vector) => {
        const scale = std.map((s) => (s > 0 ? 1 / s : 1));
        return X.map((x) => x.map((xj, j) => (xj - mean[j]!) * scale[j]!));
      },
    },
    {
      fit: (X: Matrix): Fitted => ({
        mean: columns(X).map(average),
        std: columns(X).map((column) => spread(column, column.length)),
      }),
      apply: (X: Matrix, mean: Vector, std: Vector) => {
        const Z: number[][] = [];
        for (const x of X) {
          const z: number[] = [];
          for (const [j, xj] of x.entries()) z.push((xj - mean[j]!) / (std[j]! || 1));
          Z.push(z);
        }
        return Z;
      },
    },
  ],
  equivalentMutants: {
    "X[0].map becomes X[1].map": "Every row has as many columns as the first.",
  },
};
