/** The reference, the dense layer: values, and the gradients of a weighted total of its outputs. */
import { type Activation, linear, relu, sigmoid, tanh } from "../../math/activations.js";
import { abs, mul } from "../../math/arithmetic.js";
import { dense } from "../../math/dense-layer.js";
import { matMul, transpose } from "../../math/linear-algebra.js";
import type { Random } from "../../math/random.js";
import { sum } from "../../math/reductions.js";
import type { Tensor } from "../../math/tensor.js";
import type { Arguments } from "../backend.js";
import type { ComparedFunction } from "../compared-function.js";
import { DRAWS, matrix, times, vector } from "../inputs.js";
import type { Tfjs, TfTensor } from "../tfjs.js";
import { float32Chain } from "../tolerances.js";
import { productScale } from "./linear-algebra.js";

type Matrix = readonly (readonly number[])[];
type Vector = readonly number[];

/** X `[n, in]`, W `[in, out]`, b `[out]`, and the slopes G `[n, out]` of the total Σ Gᵢⱼ aᵢⱼ. */
function layers(random: Random): readonly Arguments[] {
  const edges: readonly Arguments[] = [
    // z is 0 throughout: the kink of ReLU.
    [
      [
        [0, 0],
        [1, 1],
      ],
      [
        [2, -1],
        [-2, 1],
      ],
      [0, 0],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      [[1], [-1]],
      [[30, -30]],
      [0, -0],
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [[[1000], [-1000]], [[1]], [0], [[1], [-1]]],
  ];
  const draws = times(DRAWS, (i) => {
    const [n, inputs, outputs] = [(i % 4) + 1, (i % 5) + 1, (i % 3) + 1];
    const X = matrix(random, n, inputs);
    return [
      X,
      matrix(random, inputs, outputs),
      vector(random, outputs),
      matrix(random, n, outputs),
    ];
  });
  return [...edges, ...draws];
}

/** The size of what is added up on the way to z. */
function scaleOf(X: Matrix, W: Matrix, b: Vector): number {
  return productScale(X, W) + Math.max(...abs(b).data);
}

/** `δ = G ∘ g′(XW + b)`, from which all three gradients follow. */
function delta(X: Matrix, W: Matrix, b: Vector, G: Matrix, g: Activation): Tensor {
  return mul(G, g.derivative(dense(X, W, b)));
}

const ACTIVATIONS: readonly (readonly [Activation, (tf: Tfjs, z: TfTensor) => TfTensor])[] = [
  [linear, (_tf, z) => z],
  [sigmoid, (tf, z) => tf.sigmoid(z)],
  [tanh, (tf, z) => tf.tanh(z)],
  [relu, (tf, z) => tf.relu(z)],
];

/** Five rows an activation would be many; value and three gradients are what can go wrong. */
export const DENSE_LAYER: readonly ComparedFunction[] = ACTIVATIONS.flatMap(([g, tfjsG]) => {
  const output = (tf: Tfjs, X: TfTensor, W: TfTensor, b: TfTensor): TfTensor =>
    tfjsG(tf, tf.add(tf.matMul(X, W), b));
  const gradient = (tf: Tfjs, args: readonly TfTensor[], which: 0 | 1 | 2): TfTensor => {
    const [X, W, b, G] = args as [TfTensor, TfTensor, TfTensor, TfTensor];
    const total = (...v: TfTensor[]): TfTensor =>
      tf.sum(tf.mul(G, output(tf, v[0]!, v[1]!, v[2]!)));
    return tf.grads(total)([X, W, b])[which]!;
  };
  const tolerance = (X: Matrix, W: Matrix, b: Vector, G: Matrix) => {
    const slopes = productScale(G, transpose(W).toArray() as Matrix);
    const inputs = productScale(transpose(X).toArray() as Matrix, G);
    return float32Chain((1 + scaleOf(X, W, b)) * (slopes + inputs + sum(abs(G))));
  };
  const name = `dense, ${g.name}`;
  const rows: ComparedFunction[] = [
    {
      name,
      formula: "g(XW + b), Eq. (1.15)",
      calls: (random) => layers(random).map((call) => call.slice(0, 3)),
      ours: (X: Matrix, W: Matrix, b: Vector) => dense(X, W, b, g),
      tfjs: output,
      tolerance: (X: Matrix, W: Matrix, b: Vector) => float32Chain(scaleOf(X, W, b)),
    },
    {
      name: `${name}, ∂/∂X`,
      formula: "δWᵀ with δ = G ∘ g′(z)",
      calls: layers,
      ours: (X: Matrix, W: Matrix, b: Vector, G: Matrix) =>
        matMul(delta(X, W, b, G, g), transpose(W)),
      tfjs: (tf, ...args) => gradient(tf, args, 0),
      tolerance,
    },
    {
      name: `${name}, ∂/∂W`,
      formula: "Xᵀδ",
      calls: layers,
      ours: (X: Matrix, W: Matrix, b: Vector, G: Matrix) =>
        matMul(transpose(X), delta(X, W, b, G, g)),
      tfjs: (tf, ...args) => gradient(tf, args, 1),
      tolerance,
    },
    {
      name: `${name}, ∂/∂b`,
      formula: "Σ δ over the rows",
      calls: layers,
      ours: (X: Matrix, W: Matrix, b: Vector, G: Matrix) => sum(delta(X, W, b, G, g), 0),
      tfjs: (tf, ...args) => gradient(tf, args, 2),
      tolerance,
    },
  ];
  return rows;
});
