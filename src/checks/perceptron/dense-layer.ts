/** Chapter 1, exercise 1.8: a layer of perceptrons for a batch of examples. */
import type { Exercise } from "../../grading/exercise.js";
import { dense } from "../../math/dense-layer.js";
import type { Random } from "../../math/random.js";
import { agreesWithLibrary, obeysLaw, shortList, valueFrom, workedByHand } from "../kinds.js";
import { DENSE_LAYER_PICTURES } from "../pictures/perceptron.js";

type Vector = readonly number[];
type Matrix = readonly Vector[];

const library = (X: Matrix, W: Matrix, b: Vector): number[][] =>
  dense(X, W, b).toArray() as number[][];

const columns = (A: Matrix): Matrix => A[0]!.map((_, j) => A.map((row) => row[j]!));
const product = (X: Matrix, W: Matrix): number[][] =>
  X.map((row) => columns(W).map((column) => row.reduce((sum, x, j) => sum + x * column[j]!, 0)));

/** Batches of every shape: single entries first, then tall, wide and square ones. */
const layers = (random: Random): [Matrix, Matrix, Vector][] =>
  (
    [
      [1, 1, 1],
      [1, 2, 1],
      [1, 1, 2],
      [2, 2, 2],
      [2, 3, 2],
      [4, 2, 3],
      [3, 3, 3],
    ] as const
  ).map(([n, inputs, outputs]) => [
    Array.from({ length: n }, () => shortList(random, inputs)),
    Array.from({ length: inputs }, () => shortList(random, outputs)),
    shortList(random, outputs),
  ]);

/** zᵢ = w₀,ᵢ + Σⱼ xⱼ wⱼ,ᵢ for every row of X and every unit i. */
export const denseLayerExercise: Exercise = {
  id: "perceptron/dense-layer",
  number: "1.8",
  title: "A dense layer",
  kind: "implement",
  syllabus: ["P4", "P11"],
  equations: ["1.15"],
  reference: { denseLayer: library },
  hints: [
    "A layer is several perceptrons that read the same inputs. Which numbers of W belong to unit 0: a row or a column? Look at the shape of W.",
    "Eq. (1.15): $z_i = w_{0,i} + \\sum_j x_j w_{j,i}$. $X$ is [n, in], $W$ is [in, out], $b$ is [out], the result is [n, out]: one row an example, one column a unit.",
    "```ts\nreturn X.map((x) =>                    // each example x, shape [in]\n  b.map((bi, i) => {                   // each unit i, with its bias\n    let z = …;\n    for (let j = 0; j < x.length; j++) z += …;   // W has the input first, then the unit\n    return z;\n  }),\n);\n```",
  ],
  why: "Column $i$ of $W$ belongs to unit $i$. With this layout a whole batch is one product, $XW$, and the bias is added to each row.",
  checks: [
    workedByHand({
      name: "gives the numbers worked by hand",
      points: 1,
      answer: "denseLayer",
      cases: [
        { args: [[[2]], [[3]], [1]], want: [[7]], byHand: "1 + 2·3 = 7" },
        { args: [[[1, 2]], [[1], [10]], [0]], want: [[21]], byHand: "0 + 1·1 + 2·10 = 21" },
        {
          args: [
            [[1, 2]],
            [
              [1, 0, -1],
              [0, 1, 1],
            ],
            [10, 20, 30],
          ],
          want: [[11, 22, 31]],
          byHand:
            "unit 0: 10 + 1·1 + 2·0 = 11; unit 1: 20 + 1·0 + 2·1 = 22; unit 2: 30 − 1 + 2 = 31",
        },
        {
          args: [
            [
              [1, 0],
              [0, 1],
            ],
            [
              [1, 2],
              [3, 4],
            ],
            [0, 0],
          ],
          want: [
            [1, 2],
            [3, 4],
          ],
          byHand: "an example with a single 1 picks one row of W",
        },
      ],
    }),
    agreesWithLibrary({
      name: "agrees with the library for layers of seven shapes",
      points: 2,
      answer: "denseLayer",
      library,
      inputs: layers,
    }),
    obeysLaw({
      name: "each example is treated alone, whatever else is in the batch",
      points: 1,
      inputs: layers,
      sides: (answers, [X, W, b]) => {
        const like = library(X, W, b);
        const batch = valueFrom(answers, "denseLayer", like, X, W, b);
        const alone = X.map((x, r) => valueFrom(answers, "denseLayer", [like[r]!], [x], W, b)[0]!);
        return [batch, alone];
      },
      statement: ([X, W]) =>
        `With X of shape [${X.length}, ${W.length}] and W of shape [${W.length}, ${W[0]!.length}]: the rows of a batch equal the examples one at a time, which`,
    }),
  ],
  pictures: DENSE_LAYER_PICTURES,
  wrongAnswers: [
    {
      misconception: "The biases are missing.",
      equation: "1.15",
      answers: { denseLayer: (X: Matrix, W: Matrix) => product(X, W) },
    },
    {
      misconception:
        "W is read as its transpose: row j of W belongs to input j, and column i to unit i.",
      equation: "1.15",
      answers: {
        denseLayer: (X: Matrix, W: Matrix, b: Vector) =>
          X.map((x) =>
            b.map((bi, i) => x.reduce((sum, xj, j) => sum + xj * (W[i]?.[j] ?? Number.NaN), bi)),
          ),
      },
    },
    {
      misconception: "The first bias is added to every unit; each unit has a bias of its own.",
      equation: "1.15",
      answers: {
        denseLayer: (X: Matrix, W: Matrix, b: Vector) =>
          product(X, W).map((row) => row.map((z) => z + b[0]!)),
      },
    },
    {
      misconception:
        "The bias is chosen by the row of the batch; it belongs to the unit, which is the column.",
      equation: "1.15",
      answers: {
        denseLayer: (X: Matrix, W: Matrix, b: Vector) =>
          product(X, W).map((row, r) => row.map((z) => z + (b[r] ?? Number.NaN))),
      },
    },
    {
      misconception:
        "The result lies on its side: one row an example, one column a unit, so its shape is [n, out].",
      equation: "1.15",
      answers: { denseLayer: (X: Matrix, W: Matrix, b: Vector) => columns(library(X, W, b)) },
    },
    {
      misconception:
        "The bias is added once for every input, inside the sum; it belongs to the sum once.",
      equation: "1.15",
      answers: {
        denseLayer: (X: Matrix, W: Matrix, b: Vector) =>
          product(X, W).map((row) => row.map((z, i) => z + W.length * b[i]!)),
      },
    },
    {
      misconception: "Only the first example of the batch is used, for every row.",
      equation: "1.15",
      answers: {
        denseLayer: (X: Matrix, W: Matrix, b: Vector) =>
          library(
            X.map(() => X[0]!),
            W,
            b,
          ),
      },
    },
    {
      misconception: "The examples of the batch are added up; each of them has a row of its own.",
      equation: "1.15",
      answers: {
        denseLayer: (X: Matrix, W: Matrix, b: Vector) =>
          library([columns(X).map((c) => c.reduce((s, x) => s + x, 0))], W, b)[0]!,
      },
    },
    {
      misconception:
        "The list of biases is written into, so the next example begins with what the last one has left there.",
      equation: "1.15",
      answers: {
        denseLayer: (X: Matrix, W: Matrix, b: Vector) => {
          const sums = [...b];
          return product(X, W).map((row) =>
            row.map((z, i) => {
              sums[i]! += z;
              return sums[i]!;
            }),
          );
        },
      },
    },
    {
      misconception: "The last input is left out: the loop over the inputs stops one step early.",
      equation: "1.15",
      answers: {
        denseLayer: (X: Matrix, W: Matrix, b: Vector) =>
          product(
            X.map((x) => [...x.slice(0, -1), 0]),
            W,
          ).map((row) => row.map((z, i) => z + b[i]!)),
      },
    },
    {
      misconception: "Inputs and weights are added; each input is multiplied by its weight.",
      equation: "1.15",
      answers: {
        denseLayer: (X: Matrix, W: Matrix, b: Vector) =>
          X.map((x) => b.map((bi, i) => x.reduce((z, xj, j) => z + xj + W[j]![i]!, bi))),
      },
    },
    {
      misconception:
        "Negative sums become 0: an activation has crept in, and a layer alone has none.",
      equation: "1.15",
      answers: {
        denseLayer: (X: Matrix, W: Matrix, b: Vector) =>
          library(X, W, b).map((row) => row.map((z) => Math.max(0, z))),
      },
    },
  ],
  rightAnswers: [
    {
      denseLayer: (X: Matrix, W: Matrix, b: Vector) => {
        const Z: number[][] = [];
        for (const x of X) {
          const z = [...b];
          for (const [j, xj] of x.entries())
            for (let i = 0; i < z.length; i++) z[i]! += xj * W[j]![i]!;
          Z.push(z);
        }
        return Z;
      },
    },
    {
      denseLayer: (X: Matrix, W: Matrix, b: Vector) =>
        product(
          X.map((x) => [...x, 1]),
          [...W, b],
        ),
    },
    { denseLayer: (X: Matrix, W: Matrix, b: Vector) => dense(X, W, b) },
  ],
};
