/**
 * Chapter 6, multiplicative units: inputs that are multiplied with each other, which sums and
 * activations can only approximate: the bilinear unit and the gate. Attention is the next step.
 */
import { sigmoid } from "./activations.js";
import { mul } from "./arithmetic.js";
import type { Dual } from "./dual.js";
import { type Operand, primalOf, toValue, type Value } from "./elementwise.js";
import { dot, matMul } from "./linear-algebra.js";
import { type NamedShapes, type Shape, ShapeError, sameShape } from "./shape.js";
import { type ArrayLike2d, Tensor, tensor } from "./tensor.js";
import type { Variable } from "./variable.js";

/** One of the factors: plain, or followed by a derivative. */
type Factor<T> = ArrayLike2d | T;

/** A bilinear unit; a dual anywhere gives a dual, a variable a variable. */
export interface BilinearUnit {
  (x: ArrayLike2d, W: ArrayLike2d, z: ArrayLike2d): number;
  (x: Factor<Dual<Tensor>>, W: Factor<Dual<Tensor>>, z: Factor<Dual<Tensor>>): Dual<number>;
  (
    x: Factor<Variable<Tensor>>,
    W: Factor<Variable<Tensor>>,
    z: Factor<Variable<Tensor>>,
  ): Variable<number>;
}

/** A gate; a dual on either side gives a dual, a variable a variable. */
export interface Gate {
  (x: ArrayLike2d, z: ArrayLike2d): Tensor;
  (x: Factor<Dual<Tensor>>, z: Factor<Dual<Tensor>>): Dual<Tensor>;
  (x: Factor<Variable<Tensor>>, z: Factor<Variable<Tensor>>): Variable<Tensor>;
}

/**
 * Bilinear unit: `y = xᵀ W z = Σᵢⱼ xᵢ wᵢⱼ zⱼ`, Eq. (6.20). With W = [[1]] it is the product of two
 * numbers; with W the identity, the dot product by which two vectors are compared.
 *
 * @param x - `[m]`
 * @param W - weights `[m, k]`
 * @param z - `[k]`
 * @throws {@link ShapeError} if the shapes do not fit
 *
 * @example
 * bilinear([2, 3], [[1, 0], [0, 10]], [5, 7]); // => 220
 */
export const bilinear: BilinearUnit = ((x: Operand, W: Operand, z: Operand): Value => {
  assertBilinear("bilinear", x, W, z);
  return dot(x as Tensor, matMul(W as Tensor, z as Tensor));
}) as BilinearUnit;

/**
 * Backward through {@link bilinear}, given `g = ∂C/∂y`: `∂C/∂x = g W z`, `∂C/∂W = g x zᵀ`,
 * `∂C/∂z = g Wᵀ x`, from Eq. (6.20). Each input's gradient is scaled by the other input.
 *
 * @param upstream - g, a number
 * @throws {@link ShapeError} if the shapes do not fit
 *
 * @example
 * bilinearBackward(1, [2, 3], [[1, 0], [0, 10]], [5, 7]).W.toArray(); // => [[10, 14], [15, 21]]
 */
export function bilinearBackward(
  upstream: number,
  x: ArrayLike2d,
  W: ArrayLike2d,
  z: ArrayLike2d,
): { readonly x: Tensor; readonly W: Tensor; readonly z: Tensor } {
  assertBilinear("bilinearBackward", x, W, z);
  const [column, row] = [new Tensor([tensor(x).size, 1], tensor(x).data), tensor(z)];
  return {
    x: mul(upstream, matMul(W, z)),
    W: mul(upstream, mul(column, row)),
    z: mul(upstream, matMul(x, W)),
  };
}

/**
 * Gating: `y = x ⊙ σ(z)`, Eq. (6.21). z decides how much of x passes: nothing at −∞, half at 0, all
 * at ∞.
 *
 * @param x - what is let through, `[n]` or `[n, d]`
 * @param z - the gate's pre-activation, of x's shape
 * @throws {@link ShapeError} if the shapes differ
 * @see Dauphin et al., "Language Modeling with Gated Convolutional Networks" (2017)
 *
 * @example
 * gate([2, 4], [0, -1000]).toArray(); // => [1, 0]
 */
export const gate: Gate = ((x: Operand, z: Operand): Value => {
  assertGate("gate", x, z);
  return mul(x, sigmoid(z as Tensor));
}) as Gate;

/**
 * Backward through {@link gate}, given `g = ∂C/∂y`: `∂C/∂x = g ⊙ σ(z)`, `∂C/∂z = g ⊙ x ⊙ σ′(z)`, from
 * Eq. (6.21).
 *
 * @param upstream - g, of x's shape
 * @throws {@link ShapeError} if the shapes differ
 *
 * @example
 * gateBackward([8], [2], [0]).z.toArray(); // => [4]
 */
export function gateBackward(
  upstream: ArrayLike2d,
  x: ArrayLike2d,
  z: ArrayLike2d,
): { readonly x: Tensor; readonly z: Tensor } {
  assertGate("gateBackward", x, z);
  assertGate("gateBackward", upstream, x);
  return {
    x: mul(upstream, sigmoid(z)),
    z: mul(mul(upstream, x), sigmoid.derivative(z)),
  };
}

function shapeOf(x: Operand): Shape {
  return tensor(primalOf(toValue("multiplicative", x))).shape;
}

function assertBilinear(operation: string, x: Operand, W: Operand, z: Operand): void {
  const shapes = { x: shapeOf(x), W: shapeOf(W), z: shapeOf(z) };
  const [m, k] = shapes.W;
  if (sameShape(shapes.x, [m ?? 0]) && sameShape(shapes.z, [k ?? 0])) return;
  refuse(operation, "x [m], W [m, k] and z [k] must fit together, Eq. (6.20)", shapes);
}

function assertGate(operation: string, x: Operand, z: Operand): void {
  const shapes = { x: shapeOf(x), z: shapeOf(z) };
  if (sameShape(shapes.x, shapes.z)) return;
  refuse(
    operation,
    "every entry has a gate of its own, so the shapes are the same, Eq. (6.21)",
    shapes,
  );
}

function refuse(operation: string, rule: string, shapes: NamedShapes): never {
  throw new ShapeError({ operation, rule }, shapes);
}
