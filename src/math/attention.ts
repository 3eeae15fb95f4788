/**
 * Chapter 6, attention: every query looks up its answer among values, by how well their keys fit it.
 * Products of inputs with inputs, Eq. (6.20), are what makes it possible.
 */
import { div, mul, sub } from "./arithmetic.js";
import type { Dual } from "./dual.js";
import { type Operand, primalOf, toValue, type Value } from "./elementwise.js";
import { matMul, transpose } from "./linear-algebra.js";
import { sum } from "./reductions.js";
import { type Shape, ShapeError, sameShape } from "./shape.js";
import { softmax } from "./softmax.js";
import { type ArrayLike2d, Tensor, tensor } from "./tensor.js";
import type { Variable } from "./variable.js";

/** One of the matrices: plain, or followed by a derivative. */
type Matrix<T> = ArrayLike2d | T;

/** Attention; a dual anywhere gives a dual, a variable a variable. */
export interface Attention {
  (queries: ArrayLike2d, keys: ArrayLike2d, values: ArrayLike2d): Tensor;
  (
    queries: Matrix<Dual<Tensor>>,
    keys: Matrix<Dual<Tensor>>,
    values: Matrix<Dual<Tensor>>,
  ): Dual<Tensor>;
  (
    queries: Matrix<Variable<Tensor>>,
    keys: Matrix<Variable<Tensor>>,
    values: Matrix<Variable<Tensor>>,
  ): Variable<Tensor>;
}

/**
 * Scaled dot-product attention: `A = softmax(QKᵀ/√d) V`, Eq. (6.22). Each query is compared with all
 * keys, and its answer is the mean of the values, weighted by how well their keys fit. The order of
 * the keys does not matter; √d keeps the scores near 1 in size when entries are.
 *
 * @param queries - Q `[n, d]`
 * @param keys - K `[m, d]`
 * @param values - V `[m, v]`
 * @returns `[n, v]`
 * @throws {@link ShapeError} if the shapes do not fit
 * @throws {@link ValueError} if a score is not finite
 * @see Vaswani et al., "Attention Is All You Need" (2017), Eq. (1)
 *
 * @example
 * attention([[0, 0]], [[1, 2], [3, 4]], [[10], [20]]).toArray(); // => [[15]]
 */
export const attention: Attention = ((queries: Operand, keys: Operand, values: Operand): Value => {
  const depth = assertAttention("attention", queries, keys, values);
  return matMul(weightsOf(queries, keys, depth) as Tensor, values as Tensor);
}) as Attention;

/**
 * Attention's weights `P = softmax(QKᵀ/√d)`, `[n, m]`: row i says how much query i takes from each
 * value; it sums to 1.
 *
 * @throws {@link ShapeError} if the queries and keys are not matrices of equally long rows
 *
 * @example
 * attentionWeights([[0, 0]], [[1, 2], [3, 4]]).toArray(); // => [[0.5, 0.5]]
 */
export function attentionWeights(queries: ArrayLike2d, keys: ArrayLike2d): Tensor {
  return weightsOf(
    queries,
    keys,
    assertAttention("attentionWeights", queries, keys, keys),
  ) as Tensor;
}

/**
 * Backward through {@link attention}, given `G = ∂C/∂A`. With `dP = G Vᵀ` and, row by row,
 * `dS = P ⊙ (dP − ⟨dP, P⟩)`, Eq. (3.14): `∂C/∂Q = dS K/√d`, `∂C/∂K = dSᵀ Q/√d`, `∂C/∂V = Pᵀ G`.
 *
 * @param upstream - G `[n, v]`
 * @throws {@link ShapeError} if the shapes do not fit
 *
 * @example
 * attentionBackward([[2]], [[0]], [[1], [3]], [[5], [7]]).values.toArray(); // => [[1], [1]]
 */
export function attentionBackward(
  upstream: ArrayLike2d,
  queries: ArrayLike2d,
  keys: ArrayLike2d,
  values: ArrayLike2d,
): { readonly queries: Tensor; readonly keys: Tensor; readonly values: Tensor } {
  const operation = "attentionBackward";
  const depth = assertAttention(operation, queries, keys, values);
  const shapes = { upstream: tensor(upstream).shape, queries: shapeOf(queries) };
  const [n, v] = [tensor(queries).shape[0]!, tensor(values).shape[1]!];
  if (!sameShape(shapes.upstream, [n, v])) {
    const rule = "the gradient has the shape of the output, [n, v], Eq. (6.22)";
    throw new ShapeError({ operation, rule }, { ...shapes, values: shapeOf(values) });
  }
  const P = weightsOf(queries, keys, depth) as Tensor;
  const byWeights = matMul(upstream, transpose(values));
  const inRow = sum(mul(byWeights, P), 1);
  const byScores = mul(P, sub(byWeights, new Tensor([n, 1], inRow.data)));
  return {
    queries: div(matMul(byScores, keys), Math.sqrt(depth)),
    keys: div(matMul(transpose(byScores), queries), Math.sqrt(depth)),
    values: matMul(transpose(P), upstream),
  };
}

/** `softmax(QKᵀ/√d)`, row by row. */
function weightsOf(queries: Operand, keys: Operand, depth: number): Value {
  const scores = matMul(queries as Tensor, transpose(keys as Tensor));
  return softmax(div(scores, Math.sqrt(depth)));
}

function shapeOf(x: Operand): Shape {
  return tensor(primalOf(toValue("attention", x))).shape;
}

/** @returns d, the length of queries and keys */
function assertAttention(operation: string, Q: Operand, K: Operand, V: Operand): number {
  const shapes = { queries: shapeOf(Q), keys: shapeOf(K), values: shapeOf(V) };
  const { queries, keys, values } = shapes;
  const matrices = queries.length === 2 && keys.length === 2 && values.length === 2;
  if (matrices && queries[1] === keys[1] && keys[0] === values[0]) return queries[1]!;
  const rule = "queries [n, d], keys [m, d] and values [m, v] must fit together, Eq. (6.22)";
  throw new ShapeError({ operation, rule }, shapes);
}
