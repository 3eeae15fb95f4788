/**
 * Chapter 1, the dense layer: several units that read the same inputs. Unit i has column i of W.
 */
import type { Activation } from "./activation.js";
import { linear } from "./activations.js";
import { add } from "./arithmetic.js";
import type { Dual } from "./dual.js";
import { addInto, FLAT, multiplyInto, sumOverRows } from "./kernels.js";
import { matMul, timesTransposed, transposedTimes } from "./linear-algebra.js";
import {
  apply,
  named,
  type Operand,
  type OperationRule,
  primalOf,
  toValue,
  type Value,
} from "./operation.js";
import { type Shape, ShapeError, shapeText } from "./shape.js";
import { type ArrayLike2d, Tensor, tensor } from "./tensor.js";
import type { Variable } from "./variable.js";

/** A dense layer, for plain, dual or tracked inputs and parameters. */
export interface Dense {
  (x: ArrayLike2d, W: ArrayLike2d, b: ArrayLike2d, g?: Activation): Tensor;
  (x: Dual<Tensor>, W: ArrayLike2d, b: ArrayLike2d, g?: Activation): Dual<Tensor>;
  (
    x: ArrayLike2d | Variable<Tensor>,
    W: Variable<Tensor>,
    b: Variable<Tensor>,
    g?: Activation,
  ): Variable<Tensor>;
  (x: Operand, W: Operand, b: Operand, g?: Activation): Value;
}

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
export const dense: Dense = named(
  "dense",
  (x: Operand, W: Operand, b: Operand, g: Activation = linear): Value => {
    const [inputs, weights, biases] = [x, W, b].map((operand) => toValue("dense", operand));
    const [xs, ws, bs] = [inputs!, weights!, biases!].map((v) => tensor(primalOf(v)).shape);
    assertLayer(xs!, ws!, bs!);
    const z =
      xs!.length === 2
        ? apply(AFFINE, [inputs!, weights!, biases!])
        : add(matMul(inputs!, weights!), biases!);
    return g === linear ? z : g(z);
  },
) as Dense;

/** `Z = X W + b` for many examples in one go, and the way back, Eq. (3.11). */
const AFFINE: OperationRule = {
  name: "affine",
  forward: ([x, W, b]) => affine(x as Tensor, W as Tensor, b as Tensor),
  tangent: ([x, W], _z, [dx, dW, db]) => {
    const parts: Operand[] = [];
    if (dx !== 0) parts.push(matMul(dx as Tensor, W as Tensor));
    if (dW !== 0) parts.push(matMul(x as Tensor, dW as Tensor));
    if (db !== 0) parts.push(db as Tensor);
    return parts.reduce((total, part) => add(total, part), 0) as Tensor;
  },
  backward: [
    (adjoint, [, W]) => timesTransposed(adjoint as Tensor, W as Tensor),
    (adjoint, [x]) => transposedTimes(x as Tensor, adjoint as Tensor),
    (adjoint, [, , b]) => {
      const [rows = 0, columns = 0] = (adjoint as Tensor).shape;
      return new Tensor((b as Tensor).shape, sumOverRows((adjoint as Tensor).data, rows, columns));
    },
  ],
};

function affine(x: Tensor, W: Tensor, b: Tensor): Tensor {
  const [n = 0, inputs = 0] = x.shape;
  const outputs = W.shape[1] ?? 0;
  const z = new Float64Array(n * outputs);
  multiplyInto(z, x.data, W.data, n, inputs, outputs);
  addInto(z, n, outputs, z, { rowStep: outputs, columnStep: 1 }, b.data, FLAT);
  return new Tensor([n, outputs], z);
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
