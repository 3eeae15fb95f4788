/** Chapter 2, exercise 2.11: which loss to expect before anything has been learned. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { lengths, numbers, positives, vectors } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { agreesForAll, lawForAll } from "../properties.js";

type Vector = readonly number[];

const mean = (list: Vector): number => list.reduce((sum, x) => sum + x, 0) / list.length;
const untrainedLoss = (k: number): number => Math.log(k);
const lossOfMean = (y: Vector): number => mean(y.map((yi) => (yi - mean(y)) ** 2));
const shareOf = (loss: number): number => Math.exp(-loss);

const targets = fc.tuple(lengths(5).chain((n) => vectors(n)));

/** Three numbers that a loss can be held against. */
export const expectedLossExercise: Exercise = {
  id: "loss/expected-loss",
  number: "2.11",
  title: "Which loss to expect",
  kind: "predict",
  syllabus: ["L2", "L4", "L5"],
  equations: ["2.2", "2.5", "2.7"],
  reference: { untrainedLoss, lossOfMean, shareOf },
  hints: [
    "A network that knows nothing gives every class the same share. What is that share for k classes? A model that can only say one number says the mean. And a loss of one sample is a logarithm: what undoes a logarithm?",
    "Eq. (2.7): $\\mathcal L = -\\ln p_y$ for one sample, so $p_y = \\dots$; with equal shares $p_y = 1/k$. Eq. (2.5): $J = \\frac1n \\sum_i (y_i - \\hat y_i)^2$ over a list of shape [n], here with all $\\hat y_i$ the same.",
    "```ts\nfunction untrainedLoss(k: number): number {\n  const share = …;                       // the same for each of k classes\n  return …;                              // (2.7)\n}\nfunction lossOfMean(y: readonly number[]): number {\n  const m = …;                           // what the model always says\n  return …;                              // (2.5): a mean of squares\n}\n```",
  ],
  why: "With ten classes training starts near $\\ln 10 = 2.3$. A first loss far above it says that the start is bad, and one far below it that something leaks. The variance of the targets is what a model without inputs reaches: whoever learns has to get below it.",
  checks: [
    workedByHand({
      name: "untrainedLoss: two classes and ten",
      points: 1,
      answer: "untrainedLoss",
      cases: [
        { args: [1], want: 0, byHand: "one class has the share 1, and −ln 1 = 0" },
        { args: [2], want: Math.LN2, byHand: "−ln ½ = ln 2" },
        { args: [10], want: Math.LN10, byHand: "−ln 0.1 = ln 10 ≈ 2.303" },
      ],
    }),
    lawForAll<[number, number]>({
      name: "untrainedLoss: k·m classes cost what k and m cost together",
      points: 1,
      inputs: fc.tuple(lengths(12), lengths(12)),
      sides: (answers, [k, m]) => [
        answers.call("untrainedLoss", k * m),
        Math.log(k) + (answers.call("untrainedLoss", m) as number),
      ],
      statement: ([k, m]) => `untrainedLoss(${k * m}) = ln ${k} + untrainedLoss(${m})`,
    }),
    workedByHand({
      name: "lossOfMean: targets worked by hand",
      points: 1,
      answer: "lossOfMean",
      cases: [
        { args: [[7]], want: 0, byHand: "one target: the model says 7, and is right" },
        { args: [[0, 2]], want: 1, byHand: "it says 1; the squares are 1 and 1, their mean is 1" },
        { args: [[1, 2, 6]], want: 14 / 3, byHand: "it says 3; (4 + 1 + 9)/3" },
      ],
    }),
    agreesForAll({
      name: "lossOfMean: any targets",
      points: 1,
      answer: "lossOfMean",
      library: lossOfMean,
      inputs: targets,
    }),
    lawForAll<[number[], number]>({
      name: "lossOfMean: moving all targets changes nothing",
      points: 1,
      hidden: true,
      inputs: fc.tuple(
        lengths(4).chain((n) => vectors(n)),
        numbers(),
      ),
      sides: (answers, [y, shift]) => [
        answers.call(
          "lossOfMean",
          y.map((yi) => yi + shift),
        ),
        lossOfMean(y),
      ],
      statement: ([y, shift]) =>
        `lossOfMean([${y.join(", ")}]) stays the same with ${shift} added, which`,
    }),
    workedByHand({
      name: "shareOf: from a loss back to a share",
      points: 1,
      answer: "shareOf",
      cases: [
        { args: [0], want: 1, byHand: "no loss: the share was 1" },
        { args: [Math.LN2], want: 0.5, byHand: "−ln ½ = ln 2" },
        { args: [Math.log(20)], want: 0.05, byHand: "−ln 0.05 = ln 20 ≈ 2.996" },
      ],
    }),
    agreesForAll({
      name: "shareOf: any loss",
      points: 1,
      hidden: true,
      answer: "shareOf",
      library: shareOf,
      inputs: fc.tuple(positives()),
    }),
  ],
  wrongAnswers: [
    {
      misconception: "This is the share of each class; the loss is minus its logarithm.",
      equation: "2.7",
      answers: { untrainedLoss: (k: number) => 1 / k },
    },
    {
      misconception: "The minus before the logarithm is lost.",
      equation: "2.7",
      answers: { untrainedLoss: (k: number) => -Math.log(k) },
    },
    {
      misconception: "A logarithm to base 2: this course takes natural ones, Math.log.",
      equation: "2.7",
      answers: { untrainedLoss: (k: number) => Math.log2(k) },
    },
    {
      misconception: "The mean over the classes is taken; only the true class counts.",
      equation: "2.7",
      answers: { untrainedLoss: (k: number) => Math.log(k) / k },
    },
    {
      misconception: "This is a sum over the samples; J is their mean.",
      equation: "2.2",
      answers: { lossOfMean: (y: Vector) => lossOfMean(y) * y.length },
    },
    {
      misconception:
        "This divides by n − 1, as one estimates a variance; J is a mean over all n samples.",
      equation: "2.2",
      answers: { lossOfMean: (y: Vector) => (lossOfMean(y) * y.length) / (y.length - 1) },
    },
    {
      misconception: "A root is taken; the squared error has none.",
      equation: "2.5",
      answers: { lossOfMean: (y: Vector) => Math.sqrt(lossOfMean(y)) },
    },
    {
      misconception: "The model is taken to say 0; it says the mean of the targets.",
      equation: "2.5",
      answers: { lossOfMean: (y: Vector) => mean(y.map((yi) => yi * yi)) },
    },
    {
      misconception: "The errors are not squared, so they cancel.",
      equation: "2.5",
      answers: { lossOfMean: (y: Vector) => mean(y.map((yi) => yi - mean(y))) },
    },
    {
      misconception: "The share is taken to fall on a line, 1 − loss; it falls as a power of e.",
      equation: "2.7",
      answers: { shareOf: (loss: number) => 1 - loss },
    },
    {
      misconception: "The minus is lost: a larger loss means a smaller share.",
      equation: "2.7",
      answers: { shareOf: (loss: number) => Math.exp(loss) },
    },
    {
      misconception:
        "This goes on to the loss of the loss; the way back from a logarithm is Math.exp.",
      equation: "2.7",
      answers: { shareOf: (loss: number) => -Math.log(loss) },
    },
  ],
  rightAnswers: [
    {
      untrainedLoss: (k: number) => -Math.log(1 / k),
      lossOfMean: (y: Vector) => {
        let sum = 0;
        let squares = 0;
        for (const yi of y) {
          sum += yi;
          squares += yi * yi;
        }
        return squares / y.length - (sum / y.length) ** 2;
      },
      shareOf: (loss: number) => 1 / Math.exp(loss),
    },
    {
      untrainedLoss: (k: number) => Math.log2(k) * Math.LN2,
      lossOfMean: (y: Vector) =>
        y.flatMap((a) => y.map((b) => (a - b) ** 2)).reduce((s, x) => s + x, 0) /
        (2 * y.length ** 2),
      shareOf: (loss: number) => Math.E ** -loss,
    },
  ],
};
