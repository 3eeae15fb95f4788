/** Chapter 3, exercise 3.9: slips in the half page, each in one of its lines. */
import type { WrongAnswer } from "../../grading/exercise.js";
import {
  backwardPass,
  backwardWith,
  type Forward,
  forwardPass,
  gradientWith,
  type Layer,
  LINES,
  type Lines,
  lossGradient,
  mapRows,
  meanSlope,
  type Pass,
} from "./half-page-network.js";
import { columns, type Matrix, product } from "./matrices.js";

/** A slip in one line of the way back; it spoils the gradient of the loss as well. */
function inLine(misconception: string, equation: string, line: Partial<Lines>): WrongAnswer {
  const back = backwardWith({ ...LINES, ...line });
  const answers = { backwardPass: back, lossGradient: gradientWith(back, meanSlope) };
  return { misconception, equation, answers };
}

function inForward(
  misconception: string,
  equation: string,
  wrong: (right: Forward, layers: readonly Layer[], X: Matrix) => Forward,
): WrongAnswer {
  const forward = (X: Matrix, layers: readonly Layer[]): Forward =>
    wrong(forwardPass(X, layers), layers, X);
  return { misconception, equation, answers: { forwardPass: forward } };
}

/** Typical wrong answers of exercise 3.9. */
export const HALF_PAGE_SLIPS: readonly WrongAnswer[] = [
  inForward(
    "After the last layer its activation is left out, so ŷ is the sum z.",
    "3.12",
    ({ passes }) => ({ passes, yHat: passes.at(-1)!.z }),
  ),
  inForward("The biases are missing in the sums.", "3.12", (_right, layers, X) =>
    forwardPass(
      X,
      layers.map((layer) => ({ ...layer, b: layer.b.map(() => 0) })),
    ),
  ),
  inForward(
    "What is kept as x is what the layer gives, and not what it has read.",
    "3.13",
    ({ passes, yHat }) => ({
      passes: passes.map(({ z }, k) => ({ x: passes[k + 1]?.x ?? yHat, z })),
      yHat,
    }),
  ),
  inLine("The slope of the activation is missing on the way back.", "3.6", {
    dJdz: (adjoint) => adjoint,
  }),
  inLine("The slope of the activation is taken at the adjoint; it belongs to the kept z.", "3.6", {
    dJdz: (adjoint, _z, slope) => mapRows(adjoint, (a) => a * slope(a)),
  }),
  inLine(
    "The weights are used forwards on the way back: W stands where its transpose belongs.",
    "3.11",
    {
      x: (dJdz, W) => (W.length === W[0]!.length ? product(dJdz, W) : product(dJdz, columns(W))),
    },
  ),
  inLine(
    "The adjoint goes down without the slope of the activation; only the gradient of the weights has it.",
    "3.12",
    {
      x: (_dJdz, W, adjoint) => product(adjoint, columns(W)),
    },
  ),
  inLine(
    "The gradient of the weights is computed from the sums z, but a weight multiplies what its layer has read.",
    "3.13",
    {
      W: (x, dJdz, z) =>
        columns(x).map((_, j) =>
          columns(dJdz).map((column) =>
            column.reduce((sum, d, r) => sum + d * z[r]![j % z[r]!.length]!, 0),
          ),
        ),
    },
  ),
  inLine("The bias hears the first example only; all examples read it.", "3.13", {
    b: (dJdz) => [...dJdz[0]!],
  }),
  inLine(
    "The layers average over the examples, although 1/n is in the slope of the loss already.",
    "3.17",
    {
      W: (x, dJdz, z) => mapRows(LINES.W(x, dJdz, z), (sum) => sum / x.length),
      b: (dJdz) => LINES.b(dJdz).map((sum) => sum / dJdz.length),
    },
  ),
  {
    misconception:
      "The gradients come in the order of the walk; that of the first layer belongs first.",
    equation: "3.13",
    answers: {
      backwardPass: (passes: readonly Pass[], layers: readonly Layer[], dJdyHat: Matrix) =>
        backwardPass(passes, layers, dJdyHat).reverse(),
      lossGradient: (X: Matrix, Y: Matrix, layers: readonly Layer[]) =>
        lossGradient(X, Y, layers).reverse(),
    },
  },
  {
    misconception: "The 1/n of the mean is missing: this is the gradient of a sum over examples.",
    equation: "3.17",
    answers: { lossGradient: gradientWith(backwardPass, (yHat, y) => 2 * (yHat - y)) },
  },
  {
    misconception:
      "The slope of the loss has the wrong sign: prediction minus target, not the reverse.",
    equation: "3.12",
    answers: { lossGradient: gradientWith(backwardPass, (yHat, y, n) => (2 * (y - yHat)) / n) },
  },
  {
    misconception: "The 2 of the square is missing in the slope of the loss.",
    equation: "3.12",
    answers: { lossGradient: gradientWith(backwardPass, (yHat, y, n) => (yHat - y) / n) },
  },
  inLine(
    "The slope is taken at the output of the activation; it belongs to the sum z before it.",
    "3.6",
    {
      dJdz: (adjoint, z, slope, _x, value) =>
        adjoint.map((row, r) => row.map((a, i) => a * slope(value(z[r]![i]!)))),
    },
  ),
  inLine(
    "The biases have no slope here: each adds to the sum of its unit, so the adjoints of its column belong to it.",
    "3.11",
    {
      b: (dJdz) => dJdz[0]!.map(() => 0),
    },
  ),
  inForward(
    "The activation is missing: each layer passes on its sums.",
    "3.12",
    (_right, layers, X) =>
      forwardPass(
        X,
        layers.map((layer) => ({ ...layer, g: "linear" as const })),
      ),
  ),
];
