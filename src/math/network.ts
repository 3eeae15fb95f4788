/**
 * Chapter 1, the network as a value: a list of layers, each one's output the next one's input. No
 * classes and no state: a function of the input and of the parameters.
 */
import { type Activation, linear, relu } from "./activations.js";
import { add } from "./arithmetic.js";
import type { Dual } from "./dual.js";
import { heNormal, type Initializer } from "./initializers.js";
import { matMul } from "./linear-algebra.js";
import { type Operand, primalOf, toValue, type Value } from "./operation.js";
import type { Random } from "./random.js";
import { type Shape, ShapeError, shapeText } from "./shape.js";
import { type ArrayLike2d, type Tensor, tensor, zeros } from "./tensor.js";
import { ValueError } from "./value-error.js";
import type { Variable } from "./variable.js";

/** Weights or biases: plain, or followed by a derivative. */
export type Parameter = Tensor | Dual<Tensor> | Variable<Tensor>;

/** One dense layer, Eq. (1.15): `a = g(xW + b)`. */
export interface Layer<P extends Parameter = Tensor> {
  /** Weights `[in, out]`. */
  readonly W: P;
  /** Biases w₀ `[out]`. */
  readonly b: P;
  readonly g: Activation;
}

/** A network: its layers, the first one first. Two hidden layers are three layers of weights. */
export type Network<P extends Parameter = Tensor> = readonly Layer<P>[];

/** All parameters of a network by name: "1.W", "1.b", "2.W" and so on, layers counted from 1. */
export type NamedParameters<P extends Parameter = Tensor> = Readonly<Record<string, P>>;

/** What a network makes of an input; it is plain, dual or a variable as its parameters are. */
export interface Forward {
  (network: Network, x: ArrayLike2d): Tensor;
  (network: Network<Dual<Tensor>>, x: ArrayLike2d): Dual<Tensor>;
  (network: Network<Variable<Tensor>>, x: ArrayLike2d): Variable<Tensor>;
  (network: Network<Parameter>, x: Operand): Value;
}

/**
 * Output of a network: `z_k = W_k a_{k−1} + w₀`, `a_k = g(z_k)` from the first layer to the last,
 * written out with indices in Eq. (1.17), with one hidden layer in Eq. (1.16), and for columns
 * instead of rows in Eq. (1.19).
 *
 * @param network - at least one layer
 * @param x - one example `[d₀]`, or one a row `[n, d₀]`
 * @returns `[d_K]` or `[n, d_K]`
 * @throws {@link ValueError} if there is no layer
 * @throws {@link ShapeError} if a layer does not fit its input; it says which layer
 *
 * @example
 * const net = [{ W: tensor([[1, -1]]), b: tensor([0, 1]), g: relu }, { W: tensor([[2], [3]]), b: tensor([1]), g: linear }];
 * forward(net, [[2], [-1]]).toArray(); // => [[5], [7]]
 */
export const forward: Forward = ((network: Network<Parameter>, x: Operand): Value => {
  assertNetwork("forward", network);
  return network.reduce(
    (a: Value, { W, b, g }, k) => {
      assertFits(
        k,
        tensor(primalOf(a)).shape,
        tensor(primalOf(W)).shape,
        tensor(primalOf(b)).shape,
      );
      return g(add(matMul(a, W), b) as Tensor);
    },
    toValue("forward", x),
  );
}) as Forward;

/** How a network is started. */
export interface NetworkOptions {
  /** Activation of the hidden layers; ReLU if left out. */
  readonly hidden?: Activation;
  /** Activation of the last layer; linear if left out, as losses from logits want it. */
  readonly output?: Activation;
  /** Initial weights; {@link heNormal} if left out. Biases start at 0. */
  readonly initializer?: Initializer;
}

/**
 * A network of dense layers with the sizes d₀, d₁, … d_K, its weights drawn at random.
 *
 * @param sizes - d₀ inputs, then the units of each layer; at least two numbers
 * @param random - where the weights come from
 * @throws {@link ValueError} if a size is not a whole number of at least 1, or there are fewer than two
 *
 * @example
 * layerSizes(createNetwork([2, 16, 16, 1], new Random(1))); // => [2, 16, 16, 1]
 */
export function createNetwork(
  sizes: readonly number[],
  random: Random,
  options: NetworkOptions = {},
): Network {
  assertSizes("createNetwork", sizes);
  const { hidden = relu, output = linear, initializer = heNormal } = options;
  return sizes.slice(1).map((outputs, k) => ({
    W: initializer([sizes[k]!, outputs], random),
    b: zeros([outputs]),
    g: k === sizes.length - 2 ? output : hidden,
  }));
}

/**
 * The sizes d₀, d₁, … d_K of a network: its inputs, then the units of each layer.
 *
 * @throws {@link ValueError} if there is no layer
 */
export function layerSizes(network: Network<Parameter>): number[] {
  assertNetwork("layerSizes", network);
  const shapes = network.map(({ W }) => primalOf(W) as Tensor).map(({ shape }) => shape);
  return [shapes[0]![0]!, ...shapes.map((shape) => shape[1]!)];
}

/**
 * The parameters of a network by name, for an optimizer, a table, or {@link grad}.
 *
 * @throws {@link ValueError} if there is no layer
 *
 * @example
 * Object.keys(parametersOf(createNetwork([2, 3, 1], new Random(1)))); // => ["1.W", "1.b", "2.W", "2.b"]
 */
export function parametersOf<P extends Parameter>(network: Network<P>): NamedParameters<P> {
  assertNetwork("parametersOf", network);
  return Object.fromEntries(
    network.flatMap(({ W, b }, k) => [
      [`${k + 1}.W`, W],
      [`${k + 1}.b`, b],
    ]),
  );
}

/**
 * The same network with other parameters: after a step of an optimizer, or with variables in their
 * place, so that J becomes a function of the parameters that can be differentiated.
 *
 * @throws {@link ValueError} if a parameter is missing
 *
 * @example
 * const net = createNetwork([2, 1], new Random(1), { output: sigmoid });
 * const J = (W) => binaryCrossEntropy(forward(withParameters(net, W), [[0, 1]]), [[1]]);
 * grad(J, { "1.W": zeros([2, 1]), "1.b": zeros([1]) })["1.W"].toArray(); // => [[0], [-0.5]]
 */
export function withParameters<P extends Parameter>(
  network: Network<Parameter>,
  parameters: NamedParameters<P>,
): Network<P> {
  assertNetwork("withParameters", network);
  return network.map(({ g }, k): Layer<P> => {
    const W: P | undefined = parameters[`${k + 1}.W`];
    const b: P | undefined = parameters[`${k + 1}.b`];
    if (W && b) return { W, b, g };
    const operation = "withParameters";
    const rule = `layer ${k + 1} needs the parameters "${k + 1}.W" and "${k + 1}.b"`;
    throw new ValueError({ operation, rule }, { names: Object.keys(parameters) });
  });
}

/** @throws {@link ValueError} unless these are at least two sizes */
export function assertSizes(operation: string, sizes: readonly number[]): void {
  const whole = (size: unknown): boolean => Number.isInteger(size) && (size as number) >= 1;
  if (Array.isArray(sizes) && sizes.length >= 2 && sizes.every(whole)) return;
  const rule = "sizes are whole numbers of at least 1: the inputs, then the units of each layer";
  throw new ValueError({ operation, rule }, { sizes });
}

function assertNetwork(operation: string, network: Network<Parameter>): void {
  if (Array.isArray(network) && network.length > 0) return;
  const rule = "a network is a list of at least one layer { W, b, g }, Eq. (1.17)";
  throw new ValueError({ operation, rule }, { network });
}

function assertFits(k: number, a: Shape, W: Shape, b: Shape): void {
  const [inputs, outputs] = W;
  if (a.length > 0 && W.length === 2 && a.at(-1) === inputs && b.length === 1 && b[0] === outputs) {
    return;
  }
  const operation = "forward";
  const rule = `layer ${k + 1} needs its input [n, in] or [in], W [in, out] and b [out], Eq. (1.17)`;
  const transposed = W.length === 2 && a.at(-1) === outputs && b[0] === inputs;
  const hint = `W looks transposed: transpose(W) is ${shapeText([W[1]!, W[0]!])}.`;
  throw new ShapeError(transposed ? { operation, rule, hint } : { operation, rule }, {
    input: a,
    W,
    b,
  });
}
