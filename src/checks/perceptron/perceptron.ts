/** Chapter 1, exercise 1.6: the perceptron with whatever activation it is given. */
import type { Exercise } from "../../grading/exercise.js";
import { linear, relu, sigmoid, tanh } from "../../math/activations.js";
import { perceptron, weightedSum } from "../../math/perceptron.js";
import {
  agreesWithLibrary,
  obeysLaw,
  shortList,
  shortNumber,
  valueFrom,
  workedByHand,
} from "../kinds.js";
import { PERCEPTRON_PICTURES } from "../pictures/perceptron.js";

type Vector = readonly number[];
type Scalar = (z: number) => number;

const ACTIVATIONS: readonly Scalar[] = [linear, relu, sigmoid, tanh];
const reference = (x: Vector, w: Vector, w0: number, g: Scalar): number => g(weightedSum(x, w, w0));

/** ŷ = g(w₀ + Σ xᵢwᵢ). */
export const perceptronExercise: Exercise = {
  id: "perceptron/perceptron",
  number: "1.6",
  title: "The perceptron",
  kind: "implement",
  syllabus: ["P2", "P3", "P5", "P10"],
  equations: ["1.5"],
  reference: { perceptron: reference },
  hints: [
    "Two steps: first one number z from inputs, weights and bias, then one number from z. What is the argument g for?",
    "Eq. (1.5): $\\hat y = g(z)$ with $z = w_0 + \\sum_i x_i w_i$; $x$ and $w$ have shape [m], $z$ and $\\hat y$ shape [], and $g$ takes a number and returns a number.",
    "```ts\nconst z = …;          // your weightedSum(x, w, w0) of exercise 1.2 does it\nreturn …;             // call the function that was handed over, once\n```",
  ],
  why: "The activation comes in as an argument, so the same three lines are linear regression, logistic regression and a ReLU unit. Multiply, add, bend: everything else is a choice of $g$.",
  checks: [
    workedByHand({
      name: "gives the numbers worked by hand, with three activations",
      points: 1,
      answer: "perceptron",
      cases: [
        {
          args: [[1], [2], 3, linear],
          want: 5,
          byHand: "z = 3 + 1·2 = 5, and the linear g leaves it",
        },
        { args: [[-1, 2], [3, -2], 1, linear], want: -6, byHand: "z = 1 − 3 − 4 = −6" },
        { args: [[-1, 2], [3, -2], 1, relu], want: 0, byHand: "z = −6, and max(0, −6) = 0" },
        {
          args: [[1, 1], [2, -2], 0, sigmoid],
          want: 0.5,
          byHand: "z = 0 + 2 − 2 = 0, and σ(0) = ½",
        },
      ],
    }),
    agreesWithLibrary({
      name: "agrees with the library for four activations and any number of inputs",
      points: 2,
      answer: "perceptron",
      library: (x: Vector, w: Vector, w0: number, g: typeof linear) => perceptron(x, w, w0, g),
      inputs: (random) =>
        [1, 2, 3, 5].flatMap((m) =>
          ACTIVATIONS.map((g) => [
            shortList(random, m, 2),
            shortList(random, m, 2),
            shortNumber(random, 2),
            g,
          ]),
        ),
    }),
    obeysLaw({
      name: "uses whatever function it is given",
      points: 1,
      inputs: () => [
        {
          g: function double(z: number) {
            return 2 * z;
          },
          words: "g(z) = 2z",
          want: -12,
        },
        {
          g: function square(z: number) {
            return z * z;
          },
          words: "g(z) = z²",
          want: 36,
        },
        {
          g: function seven() {
            return 7;
          },
          words: "g(z) = 7",
          want: 7,
        },
      ],
      sides: (answers, { g, want }) => [
        valueFrom(answers, "perceptron", 0, [-1, 2], [3, -2], 1, g),
        want,
      ],
      statement: ({ words, want }) => `With ${words}: perceptron([-1, 2], [3, -2], 1, g) = ${want}`,
    }),
  ],
  pictures: PERCEPTRON_PICTURES,
  wrongAnswers: [
    {
      misconception: "The activation is never applied: this is the weighted sum z.",
      equation: "1.5",
      answers: { perceptron: (x: Vector, w: Vector, w0: number) => weightedSum(x, w, w0) },
    },
    {
      misconception: "The activation is fixed to the sigmoid; the argument g is not used.",
      equation: "1.5",
      answers: { perceptron: (x: Vector, w: Vector, w0: number) => sigmoid(weightedSum(x, w, w0)) },
    },
    {
      misconception: "The bias is added after the activation; it belongs inside, to z.",
      equation: "1.5",
      answers: {
        perceptron: (x: Vector, w: Vector, w0: number, g: Scalar) => g(weightedSum(x, w, 0)) + w0,
      },
    },
    {
      misconception: "The bias is missing in z.",
      equation: "1.5",
      answers: {
        perceptron: (x: Vector, w: Vector, _w0: number, g: Scalar) => g(weightedSum(x, w, 0)),
      },
    },
    {
      misconception:
        "The activation is applied to each product before the sum; it acts once, on the whole sum.",
      equation: "1.5",
      answers: {
        perceptron: (x: Vector, w: Vector, w0: number, g: Scalar) =>
          x.reduce((sum, xi, i) => sum + g(xi * w[i]!), w0),
      },
    },
    {
      misconception:
        "The activation is applied to the inputs before they are weighted; it acts on z.",
      equation: "1.5",
      answers: {
        perceptron: (x: Vector, w: Vector, w0: number, g: Scalar) =>
          weightedSum(
            x.map((xi) => g(xi)),
            w,
            w0,
          ),
      },
    },
    {
      misconception: "The activation is applied twice.",
      equation: "1.5",
      answers: {
        perceptron: (x: Vector, w: Vector, w0: number, g: Scalar) => g(g(weightedSum(x, w, w0))),
      },
    },
    {
      misconception: "Only the first input is weighed; the sum runs over all of them.",
      equation: "1.5",
      answers: {
        perceptron: (x: Vector, w: Vector, w0: number, g: Scalar) => g(w0 + x[0]! * w[0]!),
      },
    },
    {
      misconception: "The bias is taken away; it is added.",
      equation: "1.5",
      answers: {
        perceptron: (x: Vector, w: Vector, w0: number, g: Scalar) => reference(x, w, -w0, g),
      },
    },
  ],
  rightAnswers: [
    { perceptron: reference },
    {
      perceptron: (x: Vector, w: Vector, w0: number, g: Scalar) => {
        let z = 0;
        for (const [i, xi] of x.entries()) z += xi * w[i]!;
        return g(z + w0);
      },
    },
  ],
};
