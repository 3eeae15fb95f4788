/**
 * Chapter 6, systems of linear equations: Gaussian elimination, Cholesky for symmetric positive
 * matrices (Newton's step), and least squares with or without a ridge (linear read-outs).
 */
import { ShapeError } from "../shape.js";
import { type ArrayLike2d, Tensor, tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { assertNotNegative } from "./search.js";

/**
 * Solve `A x = b` by Gaussian elimination with row exchanges.
 *
 * @param A - `[n, n]`, not singular
 * @param b - `[n]`, or one right side a column `[n, k]`
 * @returns x, of b's shape
 * @throws {@link ShapeError} if A is not square or b does not fit
 * @throws {@link ValueError} if A is singular to working precision
 *
 * @example
 * linearSolve([[2, 1], [1, 3]], [3, 4]).toArray(); // => [1, 1]
 */
export function linearSolve(A: ArrayLike2d, b: ArrayLike2d): Tensor {
  const { rows, right, n } = readSystem("linearSolve", A, b);
  const largest = Math.max(...rows.flatMap((row) => row.map(Math.abs)));
  const system = rows.map((row, i) => [...row, ...right[i]!]);
  for (let k = 0; k < n; k++) {
    const pivot = rowOfLargest(system, k);
    [system[k], system[pivot]] = [system[pivot]!, system[k]!];
    const top = system[k]!;
    if (!(Math.abs(top[k]!) > n * Number.EPSILON * largest)) throw singular("linearSolve", k);
    for (const row of system.slice(k + 1)) {
      const factor = row[k]! / top[k]!;
      if (factor !== 0) for (let j = k; j < row.length; j++) row[j] = row[j]! - factor * top[j]!;
    }
  }
  const upper = system.map((row) => row.slice(0, n));
  const sides = system.map((row) => row.slice(n));
  return new Tensor(tensor(b).shape, Float64Array.from(backSubstitute(upper, sides).flat()));
}

/**
 * The lower triangle L with `A = L Lᵀ` of a symmetric positive definite matrix. Only the lower half
 * of A is read.
 *
 * @param A - `[n, n]`
 * @returns `[n, n]`, or undefined if A is not positive definite: Newton asks in order to find out
 * @throws {@link ShapeError} if A is not square
 *
 * @example
 * cholesky([[4, 2], [2, 5]])?.toArray(); // => [[2, 0], [1, 2]]
 */
export function cholesky(A: ArrayLike2d): Tensor | undefined {
  const matrix = assertSquare("cholesky", A);
  const n = matrix.shape[0]!;
  const L = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix.data[i * n + j]!;
      for (let k = 0; k < j; k++) rest -= L[i * n + k]! * L[j * n + k]!;
      if (i === j && !(rest > 0 && Number.isFinite(rest))) return undefined;
      L[i * n + j] = i === j ? Math.sqrt(rest) : rest / L[j * n + j]!;
    }
  }
  return new Tensor([n, n], L);
}

/**
 * Solve `L Lᵀ x = b`, first `L y = b` downwards, then `Lᵀ x = y` upwards.
 *
 * @param L - lower triangle from {@link cholesky}, `[n, n]`
 * @param b - `[n]`
 * @throws {@link ShapeError} if L is not square or b does not fit
 *
 * @example
 * choleskySolve([[2, 0], [1, 2]], [6, 7]).toArray(); // => [1, 1]
 */
export function choleskySolve(L: ArrayLike2d, b: ArrayLike2d): Tensor {
  const { rows, right, n } = readSystem("choleskySolve", L, b);
  const y: number[][] = [];
  for (let i = 0; i < n; i++) {
    y.push(
      right[i]!.map((entry, c) => {
        let rest = entry;
        for (let k = 0; k < i; k++) rest -= rows[i]![k]! * y[k]![c]!;
        return rest / rows[i]![i]!;
      }),
    );
  }
  const upper = rows.map((_, i) => rows.map((row) => row[i]!));
  return new Tensor(tensor(b).shape, Float64Array.from(backSubstitute(upper, y).flat()));
}

/**
 * The W that makes `‖X W − Y‖² + ridge ‖W‖²` smallest: a linear read-out, or with a ridge the L2
 * penalty of Eq. (5.2). By Householder reflections, which keep twice the digits of the normal
 * equations `XᵀX W = XᵀY`.
 *
 * @param X - features, one example a row `[n, d]`
 * @param Y - targets `[n]` or `[n, k]`
 * @param ridge - weight of the penalty; 0 for plain least squares
 * @returns `[d]` or `[d, k]`
 * @throws {@link ShapeError} if X is not a matrix or Y does not fit
 * @throws {@link ValueError} if the columns depend on each other and there is no ridge
 *
 * @example
 * leastSquares([[1, 0], [0, 2]], [3, 4]).toArray(); // => [3, 2]
 */
export function leastSquares(X: ArrayLike2d, Y: ArrayLike2d, ridge = 0): Tensor {
  assertNotNegative("leastSquares", "ridge", ridge);
  const [features, targets] = [tensor(X), tensor(Y)];
  const [n = 0, d = 0] = features.shape;
  if (features.rank !== 2 || targets.rank === 0 || targets.shape[0] !== n) {
    const rule = "X [n, d] and Y [n] or [n, k] have one row an example";
    const shapes = { X: features.shape, Y: targets.shape };
    throw new ShapeError({ operation: "leastSquares", rule }, shapes);
  }
  const k = targets.shape[1] ?? 1;
  const rows = rowsOf(features).map((row, i) => [
    ...row,
    ...targets.data.subarray(i * k, (i + 1) * k),
  ]);
  // ‖Xw − y‖² + ridge ‖w‖² is the plain squared error of X with √ridge I below it, and y with zeros.
  const below = (_: unknown, i: number) =>
    Array.from({ length: d + k }, (_, j) => (i === j ? Math.sqrt(ridge) : 0));
  const system = ridge === 0 ? rows : [...rows, ...Array.from({ length: d }, below)];
  triangulate(system, d);
  const W = backSubstitute(
    system.slice(0, d).map((row) => row.slice(0, d)),
    system.slice(0, d).map((row) => row.slice(d)),
  );
  return new Tensor(targets.rank === 1 ? [d] : [d, k], Float64Array.from(W.flat()));
}

/** Turn the first `d` columns into an upper triangle by reflections, in place. */
function triangulate(system: number[][], d: number): void {
  const largest = Math.max(...system.map((row) => Math.hypot(...row.slice(0, d))));
  for (let k = 0; k < d; k++) {
    const below = system.slice(k);
    const length = Math.sqrt(below.reduce((total, row) => total + row[k]! ** 2, 0));
    if (!(length > 1e-13 * largest)) {
      const rule = "the columns of X must not depend on each other, and no fewer rows than columns";
      const hint = "A small ridge, for example 1e-6, makes the answer unique.";
      throw new ValueError({ operation: "leastSquares", rule, hint }, { "dependent column": k });
    }
    const mirror = below.map((row) => row[k]!);
    mirror[0] = mirror[0]! + (mirror[0]! >= 0 ? length : -length);
    const norm = mirror.reduce((total, v) => total + v * v, 0);
    for (let j = k; j < below[0]!.length; j++) {
      const along = below.reduce((total, row, i) => total + mirror[i]! * row[j]!, 0);
      const twice = (2 * along) / norm;
      for (const [i, row] of below.entries()) row[j] = row[j]! - twice * mirror[i]!;
    }
  }
}

/** Solve `U x = b` for an upper triangle, last row first. */
function backSubstitute(U: readonly number[][], b: readonly number[][]): number[][] {
  const x: number[][] = U.map(() => []);
  for (let i = U.length - 1; i >= 0; i--) {
    x[i] = b[i]!.map((entry, c) => {
      let rest = entry;
      for (let j = i + 1; j < U.length; j++) rest -= U[i]![j]! * x[j]![c]!;
      return rest / U[i]![i]!;
    });
  }
  return x;
}

function rowOfLargest(rows: readonly number[][], k: number): number {
  let best = k;
  for (let i = k + 1; i < rows.length; i++) {
    if (Math.abs(rows[i]![k]!) > Math.abs(rows[best]![k]!)) best = i;
  }
  return best;
}

function rowsOf(matrix: Tensor): number[][] {
  const [n = 0, d = 0] = matrix.shape;
  return Array.from({ length: n }, (_, i) => [...matrix.data.subarray(i * d, (i + 1) * d)]);
}

function assertSquare(operation: string, A: ArrayLike2d): Tensor {
  const matrix = tensor(A);
  if (matrix.rank === 2 && matrix.shape[0] === matrix.shape[1]) return matrix;
  throw new ShapeError({ operation, rule: "A must be square, [n, n]" }, { A: matrix.shape });
}

interface System {
  readonly rows: number[][];
  readonly right: number[][];
  readonly n: number;
}

function readSystem(operation: string, A: ArrayLike2d, b: ArrayLike2d): System {
  const [matrix, side] = [assertSquare(operation, A), tensor(b)];
  const n = matrix.shape[0]!;
  if (side.rank === 0 || side.shape[0] !== n) {
    const rule = "every row of A [n, n] needs its own entry of b [n] or row of b [n, k]";
    throw new ShapeError({ operation, rule }, { A: matrix.shape, b: side.shape });
  }
  const k = side.shape[1] ?? 1;
  const right = Array.from({ length: n }, (_, i) => [...side.data.subarray(i * k, (i + 1) * k)]);
  return { rows: rowsOf(matrix), right, n };
}

function singular(operation: string, column: number): ValueError {
  const rule = "A must not be singular: a row is a combination of the others";
  return new ValueError({ operation, rule }, { "column without a pivot": column });
}
