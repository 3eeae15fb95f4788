/**
 * Chapter 5, dropout: in training a random share of the units is silenced, so that no unit can rely
 * on another; at inference all of them speak.
 */
import { mul } from "../arithmetic.js";
import type { Dual } from "../dual.js";
import { type Operand, toValue, type Value } from "../elementwise.js";
import type { Random } from "../random.js";
import { type Shape, ShapeError, sameShape } from "../shape.js";
import { type ArrayLike2d, Tensor, type TensorLike, zeros } from "../tensor.js";
import type { Variable } from "../variable.js";
import { finiteTensor, seeded, shareBelowOne } from "./arguments.js";

/** What dropout did to a batch. */
export interface DroppedOut<V> {
  /** `m ⊙ x`, of x's shape. */
  readonly output: V;
  /** m: 0 where a unit was dropped, `1/(1 − rate)` where it was kept. The backward needs it. */
  readonly mask: Tensor;
}

/** Dropout in training; duals and variables go through the mask as plain values do. */
export interface DropoutTraining {
  (x: ArrayLike2d, rate: number, random: Random): DroppedOut<Tensor>;
  (x: Dual<Tensor>, rate: number, random: Random): DroppedOut<Dual<Tensor>>;
  (x: Variable<Tensor>, rate: number, random: Random): DroppedOut<Variable<Tensor>>;
}

const RATE_HINT = "The rate is the share that is dropped, not the share p that is kept.";

/**
 * A mask of inverted dropout: each entry is 0 with probability `rate`, else `1/(1 − rate)`, so that
 * its expected value is 1. Every entry is drawn on its own, so every row, that is every example, has
 * a mask of its own.
 *
 * @param shape - `[n]` or `[n, d]`
 * @param rate - share of units dropped, from 0 to below 1
 * @throws {@link ValueError} if the rate or the shape is out of range, or the generator is missing
 *
 * @example
 * dropoutMask([2, 2], 0, new Random(1)).toArray(); // => [[1, 1], [1, 1]]
 */
export function dropoutMask(shape: Shape, rate: number, random: Random): Tensor {
  const operation = "dropoutMask";
  const share = shareBelowOne(operation, "rate", rate, RATE_HINT);
  const source = seeded(operation, random);
  const kept = 1 / (1 - share);
  return new Tensor(
    shape,
    zeros(shape).data.map(() => (source.uniform() < share ? 0 : kept)),
  );
}

/**
 * Dropout in training, inverted: `y = m ⊙ x` with `mᵢ = 0` with probability `rate`, else
 * `1/(1 − rate)`, Eq. (5.6). The factor keeps the expected value, so that inference needs none.
 *
 * `rate` is the share that is dropped, as in tf.keras and PyTorch; the paper's p is the share that is
 * kept.
 *
 * @param x - activations, `[n]` or one example a row `[n, d]`
 * @param rate - from 0 to below 1; typically 0.5 for hidden units
 * @param random - where the mask comes from
 * @throws {@link ValueError} if the rate is out of range, an entry is not finite, or the generator is
 *   missing
 * @see Srivastava et al., "Dropout" (2014), §10 for the inverted form; tf.dropout
 *
 * @example
 * dropoutTraining([1, 2], 0, new Random(1)).output.toArray(); // => [1, 2]
 */
export const dropoutTraining: DropoutTraining = ((
  x: Operand,
  rate: number,
  random: Random,
): DroppedOut<Value> => {
  const values = finiteTensor("dropoutTraining", "x", x);
  shareBelowOne("dropoutTraining", "rate", rate, RATE_HINT);
  const mask = dropoutMask(values.shape, rate, seeded("dropoutTraining", random));
  return { output: mul(x as Tensor, mask), mask };
}) as DropoutTraining;

/**
 * Dropout at inference: x as it is, since Eq. (5.6) scales in training already.
 *
 * @param x - activations, `[n]` or `[n, d]`
 * @param rate - the rate of training, checked and not used
 * @throws {@link ValueError} if the rate is not from 0 to below 1
 *
 * @example
 * dropoutInference([1, 2], 0.5).toArray(); // => [1, 2]
 */
export function dropoutInference(x: ArrayLike2d, rate: number): Tensor;
export function dropoutInference(x: Dual<Tensor>, rate: number): Dual<Tensor>;
export function dropoutInference(x: Variable<Tensor>, rate: number): Variable<Tensor>;
export function dropoutInference(x: Operand, rate: number): Value {
  shareBelowOne("dropoutInference", "rate", rate, RATE_HINT);
  return toValue("dropoutInference", x);
}

/**
 * Backward through dropout: `∂C/∂x = m ⊙ ∂C/∂y`, with the mask of the forward pass.
 *
 * @param upstream - `∂C/∂y`, of the mask's shape
 * @param mask - as {@link dropoutTraining} returned it
 * @throws {@link ShapeError} if the shapes differ
 *
 * @example
 * dropoutBackward([10, 20], [0, 2]).toArray(); // => [0, 40]
 */
export function dropoutBackward(upstream: ArrayLike2d, mask: TensorLike): Tensor {
  const operation = "dropoutBackward";
  const G = finiteTensor(operation, "upstream", upstream);
  const m = finiteTensor(operation, "mask", mask);
  if (sameShape(G.shape, m.shape)) return mul(G, m);
  const rule = "the gradient passes through the mask of the forward pass, of the same shape";
  throw new ShapeError({ operation, rule }, { upstream: G.shape, mask: m.shape });
}
