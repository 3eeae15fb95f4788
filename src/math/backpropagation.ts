/**
 * Chapter 3, backpropagation by hand, in half a page: a stack of dense layers, one function forward
 * and one back. The library's variables find the same gradients for any computation; here every step
 * of the recursion stands written out.
 *
 * Layer k: z = x W + b, a = g(z), and a is the next layer's x. Examples are rows. With two layers of
 * one unit each it is the worked chain `∂J/∂w₂ = ∂J/∂ŷ · ∂ŷ/∂w₂`, Eq. (3.3), and
 * `∂J/∂w₁ = ∂J/∂ŷ · ∂ŷ/∂z₁ · ∂z₁/∂w₁`, Eq. (3.4).
 */
import { add, mul } from "./arithmetic.js";
import { matMul, transpose } from "./linear-algebra.js";
import type { Layer } from "./network.js";
import { sum } from "./reductions.js";
import { ShapeError, sameShape } from "./shape.js";
import { type ArrayLike2d, type Tensor, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";

/** What a layer saw on the way forward, kept for the way back. */
export interface LayerPass {
  /** Its inputs, `[n, in]`. */
  readonly x: Tensor;
  /** Its pre-activations, `[n, out]`. */
  readonly z: Tensor;
  /** Its outputs, `[n, out]`. */
  readonly a: Tensor;
}

/** The gradient of the loss with respect to a layer's parameters. */
export interface LayerGradient {
  readonly W: Tensor;
  readonly b: Tensor;
}

/** What the backward pass finds. */
export interface Backpropagated {
  /** One a layer, in the layers' order. */
  readonly layers: readonly LayerGradient[];
  /** `∂J/∂x` of the network's input, `[n, in]`. */
  readonly x: Tensor;
}

/**
 * Forward: `z_k = a_{k−1} W_k + b_k`, `a_k = g(z_k)`, Eq. (1.17), everything kept.
 *
 * @param layers - at least one
 * @param x - examples, `[n, in]`
 * @returns one pass a layer; the last one's `a` is the prediction
 * @throws {@link ValueError} if there is no layer
 * @throws {@link ShapeError} if a layer does not fit the one before
 */
export function forwardPass(layers: readonly Layer[], x: ArrayLike2d): readonly LayerPass[] {
  if (layers.length === 0) {
    throw new ValueError({ operation: "forwardPass", rule: "a network has a layer" }, { layers });
  }
  const passes: LayerPass[] = [];
  let a = tensor(x);
  for (const { W, b, g } of layers) {
    const z = add(matMul(a, W), b);
    passes.push({ x: a, z, a: g(z) });
    a = g(z);
  }
  return passes;
}

/**
 * Backward, Eq. (3.12) and (3.13), from the last layer to the first:
 *
 * `∂J/∂z = ∂J/∂a ⊙ g′(z)`, `∂J/∂W = xᵀ ∂J/∂z`, `∂J/∂b = Σ_rows ∂J/∂z`, `∂J/∂x = ∂J/∂z Wᵀ`.
 *
 * The mean over the examples is already in `∂J/∂a`, so here the rows are added.
 *
 * @param layers - the layers of the forward pass
 * @param passes - what {@link forwardPass} returned
 * @param dJda - gradient of the loss with respect to the prediction, `[n, out]`
 * @throws {@link ShapeError} if dJda has not the prediction's shape
 * @throws {@link ValueError} if there is not one pass a layer
 */
export function backwardPass(
  layers: readonly Layer[],
  passes: readonly LayerPass[],
  dJda: ArrayLike2d,
): Backpropagated {
  let adjoint = tensor(dJda);
  assertMatching(layers, passes, adjoint);
  const gradients: LayerGradient[] = [];
  for (let k = layers.length - 1; k >= 0; k--) {
    const { W, g } = layers[k]!;
    const { x, z } = passes[k]!;
    const dJdz = mul(adjoint, g.derivative(z)); // through the activation, Eq. (3.6)
    gradients.unshift({ W: matMul(transpose(x), dJdz), b: sum(dJdz, 0) }); // Eq. (3.13)
    adjoint = matMul(dJdz, transpose(W)); // Eq. (3.12), the weights used backwards
  }
  return { layers: gradients, x: adjoint };
}

function assertMatching(
  layers: readonly Layer[],
  passes: readonly LayerPass[],
  adjoint: Tensor,
): void {
  const operation = "backwardPass";
  const last = passes.at(-1);
  if (last === undefined || passes.length !== layers.length) {
    const rule = "there must be one forward pass a layer";
    const given = { layers: layers.length, passes: passes.length };
    throw new ValueError({ operation, rule }, given);
  }
  if (!sameShape(adjoint.shape, last.a.shape)) {
    const rule = "∂J/∂a has the shape of the prediction";
    throw new ShapeError({ operation, rule }, { dJda: adjoint.shape, prediction: last.a.shape });
  }
}
