/** Chapter 1, vectors and matrices: dot product, matrix product, transpose. */
import type { Dual, Plain } from "./dual.js";
import { plus, times } from "./elementwise.js";
import {
  dotEntries,
  multiplyByTransposedInto,
  multiplyMatrices,
  multiplyTransposedByInto,
  transposeEntries,
} from "./kernels.js";
import { apply, named, type Operand, type OperationRule, type Value } from "./operation.js";
import { type Shape, ShapeError, shapeText } from "./shape.js";
import { type ArrayLike2d, Tensor, tensor } from "./tensor.js";
import type { Variable } from "./variable.js";

/** The dot product; a dual on either side gives a dual, a variable a variable. */
export interface DotProduct {
  (a: ArrayLike2d, b: ArrayLike2d): number;
  (a: Dual<Tensor>, b: ArrayLike2d | Dual<Tensor>): Dual<number>;
  (a: ArrayLike2d, b: Dual<Tensor>): Dual<number>;
  (a: Variable<Tensor>, b: ArrayLike2d | Variable<Tensor>): Variable<number>;
  (a: ArrayLike2d, b: Variable<Tensor>): Variable<number>;
  (a: Operand, b: Operand): Value;
}

/** The matrix product; a dual on either side gives a dual, a variable a variable. */
export interface MatrixProduct {
  (a: ArrayLike2d, b: ArrayLike2d): Tensor;
  (a: Dual<Tensor>, b: ArrayLike2d | Dual<Tensor>): Dual<Tensor>;
  (a: ArrayLike2d, b: Dual<Tensor>): Dual<Tensor>;
  (a: Variable<Tensor>, b: ArrayLike2d | Variable<Tensor>): Variable<Tensor>;
  (a: ArrayLike2d, b: Variable<Tensor>): Variable<Tensor>;
  (a: Operand, b: Operand): Value;
}

/** The transpose of whatever can be one. */
export interface Transpose {
  (x: ArrayLike2d): Tensor;
  (x: Dual<Tensor>): Dual<Tensor>;
  (x: Variable<Tensor>): Variable<Tensor>;
  (x: Operand): Value;
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
export const dot: DotProduct = bilinear("dot", dotPlain, [
  (adjoint, _a, b) => times(adjoint, b),
  (adjoint, a) => times(adjoint, a),
]) as DotProduct;

function dotPlain(a: Tensor, b: Tensor): number {
  if (a.rank !== 1 || b.rank !== 1 || a.size !== b.size) {
    const rule = "a and b pair up entry by entry, so both are vectors of one length";
    throw new ShapeError({ operation: "dot", rule }, { a: a.shape, b: b.shape });
  }
  return dotEntries(a.data, b.data);
}

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
export const matMul: MatrixProduct = bilinear("matMul", matMulPlain, [
  // C = AB, so ∂J/∂A = ∂J/∂C Bᵀ and ∂J/∂B = Aᵀ ∂J/∂C, Eq. (3.11)
  (adjoint, _a, b) => timesTransposed(tensor(adjoint), b),
  (adjoint, a) => transposedTimes(a, tensor(adjoint)),
]) as MatrixProduct;

function matMulPlain(a: Tensor, b: Tensor): Tensor {
  const rows: Shape = a.rank === 2 ? a.shape.slice(0, 1) : [];
  const columns: Shape = b.rank === 2 ? b.shape.slice(1) : [];
  const inner = a.shape[a.rank - 1] ?? 0;
  if (a.rank === 0 || b.rank === 0 || a.rank + b.rank < 3 || inner !== b.shape[0]) {
    throw new ShapeError(matMulRule(a.shape, b.shape), { a: a.shape, b: b.shape });
  }
  const [n, m] = [rows[0] ?? 1, columns[0] ?? 1];
  return new Tensor([...rows, ...columns], multiplyMatrices(a.data, b.data, n, inner, m));
}

/** `a bᵀ`, without writing the transpose down; a column times a row if both are vectors. */
export function timesTransposed(a: Tensor, b: Tensor): Tensor {
  if (a.rank < 2 && b.rank < 2) return outer(a, b);
  if (a.rank < 2 || b.rank < 2) return matMulPlain(a, transposePlain(b));
  const [n = 0, inner = 0] = a.shape;
  const m = b.shape[0] ?? 0;
  const product = new Float64Array(n * m);
  multiplyByTransposedInto(product, a.data, b.data, n, inner, m);
  return new Tensor([n, m], product);
}

/** `aᵀ b`, without writing the transpose down; a column times a row if both are vectors. */
export function transposedTimes(a: Tensor, b: Tensor): Tensor {
  if (a.rank < 2 && b.rank < 2) return outer(a, b);
  if (a.rank < 2 || b.rank < 2) return matMulPlain(transposePlain(a), b);
  const [inner = 0, n = 0] = a.shape;
  const m = b.shape[1] ?? 0;
  const product = new Float64Array(n * m);
  multiplyTransposedByInto(product, a.data, b.data, n, inner, m);
  return new Tensor([n, m], product);
}

/** `cᵢⱼ = aᵢ bⱼ` */
function outer(a: Tensor, b: Tensor): Tensor {
  return new Tensor([a.size, b.size], multiplyMatrices(a.data, b.data, a.size, 1, b.size));
}

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
export const transpose: Transpose = named("transpose", (x: Operand) =>
  apply(TRANSPOSE, [x]),
) as Transpose;

const TRANSPOSE: OperationRule = {
  name: "transpose",
  forward: ([x]) => transposePlain(tensor(x!)),
  tangent: (_inputs, _output, [dx]) => transposePlain(tensor(dx!)),
  backward: [(adjoint) => transposePlain(tensor(adjoint))],
};

function transposePlain(x: Tensor): Tensor {
  if (x.rank < 2) return x;
  const [rows = 0, columns = 0] = x.shape;
  return new Tensor([columns, rows], transposeEntries(x.data, rows, columns));
}

/** A product that is linear in each factor: `d(ab) = da·b + a·db`, whatever the product is. */
function bilinear(
  name: string,
  product: (a: Tensor, b: Tensor) => Plain,
  backward: readonly [ProductPullback, ProductPullback],
): (a: Operand, b: Operand) => Value {
  const rule: OperationRule = {
    name,
    forward: ([a, b]) => product(tensor(a!), tensor(b!)),
    // The tangent of a constant is the number 0, and not a tensor.
    tangent: ([a, b], _output, [da, db]) => {
      const fromA = da === 0 ? 0 : product(tensor(da!), tensor(b!));
      return db === 0 ? fromA : plus(fromA, product(tensor(a!), tensor(db!)));
    },
    backward: backward.map(
      (pull) =>
        (adjoint, [a, b]) =>
          pull(adjoint, tensor(a!), tensor(b!)),
    ),
  };
  return named(name, (a: Operand, b: Operand) => apply(rule, [a, b]));
}

/** `∂C/∂(one factor)`, given `∂C/∂(product)` and both factors. */
type ProductPullback = (adjoint: Plain, a: Tensor, b: Tensor) => Plain;
