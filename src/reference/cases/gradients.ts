/** The reference, gradients: backpropagation by hand, and the library's variables. */

import { sigmoid, tanh } from "../../math/activations.js";
import { add, exp, mul, square, sub } from "../../math/arithmetic.js";
import { type Backpropagated, backwardPass, forwardPass } from "../../math/backpropagation.js";
import type { Tolerance } from "../../math/compare.js";
import { concat } from "../../math/concat.js";
import { flatten } from "../../math/flatten.js";
import { grad, valueAndGrad, vjp } from "../../math/gradient.js";
import { matMul } from "../../math/linear-algebra.js";
import { meanSquaredError } from "../../math/mean-squared-error.js";
import type { Value } from "../../math/operation.js";
import type { Random } from "../../math/random.js";
import { mean, sum } from "../../math/reductions.js";
import { softmax } from "../../math/softmax.js";
import { softmaxCrossEntropy } from "../../math/softmax-cross-entropy.js";
import type { Tensor } from "../../math/tensor.js";
import type { Variable } from "../../math/variable.js";
import type { Arguments } from "../backend.js";
import type { ComparedFunction } from "../compared-function.js";
import { DRAWS, matrix, times, vector } from "../inputs.js";
import type { Tfjs, TfTensor } from "../tfjs.js";
import { float32Network } from "../tolerances.js";
import {
  activationName,
  largest,
  layersOf,
  type NetworkCall,
  networks,
  weights,
} from "./networks.js";

type Matrix = readonly (readonly number[])[];
type Vector = readonly number[];

/** For inputs and weights near 1. */
const tolerance = (): Tolerance => float32Network(1);

/** Everything in one vector, so that a row can compare several tensors at once. */
const joined = (parts: readonly Tensor[]): Tensor => concat(parts.map((part) => flatten(part)));
const tfjsJoined = (tf: Tfjs, parts: readonly TfTensor[]): TfTensor =>
  tf.concat(parts.map((part) => tf.reshape(part, [-1])));

/** z and a of every layer. */
function tfjsPasses(tf: Tfjs, X: TfTensor, parameters: readonly TfTensor[]): TfTensor[] {
  const count = parameters.length / 2;
  const passes: TfTensor[] = [];
  let a = X;
  for (let k = 0; k < count; k++) {
    const z = tf.add(tf.matMul(a, parameters[2 * k]!), parameters[2 * k + 1]!);
    const name = activationName(k, count);
    a = name === "linear" ? z : tf[name](z);
    passes.push(z, a);
  }
  return passes;
}

/** Targets before the arguments of {@link networks}: three layers, `[n, d₃]`. */
function networksWithTargets(random: Random): readonly Arguments[] {
  return networks(random, () => 2).map((call) => {
    const [X, biases] = [call[0] as Matrix, call.at(-1) as Vector];
    return [matrix(random, X.length, biases.length), ...call];
  });
}

function backwards(Y: Matrix, [X, ...parameters]: NetworkCall): Backpropagated {
  const layers = layersOf(parameters);
  const passes = forwardPass(layers, X);
  return backwardPass(layers, passes, meanSquaredError.gradient(passes.at(-1)!.a, Y) as Tensor);
}

/** tf.grads of `J = (1/n) Σ ‖y − ŷ‖²` with respect to X and every parameter. */
function tfjsGradients(tf: Tfjs, Y: TfTensor, args: readonly TfTensor[]): TfTensor[] {
  const J = (...[X, ...parameters]: TfTensor[]): TfTensor => {
    const prediction = tfjsPasses(tf, X!, parameters).at(-1)!;
    return tf.mean(tf.sum(tf.squaredDifference(Y, prediction), 1));
  };
  return tf.grads(J)([...args]);
}

/** `Σ x e^(−x²) + (mean x)² + Σ tanh(x) σ(x)`: x is used five times, Eq. (3.8). */
function fanOut(x: Variable<Tensor>): Value {
  const hill = sum(mul(x, exp(mul(-1, square(x)))));
  return add(add(hill, square(mean(x))), sum(mul(tanh(x), sigmoid(x))));
}

function tfjsFanOut(tf: Tfjs, x: TfTensor): TfTensor {
  const hill = tf.sum(tf.mul(x, tf.exp(tf.neg(tf.square(x)))));
  const rest = tf.sum(tf.mul(tf.tanh(x), tf.sigmoid(x)));
  return tf.add(tf.add(hill, tf.square(tf.mean(x))), rest);
}

/** X, one-hot classes, W₁, b₁, W₂, b₂. */
function classifiers(random: Random): readonly Arguments[] {
  return times(DRAWS, (i) => {
    const [n, inputs, classes] = [(i % 5) + 1, (i % 4) + 1, (i % 3) + 2];
    const Y = times(n, () => {
      const y = random.integer(classes);
      return times(classes, (c) => (c === y ? 1 : 0));
    });
    return [matrix(random, n, inputs), Y, ...weights(random, [inputs, (i % 6) + 1, classes])];
  });
}

/** Rows about gradients of whole computations. */
export const GRADIENTS: readonly ComparedFunction[] = [
  {
    name: "forwardPass",
    formula: "z_k = a_{k−1}W_k + b_k and a_k = g(z_k) of every layer, Eq. (1.17)",
    calls: (random) => networks(random, (i) => i % 3),
    ours: (...[X, ...parameters]: NetworkCall) =>
      joined(forwardPass(layersOf(parameters), X).flatMap(({ z, a }) => [z, a])),
    tfjs: (tf, X, ...parameters) => tfjsJoined(tf, tfjsPasses(tf, X!, parameters)),
    tolerance: (X: Matrix) => float32Network(largest(X)),
  },
  {
    name: "backwardPass, ∂/∂W and ∂/∂b",
    formula: "∂J/∂W = xᵀ ∂J/∂z and ∂J/∂b of three layers, Eq. (3.13); tf.grads",
    calls: networksWithTargets,
    ours: (Y: Matrix, ...call: NetworkCall) =>
      joined(backwards(Y, call).layers.flatMap(({ W, b }) => [W, b])),
    tfjs: (tf, Y, ...args) => tfjsJoined(tf, tfjsGradients(tf, Y!, args).slice(1)),
    tolerance: (_Y: Matrix, X: Matrix) => float32Network(largest(X)),
  },
  {
    name: "backwardPass, ∂/∂x",
    formula: "∂J/∂x = ∂J/∂z Wᵀ down to the input, Eq. (3.12); tf.grads",
    calls: networksWithTargets,
    ours: (Y: Matrix, ...call: NetworkCall) => backwards(Y, call).x,
    tfjs: (tf, Y, ...args) => tfjsGradients(tf, Y!, args)[0]!,
    tolerance: (_Y: Matrix, X: Matrix) => float32Network(largest(X)),
  },
  {
    name: "grad",
    formula: "∇(Σ x e^(−x²) + (mean x)² + Σ tanh(x) σ(x)), Eq. (3.1), (3.8); tf.grad",
    calls: (random) => times(DRAWS, (i) => [matrix(random, (i % 4) + 1, (i % 5) + 1)]),
    ours: (x: Matrix) => grad(fanOut as never, x as never) as Tensor,
    tfjs: (tf, x) => tf.grad((v) => tfjsFanOut(tf, v))(x!),
    tolerance,
  },
  {
    name: "grad, two weights",
    formula: "∂J/∂w₁ and ∂J/∂w₂ of (y − σ(w₂ tanh(w₁x)))², Eq. (3.3), (3.4); tf.grads",
    calls: (random) => [[0, 0, 0, 0], [0, 1, 1, 1], ...times(DRAWS, () => vector(random, 4, 1.5))],
    ours: (w1: number, w2: number, x: number, y: number) => {
      const J = (w: { w1: Variable<number>; w2: Variable<number> }): Value =>
        square(sub(y, sigmoid(mul(w.w2, tanh(mul(w.w1, x))))));
      const gradient = grad(J, { w1, w2 });
      return [gradient.w1, gradient.w2];
    },
    tfjs: (tf, w1, w2, x, y) => {
      const J = (...w: TfTensor[]): TfTensor =>
        tf.square(tf.sub(y!, tf.sigmoid(tf.mul(w[1]!, tf.tanh(tf.mul(w[0]!, x!))))));
      return tf.stack(tf.grads(J)([w1!, w2!]));
    },
    tolerance,
  },
  {
    name: "valueAndGrad",
    formula: "J, then ∇J, of softmax cross-entropy after two layers, Eq. (3.1); tf.valueAndGrads",
    calls: classifiers,
    ours: (X: Matrix, Y: Matrix, W1: Matrix, b1: Vector, W2: Matrix, b2: Vector) => {
      const { value, gradient } = valueAndGrad(
        (p) => {
          const a = tanh(add(matMul(X, p.W1), p.b1));
          return softmaxCrossEntropy(add(matMul(a, p.W2), p.b2), Y);
        },
        { W1, b1, W2, b2 },
      );
      return [value, ...joined(Object.values(gradient)).data];
    },
    tfjs: (tf, X, Y, ...parameters) => {
      const J = (...[W1, b1, W2, b2]: TfTensor[]): TfTensor => {
        const a = tf.tanh(tf.add(tf.matMul(X!, W1!), b1!));
        return tf.losses.softmaxCrossEntropy(Y!, tf.add(tf.matMul(a, W2!), b2!));
      };
      const { value, grads } = tf.valueAndGrads(J)(parameters);
      return tfjsJoined(tf, [value, ...grads]);
    },
    tolerance,
  },
  {
    name: "vjp",
    formula: "y = tanh(x) ⊙ softmax(xW) and gᵀ ∂y/∂x below it, Eq. (3.9); tf.grad with dy",
    calls: (random) =>
      times(DRAWS, (i) => {
        const [n, d] = [(i % 4) + 1, (i % 5) + 1];
        return [matrix(random, n, d), matrix(random, d, d), matrix(random, n, d)];
      }),
    ours: (x: Matrix, W: Matrix, dy: Matrix) => {
      const { value, pullback } = vjp((v) => mul(tanh(v), softmax(matMul(v, W))), x);
      return concat([value, pullback(dy)]);
    },
    tfjs: (tf, x, W, dy) => {
      const f = (v: TfTensor): TfTensor => tf.mul(tf.tanh(v), tf.softmax(tf.matMul(v, W!)));
      return tf.concat([f(x!), tf.grad(f)(x!, dy!)]);
    },
    tolerance,
  },
];
