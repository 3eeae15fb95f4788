/**
 * Chapter 1, the perceptron: inputs times weights, added up, plus a bias, through an activation.
 *
 * x inputs [m], w weights [m], w₀ bias, z = w₀ + Σ xᵢwᵢ pre-activation, ŷ = g(z) output.
 */
import { type Activation, sigmoid } from "./activations.js";
import { add } from "./arithmetic.js";
import { Dual } from "./dual.js";
import { dot } from "./linear-algebra.js";
import { ShapeError } from "./shape.js";
import { type ArrayLike2d, type Tensor, tensor } from "./tensor.js";

/** A vector: a list `[m]`, a tensor `[m]`, or a dual tensor when differentiating. */
export type Vector = ArrayLike2d | Dual<Tensor>;

/**
 * Pre-activation of a unit: `z = w₀ + Σᵢ xᵢ wᵢ`, Eq. (1.3); with w₀ = 0 the sum of Eq. (1.2). In
 * matrix form `z = w₀ + XᵀW`, Eq. (1.4).
 *
 * @param x - inputs, `[m]`
 * @param w - weights, `[m]`
 * @param w0 - bias, a number; left out it is 0
 * @throws {@link ShapeError} if x and w are not vectors of one length
 *
 * @example
 * weightedSum([-1, 2], [3, -2], 1); // => -6
 */
export function weightedSum(x: ArrayLike2d, w: ArrayLike2d, w0?: number): number;
export function weightedSum(x: Vector, w: Vector, w0?: number | Dual): Dual;
export function weightedSum(x: Vector, w: Vector, w0: number | Dual = 0): number | Dual {
  assertPairs("weightedSum", x, w);
  const products = dot(x as ArrayLike2d, w as ArrayLike2d) as number | Dual;
  return add(w0, products as number) as number | Dual;
}

/**
 * Output of a perceptron: `ŷ = g(w₀ + XᵀW)`, Eq. (1.5). With the linear activation it is linear
 * regression, with the sigmoid logistic regression.
 *
 * @param x - inputs, `[m]`
 * @param w - weights, `[m]`
 * @param w0 - bias, a number
 * @param g - activation
 * @throws {@link ShapeError} if x and w are not vectors of one length
 * @see Rosenblatt, "The Perceptron" (1958), for the name; there g is a step
 *
 * @example
 * perceptron([0.5, 0.25], [2, -4], 0, sigmoid); // => 0.5
 */
export function perceptron(x: ArrayLike2d, w: ArrayLike2d, w0: number, g?: Activation): number;
export function perceptron(x: Vector, w: Vector, w0: number | Dual, g?: Activation): Dual;
export function perceptron(
  x: Vector,
  w: Vector,
  w0: number | Dual,
  g: Activation = sigmoid,
): number | Dual {
  assertPairs("perceptron", x, w);
  return g(weightedSum(x as ArrayLike2d, w as ArrayLike2d, w0 as number));
}

function assertPairs(operation: string, x: Vector, w: Vector): void {
  const shapeOf = (v: Vector) => tensor(v instanceof Dual ? v.value : v).shape;
  const [xs, ws] = [shapeOf(x), shapeOf(w)];
  if (xs.length === 1 && ws.length === 1 && xs[0] === ws[0]) return;
  const rule = "every input needs its own weight, Eq. (1.3), so x and w are vectors of one length";
  const hint = ws[0] === (xs[0] ?? 0) + 1 ? "The bias w₀ is an argument of its own." : undefined;
  throw new ShapeError(hint === undefined ? { operation, rule } : { operation, rule, hint }, {
    x: xs,
    w: ws,
  });
}
