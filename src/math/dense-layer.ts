/**
 * Chapter 1, the dense layer: several units that read the same inputs. Unit i has column i of W.
 */
import { type Activation, linear } from "./activations.js";
import { add } from "./arithmetic.js";
import { matMul } from "./linear-algebra.js";
import { type Shape, ShapeError, shapeText } from "./shape.js";
import { type ArrayLike2d, type Tensor, tensor } from "./tensor.js";

/**
 * Output of a dense layer: `zᵢ = w₀,ᵢ + Σⱼ xⱼ wⱼ,ᵢ`, Eq. (1.15), then `aᵢ = g(zᵢ)`.
 *
 * @param x - one example `[in]`, or one a row `[n, in]`
 * @param W - weights `[in, out]`: row j belongs to input j, column i to unit i
 * @param b - biases w₀ `[out]`
 * @param g - activation; left out it is the linear one, so that the result is z
 * @returns `[out]` or `[n, out]`
 * @throws {@link ShapeError} if the shapes do not fit, with the repair where W is transposed
 *
 * @example
 * dense([1, 2], [[1, 0, -1], [0, 1, 1]], [10, 20, 30]).toArray(); // => [11, 22, 31]
 */
export function dense(
  x: ArrayLike2d,
  W: ArrayLike2d,
  b: ArrayLike2d,
  g: Activation = linear,
): Tensor {
  const [inputs, weights, biases] = [tensor(x), tensor(W), tensor(b)];
  assertLayer(inputs.shape, weights.shape, biases.shape);
  return g(add(matMul(inputs, weights), biases));
}

function assertLayer(x: Shape, W: Shape, b: Shape): void {
  const given = x[x.length - 1] ?? 0;
  const [inputs = 0, outputs = 0] = W;
  if (x.length > 0 && W.length === 2 && b.length === 1 && given === inputs && b[0] === outputs) {
    return;
  }
  const operation = "dense";
  const rule = "x [n, in] or [in], W [in, out] and b [out] must fit together, Eq. (1.15)";
  const transposed = W.length === 2 && given === outputs && b[0] === inputs;
  const hint = `W looks transposed: transpose(W) is ${shapeText([outputs, inputs])}.`;
  throw new ShapeError(transposed ? { operation, rule, hint } : { operation, rule }, { x, W, b });
}
