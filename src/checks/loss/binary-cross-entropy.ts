/** Chapter 2, exercise 2.3: binary cross-entropy, its sign, its mean, its slope. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { centralDifference } from "../../math/central-difference.js";
import { FINITE_DIFFERENCE } from "../../math/tolerances.js";
import { lengths, probabilities } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { BINARY_CROSS_ENTROPY_PICTURES } from "../pictures/loss.js";
import { agreesForAll, holdsForAll, lawForAll } from "../properties.js";

type Vector = readonly number[];

const ofSample = (y: number, p: number): number => -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
const binaryCrossEntropy = (y: Vector, p: Vector): number =>
  y.reduce((sum, yi, i) => sum + ofSample(yi, p[i]!), 0) / y.length;
const crossEntropySlope = (y: number, p: number): number => (p - y) / (p * (1 - p));

const labels = fc.integer({ min: 0, max: 1 });
const batches = lengths(5).chain((n) =>
  fc.tuple(
    fc.array(labels, { minLength: n, maxLength: n }),
    fc.array(probabilities(), { minLength: n, maxLength: n }),
  ),
);

/** J = −(1/n) Σ [y ln p + (1 − y) ln(1 − p)]. */
export const binaryCrossEntropyExercise: Exercise = {
  id: "loss/binary-cross-entropy",
  number: "2.3",
  title: "Binary cross-entropy",
  kind: "implement",
  syllabus: ["L3"],
  equations: ["2.3"],
  reference: { binaryCrossEntropy, crossEntropySlope },
  hints: [
    "For a sample with label 1 only the first logarithm counts, for label 0 only the second. A logarithm of a probability is never positive. What has to happen so that the loss is?",
    "Eq. (2.3): $J = -\\frac1n \\sum_i [y_i \\ln \\hat y_i + (1 - y_i) \\ln(1 - \\hat y_i)]$; both lists have the shape [n]. For one sample the slope with respect to $p = \\hat y$ is $-\\frac{y}{p} + \\frac{1 - y}{1 - p}$.",
    "```ts\nlet sum = 0;\nfor (let i = 0; i < y.length; i++) {\n  sum += y[i] * Math.log(…) + (1 - y[i]) * Math.log(…);\n}\nreturn …;      // a mean, with the sign that makes it positive\n```",
  ],
  why: "The minus turns a likelihood that should be large into a loss that should be small. Being sure and wrong is expensive without limit: the slope at p near 0 with label 1 is as steep as you like. That is what keeps a saturated unit learning once the sigmoid is put behind it.",
  checks: [
    workedByHand({
      name: "loss: the numbers worked by hand",
      points: 1,
      answer: "binaryCrossEntropy",
      cases: [
        { args: [[1], [0.5]], want: Math.LN2, byHand: "−ln 0.5 = ln 2" },
        { args: [[0], [0.5]], want: Math.LN2, byHand: "−ln(1 − 0.5) = ln 2" },
        { args: [[1], [0.25]], want: 2 * Math.LN2, byHand: "−ln 0.25 = 2 ln 2" },
        {
          args: [
            [1, 0],
            [0.25, 0.5],
          ],
          want: 1.5 * Math.LN2,
          byHand: "2 ln 2 and ln 2, their mean is 1.5 ln 2",
        },
      ],
    }),
    holdsForAll<[number[], number[]]>({
      name: "loss: it is never negative",
      points: 1,
      inputs: batches,
      problem: (answers, [y, p]) => {
        const got = answers.call("binaryCrossEntropy", y, p);
        return typeof got === "number" && got >= 0
          ? null
          : `binaryCrossEntropy([${y.join(", ")}], [${p.join(", ")}]): got ${String(got)}, want a number that is not negative.`;
      },
    }),
    lawForAll<[number[], number[]]>({
      name: "loss: to swap the classes is to swap p and 1 − p",
      points: 1,
      inputs: batches,
      sides: (answers, [y, p]) => [
        answers.call(
          "binaryCrossEntropy",
          y.map((yi) => 1 - yi),
          p.map((pi) => 1 - pi),
        ),
        answers.call("binaryCrossEntropy", y, p),
      ],
      statement: ([y, p]) =>
        `The loss of labels [${y.join(", ")}] with p = [${p.join(", ")}], and both swapped: both must agree`,
    }),
    agreesForAll({
      name: "loss: any labels, any probabilities",
      points: 1,
      answer: "binaryCrossEntropy",
      library: binaryCrossEntropy,
      inputs: batches,
    }),
    workedByHand({
      name: "slope: the numbers worked by hand",
      points: 1,
      answer: "crossEntropySlope",
      cases: [
        { args: [1, 0.5], want: -2, byHand: "−1/0.5 = −2" },
        { args: [0, 0.5], want: 2, byHand: "1/(1 − 0.5) = 2" },
        { args: [1, 0.25], want: -4, byHand: "−1/0.25 = −4" },
      ],
    }),
    agreesForAll({
      name: "slope: the one that is measured between two probabilities close together",
      points: 1,
      answer: "crossEntropySlope",
      library: (y: number, p: number) => centralDifference((t) => ofSample(y, t), p),
      tolerance: FINITE_DIFFERENCE,
      // Near 0 and 1 the loss curves too much for its slope to be measured.
      inputs: fc.tuple(
        labels,
        fc.integer({ min: 20, max: 80 }).map((n) => n / 100),
      ),
    }),
    agreesForAll({
      name: "slope: any label, any probability",
      points: 1,
      hidden: true,
      answer: "crossEntropySlope",
      library: crossEntropySlope,
      inputs: fc.tuple(labels, probabilities()),
    }),
  ],
  pictures: BINARY_CROSS_ENTROPY_PICTURES,
  wrongAnswers: [
    {
      misconception:
        "The minus in front is missing: the loss is negative, and making it small would make the answers worse.",
      equation: "2.3",
      answers: { binaryCrossEntropy: (y: Vector, p: Vector) => -binaryCrossEntropy(y, p) },
    },
    {
      misconception: "This is the total, not the mean: the factor 1/n is missing.",
      equation: "2.3",
      answers: {
        binaryCrossEntropy: (y: Vector, p: Vector) => binaryCrossEntropy(y, p) * y.length,
      },
    },
    {
      misconception:
        "Samples with label 0 cost nothing: the second half of the bracket is missing.",
      equation: "2.3",
      answers: {
        binaryCrossEntropy: (y: Vector, p: Vector) =>
          -y.reduce((sum, yi, i) => sum + yi * Math.log(p[i]!), 0) / y.length,
      },
    },
    {
      misconception:
        "Label and probability have changed places: the logarithm belongs to the probability.",
      equation: "2.3",
      answers: {
        binaryCrossEntropy: (y: Vector, p: Vector) =>
          -y.reduce(
            (sum, yi, i) => sum + p[i]! * Math.log(yi) + (1 - p[i]!) * Math.log(1 - yi),
            0,
          ) / y.length,
      },
    },
    {
      misconception:
        "The logarithm has base 2. It measures in bits, which is 1/ln 2 times as much; the course takes the natural one.",
      equation: "2.3",
      answers: {
        binaryCrossEntropy: (y: Vector, p: Vector) => binaryCrossEntropy(y, p) / Math.LN2,
      },
    },
    {
      misconception:
        "The first minus reaches only the first logarithm; it stands before the whole bracket.",
      equation: "2.3",
      answers: {
        binaryCrossEntropy: (y: Vector, p: Vector) =>
          y.reduce((sum, yi, i) => sum - yi * Math.log(p[i]!) + (1 - yi) * Math.log(1 - p[i]!), 0) /
          y.length,
      },
    },
    {
      misconception:
        "This is p − y, the slope with respect to the logit, where the sigmoid's slope has cancelled. Here the slope with respect to p itself is asked for.",
      equation: "2.3",
      answers: { crossEntropySlope: (y: number, p: number) => p - y },
    },
    {
      misconception:
        "The slope has the wrong sign: for label 1 the loss falls when p grows, so it is negative.",
      equation: "2.3",
      answers: { crossEntropySlope: (y: number, p: number) => -crossEntropySlope(y, p) },
    },
    {
      misconception:
        "The inner derivative of ln(1 − p) is −1; with it the sign of the second half turns.",
      equation: "2.3",
      answers: { crossEntropySlope: (y: number, p: number) => -y / p - (1 - y) / (1 - p) },
    },
    {
      misconception:
        "1 minus a logarithm is not the logarithm of 1 minus: the 1 − ŷ belongs inside.",
      equation: "2.3",
      answers: {
        binaryCrossEntropy: (y: Vector, p: Vector) =>
          -y.reduce(
            (sum, yi, i) => sum + yi * Math.log(p[i]!) + (1 - yi) * (1 - Math.log(p[i]!)),
            0,
          ) / y.length,
      },
    },
    {
      misconception:
        "Predictions are pushed away from 0 and 1 first, and so much that their losses are wrong.",
      equation: "2.3",
      answers: {
        binaryCrossEntropy: (y: Vector, p: Vector) =>
          binaryCrossEntropy(
            y,
            p.map((pi) => Math.min(Math.max(pi, 0.1), 0.9)),
          ),
      },
    },
    {
      misconception:
        "The slope of the second logarithm is missing: for the label 0 it is all there is.",
      equation: "2.3",
      answers: { crossEntropySlope: (y: number, p: number) => -y / p },
    },
  ],
  rightAnswers: [
    {
      binaryCrossEntropy: (y: Vector, p: Vector) =>
        y.reduce((sum, yi, i) => sum - Math.log(yi === 1 ? p[i]! : 1 - p[i]!), 0) / y.length,
      crossEntropySlope: (y: number, p: number) => (y === 1 ? -1 / p : 1 / (1 - p)),
    },
    {
      binaryCrossEntropy: (y: Vector, p: Vector) => {
        let product = 1;
        for (let i = 0; i < y.length; i++) product *= p[i]! ** y[i]! * (1 - p[i]!) ** (1 - y[i]!);
        return -Math.log(product) / y.length;
      },
      crossEntropySlope: (y: number, p: number) => -y / p + (1 - y) / (1 - p),
    },
  ],
};
