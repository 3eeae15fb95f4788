/** Chapter 1, exercise 1.5: tanh from exponentials, safe far from 0, and its derivative. */
import type { Exercise } from "../../grading/exercise.js";
import { tanh as library, sigmoid } from "../../math/activations.js";
import type { Random } from "../../math/random.js";
import { FINITE_DIFFERENCE } from "../../math/tolerances.js";
import {
  agreesWithLibrary,
  isSlopeOf,
  obeysLaw,
  shortNumber,
  valueFrom,
  workedByHand,
} from "../kinds.js";
import { TANH_PICTURES } from "../pictures/perceptron.js";

const aroundZero = (random: Random): number[] => [
  0,
  1,
  -1,
  2,
  -2,
  ...Array.from({ length: 10 }, () => shortNumber(random, 4)),
];

/** tanh(z) = (e^z − e^(−z))/(e^z + e^(−z)) and tanh′ = 1 − tanh². */
export const tanhExercise: Exercise = {
  id: "perceptron/tanh",
  number: "1.5",
  title: "tanh, also where e^z overflows",
  kind: "implement",
  syllabus: ["P7"],
  equations: ["1.8", "1.9"],
  reference: {
    hyperbolicTangent: (z: number) => library(z),
    hyperbolicTangentDerivative: (z: number) => library.derivative(z),
  },
  hints: [
    "Write Eq. (1.8) down as it stands and try z = 1000: which two numbers does the computer divide? A fraction keeps its value when both parts are divided by the same number.",
    "Eq. (1.8) divided above and below by $e^{z}$ is $(1 - e^{-2z})/(1 + e^{-2z})$, safe for $z > 0$; and tanh is odd, $\\tanh(-z) = -\\tanh(z)$. Eq. (1.9): $\\tanh'(z) = 1 - \\tanh^2(z)$.",
    "```ts\nconst e = Math.exp(-2 * Math.abs(z));    // never above 1\nconst size = (1 - …) / (1 + …);          // tanh of |z|\nreturn z < 0 ? … : …;                     // tanh is odd\n```\nFor the derivative: compute the value once, then 1 minus its *square*.",
  ],
  why: "Where $e^z$ overflows, the quotient becomes $\\infty / \\infty$, although tanh itself is as close to 1 as a number can be. Rewriting a formula so that it only ever computes powers of negative numbers is the commonest repair in numerical work.",
  checks: [
    workedByHand({
      name: "value: 0 at 0, 3/5 at ln 2, −3/5 at −ln 2",
      points: 1,
      answer: "hyperbolicTangent",
      cases: [
        { args: [0], want: 0, byHand: "(1 − 1)/(1 + 1) = 0" },
        { args: [Math.log(2)], want: 0.6, byHand: "(2 − ½)/(2 + ½) = 3/5" },
        { args: [-Math.log(2)], want: -0.6, byHand: "(½ − 2)/(½ + 2) = −3/5" },
      ],
    }),
    workedByHand({
      name: "value: 1 and −1 where e^z overflows, never NaN",
      points: 1,
      answer: "hyperbolicTangent",
      cases: [
        { args: [1000], want: 1, byHand: "e^(−2000) is 0 in floats, and (1 − 0)/(1 + 0) = 1" },
        { args: [-1000], want: -1, byHand: "tanh is odd: −tanh(1000) = −1" },
      ],
    }),
    obeysLaw({
      name: "value: tanh(z) = 2σ(2z) − 1",
      points: 1,
      inputs: aroundZero,
      sides: (answers, z) => [
        valueFrom(answers, "hyperbolicTangent", 0, z),
        2 * sigmoid(2 * z) - 1,
      ],
      statement: (z) => `hyperbolicTangent(${z}) = 2σ(${2 * z}) − 1`,
      tolerance: FINITE_DIFFERENCE,
    }),
    agreesWithLibrary({
      name: "value: agrees with the library on generated inputs",
      points: 1,
      answer: "hyperbolicTangent",
      library: (z: number) => library(z),
      inputs: (random) => aroundZero(random).map((z) => [z]),
      tolerance: FINITE_DIFFERENCE,
    }),
    workedByHand({
      name: "derivative: 1 at 0, 16/25 at ln 2, 0 far away",
      points: 1,
      answer: "hyperbolicTangentDerivative",
      cases: [
        { args: [0], want: 1, byHand: "1 − 0² = 1" },
        { args: [Math.log(2)], want: 0.64, byHand: "1 − (3/5)² = 16/25" },
        { args: [1000], want: 0, byHand: "1 − 1² = 0" },
      ],
    }),
    isSlopeOf({
      name: "derivative: the slope that is measured",
      points: 1,
      answer: "hyperbolicTangentDerivative",
      of: (z) => library(z),
      inputs: aroundZero,
    }),
  ],
  pictures: TANH_PICTURES,
  wrongAnswers: [
    {
      misconception:
        "Parentheses are missing: without them only the middle two of the four powers are divided.",
      equation: "1.8",
      answers: {
        hyperbolicTangent: (z: number) => Math.exp(z) - Math.exp(-z) / Math.exp(z) + Math.exp(-z),
      },
    },
    {
      misconception:
        "Eq. (1.8) taken as it stands: right near 0, but for large |z| it is ∞/∞ in floats.",
      equation: "1.8",
      answers: {
        hyperbolicTangent: (z: number) =>
          (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z)),
      },
    },
    {
      misconception:
        "Divided by e^z alone the fraction is safe on the positive side, but for a very negative z it is still ∞/∞.",
      equation: "1.8",
      answers: {
        hyperbolicTangent: (z: number) => (1 - Math.exp(-2 * z)) / (1 + Math.exp(-2 * z)),
      },
    },
    {
      misconception: "Numerator and denominator have changed places: this is 1/tanh.",
      equation: "1.8",
      answers: {
        hyperbolicTangent: (z: number) =>
          (Math.exp(z) + Math.exp(-z)) / (Math.exp(z) - Math.exp(-z)),
      },
    },
    {
      misconception: "This is the sigmoid, which runs from 0 to 1; tanh runs from −1 to 1.",
      equation: "1.8",
      answers: { hyperbolicTangent: (z: number) => 1 / (1 + Math.exp(-z)) },
    },
    {
      misconception: "The factor 2 in the exponent is missing: this is tanh(z/2), half as steep.",
      equation: "1.8",
      answers: { hyperbolicTangent: (z: number) => Math.tanh(z / 2) },
    },
    {
      misconception: "The square is missing: the slope is 1 − tanh², not 1 − tanh.",
      equation: "1.9",
      answers: { hyperbolicTangentDerivative: (z: number) => 1 - Math.tanh(z) },
    },
    {
      misconception: "The pattern a(1 − a) belongs to the sigmoid; the slope of tanh is 1 − tanh².",
      equation: "1.9",
      answers: { hyperbolicTangentDerivative: (z: number) => Math.tanh(z) * (1 - Math.tanh(z)) },
    },
    {
      misconception: "The square is taken of z, where it should be taken of tanh(z).",
      equation: "1.9",
      answers: { hyperbolicTangentDerivative: (z: number) => 1 - z ** 2 },
    },
    {
      misconception:
        "The square stands inside: tanh(z²) is not tanh²(z). First the tanh, then its square.",
      equation: "1.9",
      answers: { hyperbolicTangentDerivative: (z: number) => 1 - Math.tanh(z ** 2) },
    },
    {
      misconception: "This runs from 0 to 1, as a sigmoid does; tanh runs from −1 to 1.",
      equation: "1.8",
      answers: { hyperbolicTangent: (z: number) => sigmoid(2 * z) },
    },
    {
      misconception: "This is the tangent of an angle, Math.tan; tanh is another function.",
      equation: "1.8",
      answers: { hyperbolicTangent: (z: number) => Math.tan(z) },
    },
  ],
  rightAnswers: [
    {
      hyperbolicTangent: (z: number) => {
        const e = Math.exp(-2 * Math.abs(z));
        return Math.sign(z) * ((1 - e) / (1 + e));
      },
      hyperbolicTangentDerivative: (z: number) => 1 - Math.tanh(z) ** 2,
    },
    {
      hyperbolicTangent: (z: number) => 2 / (1 + Math.exp(-2 * z)) - 1,
      hyperbolicTangentDerivative: (z: number) => 1 / Math.cosh(z) ** 2,
    },
    {
      hyperbolicTangent: (z: number) => Math.tanh(z),
      hyperbolicTangentDerivative: (z: number) => (1 - Math.tanh(z)) * (1 + Math.tanh(z)),
    },
  ],
  equivalentMutants: {
    "z < 0 ? -size : size becomes z <= 0 ? -size : size":
      "They differ at z = 0 alone, where size is 0, and −0 is as good as 0.",
  },
};
