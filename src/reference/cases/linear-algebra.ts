/** The reference, linear algebra: sums, means, products, and that linear layers stay linear. */
import { abs } from "../../math/arithmetic.js";
import { dot, matMul, transpose } from "../../math/linear-algebra.js";
import type { Random } from "../../math/random.js";
import { mean, sum } from "../../math/reductions.js";
import type { NestedNumbers, TensorLike } from "../../math/tensor.js";
import { EXACT } from "../../math/tolerances.js";
import type { Arguments } from "../backend.js";
import type { ComparedFunction } from "../compared-function.js";
import { DRAWS, matrix, times, vector } from "../inputs.js";
import { float32Sum } from "../tolerances.js";

type Matrix = readonly (readonly number[])[];

/** Vectors of 1 to 24 entries; sums that cancel, huge beside tiny, zeros. */
function vectors(random: Random): readonly (readonly number[])[] {
  const edges = [[0], [-0, 0], [1000, -1000], [1000, 1, -1000], [30, -30, 1e-6], [1e-6, 1000]];
  return [...edges, ...times(DRAWS, (i) => vector(random, i + 1, 3))];
}

const vectorPairs = (random: Random): readonly Arguments[] =>
  vectors(random).map((x) => [x, vector(random, x.length, 3)]);

const matrices = (random: Random): readonly (readonly [Matrix])[] =>
  times(DRAWS, (i) => [matrix(random, (i % 6) + 1, (i % 5) + 1, 3)] as const);

function matrixPairs(random: Random): readonly Arguments[] {
  const shapes = times(DRAWS, (i) => [(i % 5) + 1, ((3 * i) % 7) + 1, (i % 4) + 1] as const);
  const zeros = [[[0, -0]], [[0], [0]]] as const;
  const cancelling = [[[1000, 1000, 1]], [[1], [-1], [1]]] as const;
  const draws = shapes.map(([n, k, m]) => [matrix(random, n, k), matrix(random, k, m)] as const);
  return [zeros, cancelling, ...draws];
}

/** The largest `Σₖ |aᵢₖ bₖⱼ|`. */
export function productScale(a: Matrix, b: Matrix): number {
  return Math.max(...matMul(abs(a), abs(b)).data);
}

const size = (x: TensorLike): number => sum(abs(x as readonly number[]));

/** The rows of the table about sums and products. */
export const LINEAR_ALGEBRA: readonly ComparedFunction[] = [
  {
    name: "sum",
    formula: "Σ xᵢ",
    calls: (random) => [...vectors(random).map((x) => [x]), ...matrices(random)],
    ours: (x: readonly number[]) => sum(x),
    tfjs: (tf, x) => tf.sum(x),
    tolerance: (x: NestedNumbers) => float32Sum(size(x)),
  },
  {
    name: "sum, by column",
    formula: "Σᵢ xᵢⱼ",
    calls: matrices,
    ours: (x: Matrix) => sum(x, 0),
    tfjs: (tf, x) => tf.sum(x, 0),
    tolerance: (x: NestedNumbers) => float32Sum(size(x)),
  },
  {
    name: "sum, by row",
    formula: "Σⱼ xᵢⱼ",
    calls: matrices,
    ours: (x: Matrix) => sum(x, 1),
    tfjs: (tf, x) => tf.sum(x, 1),
    tolerance: (x: NestedNumbers) => float32Sum(size(x)),
  },
  {
    name: "mean",
    formula: "(1/n) Σ xᵢ",
    calls: (random) => [...vectors(random).map((x) => [x]), ...matrices(random)],
    ours: (x: readonly number[]) => mean(x),
    tfjs: (tf, x) => tf.mean(x),
    tolerance: (x: NestedNumbers) => float32Sum(size(x)),
  },
  {
    name: "dot",
    formula: "Σ aᵢbᵢ, in Eq. (1.2)",
    calls: vectorPairs,
    ours: (a: readonly number[], b: readonly number[]) => dot(a, b),
    tfjs: (tf, a, b) => tf.dot(a, b),
    tolerance: (a: readonly number[], b: readonly number[]) => float32Sum(dot(abs(a), abs(b))),
  },
  {
    name: "matMul",
    formula: "Σₖ aᵢₖbₖⱼ",
    calls: matrixPairs,
    ours: (a: Matrix, b: Matrix) => matMul(a, b),
    tfjs: (tf, a, b) => tf.matMul(a, b),
    tolerance: (a: Matrix, b: Matrix) => float32Sum(productScale(a, b)),
  },
  {
    name: "transpose",
    formula: "(Aᵀ)ⱼᵢ = aᵢⱼ",
    calls: matrices,
    ours: (a: Matrix) => transpose(a),
    tfjs: (tf, a) => tf.transpose(a),
    tolerance: () => EXACT,
  },
  {
    name: "two linear layers",
    formula: "W₂(W₁x) = (W₂W₁)x, Eq. (1.12)",
    calls: (random) =>
      times(DRAWS, () => [matrix(random, 2, 4), matrix(random, 4, 3), vector(random, 3)]),
    ours: (W2: Matrix, W1: Matrix, x: readonly number[]) => matMul(matMul(W2, W1), x),
    tfjs: (tf, W2, W1, x) => {
      const hidden = tf.matMul(W1, tf.reshape(x, [3, 1]));
      return tf.reshape(tf.matMul(W2, hidden), [2]);
    },
    tolerance: (W2: Matrix, W1: Matrix, x: readonly number[]) => {
      const scale = matMul(matMul(abs(W2), abs(W1)), abs(x));
      return float32Sum(2 * Math.max(...scale.data));
    },
  },
];
