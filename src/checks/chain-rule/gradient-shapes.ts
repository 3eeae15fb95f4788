/** Chapter 3, exercise 3.11: the shapes of Jacobians and gradients, before any number is known. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { lengths } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { agreesForAll } from "../properties.js";

type Shapes = Readonly<Record<"dX" | "dW" | "db", readonly number[]>>;

const jacobianShape = (inputs: number, outputs: number): number[] => [outputs, inputs];
const gradientShapes = (n: number, inputs: number, outputs: number): Shapes => ({
  dX: [n, inputs],
  dW: [inputs, outputs],
  db: [outputs],
});
const weightJacobian = (n: number, inputs: number, outputs: number): number[] => [
  n * outputs,
  inputs * outputs,
];

const pairs = fc.tuple(lengths(9), lengths(9));
const triples = fc.tuple(lengths(9), lengths(9), lengths(9));

/** What fits where in the backward pass of a linear module. */
export const gradientShapesExercise: Exercise = {
  id: "chain-rule/gradient-shapes",
  number: "3.11",
  title: "Shapes on the way back",
  kind: "predict",
  syllabus: ["B6", "B7"],
  equations: ["3.9", "3.10", "3.11"],
  reference: { jacobianShape, gradientShapes, weightJacobian },
  hints: [
    "The cost is one number. So its gradient has one entry for each entry of whatever it is taken by. Only a derivative of many numbers by many numbers needs a table.",
    "Eq. (3.10): entry (i, j) of a Jacobian is $\\partial z_{g,i} / \\partial z_{f,j}$, so row i belongs to an output, column j to an input. Eq. (3.11), with $X$ [n, in], $W$ [in, out], $b$ [out], $Z$ [n, out]: which shapes must the two products have?",
    "```ts\nfunction gradientShapes(n: number, inputs: number, outputs: number) {\n  return { dX: [n, …], dW: […, …], db: […] };   // as X, as W, as b\n}\nfunction weightJacobian(n: number, inputs: number, outputs: number): number[] {\n  const entriesOfZ = n * …;\n  const entriesOfW = …;\n  return [entriesOfZ, entriesOfW];              // rows: outputs; columns: what is nudged\n}\n```",
  ],
  why: "A gradient looks like what it belongs to, always. The Jacobian of $Z$ by $W$ for 32 examples, 600 inputs and 40 units has 1,280 rows and 24,000 columns, and nearly all of it is zeros. Backpropagation never writes it down: $X^\\top\\,\\partial C/\\partial Z$ is that product without the table.",
  checks: [
    workedByHand({
      name: "jacobianShape: rows are outputs",
      points: 1,
      answer: "jacobianShape",
      cases: [
        { args: [1, 1], want: [1, 1], byHand: "one slope" },
        { args: [3, 1], want: [1, 3], byHand: "one output: a gradient, written as a row" },
        { args: [2, 5], want: [5, 2], byHand: "5 outputs are 5 rows, 2 inputs are 2 columns" },
      ],
    }),
    agreesForAll({
      name: "jacobianShape: any module",
      points: 1,
      hidden: true,
      answer: "jacobianShape",
      library: jacobianShape,
      inputs: pairs,
    }),
    workedByHand({
      name: "gradientShapes: 5 examples, 3 inputs, 2 units",
      points: 1,
      answer: "gradientShapes",
      cases: [
        {
          args: [1, 2, 1],
          want: { dX: [1, 2], dW: [2, 1], db: [1] },
          byHand: "X [1, 2], W [2, 1], b [1]",
        },
        {
          args: [5, 3, 2],
          want: { dX: [5, 3], dW: [3, 2], db: [2] },
          byHand: "the shapes of X, W and b",
        },
      ],
    }),
    agreesForAll({
      name: "gradientShapes: any layer, any batch",
      points: 1,
      answer: "gradientShapes",
      library: gradientShapes,
      inputs: triples,
    }),
    workedByHand({
      name: "weightJacobian: every entry of Z by every entry of W",
      points: 1,
      answer: "weightJacobian",
      cases: [
        { args: [1, 2, 1], want: [1, 2], byHand: "Z has 1 entry, W has 2" },
        { args: [5, 3, 2], want: [10, 6], byHand: "Z has 5·2 entries, W has 3·2" },
      ],
    }),
    agreesForAll({
      name: "weightJacobian: any layer, any batch",
      points: 1,
      hidden: true,
      answer: "weightJacobian",
      library: weightJacobian,
      inputs: triples,
    }),
  ],
  wrongAnswers: [
    {
      misconception: "The Jacobian lies on its side: rows are outputs, columns are inputs.",
      equation: "3.10",
      answers: { jacobianShape: (inputs: number, outputs: number) => [inputs, outputs] },
    },
    {
      misconception: "The Jacobian is square only if a module has as many outputs as inputs.",
      equation: "3.10",
      answers: { jacobianShape: (inputs: number) => [inputs, inputs] },
    },
    {
      misconception: "dW lies on its side: a gradient has the shape of what it belongs to.",
      equation: "3.11",
      answers: {
        gradientShapes: (n: number, i: number, o: number) => ({
          ...gradientShapes(n, i, o),
          dW: [o, i],
        }),
      },
    },
    {
      misconception:
        "db still has a row for each example; b is one list for the whole batch, so the examples are summed.",
      equation: "3.11",
      answers: {
        gradientShapes: (n: number, i: number, o: number) => ({
          ...gradientShapes(n, i, o),
          db: [n, o],
        }),
      },
    },
    {
      misconception:
        "dW still has a table for each example; W is one table for the whole batch, so the examples are summed.",
      equation: "3.11",
      answers: {
        gradientShapes: (n: number, i: number, o: number) => ({
          ...gradientShapes(n, i, o),
          dW: [n, i, o],
        }),
      },
    },
    {
      misconception: "dX has the shape of Z; it belongs to X.",
      equation: "3.11",
      answers: {
        gradientShapes: (n: number, i: number, o: number) => ({
          ...gradientShapes(n, i, o),
          dX: [n, o],
        }),
      },
    },
    {
      misconception: "One bias an input is assumed; b has one entry for each unit.",
      equation: "3.11",
      answers: {
        gradientShapes: (n: number, i: number, o: number) => ({
          ...gradientShapes(n, i, o),
          db: [i],
        }),
      },
    },
    {
      misconception: "The table lies on its side: rows are entries of Z, columns entries of W.",
      equation: "3.10",
      answers: { weightJacobian: (n: number, i: number, o: number) => [i * o, n * o] },
    },
    {
      misconception: "The batch is left out: Z has a row for each of n examples.",
      equation: "3.10",
      answers: { weightJacobian: (_n: number, i: number, o: number) => [o, i * o] },
    },
    {
      misconception:
        "This is the Jacobian by the inputs X. Here W is nudged, with all of its entries.",
      equation: "3.10",
      answers: { weightJacobian: (n: number, i: number, o: number) => [n * o, n * i] },
    },
  ],
  rightAnswers: [
    {
      jacobianShape: (inputs: number, outputs: number) => [inputs, outputs].reverse(),
      gradientShapes: (n: number, i: number, o: number) => {
        const W = [i, o];
        return { db: [o], dW: W, dX: [n, W[0]!] };
      },
      weightJacobian: (n: number, i: number, o: number) => [n, i].map((size) => size * o),
    },
    {
      jacobianShape: (inputs: number, outputs: number) => {
        const shape: number[] = [];
        shape.push(outputs);
        shape.push(inputs);
        return shape;
      },
      gradientShapes: (n: number, i: number, o: number) =>
        Object.fromEntries([
          ["dX", [n, i]],
          ["dW", [i, o]],
          ["db", [o]],
        ]),
      weightJacobian: (n: number, i: number, o: number) => {
        const count = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);
        return jacobianShape(count([i, o]), count([n, o]));
      },
    },
  ],
};
