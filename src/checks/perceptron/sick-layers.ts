/** Chapter 1, exercise 1.14: three parts of a network that are almost right, to be mended. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { lengths, matrices, vectors } from "../arbitraries.js";
import { named } from "../chain-rule/whole-numbers.js";
import { valueFrom, workedByHand } from "../kinds.js";
import { counted } from "../law-text.js";
import { SICK_LAYERS_PICTURES } from "../pictures/perceptron.js";
import { agreesForAll, lawForAll } from "../properties.js";

type Vector = readonly number[];
type Matrix = readonly Vector[];
type G = (z: number) => number;

const sums = (X: Matrix, W: Matrix, b: Vector): number[][] =>
  X.map((x) => b.map((bi, i) => x.reduce((z, xj, j) => z + xj * W[j]![i]!, bi)));
const hiddenLayer = (X: Matrix, W: Matrix, b: Vector, g: G): number[][] =>
  sums(X, W, b).map((row) => row.map((z) => g(z)));

const total = (list: Vector): number => list.reduce((sum, x) => sum + x, 0);
const shares = (x: Vector): number[] => {
  const m = Math.max(...x);
  const powers = x.map((xi) => Math.exp(xi - m));
  return powers.map((power) => power / total(powers));
};
const rowShares = (Z: Matrix): number[][] => Z.map(shares);
const columns = (A: Matrix): number[][] => A[0]!.map((_, j) => A.map((row) => row[j]!));

const flattenPictures = (pictures: readonly Matrix[]): number[][] =>
  pictures.map((picture) => picture.flat());

const relu = named("relu", (z: number) => Math.max(0, z));
const squared = named("squared", (z: number) => z * z);
const layers = fc
  .tuple(lengths(3), lengths(3), lengths(3))
  .chain(([n, d, k]) =>
    fc.tuple(matrices(n, d), matrices(d, k), vectors(k), fc.constantFrom(relu, squared)),
  );
const scores = fc.tuple(lengths(4), lengths(4)).chain(([n, k]) => matrices(n, k));
const pictures = fc
  .tuple(lengths(3), lengths(3), lengths(3))
  .chain(([n, h, w]) => fc.array(matrices(h, w), { minLength: n, maxLength: n }));

/** Each of the three runs, and gives numbers that look right. */
export const sickLayersExercise: Exercise = {
  id: "perceptron/sick-layers",
  number: "1.14",
  title: "Three sick layers",
  kind: "find the bug",
  syllabus: ["P9", "P11", "P16", "P19"],
  equations: ["1.5", "1.15", "1.20"],
  reference: { hiddenLayer, rowShares, flattenPictures },
  hints: [
    "Give each sick function the smallest input that you can work out on paper: one example with two inputs of different sign; two rows of equal scores; two pictures of two pixels. With one input, one row or one picture all three are right.",
    "Eq. (1.5) for each unit of Eq. (1.15): $g$ once, on the whole sum; the result has the shape [n, out]. Eq. (1.20) for each row of $Z$, [n, k]: each row sums to 1. Pictures of shape [n, h, w] become rows of shape [n, h·w].",
    "```ts\n// A. after the loop over the inputs:\n//      return …;                       // g of the whole sum\n// B. the sum belongs to a row, so it must start again where?\n//      for (const z of Z) { let sum = …; … }\n// C. one row a picture:\n//      return pictures.map((picture) => …);\n```",
  ],
  why: "All three sicknesses hide in the smallest case: with one input, one row, one picture the sick code is right. Test with two of everything, and look at shapes and sums before you look at numbers.",
  checks: [
    workedByHand({
      name: "hiddenLayer: two inputs of different sign",
      points: 1,
      answer: "hiddenLayer",
      cases: [
        { args: [[[2]], [[3]], [1], relu], want: [[7]], byHand: "ReLU(1 + 2·3) = 7" },
        {
          args: [[[1, 1]], [[3], [-2]], [0], relu],
          want: [[1]],
          byHand: "ReLU(3 − 2) = 1: the negative product takes part in the sum",
        },
        {
          args: [[[1, 1]], [[3], [-2]], [-4], relu],
          want: [[0]],
          byHand: "ReLU(−4 + 3 − 2) = 0",
        },
      ],
    }),
    agreesForAll({
      name: "hiddenLayer: any layer, any batch",
      points: 1,
      answer: "hiddenLayer",
      library: hiddenLayer,
      inputs: layers,
    }),
    workedByHand({
      name: "rowShares: two rows of equal scores",
      points: 1,
      answer: "rowShares",
      cases: [
        { args: [[[0, 0]]], want: [[0.5, 0.5]], byHand: "two equal shares" },
        {
          args: [
            [
              [0, 0],
              [0, 0],
            ],
          ],
          want: [
            [0.5, 0.5],
            [0.5, 0.5],
          ],
          byHand: "each row is shared out on its own",
        },
        {
          args: [
            [
              [0, Math.log(3)],
              [5, 5],
            ],
          ],
          want: [
            [0.25, 0.75],
            [0.5, 0.5],
          ],
          byHand: "powers 1 and 3, sum 4; then two equal ones",
        },
      ],
    }),
    lawForAll<number[][]>({
      name: "rowShares: every row sums to 1",
      points: 1,
      inputs: scores,
      sides: (answers, Z) => [valueFrom(answers, "rowShares", Z, Z).map(total), Z.map(() => 1)],
      statement: (Z) =>
        `With ${counted(Z.length, "row")} of ${counted(Z[0]!.length, "score")}: each row sums to 1, which`,
    }),
    agreesForAll({
      name: "rowShares: any scores",
      points: 1,
      hidden: true,
      answer: "rowShares",
      library: rowShares,
      inputs: fc.tuple(scores),
    }),
    workedByHand({
      name: "flattenPictures: two pictures stay two rows",
      points: 1,
      answer: "flattenPictures",
      cases: [
        { args: [[[[1, 2]]]], want: [[1, 2]], byHand: "one picture of one line" },
        {
          args: [
            [
              [
                [1, 2],
                [3, 4],
              ],
            ],
          ],
          want: [[1, 2, 3, 4]],
          byHand: "line after line, one row of 4",
        },
        {
          args: [
            [
              [[1], [2]],
              [[3], [4]],
            ],
          ],
          want: [
            [1, 2],
            [3, 4],
          ],
          byHand: "two pictures, two rows",
        },
      ],
    }),
    agreesForAll({
      name: "flattenPictures: any batch",
      points: 1,
      hidden: true,
      answer: "flattenPictures",
      library: flattenPictures,
      inputs: fc.tuple(pictures),
    }),
  ],
  pictures: SICK_LAYERS_PICTURES,
  wrongAnswers: [
    {
      misconception: "g is still applied to every product; it comes once, after the whole sum.",
      equation: "1.5",
      answers: {
        hiddenLayer: (X: Matrix, W: Matrix, b: Vector, g: G) =>
          X.map((x) => b.map((bi, i) => x.reduce((z, xj, j) => z + g(xj * W[j]![i]!), bi))),
      },
    },
    {
      misconception: "g is applied before the bias is added; the bias is part of the sum.",
      equation: "1.5",
      answers: {
        hiddenLayer: (X: Matrix, W: Matrix, b: Vector, g: G) =>
          hiddenLayer(
            X,
            W,
            b.map(() => 0),
            g,
          ).map((row) => row.map((z, i) => z + b[i]!)),
      },
    },
    {
      misconception: "g is gone: the result holds the sums, as a linear layer would give them.",
      equation: "1.5",
      answers: { hiddenLayer: (X: Matrix, W: Matrix, b: Vector) => sums(X, W, b) },
    },
    {
      misconception: "The powers are divided by the sum of the whole batch; each row has its own.",
      equation: "1.20",
      answers: {
        rowShares: (Z: Matrix) => {
          const all = total(Z.flat().map(Math.exp));
          return Z.map((row) => row.map((z) => Math.exp(z) / all));
        },
      },
    },
    {
      misconception:
        "The sum still runs on from row to row: it has to start at 0 for each of them.",
      equation: "1.20",
      answers: {
        rowShares: (Z: Matrix) => {
          let sum = 0;
          return Z.map((row) => {
            sum += total(row.map(Math.exp));
            return row.map((z) => Math.exp(z) / sum);
          });
        },
      },
    },
    {
      misconception:
        "The shares are taken down the columns, over the batch; classes stand side by side in a row.",
      equation: "1.20",
      answers: { rowShares: (Z: Matrix) => columns(rowShares(columns(Z))) },
    },
    {
      misconception: "The batch is still flattened with the pictures: one row a picture is wanted.",
      equation: "1.15",
      answers: { flattenPictures: (all: readonly Matrix[]) => all.flat(2) },
    },
    {
      misconception: "One row a line of the picture: all lines of a picture belong in one row.",
      equation: "1.15",
      answers: { flattenPictures: (all: readonly Matrix[]) => all.flat() },
    },
    {
      misconception: "The pixels are taken column by column; line after line is wanted.",
      equation: "1.15",
      answers: { flattenPictures: (all: readonly Matrix[]) => all.map((p) => columns(p).flat()) },
    },
  ],
  rightAnswers: [
    {
      hiddenLayer: (X: Matrix, W: Matrix, b: Vector, g: G) => {
        const A: number[][] = [];
        for (const x of X) {
          const z = [...b];
          for (let j = 0; j < x.length; j++)
            for (let i = 0; i < z.length; i++) z[i]! += x[j]! * W[j]![i]!;
          A.push(z.map(g));
        }
        return A;
      },
      rowShares: (Z: Matrix) =>
        Z.map((row) => {
          const powers = row.map(Math.exp);
          return powers.map((power) => power / total(powers));
        }),
      flattenPictures: (all: readonly Matrix[]) => all.map((p) => ([] as number[]).concat(...p)),
    },
    {
      hiddenLayer: (X: Matrix, W: Matrix, b: Vector, g: G) =>
        X.map((x) => columns(W).map((w, i) => g(b[i]! + total(w.map((wj, j) => wj * x[j]!))))),
      rowShares: (Z: Matrix) =>
        Z.map((row) => row.map((z) => 1 / total(row.map((other) => Math.exp(other - z))))),
      flattenPictures: (all: readonly Matrix[]) =>
        all.map((p) =>
          p.reduce<number[]>((row, line) => {
            row.push(...line);
            return row;
          }, []),
        ),
    },
  ],
};
