/** Chapter 1, exercise 1.2: the weighted sum of any number of inputs. */
import type { Exercise } from "../../grading/exercise.js";
import { weightedSum } from "../../math/perceptron.js";
import {
  agreesWithLibrary,
  obeysLaw,
  shortList,
  shortNumber,
  valueFrom,
  workedByHand,
} from "../kinds.js";
import { WEIGHTED_SUM_PICTURES } from "../pictures/perceptron.js";

type Vector = readonly number[];

const products = (x: Vector, w: Vector): number[] => x.map((xi, i) => xi * w[i]!);
const total = (list: Vector): number => list.reduce((sum, entry) => sum + entry, 0);

/** z = w₀ + Σ xᵢwᵢ for vectors of any length. */
export const weightedSumExercise: Exercise = {
  id: "perceptron/weighted-sum",
  number: "1.2",
  title: "The weighted sum",
  kind: "implement",
  syllabus: ["P2", "P3", "P4"],
  equations: ["1.2", "1.3", "1.4"],
  reference: { weightedSum: (x: Vector, w: Vector, w0: number) => weightedSum(x, w, w0) },
  hints: [
    "Each input has a weight of its own, and they stand at the same place of the two lists. What becomes of such a pair, and what of all the pairs?",
    "Eq. (1.3): $z = w_0 + \\sum_{i=1}^m x_i w_i$ with $x$ of shape [m], $w$ of shape [m], and the numbers $w_0$ and $z$ of shape [].",
    "```ts\nlet z = …;                       // what is there before any input counts\nfor (let i = 0; i < x.length; i++) {\n  z += …;                        // the contribution of input i\n}\nreturn z;\n```",
  ],
  why: "The bias stands outside the sum, so it is added once, however many inputs there are. That is why starting the running sum at $w_0$ works: it is the value of $z$ when no input has been read yet.",
  checks: [
    workedByHand({
      name: "gives the numbers worked by hand",
      points: 1,
      answer: "weightedSum",
      cases: [
        { args: [[0], [5], 1], want: 1, byHand: "1 + 0·5 = 1" },
        { args: [[2], [3], 0], want: 6, byHand: "0 + 2·3 = 6" },
        { args: [[1, 1], [2, 3], 10], want: 15, byHand: "10 + 1·2 + 1·3 = 15" },
        { args: [[-1, 2], [3, -2], 1], want: -6, byHand: "1 + (−1)·3 + 2·(−2) = −6" },
      ],
    }),
    agreesWithLibrary({
      name: "takes any number of inputs, from 1 to 8",
      points: 1,
      answer: "weightedSum",
      library: (x: Vector, w: Vector, w0: number) => weightedSum(x, w, w0),
      inputs: (random) =>
        [1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8].map((m) => [
          shortList(random, m),
          shortList(random, m),
          shortNumber(random),
        ]),
    }),
    obeysLaw({
      name: "the order of the inputs does not matter",
      points: 1,
      inputs: (random) =>
        [2, 3, 5].map((m) => ({
          x: shortList(random, m),
          w: shortList(random, m),
          order: random.shuffle(Array.from({ length: m }, (_, i) => i)),
        })),
      sides: (answers, { x, w, order }) => [
        answers.call(
          "weightedSum",
          order.map((i) => x[i]),
          order.map((i) => w[i]),
          1,
        ),
        weightedSum(x, w, 1),
      ],
      statement: ({ x, w, order }) =>
        `weightedSum([${order.map((i) => x[i]).join(", ")}], [${order.map((i) => w[i]).join(", ")}], 1): the same pairs in another order give the same sum, which`,
    }),
    obeysLaw({
      name: "a bias is a weight whose input is 1",
      points: 1,
      inputs: (random) =>
        [1, 2, 4].map((m) => ({
          x: shortList(random, m),
          w: shortList(random, m),
          w0: shortNumber(random),
        })),
      sides: (answers, { x, w, w0 }) => [
        valueFrom(answers, "weightedSum", 0, x, w, w0),
        valueFrom(answers, "weightedSum", 0, [1, ...x], [w0, ...w], 0),
      ],
      statement: ({ x, w, w0 }) =>
        `weightedSum([${x.join(", ")}], [${w.join(", ")}], ${w0}) = weightedSum([1, ${x.join(", ")}], [${w0}, ${w.join(", ")}], 0)`,
    }),
  ],
  pictures: WEIGHTED_SUM_PICTURES,
  wrongAnswers: [
    {
      misconception:
        "Each product overwrites what was there, so only the last one is left: the loop must add to the sum.",
      equation: "1.3",
      answers: { weightedSum: (x: Vector, w: Vector) => x.at(-1)! * w.at(-1)! },
    },
    {
      misconception:
        "Only the first input counts: does the loop return before it has seen the others?",
      equation: "1.3",
      answers: { weightedSum: (x: Vector, w: Vector, w0: number) => w0 + x[0]! * w[0]! },
    },
    {
      misconception: "The bias w₀ is missing: nothing is left when every input is 0.",
      equation: "1.3",
      answers: { weightedSum: (x: Vector, w: Vector) => total(products(x, w)) },
    },
    {
      misconception: "The bias is added once for every input; it belongs to the sum once.",
      equation: "1.3",
      answers: {
        weightedSum: (x: Vector, w: Vector, w0: number) => total(products(x, w)) + w0 * x.length,
      },
    },
    {
      misconception: "The mean of the products stands where their sum belongs.",
      equation: "1.3",
      answers: {
        weightedSum: (x: Vector, w: Vector, w0: number) => w0 + total(products(x, w)) / x.length,
      },
    },
    {
      misconception:
        "The weights are added up and only then multiplied by the sum of the inputs; each input has a weight of its own.",
      equation: "1.3",
      answers: { weightedSum: (x: Vector, w: Vector, w0: number) => w0 + total(x) * total(w) },
    },
    {
      misconception: "The bias is multiplied by the first input, as if it were a weight.",
      equation: "1.3",
      answers: {
        weightedSum: (x: Vector, w: Vector, w0: number) => total(products(x, w)) + w0 * x[0]!,
      },
    },
    {
      misconception: "The loop leaves the last input out.",
      equation: "1.3",
      answers: {
        weightedSum: (x: Vector, w: Vector, w0: number) => w0 + total(products(x, w).slice(0, -1)),
      },
    },
    {
      misconception: "The loop leaves the first input out: lists count from 0, the formula from 1.",
      equation: "1.3",
      answers: {
        weightedSum: (x: Vector, w: Vector, w0: number) => w0 + total(products(x, w).slice(1)),
      },
    },
    {
      misconception:
        "The products are collected but never added up: the result is one number, not a list.",
      equation: "1.3",
      answers: {
        weightedSum: (x: Vector, w: Vector, w0: number) => products(x, w).map((p) => p + w0),
      },
    },
    {
      misconception:
        "Inputs and weights are added, where each input is to be multiplied by its weight.",
      equation: "1.3",
      answers: { weightedSum: (x: Vector, w: Vector, w0: number) => w0 + total(x) + total(w) },
    },
    {
      misconception: "Each weight is multiplied by itself; it belongs to the input that it weighs.",
      equation: "1.3",
      answers: { weightedSum: (_x: Vector, w: Vector, w0: number) => w0 + total(products(w, w)) },
    },
  ],
  rightAnswers: [
    {
      weightedSum: (x: Vector, w: Vector, w0: number) => {
        let z = w0;
        for (let i = 0; i < x.length; i++) z += x[i]! * w[i]!;
        return z;
      },
    },
    {
      weightedSum: (x: Vector, w: Vector, w0: number) =>
        total([1, ...x].map((xi, i) => xi * [w0, ...w][i]!).reverse()),
    },
  ],
};
