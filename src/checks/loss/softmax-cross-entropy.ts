/** Chapter 2, exercise 2.7: softmax and cross-entropy as a pair, with the slope p − y. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { numericalGradient } from "../../math/central-difference.js";
import { FINITE_DIFFERENCE } from "../../math/tolerances.js";
import { vectors } from "../arbitraries.js";
import { valueFrom, workedByHand } from "../kinds.js";
import { SOFTMAX_CROSS_ENTROPY_PICTURES } from "../pictures/loss.js";
import { agreesForAll, lawForAll } from "../properties.js";

type Vector = readonly number[];

const logSumExp = (z: Vector): number => {
  const m = Math.max(...z);
  return m + Math.log(z.reduce((sum, zi) => sum + Math.exp(zi - m), 0));
};
const softmax = (z: Vector): number[] => z.map((zi) => Math.exp(zi - logSumExp(z)));
const softmaxCrossEntropy = (z: Vector, label: number): number => logSumExp(z) - z[label]!;
const logitGradient = (z: Vector, label: number): number[] =>
  softmax(z).map((p, i) => p - Number(i === label));

const asked = fc
  .integer({ min: 2, max: 5 })
  .chain((k) => fc.tuple(vectors(k), fc.integer({ min: 0, max: k - 1 })));

/** L = logSumExp(z) − z_y, and ∂L/∂z = p − y. */
export const softmaxCrossEntropyExercise: Exercise = {
  id: "loss/softmax-cross-entropy",
  number: "2.7",
  title: "Softmax with cross-entropy",
  kind: "implement",
  syllabus: ["L5", "L6"],
  equations: ["2.7", "2.8", "2.9", "2.10"],
  reference: { softmaxCrossEntropy, logitGradient },
  hints: [
    "Write −ln of the softmax share of the right class, and use the rule for the logarithm of a quotient. What is left of the exponential in the numerator?",
    "Eq. (2.8): $\\operatorname{logSumExp}(z) - z_y$ for scores $z$ of shape [k] and a label $y$ from 0 to $k - 1$. Eq. (2.10): the gradient has the shape [k] too, $p$ with 1 taken away at the label.",
    "```ts\nfunction softmaxCrossEntropy(z: readonly number[], label: number): number {\n  const m = Math.max(...z);\n  let sum = 0;\n  for (const zj of z) sum += Math.exp(zj - m);\n  return m + Math.log(sum) - …;\n}\nfunction logitGradient(z: readonly number[], label: number): number[] {\n  const p = …;                                    // softmax of z\n  return p.map((pi, i) => (i === label ? … : …));\n}\n```",
  ],
  why: "The gradient adds up to 0: what the right class is pushed up, the others are pushed down, each by its own share. And it stays near −1 at the right class as long as the network is sure of another one, so a confident mistake is corrected with full force.",
  checks: [
    workedByHand({
      name: "loss: the numbers worked by hand",
      points: 1,
      answer: "softmaxCrossEntropy",
      cases: [
        { args: [[0, 0], 0], want: Math.LN2, byHand: "two equal shares: −ln ½" },
        { args: [[0, 0, 0, 0], 2], want: Math.log(4), byHand: "four equal shares: −ln ¼" },
        {
          args: [[0, Math.log(3)], 0],
          want: Math.log(4),
          byHand: "the shares are ¼ and ¾; the label has ¼",
        },
        {
          args: [[0, Math.log(3)], 1],
          want: Math.log(4 / 3),
          byHand: "the shares are ¼ and ¾; the label has ¾",
        },
      ],
    }),
    workedByHand({
      name: "loss: large scores do not overflow, certain mistakes do not become infinite",
      points: 1,
      answer: "softmaxCrossEntropy",
      cases: [
        { args: [[1000, 0], 0], want: 0, byHand: "sure and right" },
        {
          args: [[1000, 0], 1],
          want: 1000,
          byHand: "sure and wrong: the difference of the scores",
        },
      ],
    }),
    agreesForAll({
      name: "loss: any scores, any label",
      points: 1,
      answer: "softmaxCrossEntropy",
      library: softmaxCrossEntropy,
      inputs: asked,
    }),
    workedByHand({
      name: "gradient: the numbers worked by hand",
      points: 1,
      answer: "logitGradient",
      cases: [
        { args: [[0, 0], 0], want: [-0.5, 0.5], byHand: "shares (½, ½) less (1, 0)" },
        {
          args: [[0, Math.log(3)], 0],
          want: [-0.75, 0.75],
          byHand: "shares (¼, ¾) less (1, 0)",
        },
      ],
    }),
    lawForAll<[number[], number]>({
      name: "gradient: its entries add up to 0",
      points: 1,
      inputs: asked,
      sides: (answers, [z, label]) => [
        valueFrom<Vector>(answers, "logitGradient", z, z, label).reduce((sum, g) => sum + g, 0),
        0,
      ],
      statement: ([z, label]) =>
        `The sum of logitGradient([${z.join(", ")}], ${label}) is 0, which`,
    }),
    agreesForAll({
      name: "gradient: the one that is measured, score by score",
      points: 1,
      answer: "logitGradient",
      library: (z: Vector, label: number) =>
        numericalGradient((t) => softmaxCrossEntropy(t.toArray() as number[], label), z).toArray(),
      tolerance: FINITE_DIFFERENCE,
      inputs: asked,
    }),
    agreesForAll({
      name: "gradient: large scores as well",
      points: 1,
      hidden: true,
      answer: "logitGradient",
      library: logitGradient,
      inputs: asked.map(([z, label]): [number[], number] => [z.map((zi) => 400 * zi), label]),
    }),
  ],
  pictures: SOFTMAX_CROSS_ENTROPY_PICTURES,
  wrongAnswers: [
    {
      misconception:
        "The softmax is computed first and its logarithm afterwards: large scores give NaN or Infinity. Keep the two together.",
      equation: "2.8",
      answers: {
        softmaxCrossEntropy: (z: Vector, label: number) => {
          const powers = z.map((zi) => Math.exp(zi));
          return -Math.log(powers[label]! / powers.reduce((sum, power) => sum + power, 0));
        },
      },
    },
    {
      misconception: "The score of the label is not taken away: the label has no say.",
      equation: "2.8",
      answers: { softmaxCrossEntropy: (z: Vector) => logSumExp(z) },
    },
    {
      misconception: "The sign is turned: this is the logarithm of the share, not minus it.",
      equation: "2.8",
      answers: {
        softmaxCrossEntropy: (z: Vector, label: number) => z[label]! - logSumExp(z),
      },
    },
    {
      misconception: "This is the share of the label itself; the loss is minus its logarithm.",
      equation: "2.7",
      answers: { softmaxCrossEntropy: (z: Vector, label: number) => softmax(z)[label]! },
    },
    {
      misconception:
        "Softmax is applied twice: its shares are taken for scores. The loss then never comes near 0.",
      equation: "2.8",
      answers: {
        softmaxCrossEntropy: (z: Vector, label: number) => softmaxCrossEntropy(softmax(z), label),
      },
    },
    {
      misconception: "These are the shares themselves: the 1 at the label is not taken away.",
      equation: "2.10",
      answers: { logitGradient: (z: Vector) => softmax(z) },
    },
    {
      misconception: "The gradient is label minus share; it is the other way round.",
      equation: "2.10",
      answers: {
        logitGradient: (z: Vector, label: number) => logitGradient(z, label).map((g) => -g),
      },
    },
    {
      misconception: "The 1 is taken away from every entry; it belongs to the label's alone.",
      equation: "2.10",
      answers: { logitGradient: (z: Vector) => softmax(z).map((p) => p - 1) },
    },
    {
      misconception:
        "Only the label's entry is filled in; the scores of the other classes have a slope too.",
      equation: "2.10",
      answers: {
        logitGradient: (z: Vector, label: number) =>
          logitGradient(z, label).map((g, i) => (i === label ? g : 0)),
      },
    },
    {
      misconception:
        "This is what is missing from a share of 1; the loss is minus the logarithm of the share.",
      equation: "2.7",
      answers: { softmaxCrossEntropy: (z: Vector, label: number) => 1 - softmax(z)[label]! },
    },
    {
      misconception: "The losses of all classes are summed; only the true class counts.",
      equation: "2.7",
      answers: {
        softmaxCrossEntropy: (z: Vector) => z.reduce((sum, zi) => sum + logSumExp(z) - zi, 0),
      },
    },
  ],
  rightAnswers: [
    {
      softmaxCrossEntropy: (z: Vector, label: number) => logSumExp(z.map((zi) => zi - z[label]!)),
      logitGradient: (z: Vector, label: number) => {
        const m = Math.max(...z);
        const powers = z.map((zi) => Math.exp(zi - m));
        const total = powers.reduce((a, b) => a + b, 0);
        const g = powers.map((power) => power / total);
        g[label] = g[label]! - 1;
        return g;
      },
    },
    {
      softmaxCrossEntropy: (z: Vector, label: number) => {
        const m = Math.max(...z);
        return Math.log(z.reduce((sum, zi) => sum + Math.exp(zi - m), 0)) - (z[label]! - m);
      },
      logitGradient: (z: Vector, label: number) =>
        z.map((zi, i) => Math.exp(zi - logSumExp(z)) - (i === label ? 1 : 0)),
    },
  ],
};
