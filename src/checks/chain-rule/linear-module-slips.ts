/** Chapter 3, exercise 3.5: what is mixed up about Jacobians and transposes. */
import type { WrongAnswer } from "../../grading/exercise.js";
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

/** Typical wrong answers of exercise 3.5. */
export const LINEAR_MODULE_SLIPS: readonly WrongAnswer[] = [
  {
    misconception:
      "The Jacobian lies on its side: here the nudged input numbers the rows. Rows belong to outputs.",
    equation: "3.10",
    answers: { jacobian: (f: Module, x: Vector, h: number) => columns(jacobian(f, x, h)) },
  },
  {
    misconception: "The differences are divided by h, although the two places are 2h apart.",
    equation: "3.10",
    answers: {
      jacobian: (f: Module, x: Vector, h: number) =>
        jacobian(f, x, h).map((row) => row.map((d) => 2 * d)),
    },
  },
  {
    misconception: "The nudge goes to one side only, and squares then show their bend.",
    equation: "3.10",
    answers: {
      jacobian: (f: Module, x: Vector, h: number) =>
        columns(
          x.map((_, j) => {
            const up = f(x.map((xi, i) => (i === j ? xi + h : xi)));
            return f(x).map((z, i) => (up[i]! - z) / h);
          }),
        ),
    },
  },
  {
    misconception:
      "All inputs are nudged together, so every column is the same sum. A column belongs to one input.",
    equation: "3.10",
    answers: {
      jacobian: (f: Module, x: Vector, h: number) => {
        const [up, down] = [f(x.map((xi) => xi + h)), f(x.map((xi) => xi - h))];
        return up.map((z, i) => x.map(() => (z - down[i]!) / (2 * h)));
      },
    },
  },
  {
    misconception:
      "That is the slide's sentence, and it is about another product. Here x is a column, and row i of W makes output i.",
    equation: "3.10",
    answers: { jacobianOfWx: (W: Matrix) => columns(W) },
  },
  {
    misconception: "That is right for W x. Here x is a row, and output i is made by column i of W.",
    equation: "3.10",
    answers: { jacobianOfxW: (W: Matrix) => W },
  },
  {
    misconception:
      "The slopes are multiplied by W as on the way forward. Then the shapes fit only by luck, when W is square.",
    equation: "3.11",
    answers: { backToX: (G: Matrix, W: Matrix) => product(G, W) },
  },
  {
    misconception: "The result lies on its side: it must have the shape of X, one row an example.",
    equation: "3.11",
    answers: { backToX: (G: Matrix, W: Matrix) => columns(backToX(G, W)) },
  },
  {
    misconception: "The result lies on its side: it must have the shape of W, [in, out].",
    equation: "3.11",
    answers: { backToW: (X: Matrix, G: Matrix) => columns(backToW(X, G)) },
  },
  {
    misconception:
      "This averages over the examples. A mean is the business of the loss; a module adds what its examples say.",
    equation: "3.11",
    answers: {
      backToW: (X: Matrix, G: Matrix) =>
        backToW(X, G).map((row) => row.map((sum) => sum / X.length)),
    },
  },
  {
    misconception: "Only the last example counts: the others were overwritten, not added.",
    equation: "3.11",
    answers: { backToW: (X: Matrix, G: Matrix) => backToW(X.slice(-1), G.slice(-1)) },
  },
  {
    misconception:
      "W is read as on the way forward: what comes back has one number for each unit and needs the weights of an input in a row.",
    equation: "3.11",
    answers: {
      backToX: (G: Matrix, W: Matrix) =>
        G.map((g) =>
          W[0]!.map((_, i) => W.reduce((sum, row, j) => sum + row[i]! * (g[j] ?? 0), 0)),
        ),
    },
  },
];
