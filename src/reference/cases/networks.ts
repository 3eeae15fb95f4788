/** The reference, networks: layers one after the other, as a function and as modules. */
import { linear, relu, tanh } from "../../math/activations.js";
import { type DeepList, flatten } from "../../math/flatten.js";
import { Flatten, Linear, Sequential } from "../../math/modules.js";
import { forward, type Layer } from "../../math/network.js";
import { Random } from "../../math/random.js";
import { softmax } from "../../math/softmax.js";
import { type Tensor, tensor, zeros } from "../../math/tensor.js";
import { EXACT, FLOAT32 } from "../../math/tolerances.js";
import type { Arguments } from "../backend.js";
import type { ComparedFunction } from "../compared-function.js";
import { DRAWS, matrix, times, vector } from "../inputs.js";
import type { Tfjs, TfTensor } from "../tfjs.js";
import { float32Network, float32Sum } from "../tolerances.js";
import { productScale } from "./linear-algebra.js";

type Matrix = readonly (readonly number[])[];
type Vector = readonly number[];

/** X `[n, d₀]`, then W and b of one layer after another. */
export type NetworkCall = readonly [Matrix, ...(Matrix | Vector)[]];

/** The largest |xᵢⱼ|. */
export function largest(X: Matrix): number {
  return Math.max(...X.flat().map(Math.abs));
}

/** Layers of these sizes with the arguments' weights: tanh, then ReLU, …, linear at the end. */
export function layersOf(parameters: readonly (Matrix | Vector)[]): Layer[] {
  const count = parameters.length / 2;
  return times(count, (k) => ({
    W: tensor(parameters[2 * k]!),
    b: tensor(parameters[2 * k + 1]!),
    g: k === count - 1 ? linear : [tanh, relu][k % 2]!,
  }));
}

/** The name that TensorFlow.js has for the activation of layer k of `count`. */
export function activationName(k: number, count: number): "linear" | "tanh" | "relu" {
  if (k === count - 1) return "linear";
  return k % 2 === 0 ? "tanh" : "relu";
}

/** Weights that keep the size of what goes through: standard deviation 1/√in. */
export function weights(random: Random, sizes: readonly number[]): (number[] | number[][])[] {
  return sizes.slice(1).flatMap((units, k) => {
    const inputs = sizes[k]!;
    return [matrix(random, inputs, units, 1 / Math.sqrt(inputs)), vector(random, units, 0.5)];
  });
}

/** Weights all 0; tanh far out; then networks of `hidden(i)` hidden layers, 1 to 4 examples. */
export function networks(random: Random, hidden: (i: number) => number): readonly Arguments[] {
  const call = (i: number): Arguments => {
    const sizes = times(hidden(i) + 2, (k) => ((i + 2 * k) % 5) + 1);
    return [matrix(random, (i % 4) + 1, sizes[0]!), ...weights(random, sizes)];
  };
  const [X, ...parameters] = call(4);
  const scaled = (values: unknown, by: number): never =>
    (Array.isArray(values) ? values.map((v) => scaled(v, by)) : by * (values as number)) as never;
  const still: Arguments = [X!, ...parameters.map((p) => scaled(p, 0))];
  const saturated: Arguments = [scaled(X, 100), ...parameters];
  return [still, saturated, ...times(DRAWS, call)];
}

/** The same layers as a model of `tf.layers`. */
function tfjsModel(tf: Tfjs, X: TfTensor, parameters: readonly TfTensor[]): TfTensor {
  const count = parameters.length / 2;
  const model = tf.sequential({
    layers: times(count, (k) =>
      tf.layers.dense({
        units: parameters[2 * k]!.shape[1]!,
        activation: activationName(k, count),
        inputShape: [parameters[2 * k]!.shape[0]!],
      }),
    ),
  });
  return outputOf(model, parameters, X);
}

type TfModel = ReturnType<Tfjs["sequential"]>;

/** A model's answer with given parameters; its own are disposed of. */
function outputOf(model: TfModel, parameters: readonly TfTensor[], x: TfTensor): TfTensor {
  model.setWeights([...parameters]);
  const output = model.apply(x) as TfTensor;
  model.dispose();
  return output;
}

/** Height, width and colours of a picture. */
const PICTURE = [2, 3, 2] as const;
const PIXELS = 12;

/** Rows of 12 numbers as pictures: height × width × colours. */
function pictures(rows: Matrix): DeepList {
  const [height, width, colours] = PICTURE;
  return rows.map((row) =>
    times(height, (y) =>
      times(width, (x) => row.slice((y * width + x) * colours, (y * width + x + 1) * colours)),
    ),
  );
}

const asPictures = (tf: Tfjs, rows: TfTensor): TfTensor =>
  tf.reshape(rows, [rows.shape[0]!, ...PICTURE]);

const pictureRows = (random: Random): readonly Arguments[] =>
  times(DRAWS, (i) => [matrix(random, (i % 4) + 1, PIXELS, 3)]);

/** Vectors and matrices of every small shape. */
const shapes = (random: Random): readonly Arguments[] =>
  times(DRAWS, (i) => {
    const [n, d] = [(i % 6) + 1, (i % 5) + 1];
    return [i % 4 === 0 ? vector(random, n, 3) : matrix(random, n, d, 3)];
  });

/** Asked for by modules, and not drawn from: the weights are given. */
const ANY = new Random(1);
const given = (W: Matrix) => (): Tensor => tensor(W);

/** Rows about networks, their modules, and zeros to start from. */
export const NETWORKS: readonly ComparedFunction[] = [
  {
    name: "forward",
    formula: "a_k = g(a_{k−1}W_k + b_k), Eq. (1.16), (1.17); tf.layers.dense one after another",
    calls: (random) => networks(random, (i) => (i % 3) + 1),
    ours: (...[X, ...parameters]: NetworkCall) => forward(layersOf(parameters), X),
    tfjs: (tf, X, ...parameters) => tfjsModel(tf, X!, parameters),
    tolerance: (X: Matrix) => float32Network(largest(X)),
  },
  {
    name: "Linear",
    formula: "xW + w₀ with w₀ = 0 at first, Eq. (1.15); tf.layers.dense",
    calls: (random) =>
      times(DRAWS, (i) => {
        const [n, inputs, outputs] = [(i % 4) + 1, (i % 6) + 1, (i % 5) + 1];
        return [matrix(random, n, inputs), matrix(random, inputs, outputs)];
      }),
    ours: (X: Matrix, W: Matrix) => new Linear(W.length, W[0]!.length, ANY, given(W)).forward(X),
    tfjs: (tf, X, W) => tfjsModel(tf, X!, [W!, tf.zeros([W!.shape[1]!])]),
    tolerance: (X: Matrix, W: Matrix) => float32Sum(productScale(X, W)),
  },
  {
    name: "flatten",
    formula: "all entries in one vector, the last axis fastest; tf.reshape",
    calls: shapes,
    ours: (x: Matrix) => flatten(x),
    tfjs: (tf, x) => tf.reshape(x!, [-1]),
    tolerance: () => EXACT,
  },
  {
    name: "flatten, pictures",
    formula: "examples × height × width × colours in one vector; tf.reshape",
    calls: pictureRows,
    ours: (rows: Matrix) => flatten(pictures(rows)),
    tfjs: (tf, rows) => tf.reshape(asPictures(tf, rows!), [-1]),
    tolerance: () => EXACT,
  },
  {
    name: "Flatten",
    formula: "a vector for each picture; tf.layers.flatten",
    calls: pictureRows,
    ours: (rows: Matrix) => new Flatten(PICTURE).forward(pictures(rows)),
    tfjs: (tf, rows) => tf.layers.flatten().apply(asPictures(tf, rows!)) as TfTensor,
    tolerance: () => EXACT,
  },
  {
    name: "Sequential",
    formula: "softmax(relu(flatten(x) W₁) W₂); tf.sequential",
    calls: (random) =>
      times(DRAWS, (i) => {
        const [hidden, classes] = [(i % 5) + 1, (i % 3) + 2];
        const [W1, , W2] = weights(random, [PIXELS, hidden, classes]);
        return [matrix(random, (i % 4) + 1, PIXELS), W1!, W2!];
      }),
    ours: (rows: Matrix, W1: Matrix, W2: Matrix) => {
      const [first, second] = [W1, W2].map(
        (W) => new Linear(W.length, W[0]!.length, ANY, given(W)),
      );
      const network = new Sequential<DeepList>([
        new Flatten(PICTURE),
        first!,
        relu,
        second!,
        softmax,
      ]);
      return network.forward(pictures(rows));
    },
    tfjs: (tf, rows, W1, W2) => {
      const [hidden, classes] = [W1!.shape[1]!, W2!.shape[1]!];
      const model = tf.sequential({
        layers: [
          tf.layers.flatten({ inputShape: [...PICTURE] }),
          tf.layers.dense({ units: hidden, activation: "relu", useBias: false }),
          tf.layers.dense({ units: classes, activation: "softmax", useBias: false }),
        ],
      });
      return outputOf(model, [W1!, W2!], asPictures(tf, rows!));
    },
    tolerance: () => FLOAT32,
  },
  {
    name: "zeros",
    formula: "0 everywhere, of x's shape; tf.zeros",
    calls: shapes,
    ours: (x: Matrix) => zeros(tensor(x).shape),
    tfjs: (tf, x) => tf.zeros(x!.shape),
    tolerance: () => EXACT,
  },
];
