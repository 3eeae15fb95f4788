/** Chapter 3, exercise 3.5: the Jacobian, and W or its transpose on the way back. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { matMul, transpose } from "../../math/linear-algebra.js";
import { lengths } from "../arbitraries.js";
import { workedByHand } from "../kinds.js";
import { LINEAR_MODULE_PICTURES } from "../pictures/chain-rule.js";
import { agreesForAll } from "../properties.js";
import { LINEAR_MODULE_SLIPS } from "./linear-module-slips.js";
import {
  backToW,
  backToX,
  columns,
  jacobian,
  type Matrix,
  type Module,
  product,
  type Vector,
} from "./matrices.js";
import { named, steps, wholeLists, wholeRows } from "./whole-numbers.js";

const jacobianOfWx = (W: Matrix): number[][] => W.map((row) => [...row]);
const jacobianOfxW = (W: Matrix): number[][] => columns(W);

const shapes = fc.tuple(lengths(3), lengths(3));
/** A module of sums, or of their squares, with as many outputs as A has rows. */
const modules = shapes.chain(([outputs, inputs]) =>
  fc
    .tuple(wholeRows(outputs, inputs), wholeLists(inputs), steps(), fc.constantFrom(1, 2))
    .map(([A, x, h, power]): [Module, number[], number] => [
      named(`power ${power} of A x, with A = [${A.map((r) => `[${r}]`).join(", ")}]`, (v: Vector) =>
        product(
          A,
          v.map((vi) => [vi]),
        ).map(([s = 0]) => s ** power),
      ),
      x,
      h,
    ]),
);
const anyMatrix = shapes.chain(([rows, width]) => fc.tuple(wholeRows(rows, width)));
/** n examples through a layer with W of [inputs, outputs]. */
const layers = fc.tuple(lengths(4), lengths(3), lengths(3)).chain(([n, inputs, outputs]) =>
  fc.record({
    X: wholeRows(n, inputs),
    W: wholeRows(inputs, outputs),
    G: wholeRows(n, outputs),
  }),
);
const squares = named("x ↦ (x₁², x₂², (x₁ + x₂)²)", ([a = 0, b = 0]: Vector) => [
  a ** 2,
  b ** 2,
  (a + b) ** 2,
]);
const sumOf = named("x ↦ (x₁ + 10x₂)", ([a = 0, b = 0]: Vector) => [a + 10 * b]);
const W32 = [
  [1, 2],
  [3, 4],
  [5, 6],
];

/** Jacobian entries, and ∂C/∂X = ∂C/∂Z Wᵀ, ∂C/∂W = Xᵀ ∂C/∂Z. */
export const linearModuleExercise: Exercise = {
  id: "chain-rule/linear-module",
  number: "3.5",
  title: "W or its transpose",
  kind: "derive",
  syllabus: ["B6", "B7"],
  equations: ["3.9", "3.10", "3.11"],
  reference: { jacobian, jacobianOfWx, jacobianOfxW, backToX, backToW },
  hints: [
    "Write down shapes before numbers. A Jacobian has a row for each output. A gradient has the shape of what it belongs to. Often only one product fits.",
    "Eq. (3.10): entry $(i, j)$ is the slope of output $i$ with respect to input $j$, shape [outputs, inputs]. Eq. (3.11): with $X$ [n, in], $W$ [in, out] and $\\partial C/\\partial Z$ [n, out], the results have the shapes [n, in] and [in, out].",
    "```ts\nfunction backToX(dCdZ: …, W: …): number[][] {\n  return dCdZ.map((g) =>            // one example, its slopes, shape [out]\n    W.map((row) => {                // row j of W: all roads that leave input j\n      let sum = 0;\n      for (let i = 0; i < g.length; i++) sum += …;\n      return sum;\n    }),\n  );\n}\n```\nIn `backToW` the entry of input j and unit i is a sum over the examples.",
  ],
  why: "The Jacobian of $x \\mapsto W x$ is $W$, that of $x \\mapsto x W$ is its transpose: it depends on what stands on which side. In this course examples are rows, so the way back to $X$ reads $W^{\\mathsf T}$. And because all examples share $W$, its gradient is a sum over the batch: fan-out once more.",
  checks: [
    workedByHand({
      name: "jacobian: the numbers worked by hand",
      points: 1,
      answer: "jacobian",
      cases: [
        { args: [sumOf, [0, 0], 1], want: [[1, 10]], byHand: "one output, two inputs: one row" },
        {
          args: [squares, [1, 2], 1],
          want: [
            [2, 0],
            [0, 4],
            [6, 6],
          ],
          byHand: "three outputs, two inputs: rows (2x₁, 0), (0, 2x₂), (2(x₁ + x₂), the same)",
        },
      ],
    }),
    agreesForAll({
      name: "jacobian: any number of inputs and outputs",
      points: 1,
      answer: "jacobian",
      library: jacobian,
      inputs: modules,
    }),
    agreesForAll({
      name: "jacobianOfWx: the one that is measured, x a column",
      points: 1,
      answer: "jacobianOfWx",
      library: (W: Matrix) =>
        jacobian(
          (x) =>
            product(
              W,
              x.map((xi) => [xi]),
            ).map(([z = 0]) => z),
          W[0]!.map(() => 1),
          1,
        ),
      inputs: anyMatrix,
      examples: [[W32]],
    }),
    agreesForAll({
      name: "jacobianOfxW: the one that is measured, x a row",
      points: 1,
      answer: "jacobianOfxW",
      library: (W: Matrix) =>
        jacobian(
          (x) => product([x], W)[0]!,
          W.map(() => 1),
          1,
        ),
      inputs: anyMatrix,
      examples: [[W32]],
    }),
    workedByHand({
      name: "backToX: the numbers worked by hand",
      points: 1,
      answer: "backToX",
      cases: [
        { args: [[[5]], [[3]]], want: [[15]], byHand: "one road: 5·3" },
        {
          args: [[[1, 0, 2]], columns(W32)],
          want: [[11, 14]],
          byHand: "1·1 + 0·3 + 2·5 = 11 and 1·2 + 0·4 + 2·6 = 14",
        },
      ],
    }),
    agreesForAll({
      name: "backToX: each example is its row of slopes times the Jacobian",
      points: 1,
      answer: "backToX",
      library: (G: Matrix, W: Matrix) => G.map((g) => product([g], columns(W))[0]!),
      inputs: layers.map(({ W, G }) => [G, W]),
    }),
    workedByHand({
      name: "backToW: the numbers worked by hand",
      points: 1,
      answer: "backToW",
      cases: [
        {
          args: [[[1, 2]], [[3, 0, 5]]],
          want: [
            [3, 0, 5],
            [6, 0, 10],
          ],
          byHand: "one example: row 0 is 1·(3, 0, 5), row 1 is 2·(3, 0, 5)",
        },
        {
          args: [
            [[1], [2]],
            [[10], [1]],
          ],
          want: [[12]],
          byHand: "two examples: 1·10 + 2·1",
        },
      ],
    }),
    agreesForAll({
      name: "backToW: any number of examples, inputs and units",
      points: 1,
      hidden: true,
      answer: "backToW",
      library: (X: Matrix, G: Matrix) =>
        X[0]!.map((_, j) =>
          G[0]!.map((_, k) => X.reduce((sum, x, r) => sum + x[j]! * G[r]![k]!, 0)),
        ),
      inputs: layers.map(({ X, G }) => [X, G]),
    }),
  ],
  pictures: LINEAR_MODULE_PICTURES,
  wrongAnswers: LINEAR_MODULE_SLIPS,
  rightAnswers: [
    {
      jacobian: (f: Module, x: Vector, h: number) => {
        const D: number[][] = f(x).map(() => []);
        for (let j = 0; j < x.length; j++) {
          const [up, down] = [[...x], [...x]];
          up[j]! += h;
          down[j]! -= h;
          const [above, below] = [f(up), f(down)];
          for (const [i, row] of D.entries()) row.push((above[i]! - below[i]!) / (2 * h));
        }
        return D;
      },
      jacobianOfWx: (W: Matrix) => W,
      jacobianOfxW: (W: Matrix) => transpose(W),
      backToX: (G: Matrix, W: Matrix) => matMul(G, transpose(W)),
      backToW: (X: Matrix, G: Matrix) => matMul(transpose(X), G),
    },
    {
      jacobian: (f: Module, x: Vector, h: number) =>
        f(x).map((_, i) =>
          x.map((_, j) => {
            const at = (by: number): number => f(x.map((xk, k) => xk + (k === j ? by : 0)))[i]!;
            return (at(h) - at(-h)) / 2 / h;
          }),
        ),
      jacobianOfWx: (W: Matrix) =>
        jacobian(
          (x) =>
            product(
              W,
              x.map((xi) => [xi]),
            ).flat(),
          W[0]!,
          1,
        ),
      jacobianOfxW: (W: Matrix) => W[0]!.map((_, i) => W.map((row) => row[i]!)),
      backToX: (G: Matrix, W: Matrix) =>
        G.map((g) => W.map((row) => row.reduce((sum, w, i) => sum + w * g[i]!, 0))),
      backToW: (X: Matrix, G: Matrix) => {
        const D = X[0]!.map(() => G[0]!.map(() => 0));
        for (const [r, x] of X.entries())
          for (const [j, xj] of x.entries())
            for (const [i, g] of G[r]!.entries()) D[j]![i]! += xj * g;
        return D;
      },
    },
  ],
};
