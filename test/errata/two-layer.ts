/** A network with one hidden layer, its backpropagation written out by hand, for the experiments. */
import { type Activation, linear } from "../../src/math/activations.js";
import { add, mul, sub } from "../../src/math/arithmetic.js";
import { dense } from "../../src/math/dense-layer.js";
import { matMul, transpose } from "../../src/math/linear-algebra.js";
import { mean, sum } from "../../src/math/reductions.js";
import type { Tensor } from "../../src/math/tensor.js";

/** Weights and biases of the hidden layer and of the output. */
export type TwoLayer = Record<"W1" | "b1" | "W2" | "b2", Tensor>;

/** Mean squared error of `ŷ = g(X W₁ + b₁) W₂ + b₂` against Y `[n, out]`, and its gradients. */
export function lossAndGradients(net: TwoLayer, g: Activation, X: Tensor, Y: Tensor) {
  const Z = add(matMul(X, net.W1), net.b1);
  const A = g(Z);
  const error = sub(dense(A, net.W2, net.b2, linear), Y);
  const dY = mul(error, 2 / error.size);
  const dZ = mul(matMul(dY, transpose(net.W2)), g.derivative(Z));
  const gradients: TwoLayer = {
    W1: matMul(transpose(X), dZ),
    b1: sum(dZ, 0),
    W2: matMul(transpose(A), dY),
    b2: sum(dY, 0),
  };
  return { loss: mean(mul(error, error)), gradients };
}
