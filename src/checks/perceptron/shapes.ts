/** Chapter 1, exercise 1.12: shapes through a network, and how many numbers it has to learn. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { workedByHand } from "../kinds.js";
import { counted } from "../law-text.js";
import { agreesForAll, lawForAll } from "../properties.js";

type Sizes = readonly number[];

const shapes = (sizes: Sizes, n: number): number[][] => sizes.map((size) => [n, size]);
const weightShapes = (sizes: Sizes): number[][] => sizes.slice(1).map((out, k) => [sizes[k]!, out]);
const parameterCount = (sizes: Sizes): number =>
  weightShapes(sizes).reduce((sum, [inputs, outputs]) => sum + (inputs! + 1) * outputs!, 0);

const sizeLists = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 5 });

/** What is known about a network before a single weight has a value. */
export const shapesExercise: Exercise = {
  id: "perceptron/shapes",
  number: "1.12",
  title: "Shapes and parameters of a network",
  kind: "predict",
  syllabus: ["P15", "P16"],
  equations: ["1.15", "1.17"],
  reference: { shapes, weightShapes, parameterCount },
  hints: [
    "A network with sizes [600, 40, 20, 10] has four layers of numbers and three layers of weights between them. Draw it as four columns; what connects two neighbours?",
    "Eq. (1.15): $W$ between $d_k$ and $d_{k+1}$ numbers has the shape $[d_k, d_{k+1}]$, and its bias $[d_{k+1}]$. A batch of $n$ examples has the shape $[n, d_k]$ in every layer.",
    "```ts\nfunction weightShapes(sizes: readonly number[]): number[][] {\n  return sizes.slice(1).map((out, k) => […, out]);   // who feeds layer k + 1?\n}\nfunction parameterCount(sizes: readonly number[]): number {\n  let count = 0;\n  for (const [inputs, outputs] of weightShapes(sizes)) count += …;  // weights and biases\n  return count;\n}\n```",
  ],
  why: "The picture of 10 by 20 pixels in three colours is a row of 600 numbers once it is flattened, and the first layer alone then has $600 \\cdot 40 + 40$ parameters: nearly all of the network. Shapes are the cheapest test there is. Say them aloud before you run anything.",
  checks: [
    workedByHand({
      name: "shapes: a batch of 5 through 600, 40, 10",
      points: 1,
      answer: "shapes",
      cases: [
        {
          args: [[2, 1], 1],
          want: [
            [1, 2],
            [1, 1],
          ],
          byHand: "one example: 2 inputs, 1 output",
        },
        {
          args: [[600, 40, 10], 5],
          want: [
            [5, 600],
            [5, 40],
            [5, 10],
          ],
          byHand: "5 rows in every layer, one an example",
        },
      ],
    }),
    workedByHand({
      name: "weightShapes: two hidden layers are three layers of weights",
      points: 1,
      answer: "weightShapes",
      cases: [
        { args: [[2, 1]], want: [[2, 1]], byHand: "one layer of weights from 2 inputs to 1 unit" },
        {
          args: [[600, 40, 20, 10]],
          want: [
            [600, 40],
            [40, 20],
            [20, 10],
          ],
          byHand: "one matrix between each two neighbours",
        },
      ],
    }),
    workedByHand({
      name: "parameterCount: weights and biases, counted by hand",
      points: 1,
      answer: "parameterCount",
      cases: [
        { args: [[2, 1]], want: 3, byHand: "2 weights and 1 bias" },
        { args: [[2, 2, 1]], want: 9, byHand: "2·2 + 2 = 6, then 2·1 + 1 = 3" },
        {
          args: [[600, 40, 20, 10]],
          want: 25070,
          byHand: "24,040 + 820 + 210",
        },
      ],
    }),
    lawForAll<number[]>({
      name: "parameterCount: one more input costs one weight for each unit of the first layer",
      points: 1,
      inputs: sizeLists,
      sides: (answers, sizes) => [
        answers.call("parameterCount", [sizes[0]! + 1, ...sizes.slice(1)]),
        (answers.call("parameterCount", sizes) as number) + sizes[1]!,
      ],
      statement: (sizes) =>
        `One input more than [${sizes.join(", ")}] costs ${counted(sizes[1]!, "more parameter")}, which`,
    }),
    agreesForAll({
      name: "shapes: any network, any batch",
      points: 1,
      answer: "shapes",
      library: shapes,
      inputs: fc.tuple(sizeLists, fc.integer({ min: 1, max: 9 })),
    }),
    agreesForAll({
      name: "weightShapes: any network",
      points: 1,
      hidden: true,
      answer: "weightShapes",
      library: weightShapes,
      inputs: fc.tuple(sizeLists),
    }),
    agreesForAll({
      name: "parameterCount: any network",
      points: 1,
      hidden: true,
      answer: "parameterCount",
      library: parameterCount,
      inputs: fc.tuple(sizeLists),
    }),
  ],
  wrongAnswers: [
    {
      misconception:
        "The shapes are turned round: in this course examples are rows, so n comes first.",
      equation: "1.15",
      answers: { shapes: (sizes: Sizes, n: number) => sizes.map((size) => [size, n]) },
    },
    {
      misconception:
        "The input is left out: it is a layer of numbers too, with a shape of its own.",
      equation: "1.17",
      answers: { shapes: (sizes: Sizes, n: number) => shapes(sizes.slice(1), n) },
    },
    {
      misconception: "The matrices are turned round: in this course W has the shape [in, out].",
      equation: "1.15",
      answers: {
        weightShapes: (sizes: Sizes) => weightShapes(sizes).map(([a, b]) => [b!, a!]),
      },
    },
    {
      misconception:
        "There is one matrix too many: weights stand between layers, so there is one fewer than there are sizes.",
      equation: "1.17",
      answers: {
        weightShapes: (sizes: Sizes) => sizes.map((size, k) => [size, sizes[k + 1] ?? size]),
      },
    },
    {
      misconception: "The biases are not counted: each unit has one beside its weights.",
      equation: "1.15",
      answers: {
        parameterCount: (sizes: Sizes) =>
          weightShapes(sizes).reduce((sum, [a, b]) => sum + a! * b!, 0),
      },
    },
    {
      misconception:
        "One bias is counted for each input; the bias belongs to the unit that adds it, so there is one for each output.",
      equation: "1.15",
      answers: {
        parameterCount: (sizes: Sizes) =>
          weightShapes(sizes).reduce((sum, [a, b]) => sum + a! * b! + a!, 0),
      },
    },
    {
      misconception: "One bias is counted for each layer; every unit of the layer has its own.",
      equation: "1.15",
      answers: {
        parameterCount: (sizes: Sizes) =>
          weightShapes(sizes).reduce((sum, [a, b]) => sum + a! * b! + 1, 0),
      },
    },
    {
      misconception: "This counts units, not parameters: each unit has a weight for each input.",
      equation: "1.15",
      answers: {
        parameterCount: (sizes: Sizes) => sizes.slice(1).reduce((sum, size) => sum + size, 0),
      },
    },
  ],
  rightAnswers: [
    {
      shapes: (sizes: Sizes, n: number) => {
        const all: number[][] = [];
        for (const size of sizes) all.push([n, size]);
        return all;
      },
      weightShapes: (sizes: Sizes) => {
        const all: number[][] = [];
        for (let k = 1; k < sizes.length; k++) all.push([sizes[k - 1]!, sizes[k]!]);
        return all;
      },
      parameterCount: (sizes: Sizes) => {
        let count = 0;
        for (let k = 1; k < sizes.length; k++) count += sizes[k - 1]! * sizes[k]! + sizes[k]!;
        return count;
      },
    },
    {
      shapes: (sizes: Sizes, n: number) => Array.from(sizes, (size) => [n, size]),
      weightShapes: (sizes: Sizes) =>
        Array.from({ length: sizes.length - 1 }, (_, k) => [sizes[k]!, sizes[k + 1]!]),
      parameterCount: (sizes: Sizes) =>
        sizes.reduce((sum, size, k) => (k === 0 ? 0 : sum + size * (1 + sizes[k - 1]!)), 0),
    },
  ],
};
