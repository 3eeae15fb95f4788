/** Chapter 2, exercise 2.2: the empirical loss is a mean over the samples, and so is its gradient. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { centralDifference } from "../../math/central-difference.js";
import { FINITE_DIFFERENCE } from "../../math/tolerances.js";
import { lengths, numbers, vectors } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { counted } from "../law-text.js";
import { EMPIRICAL_LOSS_PICTURES } from "../pictures/loss.js";
import { agreesForAll, lawForAll } from "../properties.js";

type Vector = readonly number[];
type Loss = (prediction: number, target: number) => number;

const squared: Loss = (prediction, target) => (target - prediction) ** 2;
const absolute: Loss = (prediction, target) => Math.abs(target - prediction);
/** Too much costs three times what too little does, so that prediction and target cannot change places. */
const lopsided: Loss = (prediction, target) =>
  prediction > target ? 3 * (prediction - target) : target - prediction;

/** J(w) = (1/n) Σ L(w·x, y) for a unit with one weight. */
const empiricalLoss = (w: number, x: Vector, y: Vector, loss: Loss): number =>
  x.reduce((sum, xi, i) => sum + loss(w * xi, y[i]!), 0) / x.length;

/** dJ/dw for the squared error: (1/n) Σ 2 (w·x − y) x. */
const lossSlope = (w: number, x: Vector, y: Vector): number =>
  x.reduce((sum, xi, i) => sum + 2 * (w * xi - y[i]!) * xi, 0) / x.length;

const samples = lengths(5).chain((n) => fc.tuple(numbers(), vectors(n), vectors(n)));
const asked = fc
  .tuple(samples, fc.constantFrom(squared, absolute, lopsided))
  .map(([[w, x, y], loss]): [number, number[], number[], Loss] => [w, x, y, loss]);

/** One number for a whole data set. */
export const empiricalLossExercise: Exercise = {
  id: "loss/empirical-loss",
  number: "2.2",
  title: "The loss of a whole data set",
  kind: "implement",
  syllabus: ["L1", "L2"],
  equations: ["2.1", "2.2"],
  reference: { empiricalLoss, lossSlope },
  hints: [
    "Write down the loss of each sample, one below the other. Should the number for the data set grow when you put every sample in twice?",
    "Eq. (2.2): $J = \\frac1n \\sum_i \\mathcal L(w x_i, y_i)$, from lists of shape [n] to one number. The prediction for sample i is $w x_i$. The slope of a mean is the mean of the slopes.",
    "```ts\nlet total = 0;\nfor (let i = 0; i < x.length; i++) {\n  total += loss(…, …);          // prediction first, then the target\n}\nreturn …;                       // a mean, not a total\n```",
  ],
  why: "Because J is a mean, it does not grow with the data, and a learning rate that suits 100 samples suits 10,000. Some books call J the total loss; then every step would be n times as long. The slope inherits the mean, since the slope of a sum is the sum of the slopes.",
  checks: [
    workedByHand({
      name: "loss: the numbers worked by hand",
      points: 1,
      answer: "empiricalLoss",
      cases: [
        { args: [2, [1], [2], squared], want: 0, byHand: "2·1 = 2 is right" },
        { args: [2, [1], [5], squared], want: 9, byHand: "one sample: (5 − 2)² = 9" },
        {
          args: [2, [1, 3], [5, 6], squared],
          want: 4.5,
          byHand: "the losses are 9 and 0, their mean is 4.5",
        },
        {
          args: [1, [1, 2, 4], [2, 2, 2], absolute],
          want: 1,
          byHand: "the absolute errors are 1, 0 and 2, their mean is 1",
        },
      ],
    }),
    lawForAll<[number, number[], number[], Loss]>({
      name: "loss: every sample twice changes nothing",
      points: 1,
      inputs: asked,
      sides: (answers, [w, x, y, loss]) => [
        answers.call("empiricalLoss", w, [...x, ...x], [...y, ...y], loss),
        answers.call("empiricalLoss", w, x, y, loss),
      ],
      statement: ([w, x]) =>
        `The loss at w = ${w} of ${counted(x.length, "sample")}, and with each sample twice: both must agree`,
    }),
    agreesForAll({
      name: "loss: any data, any loss of a sample",
      points: 1,
      answer: "empiricalLoss",
      library: empiricalLoss,
      inputs: asked,
    }),
    workedByHand({
      name: "slope: the numbers worked by hand",
      points: 1,
      answer: "lossSlope",
      cases: [
        { args: [2, [1], [5]], want: -6, byHand: "2·(2 − 5)·1 = −6" },
        {
          args: [2, [1, 3], [5, 6]],
          want: -3,
          byHand: "the slopes are −6 and 0, their mean is −3",
        },
      ],
    }),
    agreesForAll({
      name: "slope: the one that is measured between two weights close together",
      points: 2,
      answer: "lossSlope",
      library: (w: number, x: Vector, y: Vector) =>
        centralDifference((t) => empiricalLoss(t, x, y, squared), w),
      tolerance: FINITE_DIFFERENCE,
      inputs: samples,
    }),
    lawForAll<[number, number[], number[]]>({
      name: "slope: the order of the samples does not matter",
      points: 1,
      hidden: true,
      inputs: samples,
      sides: (answers, [w, x, y]) => [
        answers.call("lossSlope", w, [...x].reverse(), [...y].reverse()),
        answers.call("lossSlope", w, x, y),
      ],
      statement: ([w, x]) =>
        `The slope at w = ${w} of ${counted(x.length, "sample")}, in either order: both must agree`,
    }),
  ],
  pictures: EMPIRICAL_LOSS_PICTURES,
  wrongAnswers: [
    {
      misconception:
        "This is the total, not the mean: it grows with the number of samples. The factor 1/n is missing.",
      equation: "2.2",
      answers: {
        empiricalLoss: (w: number, x: Vector, y: Vector, loss: Loss) =>
          empiricalLoss(w, x, y, loss) * x.length,
      },
    },
    {
      misconception:
        "The target is handed to the loss as the prediction is: without the weight, w has no say.",
      equation: "2.1",
      answers: {
        empiricalLoss: (_: number, x: Vector, y: Vector, loss: Loss) =>
          empiricalLoss(1, x, y, loss),
      },
    },
    {
      misconception:
        "Prediction and target have changed places: the loss takes the prediction first, and not every loss treats both alike.",
      equation: "2.1",
      answers: {
        empiricalLoss: (w: number, x: Vector, y: Vector, loss: Loss) =>
          empiricalLoss(w, x, y, (prediction, target) => loss(target, prediction)),
      },
    },
    {
      misconception: "Only the last sample counts: each loss overwrites the one before it.",
      equation: "2.2",
      answers: {
        empiricalLoss: (w: number, x: Vector, y: Vector, loss: Loss) =>
          loss(w * x.at(-1)!, y.at(-1)!) / x.length,
      },
    },
    {
      misconception: "The mean divides by n − 1; that belongs to a variance. Here it is n.",
      equation: "2.2",
      answers: {
        empiricalLoss: (w: number, x: Vector, y: Vector, loss: Loss) =>
          (empiricalLoss(w, x, y, loss) * x.length) / (x.length - 1),
      },
    },
    {
      misconception: "The slope is a total: the factor 1/n of the mean is missing.",
      equation: "2.2",
      answers: {
        lossSlope: (w: number, x: Vector, y: Vector) => lossSlope(w, x, y) * x.length,
      },
    },
    {
      misconception:
        "The slope has the wrong sign: it says which way J rises, and stepping against it is the optimizer's business.",
      equation: "2.2",
      answers: { lossSlope: (w: number, x: Vector, y: Vector) => -lossSlope(w, x, y) },
    },
    {
      misconception:
        "The inner derivative is missing: w acts through w·x, so each sample's slope has a factor x.",
      equation: "2.2",
      answers: {
        lossSlope: (w: number, x: Vector, y: Vector) =>
          x.reduce((sum, xi, i) => sum + 2 * (w * xi - y[i]!), 0) / x.length,
      },
    },
    {
      misconception:
        "The loss is taken of the means; it is the mean of the losses that is asked for.",
      equation: "2.2",
      answers: {
        empiricalLoss: (w: number, x: Vector, y: Vector, loss: Loss) => {
          const mean = (list: Vector): number =>
            list.reduce((sum, one) => sum + one, 0) / list.length;
          return loss(w * mean(x), mean(y));
        },
      },
    },
    {
      misconception: "The squared error is built in; the loss is an argument and may be any other.",
      equation: "2.2",
      answers: {
        empiricalLoss: (w: number, x: Vector, y: Vector) => empiricalLoss(w, x, y, squared),
      },
    },
    {
      misconception:
        "The inner derivative is taken to be w; the prediction is w·x, and w is what is nudged, so it is x.",
      equation: "2.2",
      answers: {
        lossSlope: (w: number, x: Vector, y: Vector) =>
          x.reduce((sum, xi, i) => sum + 2 * (w * xi - y[i]!) * w, 0) / x.length,
      },
    },
    {
      misconception: "Two slips: the 2 of the square is missing, and so is the mean.",
      equation: "2.2",
      answers: {
        lossSlope: (w: number, x: Vector, y: Vector) =>
          x.reduce((sum, xi, i) => sum + (w * xi - y[i]!) * xi, 0),
      },
    },
  ],
  rightAnswers: [
    {
      empiricalLoss: (w: number, x: Vector, y: Vector, loss: Loss) => {
        let mean = 0;
        for (let i = 0; i < x.length; i++) mean += (loss(w * x[i]!, y[i]!) - mean) / (i + 1);
        return mean;
      },
      lossSlope: (w: number, x: Vector, y: Vector) => {
        let slope = 0;
        for (let i = 0; i < x.length; i++) slope += (w * x[i]! ** 2 - x[i]! * y[i]!) / x.length;
        return 2 * slope;
      },
    },
    {
      empiricalLoss: (w: number, x: Vector, y: Vector, loss: Loss) => {
        const losses = x.map((xi, i) => loss(xi * w, y[i]!));
        return losses.reduce((a, b) => a + b, 0) / losses.length;
      },
      lossSlope: (w: number, x: Vector, y: Vector) => {
        const squares = x.reduce((sum, xi) => sum + xi * xi, 0);
        const products = x.reduce((sum, xi, i) => sum + xi * y[i]!, 0);
        return (2 * (w * squares - products)) / x.length;
      },
    },
  ],
};
