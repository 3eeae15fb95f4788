/** Chapter 3, exercise 3.9: a network of plain lists, forward and backward, right and with slips. */
import { backToW, backToX, columns, type Matrix, product, type Vector } from "./matrices.js";

export type ActivationName = "linear" | "relu" | "tanh";

export interface Layer {
  /** [in, out] */
  readonly W: Matrix;
  /** [out] */
  readonly b: Vector;
  readonly g: ActivationName;
}

/** What a layer has read, [n, in], and its sums, [n, out]. */
export interface Pass {
  readonly x: Matrix;
  readonly z: Matrix;
}

export interface Forward {
  readonly passes: readonly Pass[];
  readonly yHat: Matrix;
}

export interface Gradient {
  readonly W: Matrix;
  readonly b: Vector;
}

const VALUES: Readonly<Record<ActivationName, (z: number) => number>> = {
  linear: (z) => z,
  relu: (z) => Math.max(0, z),
  tanh: (z) => Math.tanh(z),
};
const SLOPES: Readonly<Record<ActivationName, (z: number) => number>> = {
  linear: () => 1,
  relu: (z) => (z > 0 ? 1 : 0),
  tanh: (z) => 1 - Math.tanh(z) ** 2,
};

export const mapRows = (A: Matrix, f: (x: number) => number): number[][] =>
  A.map((row) => row.map((x) => f(x)));
const zip = (A: Matrix, B: Matrix, f: (a: number, b: number) => number): number[][] =>
  A.map((row, r) => row.map((a, i) => f(a, B[r]![i]!)));

/** Layer by layer, and everything kept that the way back reads. */
export function forwardPass(X: Matrix, layers: readonly Layer[]): Forward {
  const passes: Pass[] = [];
  let x: Matrix = X;
  for (const { W, b, g } of layers) {
    const z = product(x, W).map((row) => row.map((sum, i) => sum + b[i]!));
    passes.push({ x, z });
    x = mapRows(z, VALUES[g]);
  }
  return { passes, yHat: x };
}

type Curve = (z: number) => number;

/** The three lines of the way back, each of which may be replaced by a wrong one. */
export interface Lines {
  readonly dJdz: (adjoint: Matrix, z: Matrix, slope: Curve, x: Matrix, value: Curve) => Matrix;
  readonly W: (x: Matrix, dJdz: Matrix, z: Matrix) => Matrix;
  readonly b: (dJdz: Matrix) => Vector;
  readonly x: (dJdz: Matrix, W: Matrix, adjoint: Matrix) => Matrix;
}

const columnSums = (A: Matrix): number[] =>
  columns(A).map((column) => column.reduce((sum, a) => sum + a, 0));

export const LINES: Lines = {
  dJdz: (adjoint, z, slope) => zip(adjoint, mapRows(z, slope), (a, s) => a * s),
  W: (x, dJdz) => backToW(x, dJdz),
  b: columnSums,
  x: (dJdz, W) => backToX(dJdz, W),
};

/** The backward pass with these lines. */
export const backwardWith =
  (lines: Lines) =>
  (passes: readonly Pass[], layers: readonly Layer[], dJdyHat: Matrix): Gradient[] => {
    let adjoint = dJdyHat;
    const gradients: Gradient[] = [];
    for (let k = layers.length - 1; k >= 0; k--) {
      const { W, g } = layers[k]!;
      const { x, z } = passes[k]!;
      const dJdz = lines.dJdz(adjoint, z, SLOPES[g], x, VALUES[g]);
      gradients.unshift({ W: lines.W(x, dJdz, z), b: lines.b(dJdz) });
      adjoint = lines.x(dJdz, W, adjoint);
    }
    return gradients;
  };

/** What a way back through all layers takes and gives. */
export type Backward = (
  passes: readonly Pass[],
  layers: readonly Layer[],
  dJdyHat: Matrix,
) => Gradient[];

export const backwardPass: Backward = backwardWith(LINES);

/** The gradient of the mean squared error with a backward pass and the slope of the loss. */
export const gradientWith =
  (back: Backward, slope: (yHat: number, y: number, n: number) => number) =>
  (X: Matrix, Y: Matrix, layers: readonly Layer[]): Gradient[] => {
    const { passes, yHat } = forwardPass(X, layers);
    return back(
      passes,
      layers,
      zip(yHat, Y, (p, y) => slope(p, y, X.length)),
    );
  };

export const meanSlope = (yHat: number, y: number, n: number): number => (2 * (yHat - y)) / n;
export const lossGradient: (X: Matrix, Y: Matrix, layers: readonly Layer[]) => Gradient[] =
  gradientWith(backwardPass, meanSlope);

/** J = (1/n) Σ ‖ŷ − y‖². */
function meanLoss(X: Matrix, Y: Matrix, layers: readonly Layer[]): number {
  const squares = zip(forwardPass(X, layers).yHat, Y, (p, y) => (p - y) ** 2);
  return squares.flat().reduce((sum, s) => sum + s, 0) / X.length;
}

/** The mean of gradients, part by part, Eq. (3.17). */
export function meanOfGradients(each: readonly (readonly Gradient[])[]): Gradient[] {
  const mean = (pick: (gradient: readonly Gradient[]) => number): number =>
    each.reduce((sum, gradient) => sum + pick(gradient), 0) / each.length;
  return each[0]!.map(({ W, b }, k) => ({
    W: W.map((row, j) => row.map((_, i) => mean((gradient) => gradient[k]!.W[j]![i]!))),
    b: b.map((_, i) => mean((gradient) => gradient[k]!.b[i]!)),
  }));
}

/** Every weight and bias nudged, one at a time, Eq. (3.2). */
export function nudgedGradient(X: Matrix, Y: Matrix, layers: readonly Layer[]): Gradient[] {
  const h = 1e-5;
  const slope = (change: (by: number) => Layer[]): number =>
    (meanLoss(X, Y, change(h)) - meanLoss(X, Y, change(-h))) / (2 * h);
  const put = (k: number, layer: Layer): Layer[] => layers.map((own, j) => (j === k ? layer : own));
  const moved = (list: Vector, i: number, by: number): number[] =>
    list.map((x, j) => (j === i ? x + by : x));
  return layers.map(({ W, b, g }, k) => ({
    W: W.map((row, j) =>
      row.map((_, i) =>
        slope((by) => put(k, { W: W.map((r, q) => (q === j ? moved(r, i, by) : r)), b, g })),
      ),
    ),
    b: b.map((_, i) => slope((by) => put(k, { W, b: moved(b, i, by), g }))),
  }));
}
