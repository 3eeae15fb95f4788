/** Chapter 2, exercise 2.1: the squared error of one sample, its slope, and of a vector. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { centralDifference } from "../../math/central-difference.js";
import { FINITE_DIFFERENCE } from "../../math/tolerances.js";
import { lengths, numbers, vectors } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { SQUARED_ERROR_PICTURES } from "../pictures/loss.js";
import { agreesForAll, lawForAll } from "../properties.js";

type Vector = readonly number[];

const squaredError = (y: number, yHat: number): number => (y - yHat) ** 2;
const squaredErrorSlope = (y: number, yHat: number): number => 2 * (yHat - y);
const vectorError = (y: Vector, yHat: Vector): number =>
  y.reduce((sum, yi, i) => sum + squaredError(yi, yHat[i]!), 0);

const pairs = fc.tuple(numbers(), numbers());
const vectorPairs = lengths(4).chain((k) => fc.tuple(vectors(k), vectors(k)));

/** The first number that says how wrong an answer is. */
export const squaredErrorExercise: Exercise = {
  id: "loss/squared-error",
  number: "2.1",
  title: "The squared error of one sample",
  kind: "implement",
  syllabus: ["L1", "L4"],
  equations: ["2.1", "2.5", "2.6"],
  reference: { squaredError, squaredErrorSlope, vectorError },
  hints: [
    "Too high by 2 and too low by 2 should cost the same. Which operation forgets the sign of a difference?",
    "Eq. (2.5), for one sample: $(y - \\hat y)^2$. Its slope asks how the cost changes when $\\hat y$ grows, while $y$ stays. Eq. (2.6) adds up the squares of all entries, from two lists of shape [k] to one number.",
    "```ts\nfunction squaredError(y: number, yHat: number): number {\n  const difference = …;\n  return …;\n}\nfunction squaredErrorSlope(y: number, yHat: number): number {\n  return 2 * (…);               // positive where yHat is too large\n}\nfunction vectorError(y: readonly number[], yHat: readonly number[]): number {\n  let sum = 0;\n  for (let i = 0; i < y.length; i++) sum += …;   // the function above, once an entry\n  return sum;\n}\n```",
  ],
  why: "The slope is twice the mistake, with the sign that says which way to go: a prediction that is too large must come down. Far from the target the slope is large, at the target it is 0. This is what makes squared errors pleasant to descend.",
  checks: [
    workedByHand({
      name: "squaredError: the numbers worked by hand",
      points: 1,
      answer: "squaredError",
      cases: [
        { args: [0, 0], want: 0, byHand: "nothing is wrong" },
        { args: [1, 3], want: 4, byHand: "(1 − 3)² = 4" },
        { args: [3, 1], want: 4, byHand: "(3 − 1)² = 4" },
        { args: [-1, 2], want: 9, byHand: "(−1 − 2)² = 9" },
      ],
    }),
    lawForAll<[number, number]>({
      name: "squaredError: too high and too low cost the same",
      points: 1,
      inputs: pairs,
      sides: (answers, [y, d]) => [
        answers.call("squaredError", y, y + d),
        answers.call("squaredError", y, y - d) as number,
      ],
      statement: ([y, d]) => `squaredError(${y}, ${y} + ${d}) = squaredError(${y}, ${y} − ${d})`,
    }),
    agreesForAll({
      name: "squaredError: any two numbers",
      points: 1,
      answer: "squaredError",
      library: squaredError,
      inputs: pairs,
    }),
    workedByHand({
      name: "slope: the numbers worked by hand",
      points: 1,
      answer: "squaredErrorSlope",
      cases: [
        { args: [1, 3], want: 4, byHand: "3 is too large by 2, so the cost rises with 2·2" },
        { args: [3, 1], want: -4, byHand: "1 is too small by 2: growing makes the cost fall" },
        { args: [5, 5], want: 0, byHand: "at the target the cost is level" },
      ],
    }),
    agreesForAll({
      name: "slope: the one that is measured between two points close together",
      points: 1,
      answer: "squaredErrorSlope",
      library: (y: number, yHat: number) => centralDifference((t) => squaredError(y, t), yHat),
      tolerance: FINITE_DIFFERENCE,
      inputs: pairs,
    }),
    workedByHand({
      name: "vectorError: the numbers worked by hand",
      points: 1,
      answer: "vectorError",
      cases: [
        { args: [[1], [3]], want: 4, byHand: "one entry: (1 − 3)² = 4" },
        {
          args: [
            [1, 0],
            [3, 1],
          ],
          want: 5,
          byHand: "4 + 1 = 5: a sum, not a mean",
        },
      ],
    }),
    agreesForAll({
      name: "vectorError: any two vectors",
      points: 1,
      hidden: true,
      answer: "vectorError",
      library: vectorError,
      inputs: vectorPairs,
    }),
  ],
  pictures: SQUARED_ERROR_PICTURES,
  wrongAnswers: [
    {
      misconception: "The difference is not squared: errors in both directions would cancel.",
      equation: "2.5",
      answers: { squaredError: (y: number, yHat: number) => y - yHat },
    },
    {
      misconception: "This is the absolute error; the squared error makes large mistakes dearer.",
      equation: "2.5",
      answers: { squaredError: (y: number, yHat: number) => Math.abs(y - yHat) },
    },
    {
      misconception:
        "There is a factor ½ too much. Some books have it, so that the slope gets no 2; this course leaves it out.",
      equation: "2.5",
      answers: { squaredError: (y: number, yHat: number) => 0.5 * (y - yHat) ** 2 },
    },
    {
      misconception: "The squares are subtracted, not the numbers: y² − ŷ² is not (y − ŷ)².",
      equation: "2.5",
      answers: { squaredError: (y: number, yHat: number) => y ** 2 - yHat ** 2 },
    },
    {
      misconception:
        "The slope has the wrong sign: it asks what happens when the prediction grows, not the target.",
      equation: "2.5",
      answers: { squaredErrorSlope: (y: number, yHat: number) => 2 * (y - yHat) },
    },
    {
      misconception: "The 2 of the power is missing in the slope.",
      equation: "2.5",
      answers: { squaredErrorSlope: (y: number, yHat: number) => yHat - y },
    },
    {
      misconception: "This takes a mean over the entries; the squared length of a vector is a sum.",
      equation: "2.6",
      answers: { vectorError: (y: Vector, yHat: Vector) => vectorError(y, yHat) / y.length },
    },
    {
      misconception:
        "This is the length of the difference; the loss is its square, without a root.",
      equation: "2.6",
      answers: { vectorError: (y: Vector, yHat: Vector) => Math.sqrt(vectorError(y, yHat)) },
    },
    {
      misconception: "The differences are added before they are squared, so they cancel.",
      equation: "2.6",
      answers: {
        vectorError: (y: Vector, yHat: Vector) =>
          y.reduce((sum, yi, i) => sum + yi - yHat[i]!, 0) ** 2,
      },
    },
    {
      misconception:
        "In TypeScript ^ is no power: it works on the bits of whole numbers. The power is **.",
      equation: "2.5",
      answers: { squaredError: (y: number, yHat: number) => (y - yHat) ^ 2 },
    },
  ],
  rightAnswers: [
    {
      squaredError: (y: number, yHat: number) => (yHat - y) * (yHat - y),
      squaredErrorSlope: (y: number, yHat: number) => -2 * (y - yHat),
      vectorError: (y: Vector, yHat: Vector) =>
        y.map((yi, i) => yi - yHat[i]!).reduce((sum, d) => sum + d * d, 0),
    },
    {
      squaredError: (y: number, yHat: number) => y * y - 2 * y * yHat + yHat * yHat,
      squaredErrorSlope: (y: number, yHat: number) => yHat - y + (yHat - y),
      vectorError: (y: Vector, yHat: Vector) => {
        let sum = 0;
        for (let i = 0; i < y.length; i++) sum += (y[i]! - yHat[i]!) ** 2;
        return sum;
      },
    },
  ],
};
