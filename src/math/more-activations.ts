/**
 * Chapter 1, two relatives of ReLU: the leaky one, which never goes quite dead, and softplus, which
 * has no kink.
 */
import { type Activation, activation } from "./activation.js";
import { sigmoid } from "./activations.js";
import { add, exp, log, maximum, mul, neg, sub } from "./arithmetic.js";
import { primalOf } from "./elementwise.js";
import { ValueError } from "./value-error.js";

/**
 * Leaky ReLU with a chosen slope α below 0: `g(z) = z if z > 0, else αz`, Eq. (1.21);
 * `g′(z) = 1 if z > 0, else α`.
 *
 * A unit whose sum is negative for every input still has a gradient and can come back, where a
 * ReLU unit is dead. At the kink z = 0 the slope is α, as TensorFlow takes it.
 *
 * @param slope - α, from 0 (which is ReLU) to below 1 (which would be linear)
 * @throws {@link ValueError} if the slope is not in [0, 1)
 * @see Maas, Hannun, Ng, "Rectifier Nonlinearities Improve Neural Network Acoustic Models" (2013);
 *   tf.leakyRelu, whose α is 0.2 where none is given, and 0.3 in tf.layers.leakyReLU
 *
 * @example
 * leakyReluWith(0.5)([-4, 0, 2]).toArray(); // => [-2, 0, 2]
 */
export function leakyReluWith(slope: number): Activation {
  if (typeof slope !== "number" || !(slope >= 0 && slope < 1)) {
    const rule = "the slope below 0 is a number from 0 to below 1, Eq. (1.21)";
    throw new ValueError({ operation: "leakyReluWith", rule }, { slope });
  }
  return activation({
    name: slope === LEAK ? "leakyRelu" : `leakyRelu(${slope})`,
    formula: `z if z > 0, else ${slope} z`,
    value: (z) => (z > 0 ? z : slope * z),
    derivative: (z) => (z > 0 ? 1 : slope),
    // The larger of the two lines, because α < 1; at the tie the slope goes to the first.
    composed: (z) => maximum(mul(slope, z), z) as typeof z,
  });
}

/** The slope of the paper's experiments. */
const LEAK = 0.01;

/**
 * Leaky ReLU with the paper's slope: `g(z) = z if z > 0, else 0.01 z`, Eq. (1.21). For another slope
 * see {@link leakyReluWith}.
 *
 * @param z - pre-activation: a number, `[n]` or `[n, d]`
 * @returns the same shape as z
 * @throws {@link ValueError} if z is NaN or not a number
 *
 * @example
 * leakyRelu(-100); // => -1
 * @example
 * leakyRelu.derivative([-1, 0, 2]).toArray(); // => [0.01, 0.01, 1]
 */
export const leakyRelu: Activation = leakyReluWith(LEAK);

/**
 * Softplus: `g(z) = ln(1 + e^z)`, Eq. (1.22); `g′(z) = σ(z)`, the sigmoid.
 *
 * ReLU with the kink rounded off: far from 0 the two agree, at 0 softplus is ln 2. The power in
 * (1.22) overflows above z ≈ 709.78, so the larger term is taken out,
 * `ln(1 + e^z) = max(0, z) + ln(1 + e^(−|z|))`, and `ln(1 + x)` is computed as `log1p(x)`, which
 * keeps the digits of a small x.
 *
 * @param z - pre-activation: a number, `[n]` or `[n, d]`
 * @returns the same shape as z
 * @throws {@link ValueError} if z is NaN or not a number
 * @see tf.softplus; Dugas et al., "Incorporating Second-Order Functional Knowledge for Better
 *   Option Pricing" (2000)
 *
 * @example
 * softplus(1000); // => 1000
 * @example
 * softplus.derivative(0); // => 0.5
 */
export const softplus: Activation = activation({
  name: "softplus",
  formula: "ln(1 + e^z)",
  value: (z) => Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))),
  derivative: (z) => sigmoid(z),
  // ln(1 + e^z) = m + ln(e^(−m) + e^(z − m)) for any constant m; the choice m = max(0, z) is safe.
  composed: (z) => {
    const m = maximum(0, primalOf(z));
    return add(m, log(add(exp(neg(m)), exp(sub(z, m))))) as typeof z;
  },
});
