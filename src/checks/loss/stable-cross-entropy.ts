/** Chapter 2, exercise 2.5: binary cross-entropy from the logit, right for every logit. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { centralDifference } from "../../math/central-difference.js";
import { FINITE_DIFFERENCE } from "../../math/tolerances.js";
import { numbers } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { STABLE_CROSS_ENTROPY_PICTURES } from "../pictures/loss.js";
import { agreesForAll, lawForAll } from "../properties.js";

const crossEntropyFromLogit = (y: number, z: number): number =>
  Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z)));
const logitSlope = (y: number, z: number): number => 1 / (1 + Math.exp(-z)) - y;

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const asked = fc.tuple(fc.integer({ min: 0, max: 1 }), numbers(5));

/** L = max(z, 0) − z·y + ln(1 + e^−|z|). */
export const stableCrossEntropyExercise: Exercise = {
  id: "loss/stable-cross-entropy",
  number: "2.5",
  title: "Cross-entropy that does not break",
  kind: "implement",
  syllabus: ["L3", "L6"],
  equations: ["2.4"],
  reference: { crossEntropyFromLogit, logitSlope },
  hints: [
    "Try label 0 with the logit 40. The sigmoid rounds to exactly 1, and ln(1 − 1) is −Infinity, although the loss is about 40. Which exponential can never be larger than 1?",
    "Eq. (2.4): $\\max(z, 0) - z\\,y + \\ln(1 + e^{-|z|})$, numbers in, a number out. Its slope with respect to $z$ is $\\sigma(z) - y$: prediction minus label.",
    "```ts\nfunction crossEntropyFromLogit(y: number, z: number): number {\n  return Math.max(…, 0) - … + Math.log1p(Math.exp(…));   // log1p(t) is ln(1 + t)\n}\nfunction logitSlope(y: number, z: number): number {\n  return … - y;\n}\n```",
  ],
  why: "The sigmoid and the logarithm undo each other on paper. Done one after the other in a computer they lose everything where the sigmoid rounds to 1. Fused into one formula they lose nothing, and the slope becomes prediction minus label: never small while the answer is wrong.",
  checks: [
    workedByHand({
      name: "loss: the numbers worked by hand",
      points: 1,
      answer: "crossEntropyFromLogit",
      cases: [
        { args: [0, 0], want: Math.LN2, byHand: "undecided: ln 2, whatever the label" },
        { args: [1, 0], want: Math.LN2, byHand: "undecided: ln 2, whatever the label" },
        {
          args: [1, Math.log(3)],
          want: Math.log(4 / 3),
          byHand: "the sigmoid is 3/4, and −ln(3/4) = ln(4/3)",
        },
        {
          args: [0, Math.log(3)],
          want: Math.log(4),
          byHand: "the sigmoid is 3/4, and −ln(1/4) = ln 4",
        },
      ],
    }),
    workedByHand({
      name: "loss: sure and wrong costs the logit, and no more",
      points: 2,
      answer: "crossEntropyFromLogit",
      cases: [
        { args: [0, 40], want: 40, byHand: "sure and wrong: the loss is z itself" },
        { args: [0, 36], want: 36, byHand: "sure and wrong: the loss is z itself, to 15 digits" },
        { args: [0, 800], want: 800, byHand: "e to the power of 800 must not appear" },
        { args: [1, -800], want: 800, byHand: "the mirror image" },
        { args: [1, 800], want: 0, byHand: "sure and right: nothing" },
      ],
    }),
    agreesForAll({
      name: "loss: the same as cross-entropy of the sigmoid, where that still works",
      points: 1,
      answer: "crossEntropyFromLogit",
      library: (y: number, z: number) =>
        -(y * Math.log(sigmoid(z)) + (1 - y) * Math.log(1 - sigmoid(z))),
      inputs: asked,
    }),
    lawForAll<[number, number]>({
      name: "loss: label 1 at z is label 0 at −z",
      points: 1,
      hidden: true,
      inputs: asked,
      sides: (answers, [y, z]) => [
        answers.call("crossEntropyFromLogit", y, 10 * z),
        answers.call("crossEntropyFromLogit", 1 - y, -10 * z) as number,
      ],
      statement: ([y, z]) =>
        `crossEntropyFromLogit(${y}, ${10 * z}) = crossEntropyFromLogit(${1 - y}, ${-10 * z})`,
    }),
    workedByHand({
      name: "slope: the numbers worked by hand",
      points: 1,
      answer: "logitSlope",
      cases: [
        { args: [1, 0], want: -0.5, byHand: "0.5 − 1" },
        { args: [0, 0], want: 0.5, byHand: "0.5 − 0" },
        { args: [0, 800], want: 1, byHand: "sure and wrong: the slope is 1, not 0" },
        { args: [1, -800], want: -1, byHand: "sure and wrong: the slope is −1, not 0" },
      ],
    }),
    agreesForAll({
      name: "slope: the one that is measured between two logits close together",
      points: 1,
      answer: "logitSlope",
      library: (y: number, z: number) => centralDifference((t) => crossEntropyFromLogit(y, t), z),
      tolerance: FINITE_DIFFERENCE,
      inputs: asked,
    }),
  ],
  pictures: STABLE_CROSS_ENTROPY_PICTURES,
  wrongAnswers: [
    {
      misconception:
        "The sigmoid is computed first and its logarithm afterwards. Where it rounds to 0 or 1 the logarithm is infinite: put the two into one formula.",
      equation: "2.4",
      answers: {
        crossEntropyFromLogit: (y: number, z: number) =>
          y === 1 ? -Math.log(sigmoid(z)) : -Math.log(1 - sigmoid(z)),
      },
    },
    {
      misconception:
        "ln(1 + e to the power of z) overflows for large z. The exponent must carry a minus and the absolute value.",
      equation: "2.4",
      answers: {
        crossEntropyFromLogit: (y: number, z: number) => Math.log(1 + Math.exp(z)) - z * y,
      },
    },
    {
      misconception: "The term z·y is missing: without it the label has no say.",
      equation: "2.4",
      answers: {
        crossEntropyFromLogit: (_: number, z: number) =>
          Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
      },
    },
    {
      misconception: "The sign of z·y is turned: label 1 should make a large logit cheap.",
      equation: "2.4",
      answers: {
        crossEntropyFromLogit: (y: number, z: number) =>
          Math.max(z, 0) + z * y + Math.log1p(Math.exp(-Math.abs(z))),
      },
    },
    {
      misconception: "max(z, 0) is replaced by z: for negative logits the loss then falls below 0.",
      equation: "2.4",
      answers: {
        crossEntropyFromLogit: (y: number, z: number) =>
          z - z * y + Math.log1p(Math.exp(-Math.abs(z))),
      },
    },
    {
      misconception:
        "The probability is clipped before the logarithm: the loss stops growing where the unit is most wrong, and its slope vanishes there.",
      equation: "2.4",
      answers: {
        crossEntropyFromLogit: (y: number, z: number) => {
          const p = Math.min(1 - 1e-7, Math.max(1e-7, sigmoid(z)));
          return -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
        },
      },
    },
    {
      misconception: "The slope is label minus prediction; it is the other way round.",
      equation: "2.4",
      answers: { logitSlope: (y: number, z: number) => y - sigmoid(z) },
    },
    {
      misconception:
        "The slope carries the sigmoid's own slope as a factor; in the fused form it has cancelled.",
      equation: "2.4",
      answers: {
        logitSlope: (y: number, z: number) => (sigmoid(z) - y) * sigmoid(z) * (1 - sigmoid(z)),
      },
    },
    {
      misconception: "The smaller of z and 0 stands where the larger one belongs.",
      equation: "2.4",
      answers: {
        crossEntropyFromLogit: (y: number, z: number) =>
          Math.min(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z))),
      },
    },
    {
      misconception: "The power grows with |z|: it needs the minus, so that it is never above 1.",
      equation: "2.4",
      answers: {
        crossEntropyFromLogit: (y: number, z: number) =>
          Math.max(z, 0) - z * y + Math.log1p(Math.exp(Math.abs(z))),
      },
    },
    {
      misconception: "The 1 inside the logarithm is missing: ln e^(−|z|) is only −|z|.",
      equation: "2.4",
      answers: {
        crossEntropyFromLogit: (y: number, z: number) => Math.max(z, 0) - z * y - Math.abs(z),
      },
    },
  ],
  rightAnswers: [
    {
      crossEntropyFromLogit: (y: number, z: number) => {
        const toward = y === 1 ? -z : z;
        return toward > 0 ? toward + Math.log1p(Math.exp(-toward)) : Math.log1p(Math.exp(toward));
      },
      logitSlope: (y: number, z: number) => (1 + Math.tanh(z / 2)) / 2 - y,
    },
    {
      crossEntropyFromLogit: (y: number, z: number) => {
        const m = Math.max(0, z);
        return m + Math.log(Math.exp(-m) + Math.exp(z - m)) - z * y;
      },
      logitSlope: (y: number, z: number) =>
        z >= 0 ? 1 / (1 + Math.exp(-z)) - y : Math.exp(z) / (1 + Math.exp(z)) - y,
    },
  ],
};
