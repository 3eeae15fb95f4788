/**
 * Chapter 4, initial weights: small, random, and scaled so that signals neither fade nor grow from
 * layer to layer. Equal weights would stay equal; zero weights let nothing through.
 *
 * W `[in, out]`: n_in is the number of its rows, n_out that of its columns. Biases start at `zeros`.
 */

import type { Random } from "./random.js";
import { assertNotNegative } from "./ranges.js";
import { type Shape, ShapeError } from "./shape.js";
import { Tensor, zeros } from "./tensor.js";
import { ValueError } from "./value-error.js";

/** Initial weights of a shape; `zeros` of tensor.ts is one, too. */
export type Initializer = (shape: Shape, random: Random) => Tensor;

/**
 * Normal: `wⱼᵢ ~ N(0, σ²)`, Eq. (4.17), the start of the lecture's algorithm.
 *
 * @param shape - of any rank
 * @param std - σ, at least 0
 * @throws {@link ValueError} if σ is negative or there is no generator
 *
 * @example
 * randomNormal([2, 3], new Random(1)).shape; // => [2, 3]
 */
export function randomNormal(shape: Shape, random: Random, std = 0.05): Tensor {
  assertNotNegative("randomNormal", "std", std);
  return draw("randomNormal", shape, random, () => random.normal(0, std));
}

/**
 * Uniform: `wⱼᵢ ~ U(−limit, limit)`, Eq. (4.17), with the standard deviation `limit/√3`.
 *
 * @param shape - of any rank
 * @param limit - at least 0
 * @throws {@link ValueError} if the limit is negative or there is no generator
 *
 * @example
 * randomUniform([3], new Random(1), 0).toArray(); // => [0, 0, 0]
 */
export function randomUniform(shape: Shape, random: Random, limit = 0.05): Tensor {
  assertNotNegative("randomUniform", "limit", limit);
  return draw("randomUniform", shape, random, () => random.uniform(-limit, limit));
}

/**
 * Xavier or Glorot, normal: variance `2/(n_in + n_out)`, Eq. (4.18).
 *
 * A compromise between 1/n_in, which keeps the variance of signals on the way forward, and
 * 1/n_out, which keeps that of gradients on the way back. Meant for tanh. Keras and TensorFlow.js
 * cut the normal off at two standard deviations; here it is whole.
 *
 * @param shape - `[in, out]`
 * @throws {@link ShapeError} if it is not a matrix
 * @throws {@link ValueError} if there is no generator
 * @see Glorot, Bengio, "Understanding the Difficulty of Training Deep Feedforward Neural Networks" (2010)
 *
 * @example
 * glorotNormal([784, 128], new Random(1)).shape; // => [784, 128]
 */
export const glorotNormal: Initializer = normalOf("glorotNormal", (n, out) => 2 / (n + out));

/**
 * Xavier or Glorot, uniform: `±√(6/(n_in + n_out))`, the same variance, Eq. (4.18).
 *
 * @param shape - `[in, out]`
 * @throws {@link ShapeError} if it is not a matrix
 * @throws {@link ValueError} if there is no generator
 *
 * @example
 * glorotUniform([4, 2], new Random(1)).data.every((w) => Math.abs(w) < 1); // => true
 */
export const glorotUniform: Initializer = uniformOf("glorotUniform", (n, out) => 2 / (n + out));

/**
 * Kaiming or He, normal: variance `2/n_in`, Eq. (4.19); the 2 makes up for the half of the signal
 * that ReLU cuts off.
 *
 * @param shape - `[in, out]`
 * @throws {@link ShapeError} if it is not a matrix
 * @throws {@link ValueError} if there is no generator
 * @see He et al., "Delving Deep into Rectifiers" (2015)
 *
 * @example
 * heNormal([784, 128], new Random(1)).shape; // => [784, 128]
 */
export const heNormal: Initializer = normalOf("heNormal", (n) => 2 / n);

/**
 * Kaiming or He, uniform: `±√(6/n_in)`, the same variance, Eq. (4.19).
 *
 * @param shape - `[in, out]`
 * @throws {@link ShapeError} if it is not a matrix
 * @throws {@link ValueError} if there is no generator
 *
 * @example
 * heUniform([6, 2], new Random(1)).data.every((w) => Math.abs(w) < 1); // => true
 */
export const heUniform: Initializer = uniformOf("heUniform", (n) => 2 / n);

/**
 * LeCun, normal: variance `1/n_in`, Eq. (4.20), so that a weighted sum of inputs with variance 1
 * has variance 1.
 *
 * @param shape - `[in, out]`
 * @throws {@link ShapeError} if it is not a matrix
 * @throws {@link ValueError} if there is no generator
 * @see LeCun, Bottou, Orr, Müller, "Efficient BackProp" (1998), §4.6
 *
 * @example
 * leCunNormal([784, 128], new Random(1)).shape; // => [784, 128]
 */
export const leCunNormal: Initializer = normalOf("leCunNormal", (n) => 1 / n);

/**
 * LeCun, uniform: `±√(3/n_in)`, the same variance, Eq. (4.20).
 *
 * @param shape - `[in, out]`
 * @throws {@link ShapeError} if it is not a matrix
 * @throws {@link ValueError} if there is no generator
 *
 * @example
 * leCunUniform([3, 2], new Random(1)).data.every((w) => Math.abs(w) < 1); // => true
 */
export const leCunUniform: Initializer = uniformOf("leCunUniform", (n) => 1 / n);

function normalOf(name: string, variance: (fanIn: number, fanOut: number) => number): Initializer {
  return (shape, random) => {
    const std = Math.sqrt(variance(...fans(name, shape)));
    return draw(name, shape, random, () => random.normal(0, std));
  };
}

function uniformOf(name: string, variance: (fanIn: number, fanOut: number) => number): Initializer {
  return (shape, random) => {
    const limit = Math.sqrt(3 * variance(...fans(name, shape)));
    return draw(name, shape, random, () => random.uniform(-limit, limit));
  };
}

function fans(operation: string, shape: Shape): [number, number] {
  const [fanIn, fanOut] = shape;
  if (shape.length === 2) return [fanIn!, fanOut!];
  const rule = "weights [in, out] are scaled by their numbers of inputs and outputs";
  throw new ShapeError({ operation, rule, hint: "Start biases with zeros." }, { shape });
}

function draw(operation: string, shape: Shape, random: Random, next: () => number): Tensor {
  if (typeof random?.normal !== "function") {
    const rule = "random weights need a generator, so that the run can be repeated";
    throw new ValueError({ operation, rule, hint: "Pass new Random(1)." }, { random });
  }
  const weights = zeros(shape).data;
  for (let i = 0; i < weights.length; i++) weights[i] = next();
  return new Tensor(shape, weights);
}
