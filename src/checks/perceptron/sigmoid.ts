/** Chapter 1, exercise 1.3: the sigmoid and its derivative. */
import type { Exercise } from "../../grading/exercise.js";
import { sigmoid as library } from "../../math/activations.js";
import type { Random } from "../../math/random.js";
import {
  agreesWithLibrary,
  isSlopeOf,
  obeysLaw,
  shortNumber,
  valueFrom,
  workedByHand,
} from "../kinds.js";
import { SIGMOID_PICTURES } from "../pictures/perceptron.js";

const logistic = (z: number): number => 1 / (1 + Math.exp(-z));
const aroundZero = (random: Random): number[] => [
  0,
  1,
  -1,
  2,
  -2,
  ...Array.from({ length: 10 }, () => shortNumber(random, 6)),
];

/** σ(z) = 1/(1 + e^(−z)) and σ′ = σ(1 − σ), also far from 0. */
export const sigmoidExercise: Exercise = {
  id: "perceptron/sigmoid",
  number: "1.3",
  title: "The sigmoid and its slope",
  kind: "implement",
  syllabus: ["P6"],
  equations: ["1.6", "1.7"],
  reference: {
    sigmoid: (z: number) => library(z),
    sigmoidDerivative: (z: number) => library.derivative(z),
  },
  hints: [
    "Put z = 0 into Eq. (1.6) on paper, then a large positive and a large negative z. Which power of e must vanish when z is large?",
    "Eq. (1.6): $\\sigma(z) = 1/(1 + e^{-z})$ and Eq. (1.7): $\\sigma'(z) = \\sigma(z)\\,(1 - \\sigma(z))$. Both take a number and return a number.",
    "```ts\nfunction sigmoidDerivative(z: number): number {\n  const s = sigmoid(z);     // compute it once\n  return s * …;             // the second factor is what s lacks to be 1\n}\n```\nIn `sigmoid`, Math.exp gets the *negative* of z.",
  ],
  why: "The derivative needs no second exponential: $\\sigma' = \\sigma(1 - \\sigma)$ uses the value that the forward pass has already computed. Networks are trained with exactly this economy.",
  checks: [
    workedByHand({
      name: "sigmoid: σ(0) is one half, σ(ln 3) three quarters, σ(−6) almost 0",
      points: 1,
      answer: "sigmoid",
      cases: [
        { args: [0], want: 0.5, byHand: "1/(1 + e⁰) = 1/2" },
        { args: [Math.log(3)], want: 0.75, byHand: "e^(−ln 3) = 1/3, and 1/(1 + 1/3) = 3/4" },
        { args: [-6], want: 0.0024726231566347743, byHand: "1/(1 + e⁶) = 1/404.4288 ≈ 0.00247" },
      ],
    }),
    obeysLaw({
      name: "sigmoid: σ(−z) = 1 − σ(z)",
      points: 1,
      inputs: aroundZero,
      sides: (answers, z) => [
        valueFrom(answers, "sigmoid", 0, -z),
        1 - valueFrom(answers, "sigmoid", 0, z),
      ],
      statement: (z) => `sigmoid(${-z}) = 1 − sigmoid(${z})`,
    }),
    workedByHand({
      name: "sigmoid: 0 and 1 far from 0, never NaN",
      points: 1,
      answer: "sigmoid",
      cases: [
        { args: [40], want: 1, byHand: "e^(−40) is 4·10⁻¹⁸, too small to change 1" },
        { args: [1000], want: 1, byHand: "e^(−1000) is 0 in floats, and 1/(1 + 0) = 1" },
        { args: [-1000], want: 0, byHand: "e^1000 is Infinity in floats, and 1/Infinity = 0" },
      ],
    }),
    workedByHand({
      name: "derivative: 1/4 at 0, 3/16 at ln 3, 0 far away",
      points: 1,
      answer: "sigmoidDerivative",
      cases: [
        { args: [0], want: 0.25, byHand: "½·(1 − ½) = ¼" },
        { args: [Math.log(3)], want: 0.1875, byHand: "¾·(1 − ¾) = 3/16" },
        { args: [1000], want: 0, byHand: "1·(1 − 1) = 0" },
        { args: [-1000], want: 0, byHand: "0·(1 − 0) = 0" },
      ],
    }),
    isSlopeOf({
      name: "derivative: the slope that is measured",
      points: 1,
      answer: "sigmoidDerivative",
      of: (z) => library(z),
      inputs: aroundZero,
    }),
    agreesWithLibrary({
      name: "sigmoid: agrees with the library on generated inputs",
      points: 1,
      answer: "sigmoid",
      library: (z: number) => library(z),
      inputs: (random) => aroundZero(random).map((z) => [z]),
    }),
  ],
  pictures: SIGMOID_PICTURES,
  wrongAnswers: [
    {
      misconception:
        "Parentheses are missing: 1 / 1 + e^(−z) divides only the first 1; the whole sum belongs below the line.",
      equation: "1.6",
      answers: { sigmoid: (z: number) => 1 + Math.exp(-z) },
    },
    {
      misconception:
        "The slope is 0 everywhere. If your code says s * 1 - s, parentheses are missing.",
      equation: "1.7",
      answers: { sigmoidDerivative: () => 0 },
    },
    {
      misconception:
        "The minus in the exponent is lost: with e^(+z) the curve falls where it should rise.",
      equation: "1.6",
      answers: { sigmoid: (z: number) => 1 / (1 + Math.exp(z)) },
    },
    {
      misconception:
        "The 1 in the denominator is missing, so the output is e^z and has no upper limit.",
      equation: "1.6",
      answers: { sigmoid: (z: number) => 1 / Math.exp(-z) },
    },
    {
      misconception:
        "The form e^z/(1 + e^z) is right on paper, but for large z it is ∞/∞ in floats.",
      equation: "1.6",
      answers: { sigmoid: (z: number) => Math.exp(z) / (1 + Math.exp(z)) },
    },
    {
      misconception: "This is tanh, which runs from −1 to 1; the sigmoid runs from 0 to 1.",
      equation: "1.6",
      answers: { sigmoid: (z: number) => Math.tanh(z) },
    },
    {
      misconception: "The derivative returns σ(z) itself; the factor 1 − σ is missing.",
      equation: "1.7",
      answers: { sigmoidDerivative: (z: number) => logistic(z) },
    },
    {
      misconception: "The derivative multiplies z by 1 − z; both factors need σ(z), not z.",
      equation: "1.7",
      answers: { sigmoidDerivative: (z: number) => z * (1 - z) },
    },
    {
      misconception:
        "The derivative is 1 − σ²: that is the pattern of tanh, and not the sigmoid's.",
      equation: "1.7",
      answers: { sigmoidDerivative: (z: number) => 1 - logistic(z) ** 2 },
    },
    {
      misconception:
        "The sign of the derivative is lost on the way: a rising curve has a positive slope.",
      equation: "1.7",
      answers: { sigmoidDerivative: (z: number) => -logistic(z) * (1 - logistic(z)) },
    },
    {
      misconception: "The derivative has lost its first factor: it returns 1 − σ(z).",
      equation: "1.7",
      answers: { sigmoidDerivative: (z: number) => 1 - logistic(z) },
    },
    {
      misconception: "A power of 2 stands in the place of the power of e: that is Math.exp.",
      equation: "1.6",
      answers: { sigmoid: (z: number) => 1 / (1 + 2 ** -z) },
    },
    {
      misconception: "A power of 10 stands in the place of the power of e: that is Math.exp.",
      equation: "1.6",
      answers: { sigmoid: (z: number) => 1 / (1 + 10 ** -z) },
    },
  ],
  rightAnswers: [
    {
      sigmoid: logistic,
      sigmoidDerivative: (z: number) => logistic(z) * (1 - logistic(z)),
    },
    {
      sigmoid: (z: number) => (1 + Math.tanh(z / 2)) / 2,
      sigmoidDerivative: (z: number) => logistic(z) * logistic(-z),
    },
    {
      sigmoid: (z: number) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z))),
      sigmoidDerivative: (z: number) => 1 / (2 + Math.exp(z) + Math.exp(-z)),
    },
  ],
};
