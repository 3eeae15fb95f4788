/** The reference, leaky ReLU, softplus and softmax: Eq. (1.20) to (1.22). */
import { matMul } from "../../math/linear-algebra.js";
import { leakyRelu, leakyReluWith, softplus } from "../../math/more-activations.js";
import type { Random } from "../../math/random.js";
import { softmax } from "../../math/softmax.js";
import { FLOAT32 } from "../../math/tolerances.js";
import type { Arguments } from "../backend.js";
import { type ComparedFunction, pointwise } from "../compared-function.js";
import { DRAWS, matrix, points, times, vector } from "../inputs.js";

const tolerance = () => FLOAT32;
const at = points;

/** Vectors of scores: equal ones, far apart, large ones that would overflow, and draws. */
function scores(random: Random): readonly (readonly number[])[] {
  const edges = [[0], [0, -0], [5, 5, 5], [30, -30], [1000, 0], [1000, 1000], [-1000, -999]];
  return [...edges, ...times(DRAWS, (i) => vector(random, (i % 8) + 2, 3))];
}

/** The rows about units and softmax. */
export const SOFTMAX: readonly ComparedFunction[] = [
  pointwise({
    name: "leakyRelu, α = 0.01",
    formula: "z if z > 0, else αz, Eq. (1.21); tf.leakyRelu takes α = 0.2 where none is given",
    ours: (z) => leakyRelu(z),
    tfjs: (tf, z) => tf.leakyRelu(z, 0.01),
    tolerance,
    at,
  }),
  pointwise({
    name: "leakyRelu, α = 0.2",
    formula: "z if z > 0, else αz, Eq. (1.21), with tf's own α",
    ours: (z) => leakyReluWith(0.2)(z),
    tfjs: (tf, z) => tf.leakyRelu(z),
    tolerance,
    at,
  }),
  pointwise({
    name: "leakyRelu′, α = 0.2",
    formula: "1 if z > 0, else α",
    ours: (z) => leakyReluWith(0.2).derivative(z),
    tfjs: (tf, z) => tf.grad((x) => tf.leakyRelu(x))(z),
    tolerance,
    at,
  }),
  pointwise({
    name: "softplus",
    formula: "ln(1 + e^z), Eq. (1.22)",
    ours: (z) => softplus(z),
    tfjs: (tf, z) => tf.softplus(z),
    tolerance,
    at,
  }),
  pointwise({
    name: "softplus′",
    formula: "σ(z)",
    ours: (z) => softplus.derivative(z),
    tfjs: (tf, z) => tf.grad((x) => tf.softplus(x))(z),
    tolerance,
    at,
  }),
  {
    name: "softmax",
    formula: "e^{xᵢ} / Σⱼ e^{xⱼ}, Eq. (1.20)",
    calls: (random) => scores(random).map((x) => [x]),
    ours: (x: readonly number[]) => softmax(x),
    tfjs: (tf, x) => tf.softmax(x),
    tolerance,
  },
  {
    name: "softmax, by row",
    formula: "e^{xᵢ} / Σⱼ e^{xⱼ}, Eq. (1.20), in every row",
    calls: (random) => times(DRAWS, (i) => [matrix(random, (i % 4) + 1, (i % 6) + 2, 3)]),
    ours: (x: readonly (readonly number[])[]) => softmax(x),
    tfjs: (tf, x) => tf.softmax(x),
    tolerance,
  },
  {
    name: "softmax, ∂/∂x",
    formula: "gᵀ(diag(p) − ppᵀ), the slopes g carried back through the Jacobian",
    calls: (random) => scores(random).map((x): Arguments => [x, vector(random, x.length)]),
    ours: (x: readonly number[], g: readonly number[]) => matMul(g, softmax.jacobian(x)),
    tfjs: (tf, x, g) => tf.grad((v) => tf.sum(tf.mul(g!, tf.softmax(v))))(x!),
    tolerance,
  },
];
