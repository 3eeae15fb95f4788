/** Chapter 2, exercise 2.4: from a likelihood to a loss, in three steps. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { lengths, probabilities } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { LIKELIHOOD_PICTURES } from "../pictures/loss.js";
import { agreesForAll, lawForAll } from "../properties.js";

type Vector = readonly number[];

const chance = (y: number, p: number): number => (y === 1 ? p : 1 - p);
const likelihood = (y: Vector, p: number): number =>
  y.reduce((product, yi) => product * chance(yi, p), 1);
const logLikelihood = (y: Vector, p: number): number =>
  y.reduce((sum, yi) => sum + Math.log(chance(yi, p)), 0);
const negativeMeanLogLikelihood = (y: Vector, p: number): number => -logLikelihood(y, p) / y.length;

const tosses = fc.tuple(
  lengths(6).chain((n) => fc.array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n })),
  probabilities(),
);

/** A coin's tosses: how likely they are, in a form that survives two thousand of them. */
export const likelihoodExercise: Exercise = {
  id: "loss/likelihood",
  number: "2.4",
  title: "From a likelihood to a loss",
  kind: "derive",
  syllabus: ["L3"],
  equations: ["2.3", "2.7"],
  reference: { likelihood, logLikelihood, negativeMeanLogLikelihood },
  hints: [
    "Tosses of a coin do not know of each other. What do you do with the chances of independent events? And what does a logarithm make of that?",
    "Eq. (2.7) for one toss: $-\\ln p_y$, where $p_y$ is $p$ for a 1 and $1 - p$ for a 0. The likelihood of the list $y$, shape [n], multiplies the $p_y$; its logarithm adds them; Eq. (2.3) is minus the mean of that.",
    "```ts\nfunction likelihood(y: readonly number[], p: number): number {\n  let product = 1;\n  for (const yi of y) product *= yi === 1 ? … : …;\n  return product;\n}\nfunction logLikelihood(y: readonly number[], p: number): number {\n  let sum = 0;\n  for (const yi of y) sum += …;      // a logarithm for each toss, not one at the end\n  return sum;\n}\n// and the loss: the sign turned, and a mean\n```",
  ],
  why: "A product of two thousand numbers below 1 is 0 in a computer, long before it is 0 on paper. The sum of logarithms stays an ordinary number. The minus makes small mean good, and the mean makes 10 tosses and 10,000 comparable: cross-entropy is nothing else.",
  checks: [
    workedByHand({
      name: "likelihood: the numbers worked by hand",
      points: 1,
      answer: "likelihood",
      cases: [
        { args: [[1], 0.25], want: 0.25, byHand: "a single 1 has the chance p" },
        { args: [[0], 0.25], want: 0.75, byHand: "a single 0 has the chance 1 − p" },
        { args: [[1, 0, 1], 0.5], want: 0.125, byHand: "0.5·0.5·0.5" },
        { args: [[1, 1, 0], 0.25], want: 0.046875, byHand: "0.25·0.25·0.75" },
      ],
    }),
    agreesForAll({
      name: "likelihood: any tosses",
      points: 1,
      hidden: true,
      answer: "likelihood",
      library: likelihood,
      inputs: tosses,
    }),
    workedByHand({
      name: "log-likelihood: it survives two thousand tosses",
      points: 1,
      answer: "logLikelihood",
      cases: [
        { args: [[1], 0.5], want: -Math.LN2, byHand: "ln 0.5 = −ln 2" },
        {
          args: [Array.from({ length: 2000 }, (_, i) => i % 2), 0.5],
          want: -2000 * Math.LN2,
          byHand: "2000 times ln 0.5; the product itself is too small for a number",
        },
      ],
    }),
    lawForAll<[number[], number]>({
      name: "log-likelihood: two lists together have the sum of both",
      points: 1,
      inputs: tosses,
      sides: (answers, [y, p]) => [
        answers.call("logLikelihood", [...y, 1, 0], p),
        (answers.call("logLikelihood", y, p) as number) + Math.log(p) + Math.log(1 - p),
      ],
      statement: ([y, p]) =>
        `The log-likelihood of [${[...y, 1, 0].join(", ")}] at p = ${p} is that of [${y.join(", ")}] plus ln p plus ln(1 − p), which`,
    }),
    agreesForAll({
      name: "log-likelihood: any tosses",
      points: 1,
      answer: "logLikelihood",
      library: logLikelihood,
      inputs: tosses,
    }),
    workedByHand({
      name: "loss: the numbers worked by hand",
      points: 1,
      answer: "negativeMeanLogLikelihood",
      cases: [
        { args: [[1, 0, 1, 0], 0.5], want: Math.LN2, byHand: "each toss costs ln 2" },
        { args: [[1, 1], 0.25], want: 2 * Math.LN2, byHand: "each toss costs ln 4 = 2 ln 2" },
      ],
    }),
    agreesForAll({
      name: "loss: any tosses",
      points: 1,
      answer: "negativeMeanLogLikelihood",
      library: negativeMeanLogLikelihood,
      inputs: tosses,
    }),
  ],
  pictures: LIKELIHOOD_PICTURES,
  wrongAnswers: [
    {
      misconception: "The chances are added; chances of independent events are multiplied.",
      equation: "2.7",
      answers: {
        likelihood: (y: Vector, p: number) => y.reduce((sum, yi) => sum + chance(yi, p), 0),
      },
    },
    {
      misconception: "Zeros are counted with the chance of a one: for a 0 it is 1 − p.",
      equation: "2.7",
      answers: { likelihood: (y: Vector, p: number) => p ** y.length },
    },
    {
      misconception:
        "Zeros are left out: they have a chance of their own, 1 − p, and belong into the product.",
      equation: "2.7",
      answers: {
        likelihood: (y: Vector, p: number) => y.reduce((product, yi) => product * p ** yi, 1),
      },
    },
    {
      misconception:
        "The logarithm is taken of the finished product. That product is 0 in a computer when there are many tosses, and its logarithm −Infinity: take the logarithm of each factor.",
      equation: "2.7",
      answers: { logLikelihood: (y: Vector, p: number) => Math.log(likelihood(y, p)) },
    },
    {
      misconception: "The sign is turned already: a log-likelihood is never positive.",
      equation: "2.7",
      answers: { logLikelihood: (y: Vector, p: number) => -logLikelihood(y, p) },
    },
    {
      misconception: "The loss is the total, not the mean: the factor 1/n is missing.",
      equation: "2.3",
      answers: { negativeMeanLogLikelihood: (y: Vector, p: number) => -logLikelihood(y, p) },
    },
    {
      misconception: "The minus is missing: a larger likelihood should be a smaller loss.",
      equation: "2.3",
      answers: {
        negativeMeanLogLikelihood: (y: Vector, p: number) => logLikelihood(y, p) / y.length,
      },
    },
  ],
  rightAnswers: [
    {
      likelihood: (y: Vector, p: number) => {
        const ones = y.filter((yi) => yi === 1).length;
        return p ** ones * (1 - p) ** (y.length - ones);
      },
      logLikelihood: (y: Vector, p: number) => {
        const ones = y.filter((yi) => yi === 1).length;
        return ones * Math.log(p) + (y.length - ones) * Math.log(1 - p);
      },
      negativeMeanLogLikelihood: (y: Vector, p: number) => {
        const share = y.reduce((sum, yi) => sum + yi, 0) / y.length;
        return -share * Math.log(p) - (1 - share) * Math.log(1 - p);
      },
    },
    {
      likelihood: (y: Vector, p: number) =>
        y.reduce((product, yi) => product * (yi * p + (1 - yi) * (1 - p)), 1),
      logLikelihood: (y: Vector, p: number) =>
        y.reduce((sum, yi) => sum + yi * Math.log(p) + (1 - yi) * Math.log(1 - p), 0),
      negativeMeanLogLikelihood: (y: Vector, p: number) =>
        y.map((yi) => -Math.log(chance(yi, p)) / y.length).reduce((a, b) => a + b, 0),
    },
  ],
};
