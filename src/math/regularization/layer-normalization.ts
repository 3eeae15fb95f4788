/**
 * Chapter 5, layer normalization: each example is brought to mean 0 and variance 1 over its own
 * units. It is batch normalization of the transposed matrix, and the same in training and inference.
 */
import { add, mul } from "../arithmetic.js";
import type { Dual } from "../dual.js";
import type { Operand, Value } from "../elementwise.js";
import { transpose } from "../linear-algebra.js";
import { sum } from "../reductions.js";
import { ShapeError, sameShape } from "../shape.js";
import type { ArrayLike2d, Tensor } from "../tensor.js";
import type { Variable } from "../variable.js";
import { finiteTensor, positive } from "./arguments.js";
import {
  type NormalizationGradients,
  normalizeColumns,
  normalizeColumnsBackward,
} from "./batch-normalization.js";

/** One of the arguments: plain, or followed by a derivative. */
type Argument<T> = ArrayLike2d | T;

/** Layer normalization; a dual anywhere gives a dual, a variable a variable. */
export interface LayerNorm {
  (x: ArrayLike2d, gamma: ArrayLike2d, beta: ArrayLike2d, epsilon?: number): Tensor;
  (
    x: Argument<Dual<Tensor>>,
    gamma: Argument<Dual<Tensor>>,
    beta: Argument<Dual<Tensor>>,
    epsilon?: number,
  ): Dual<Tensor>;
  (
    x: Argument<Variable<Tensor>>,
    gamma: Argument<Variable<Tensor>>,
    beta: Argument<Variable<Tensor>>,
    epsilon?: number,
  ): Variable<Tensor>;
}

/** As in PyTorch; tfjs and Keras take 10⁻³. */
const EPSILON = 1e-5;

/**
 * Layer normalization: `yᵢ = γᵢ (xᵢ − μ)/√(σ² + ε) + βᵢ`, Eq. (5.10), with the mean μ and the biased
 * variance σ² of the d units of one example.
 *
 * @param x - pre-activations, one example a row `[n, d]`, or one example `[d]`; d ≥ 2
 * @param gamma - scales γ `[d]`
 * @param beta - shifts β `[d]`
 * @param epsilon - ε > 0
 * @returns x's shape
 * @throws {@link ShapeError} if the shapes do not fit, or there is one unit only
 * @throws {@link ValueError} if an entry is not finite or ε is not positive
 * @see Ba, Kiros, Hinton, "Layer Normalization" (2016); tf.layers.layerNormalization
 *
 * @example
 * layerNorm([[1, 3]], [1, 1], [0, 10], 1e-99).toArray(); // => [[-1, 11]]
 */
export const layerNorm: LayerNorm = ((
  x: Operand,
  gamma: Operand,
  beta: Operand,
  epsilon: number = EPSILON,
): Value => {
  assertLayer("layerNorm", x, gamma, beta);
  return add(mul(gamma, normalizeRows(x, positive("layerNorm", "epsilon", epsilon))), beta);
}) as LayerNorm;

/**
 * Backward through {@link layerNorm}. With `g = ∂C/∂y`: `∂C/∂β = Σ g` and `∂C/∂γ = Σ g x̂` over the
 * examples, and with `h = γ g`
 *
 * `∂C/∂x = (h − mean(h) − x̂ · mean(h x̂))/√(σ² + ε)`, from Eq. (5.10), means over the units.
 *
 * @param upstream - `∂C/∂y`, of x's shape
 * @param x - as in the forward pass
 * @param gamma - as in the forward pass
 * @param epsilon - as in the forward pass
 * @throws {@link ShapeError} if the shapes do not fit
 * @throws {@link ValueError} if an entry is not finite or ε is not positive
 *
 * @example
 * layerNormBackward([[1, 2], [3, 4]], [[1, 3], [0, 5]], [1, 1]).beta.toArray(); // => [4, 6]
 */
export function layerNormBackward(
  upstream: ArrayLike2d,
  x: ArrayLike2d,
  gamma: ArrayLike2d,
  epsilon: number = EPSILON,
): NormalizationGradients {
  const operation = "layerNormBackward";
  const examples = assertLayer(operation, x, gamma, gamma);
  const G = finiteTensor(operation, "upstream", upstream);
  if (!sameShape(G.shape, examples.shape)) {
    const rule = "the gradient has the shape of the output, which is that of x, Eq. (5.10)";
    throw new ShapeError({ operation, rule }, { upstream: G.shape, x: examples.shape });
  }
  const eps = positive(operation, "epsilon", epsilon);
  const byGamma = mul(G, normalizeRows(examples, eps) as Tensor);
  const scaled = mul(G, gamma);
  return {
    x: transpose(normalizeColumnsBackward(transpose(scaled), transpose(examples), eps)),
    gamma: examples.rank === 2 ? sum(byGamma, 0) : byGamma,
    beta: examples.rank === 2 ? sum(G, 0) : G,
  };
}

/** `x̂ = (x − μ)/√(σ² + ε)` of each row. */
function normalizeRows(x: Operand, epsilon: number): Value {
  const columns = transpose(x as Tensor);
  return transpose(normalizeColumns(columns, epsilon) as Tensor);
}

function assertLayer(operation: string, x: Operand, gamma: Operand, beta: Operand): Tensor {
  const examples = finiteTensor(operation, "x", x);
  const [scales, shifts] = [
    finiteTensor(operation, "gamma", gamma),
    finiteTensor(operation, "beta", beta),
  ];
  const units = examples.shape[examples.rank - 1];
  const fits = [scales, shifts].every(({ rank, size }) => rank === 1 && size === units);
  if (fits && examples.rank > 0 && units! > 1) return examples;
  const rule =
    "x is [n, d] or [d] with d ≥ 2, and gamma and beta have one entry a unit, Eq. (5.10)";
  throw new ShapeError(
    { operation, rule },
    { x: examples.shape, gamma: scales.shape, beta: shifts.shape },
  );
}
