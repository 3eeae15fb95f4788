/**
 * Chapter 1, activation functions: sigmoid, tanh, ReLU and the linear one, each with its
 * derivative. z is the pre-activation (the weighted sum), a = g(z) the activation.
 */
import { type Activation, activation } from "./activation.js";
import { add, div, exp, maximum, neg, sub } from "./arithmetic.js";
import {
  reluBackInto,
  reluInto,
  sigmoidBackInto,
  sigmoidInto,
  tanhBackInto,
  tanhInto,
} from "./kernels.js";

export type { Activation, Derivative } from "./activation.js";

const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

/**
 * Logistic sigmoid: `σ(z) = 1 / (1 + e^(−z))`, Eq. (1.6); `σ′(z) = σ(z)(1 − σ(z))`, Eq. (1.7).
 *
 * Takes any real number into (0, 1), so it can be read as a probability. For z < −709 the power
 * overflows to Infinity and 1/Infinity is 0, the right limit. The derivative needs more care: past
 * z ≈ 37 the float 1 − σ(z) is 0, so it is computed by the identity `1 − σ(z) = σ(−z)`, which keeps
 * every digit.
 *
 * @param z - pre-activation: a number, `[n]` or `[n, d]`
 * @returns the same shape as z
 * @throws {@link ValueError} if z is NaN or not a number
 * @see tf.math.sigmoid; Goodfellow, Bengio, Courville, "Deep Learning" (2016), §3.10
 *
 * @example
 * sigmoid(0); // => 0.5
 * @example
 * sigmoid.derivative(0); // => 0.25
 */
export const sigmoid: Activation = activation({
  name: "sigmoid",
  formula: "1 / (1 + e^(−z))",
  value: logistic,
  derivative: (z) => logistic(z) * logistic(-z),
  composed: (z) => div(1, add(1, exp(neg(z)))) as typeof z,
  kernels: { value: sigmoidInto, back: sigmoidBackInto },
});

/**
 * Hyperbolic tangent: `tanh(z) = (e^z − e^(−z)) / (e^z + e^(−z))`, Eq. (1.8);
 * `tanh′(z) = 1 − tanh²(z)`, Eq. (1.9).
 *
 * Takes any real number into (−1, 1); it is the sigmoid stretched, `tanh(z) = 2σ(2z) − 1`. The
 * derivative is computed as `1 / cosh²(z)`, the same function, because the difference in (1.9) is 0
 * in floats once |z| > 19.
 *
 * @param z - pre-activation: a number, `[n]` or `[n, d]`
 * @returns the same shape as z
 * @throws {@link ValueError} if z is NaN or not a number
 * @see tf.math.tanh
 *
 * @example
 * tanh(0); // => 0
 * @example
 * tanh.derivative(0); // => 1
 */
export const tanh: Activation = activation({
  name: "tanh",
  formula: "(e^z − e^(−z)) / (e^z + e^(−z))",
  value: Math.tanh,
  derivative: (z) => 1 / Math.cosh(z) ** 2,
  composed: (z) => {
    const [up, down] = [exp(z), exp(neg(z))];
    return div(sub(up, down), add(up, down)) as typeof z;
  },
  kernels: { value: tanhInto, back: tanhBackInto },
});

/**
 * Rectified linear unit: `ReLU(z) = max(0, z)`, Eq. (1.10); `ReLU′(z) = 1 if z > 0, else 0`,
 * Eq. (1.11).
 *
 * At the kink z = 0 there is no derivative; any slope from 0 to 1 is a subgradient, and (1.11)
 * takes 0, as TensorFlow does.
 *
 * @param z - pre-activation: a number, `[n]` or `[n, d]`
 * @returns the same shape as z
 * @throws {@link ValueError} if z is NaN or not a number
 * @see tf.nn.relu
 *
 * @example
 * relu([-1, 0, 2]).toArray(); // => [0, 0, 2]
 * @example
 * relu.derivative([-1, 0, 2]).toArray(); // => [0, 0, 1]
 */
export const relu: Activation = activation({
  name: "relu",
  formula: "max(0, z)",
  value: (z) => Math.max(0, z),
  derivative: (z) => (z > 0 ? 1 : 0),
  composed: (z) => maximum(0, z) as typeof z,
  kernels: { value: reluInto, back: reluBackInto },
});

/**
 * No activation: `g(z) = z`, with slope 1. A perceptron with it is linear regression.
 *
 * @param z - pre-activation: a number, `[n]` or `[n, d]`
 * @returns z
 * @throws {@link ValueError} if z is NaN or not a number
 *
 * @example
 * linear(3); // => 3
 */
export const linear: Activation = activation({
  name: "linear",
  formula: "z",
  value: (z) => z,
  derivative: () => 1,
  composed: (z) => z,
});
