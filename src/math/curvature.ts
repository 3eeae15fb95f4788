/**
 * Chapter 4, curvatures of a bowl: how steep it is across and how flat along. They say which learning
 * rate diverges, `η > 2/L`, and how many steps the flat direction costs.
 */
import { ShapeError } from "./shape.js";
import { type ArrayLike2d, tensor } from "./tensor.js";
import { assertNumber, ValueError } from "./value-error.js";

/** Sweeps after which every matrix that we meet is diagonal; each about squares the error. */
const SWEEPS = 30;

/**
 * The curvatures of J along its principal axes: the eigenvalues of its symmetric matrix of second
 * derivatives, the smallest first. The largest is L: gradient descent, Eq. (4.1), needs `η < 2/L`.
 *
 * Jacobi's method: turn two axes at a time until nothing is left beside the diagonal.
 *
 * @param hessian - symmetric, `[d, d]`
 * @throws {@link ShapeError} if it is not square
 * @throws {@link ValueError} if it is not symmetric or not finite
 * @see Jacobi, "Über ein leichtes Verfahren …" (1846)
 *
 * @example
 * curvatures([[1, 0], [0, 20]]); // => [1, 20]
 */
export function curvatures(hessian: ArrayLike2d): number[] {
  const { shape, data } = tensor(hessian);
  const [d = 0] = shape;
  if (shape.length !== 2 || shape[1] !== d) {
    const rule = "the matrix of second derivatives is square, [d, d]";
    throw new ShapeError({ operation: "curvatures", rule }, { hessian: shape });
  }
  const a = Array.from({ length: d }, (_, i) => [...data.subarray(i * d, (i + 1) * d)]);
  assertSymmetric(a);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let p = 0; p < d; p++) for (let q = p + 1; q < d; q++) turnAxes(a, p, q);
  }
  return a.map((row, i) => row[i]!).sort((x, y) => x - y);
}

/**
 * How much steeper the steepest direction is than the flattest: `κ = L/ℓ`, the condition number. The
 * steps that gradient descent needs grow in proportion to it.
 *
 * @param hessian - symmetric with positive curvatures, `[d, d]`
 * @throws {@link ShapeError} if it is not square
 * @throws {@link ValueError} if a curvature is not positive
 *
 * @example
 * conditionNumber([[2, 0], [0, 20]]); // => 10
 */
export function conditionNumber(hessian: ArrayLike2d): number {
  const found = curvatures(hessian);
  const [least, most] = [found[0]!, found[found.length - 1]!];
  if (least > 0) return most / least;
  const rule = "every curvature must be positive: only a bowl has a condition number";
  throw new ValueError({ operation: "conditionNumber", rule }, { curvatures: found });
}

/** The rotation in the plane of p and q that makes a_pq 0, applied from both sides. */
function turnAxes(a: number[][], p: number, q: number): void {
  const [apq, app, aqq] = [a[p]![q]!, a[p]![p]!, a[q]![q]!];
  if (apq === 0) return;
  const theta = (aqq - app) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    if (k === p || k === q) continue;
    const [akp, akq] = [a[k]![p]!, a[k]![q]!];
    a[k]![p] = c * akp - s * akq;
    a[p]![k] = a[k]![p]!;
    a[k]![q] = s * akp + c * akq;
    a[q]![k] = a[k]![q]!;
  }
  a[p]![p] = app - t * apq;
  a[q]![q] = aqq + t * apq;
  a[p]![q] = 0;
  a[q]![p] = 0;
}

function assertSymmetric(a: readonly (readonly number[])[]): void {
  const operation = "curvatures";
  const largest = Math.max(...a.flat().map(Math.abs));
  for (const [i, row] of a.entries()) {
    for (const [j, entry] of row.entries()) {
      assertNumber(operation, `hessian[${i}, ${j}]`, entry);
      if (Math.abs(entry - a[j]![i]!) <= 1e-9 * largest) continue;
      const rule = "second derivatives do not depend on their order, so the matrix is symmetric";
      const pair = { [`[${i}, ${j}]`]: entry, [`[${j}, ${i}]`]: a[j]![i] };
      throw new ValueError({ operation, rule }, pair);
    }
  }
}
