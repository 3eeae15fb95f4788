/** Chapter 1, exercise 1.4: ReLU, its derivative, and the convention at the kink. */
import type { Exercise } from "../../grading/exercise.js";
import { relu as library } from "../../math/activations.js";
import type { Random } from "../../math/random.js";
import {
  agreesWithLibrary,
  isSlopeOf,
  obeysLaw,
  shortNumber,
  valueFrom,
  workedByHand,
} from "../kinds.js";
import { RELU_PICTURES } from "../pictures/perceptron.js";

/** Inputs that keep away from the kink, where a slope cannot be measured. */
const awayFromKink = (random: Random): number[] => [
  1,
  -1,
  2,
  -2,
  ...Array.from({ length: 10 }, () => shortNumber(random, 5)).map((z) =>
    Math.abs(z) < 0.1 ? z + 1 : z,
  ),
];

/** ReLU(z) = max(0, z) and its slope, 0 at z = 0. */
export const reluExercise: Exercise = {
  id: "perceptron/relu",
  number: "1.4",
  title: "ReLU and its slope",
  kind: "implement",
  syllabus: ["P8"],
  equations: ["1.10", "1.11"],
  reference: {
    relu: (z: number) => library(z),
    reluDerivative: (z: number) => library.derivative(z),
  },
  hints: [
    "Draw the graph: flat on one side of 0, a line of slope 1 on the other. What is the height at −5, and what is the steepness there?",
    "Eq. (1.10): $\\max(0, z)$. Eq. (1.11): the slope is 1 if $z > 0$ and 0 otherwise, also at $z = 0$ itself. A number in, a number out.",
    '```ts\nfunction relu(z: number): number {\n  return Math.max(…, …);      // the larger of two numbers\n}\nfunction reluDerivative(z: number): number {\n  return z > 0 ? … : …;       // ">" decides what happens at the kink\n}\n```',
  ],
  why: "At the kink there is no slope, only a choice, and the course takes 0. Any number from 0 to 1 would be a subgradient; what matters is that the choice is written down and kept.",
  checks: [
    workedByHand({
      name: "relu: passes what is positive, stops the rest",
      points: 1,
      answer: "relu",
      cases: [
        { args: [0], want: 0, byHand: "max(0, 0) = 0" },
        { args: [2], want: 2, byHand: "max(0, 2) = 2" },
        { args: [-6], want: 0, byHand: "max(0, −6) = 0" },
        { args: [0.5], want: 0.5, byHand: "max(0, 0.5) = 0.5" },
      ],
    }),
    obeysLaw({
      name: "relu: relu(z) − relu(−z) = z",
      points: 1,
      inputs: awayFromKink,
      sides: (answers, z) => [
        valueFrom(answers, "relu", 0, z) - valueFrom(answers, "relu", 0, -z),
        z,
      ],
      statement: (z) => `relu(${z}) − relu(${-z}) = ${z}`,
    }),
    agreesWithLibrary({
      name: "relu: agrees with the library on generated inputs",
      points: 1,
      answer: "relu",
      library: (z: number) => library(z),
      inputs: (random) => awayFromKink(random).map((z) => [z]),
    }),
    workedByHand({
      name: "derivative: 0 at the kink, by the course's convention",
      points: 1,
      answer: "reluDerivative",
      cases: [
        { args: [0], want: 0, byHand: "0 > 0 is false, so the second case of Eq. (1.11) holds" },
      ],
    }),
    isSlopeOf({
      name: "derivative: the slope that is measured, away from the kink",
      points: 1,
      answer: "reluDerivative",
      of: (z) => library(z),
      inputs: awayFromKink,
    }),
  ],
  pictures: RELU_PICTURES,
  wrongAnswers: [
    {
      misconception:
        "This is the leaky ReLU, which keeps a small slope on the negative side; ReLU itself is 0 there.",
      equation: "1.10",
      answers: { relu: (z: number) => (z > 0 ? z : 0.01 * z) },
    },
    {
      misconception: "max(z, 1) compares with 1; the rectifier cuts at 0.",
      equation: "1.10",
      answers: { relu: (z: number) => Math.max(z, 1) },
    },
    {
      misconception:
        "min stands where max belongs: the negative side passes and the positive one is cut.",
      equation: "1.10",
      answers: { relu: (z: number) => Math.min(0, z) },
    },
    {
      misconception:
        "This is the absolute value: it mirrors the negative side, where ReLU makes it 0.",
      equation: "1.10",
      answers: { relu: (z: number) => Math.abs(z) },
    },
    {
      misconception:
        "This is the step: it says whether z is positive, where ReLU lets the value of z through.",
      equation: "1.10",
      answers: { relu: (z: number) => (z > 0 ? 1 : 0) },
    },
    {
      misconception:
        "The slope at z = 0 is 1 here; Eq. (1.11) asks for z > 0, so at 0 itself it is 0.",
      equation: "1.11",
      answers: { reluDerivative: (z: number) => (z >= 0 ? 1 : 0) },
    },
    {
      misconception:
        "The derivative returns ReLU itself: the slope of the line is 1 however large z is.",
      equation: "1.11",
      answers: { reluDerivative: (z: number) => Math.max(0, z) },
    },
    {
      misconception:
        "The slope on the negative side is −1 here, as for the absolute value; ReLU is flat there.",
      equation: "1.11",
      answers: { reluDerivative: (z: number) => (z > 0 ? 1 : z < 0 ? -1 : 0) },
    },
    {
      misconception:
        "The slope at the kink is ½ here, the mean of both sides. That is a subgradient too, but the course takes 0.",
      equation: "1.11",
      answers: { reluDerivative: (z: number) => (z > 0 ? 1 : z < 0 ? 0 : 0.5) },
    },
  ],
  rightAnswers: [
    { relu: (z: number) => z * Number(z > 0), reluDerivative: (z: number) => (z > 0 ? 1 : 0) },
    {
      relu: (z: number) => (z + Math.abs(z)) / 2,
      reluDerivative: (z: number) => (Math.sign(z) + Math.abs(Math.sign(z))) / 2,
    },
  ],
};
