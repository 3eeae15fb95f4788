/** The reference, batch and layer normalization: values, gradients, running statistics. */

import type { Tolerance } from "../../math/compare.js";
import type { Random } from "../../math/random.js";
import {
  batchNormBackward,
  batchNormInference,
  batchNormTraining,
  updateStatistics,
} from "../../math/regularization/batch-normalization.js";
import { layerNorm, layerNormBackward } from "../../math/regularization/layer-normalization.js";
import { ones, tensor, zeros } from "../../math/tensor.js";
import type { Arguments } from "../backend.js";
import type { ComparedFunction } from "../compared-function.js";
import { DRAWS, matrix, times, vector } from "../inputs.js";
import type { Tfjs, TfTensor } from "../tfjs.js";

type Matrix = readonly (readonly number[])[];
type Vector = readonly number[];

/** As tfjs has it; ours is 1e-5 unless told. */
const EPSILON = 1e-3;

/** x `[n, d]`, γ `[d]`, β `[d]`, and the slopes G `[n, d]` of the total Σ Gᵢⱼ yᵢⱼ. */
function batches(random: Random): readonly Arguments[] {
  const constant: Arguments = [
    [
      [2, 0],
      [2, 0],
    ],
    [1.5, -1],
    [0.5, 3],
    [
      [1, 2],
      [3, 4],
    ],
  ];
  const draws = times(DRAWS, (i) => {
    const [n, d] = [(i % 6) + 2, (i % 4) + 2];
    return [matrix(random, n, d, 2), vector(random, d), vector(random, d), matrix(random, n, d)];
  });
  return [constant, ...draws];
}

/** Subtracting the mean cancels, and 1/√(σ² + ε) may be as large as 30. */
const tolerance = (): Tolerance => ({
  name: "float32 normalization",
  relative: 1e-5,
  absolute: 1e-5,
  reason: "means cancel in float32 and are scaled up by 1/√(σ² + ε), at most 32 here",
});

/** `γ (x − μ)/√(σ² + ε) + β`, with mean and variance along an axis. */
function normalize(tf: Tfjs, axis: 0 | 1, [x, gamma, beta]: readonly TfTensor[]): TfTensor {
  const { mean, variance } = tf.moments(x!, axis, axis === 1);
  if (axis === 0)
    return tf.batchNorm(
      x!,
      mean as never,
      variance as never,
      beta as never,
      gamma as never,
      EPSILON,
    );
  const scaled = tf.mul(tf.sub(x!, mean), tf.rsqrt(tf.add(variance, EPSILON)));
  return tf.add(tf.mul(scaled, gamma!), beta!);
}

function gradient(tf: Tfjs, axis: 0 | 1, args: readonly TfTensor[], which: 0 | 1 | 2): TfTensor {
  const [x, gamma, beta, G] = args as [TfTensor, TfTensor, TfTensor, TfTensor];
  const total = (...v: TfTensor[]): TfTensor => tf.sum(tf.mul(G, normalize(tf, axis, v)));
  return tf.grads(total)([x, gamma, beta])[which]!;
}

/** Two layers' kinds, with our value and backward beside the axis of tfjs. */
const KINDS = [
  {
    name: "batchNormTraining",
    formula: "γ (x − μ)/√(σ² + ε) + β over the batch, Eq. (5.8)",
    axis: 0,
    value: (x: Matrix, gamma: Vector, beta: Vector) =>
      batchNormTraining(x, gamma, beta, EPSILON).output,
    backward: (G: Matrix, x: Matrix, gamma: Vector) => batchNormBackward(G, x, gamma, EPSILON),
  },
  {
    name: "layerNorm",
    formula: "γ (x − μ)/√(σ² + ε) + β over the units, Eq. (5.10)",
    axis: 1,
    value: (x: Matrix, gamma: Vector, beta: Vector) => layerNorm(x, gamma, beta, EPSILON),
    backward: (G: Matrix, x: Matrix, gamma: Vector) => layerNormBackward(G, x, gamma, EPSILON),
  },
] as const;

const BY_ARGUMENT: readonly ComparedFunction[] = KINDS.flatMap((kind) => [
  {
    name: kind.name,
    formula: kind.formula,
    calls: (random: Random) => batches(random).map((call) => call.slice(0, 3)),
    ours: kind.value,
    tfjs: (tf: Tfjs, ...args: TfTensor[]) => normalize(tf, kind.axis, args),
    tolerance,
  },
  ...(["x", "gamma", "beta"] as const).map(
    (of, which): ComparedFunction => ({
      name: `${kind.name}, ∂/∂${of}`,
      formula: `the backward of ${kind.name}, by hand`,
      calls: batches,
      ours: (x: Matrix, gamma: Vector, _beta: Vector, G: Matrix) => kind.backward(G, x, gamma)[of],
      tfjs: (tf, ...args) => gradient(tf, kind.axis, args, which as 0 | 1 | 2),
      tolerance,
    }),
  ),
]);

/** The running mean and variance after two batches, one below the other; `momentum` a tensor. */
function tfjsRunning(tf: Tfjs, x: TfTensor, momentum: TfTensor): TfTensor {
  const layer = tf.layers.batchNormalization({
    momentum: momentum.dataSync()[0]!,
    epsilon: EPSILON,
  });
  layer.apply(x, { training: true });
  layer.apply(tf.mul(x, 2), { training: true });
  const [, , mean, variance] = layer.getWeights();
  return tf.stack([mean!, variance!]);
}

function ourRunning(x: Matrix, momentum: number): Matrix {
  const d = x[0]!.length;
  let running = { mean: zeros([d]), variance: ones([d]) };
  for (const scale of [1, 2]) {
    const batch = x.map((row) => row.map((entry) => scale * entry));
    const { statistics } = batchNormTraining(batch, ones([d]), zeros([d]), EPSILON);
    running = updateStatistics(running, statistics, momentum);
  }
  return [[...running.mean.data], [...running.variance.data]];
}

/** Rows about batch and layer normalization. */
export const NORMALIZATION: readonly ComparedFunction[] = [
  ...BY_ARGUMENT,
  {
    name: "updateStatistics",
    formula: "m μ_run + (1 − m) μ, σ² alike (biased), Eq. (5.9); tf.layers.batchNormalization",
    calls: (random) =>
      times(DRAWS, (i) => [matrix(random, (i % 6) + 2, (i % 4) + 1, 2), random.uniform(0.1, 0.99)]),
    ours: ourRunning,
    tfjs: (tf, x, momentum) => tfjsRunning(tf, x!, momentum!),
    tolerance,
  },
  {
    name: "batchNormInference",
    formula: "Eq. (5.8) with the running statistics of Eq. (5.9)",
    calls: (random) =>
      times(DRAWS, (i) => {
        const d = (i % 4) + 1;
        const variance = times(d, () => random.uniform(0.1, 4));
        const row = () => vector(random, d);
        return [matrix(random, (i % 5) + 1, d, 2), row(), variance, row(), row()];
      }),
    ours: (x: Matrix, mean: Vector, variance: Vector, gamma: Vector, beta: Vector) =>
      batchNormInference(x, statisticsOf(mean, variance), gamma, beta, EPSILON),
    tfjs: (tf, x, mean, variance, gamma, beta) =>
      tf.batchNorm(x!, mean as never, variance as never, beta as never, gamma as never, EPSILON),
    tolerance,
  },
];

function statisticsOf(mean: Vector, variance: Vector): Parameters<typeof updateStatistics>[0] {
  return { mean: tensor(mean), variance: tensor(variance) };
}
