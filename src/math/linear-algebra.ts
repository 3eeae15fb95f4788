/** Chapter 1, vectors and matrices: dot product, matrix product, transpose. */
import { add } from "./arithmetic.js";
import { Dual, type Plain } from "./dual.js";
import {
  makeDual,
  named,
  type Operand,
  primalOf,
  tangentOf,
  toValue,
  type Value,
} from "./elementwise.js";
import { dotEntries, multiplyMatrices, transposeEntries } from "./kernels.js";
import { type Shape, ShapeError, shapeText } from "./shape.js";
import { type ArrayLike2d, Tensor, tensor } from "./tensor.js";

/** The dot product; a dual on either side gives a dual. */
export interface DotProduct {
  (a: ArrayLike2d, b: ArrayLike2d): number;
  (a: Dual<Tensor>, b: ArrayLike2d | Dual<Tensor>): Dual<number>;
  (a: ArrayLike2d, b: Dual<Tensor>): Dual<number>;
}

/** The matrix product; a dual on either side gives a dual. */
export interface MatrixProduct {
  (a: ArrayLike2d, b: ArrayLike2d): Tensor;
  (a: Dual<Tensor>, b: ArrayLike2d | Dual<Tensor>): Dual<Tensor>;
  (a: ArrayLike2d, b: Dual<Tensor>): Dual<Tensor>;
}

/**
 * Dot product `a·b = Σ aᵢ bᵢ`, the sum in Eq. (1.2).
 *
 * @param a - `[n]`
 * @param b - `[n]`
 * @throws {@link ShapeError} if they are not vectors of one length
 *
 * @example
 * dot([1, 2, 3], [4, 5, 6]); // => 32
 */
export const dot: DotProduct = bilinear("dot", (a, b) => {
  if (a.rank !== 1 || b.rank !== 1 || a.size !== b.size) {
    const rule = "a and b pair up entry by entry, so both are vectors of one length";
    throw new ShapeError({ operation: "dot", rule }, { a: a.shape, b: b.shape });
  }
  return dotEntries(a.data, b.data);
}) as DotProduct;

/**
 * Matrix product `(AB)ᵢⱼ = Σₖ aᵢₖ bₖⱼ`. A vector on the left stands for a row, on the right for a
 * column, and the axis that stood for it is dropped from the result.
 *
 * @param a - `[n, k]` or `[k]`
 * @param b - `[k, m]` or `[k]`
 * @returns `[n, m]`, or `[m]` or `[n]` if one factor is a vector
 * @throws {@link ShapeError} if the inner lengths differ, or both are vectors (see {@link dot})
 *
 * @example
 * matMul([[1, 2], [3, 4]], [[5], [6]]).toArray(); // => [[17], [39]]
 */
export const matMul: MatrixProduct = bilinear("matMul", (a, b) => {
  const rows: Shape = a.rank === 2 ? a.shape.slice(0, 1) : [];
  const columns: Shape = b.rank === 2 ? b.shape.slice(1) : [];
  const inner = a.shape[a.rank - 1] ?? 0;
  if (a.rank === 0 || b.rank === 0 || a.rank + b.rank < 3 || inner !== b.shape[0]) {
    throw new ShapeError(matMulRule(a.shape, b.shape), { a: a.shape, b: b.shape });
  }
  const [n, m] = [rows[0] ?? 1, columns[0] ?? 1];
  return new Tensor([...rows, ...columns], multiplyMatrices(a.data, b.data, n, inner, m));
}) as MatrixProduct;

function matMulRule(a: Shape, b: Shape): { operation: string; rule: string; hint?: string } {
  const operation = "matMul";
  const rule = "a [n, k] times b [k, m] needs the same k";
  if (a.length === 1 && b.length === 1) {
    return { operation, rule, hint: "For two vectors use dot." };
  }
  if (b.length === 2 && a[a.length - 1] === b[1]) {
    const flipped = shapeText([b[1] ?? 0, b[0] ?? 0]);
    return { operation, rule, hint: `transpose(b) is ${flipped} and would fit.` };
  }
  return { operation, rule };
}

/**
 * Transpose `(Aᵀ)ⱼᵢ = aᵢⱼ`. A vector stays as it is: it has one axis and nothing to swap.
 *
 * @param x - `[n, d]` or `[n]`
 * @returns `[d, n]` or `[n]`
 *
 * @example
 * transpose([[1, 2], [3, 4]]).toArray(); // => [[1, 3], [2, 4]]
 */
export function transpose(x: ArrayLike2d): Tensor;
export function transpose(x: Dual<Tensor>): Dual<Tensor>;
export function transpose(x: ArrayLike2d | Dual<Tensor>): Tensor | Dual<Tensor> {
  if (x instanceof Dual) return new Dual(transpose(x.value), transpose(x.tangent));
  const matrix = tensor(x);
  if (matrix.rank < 2) return matrix;
  const [rows = 0, columns = 0] = matrix.shape;
  return new Tensor([columns, rows], transposeEntries(matrix.data, rows, columns));
}

/** A product that is linear in each factor: `d(ab) = da·b + a·db`, whatever the product is. */
function bilinear(
  name: string,
  product: (a: Tensor, b: Tensor) => Plain,
): (a: Operand, b: Operand) => Value {
  const operation = (left: Operand, right: Operand): Value => {
    const [a, b] = [toValue(name, left), toValue(name, right)];
    const [av, bv] = [tensor(primalOf(a)), tensor(primalOf(b))];
    const value = product(av, bv);
    if (!(a instanceof Dual || b instanceof Dual)) return value;
    const fromA = a instanceof Dual ? product(tensor(tangentOf(a)), bv) : 0;
    const fromB = b instanceof Dual ? product(av, tensor(tangentOf(b))) : 0;
    return makeDual(value, add(fromA, fromB) as Plain);
  };
  return named(name, operation);
}
