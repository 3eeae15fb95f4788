/** The reference, losses of lecture 2 and their gradients: Eq. (2.3) to (2.12). */
import {
  binaryCrossEntropy,
  binaryCrossEntropyFromLogits,
} from "../../math/binary-cross-entropy.js";
import type { Tolerance } from "../../math/compare.js";
import { hinge } from "../../math/hinge.js";
import type { Loss } from "../../math/loss.js";
import { marginRanking } from "../../math/margin-ranking.js";
import { meanSquaredError } from "../../math/mean-squared-error.js";
import { negativeLogLikelihood } from "../../math/negative-log-likelihood.js";
import type { Random } from "../../math/random.js";
import { softmax } from "../../math/softmax.js";
import { softmaxCrossEntropy } from "../../math/softmax-cross-entropy.js";
import { FLOAT32 } from "../../math/tolerances.js";
import type { Arguments } from "../backend.js";
import type { ComparedFunction, HandDecision } from "../compared-function.js";
import { DRAWS, matrix, times, vector } from "../inputs.js";
import type { Tfjs, TfTensor } from "../tfjs.js";

type Matrix = number[][];
type Calls = (random: Random) => readonly Arguments[];

const binary = (random: Random, n: number): number[] => times(n, () => random.integer(2));
const shares = (random: Random, n: number): number[] => times(n, () => random.uniform(0.05, 0.95));
const oneHot = (random: Random, n: number, k: number): Matrix =>
  times(n, () => random.integer(k)).map((c) => times(k, (j) => (j === c ? 1 : 0)));

/** Predictions and real targets, `[n]`. */
const vectors: Calls = (random) => [
  [[0], [-0]],
  [
    [1000, -1000],
    [-1000, 1000],
  ],
  ...times(DRAWS, (i): Arguments => [vector(random, i + 1, 2), vector(random, i + 1, 2)]),
];

/** The same with three outputs, `[n, 3]`. */
const rows: Calls = (random) =>
  times(DRAWS, (i): Arguments => [matrix(random, i + 1, 3), matrix(random, i + 1, 3)]);

/** Probabilities and labels. */
const judged: Calls = (random) =>
  times(DRAWS, (i): Arguments => [shares(random, i + 1), binary(random, i + 1)]);

/** Logits, also where σ is 0 or 1 in floats, and labels. */
const logits: Calls = (random) => [
  ...[0, 36, 40, -40, 1000, -1000].flatMap((z) => [0, 1].map((y): Arguments => [[z], [y]])),
  ...times(DRAWS, (i): Arguments => [vector(random, i + 1, 4), binary(random, i + 1)]),
];

/** Scores and labels −1 or +1; the margin met exactly, too. */
const margins: Calls = (random) => [
  [
    [1, -1, 0, 1000],
    [1, -1, 1, -1],
  ],
  ...times(DRAWS, (i): Arguments => {
    return [vector(random, i + 1, 2), binary(random, i + 1).map((y) => 2 * y - 1)];
  }),
];

/** Scores of classes, also ties and a thousand apart, and one-hot rows. */
const classScores: Calls = (random) => [
  [[[0, 0, 0]], [[0, 1, 0]]],
  [[[1000, 0]], [[0, 1]]],
  [[[1000, 0]], [[1, 0]]],
  ...times(DRAWS, (i): Arguments => {
    const [n, k] = [(i % 6) + 1, (i % 5) + 2];
    return [matrix(random, n, k, 3), oneHot(random, n, k)];
  }),
];

/** Probabilities that sum to one in every row, and one-hot rows. */
const distributions: Calls = (random) =>
  times(DRAWS, (i): Arguments => {
    const [n, k] = [(i % 6) + 1, (i % 5) + 2];
    return [softmax(matrix(random, n, k)).toArray(), oneHot(random, n, k)];
  });

/** Two rows of a loss: its value and its gradient. */
function both(row: {
  readonly name: string;
  readonly formula: string;
  readonly slope: string;
  readonly loss: Loss;
  readonly calls: Calls;
  readonly tfjs: (tf: Tfjs, prediction: TfTensor, y: TfTensor) => TfTensor;
  readonly tolerance?: Tolerance;
  readonly byHand?: readonly HandDecision[];
  readonly gradientByHand?: readonly HandDecision[];
}): readonly ComparedFunction[] {
  const { name, formula, slope, loss, calls, tfjs, byHand, gradientByHand } = row;
  const tolerance = () => row.tolerance ?? FLOAT32;
  return [
    {
      name,
      formula,
      calls,
      ours: (p: Matrix, y: Matrix) => loss(p, y),
      tfjs: (tf, p, y) => tfjs(tf, p!, y!),
      tolerance,
      ...(byHand ? { byHand } : {}),
    },
    {
      name: `${name}, ∂/∂ŷ`,
      formula: slope,
      calls,
      ours: (p: Matrix, y: Matrix) => loss.gradient(p, y),
      tfjs: (tf, p, y) => tf.grad((v) => tfjs(tf, v, y!))(p!),
      tolerance,
      ...(gradientByHand ? { byHand: gradientByHand } : {}),
    },
  ];
}

const EPSILON_INSIDE: Tolerance = {
  name: "float32, ε = 1e-7 inside the logarithm",
  relative: 1e-6,
  absolute: 5e-5,
  reason: "TensorFlow.js adds 1e-7 to each probability: 1e-7/p of J and 1e-7/p² of ∂J, p ≥ 0.05",
};

const LN = Math.log;

/** Two equal scores, far from 0: half a chance each. */
const FAR_DOWN: Arguments = [[[-1000, -1000]], [[1, 0]]];
const LARGE_SCORES =
  "tf rounds logSumExp, near −1000, to float32 before it subtracts z_y: off by 2.9e-5; by hand ln 2";

/** The rows about losses. */
export const LOSSES: readonly ComparedFunction[] = [
  ...both({
    name: "meanSquaredError",
    formula: "(1/n) Σ (y − ŷ)², Eq. (2.5)",
    slope: "2(ŷ − y)/n",
    loss: meanSquaredError,
    calls: vectors,
    tfjs: (tf, p, y) => tf.losses.meanSquaredError(y, p),
  }),
  ...both({
    name: "meanSquaredError, 3 outputs",
    formula: "(1/n) Σ ‖y − ȳ‖², Eq. (2.6): 3 times TensorFlow's, which averages the outputs too",
    slope: "2(ŷ − y)/n",
    loss: meanSquaredError,
    calls: rows,
    tfjs: (tf, p, y) => tf.mul(3, tf.losses.meanSquaredError(y, p)),
  }),
  ...both({
    name: "binaryCrossEntropy",
    formula: "−(1/n) Σ [y ln ŷ + (1 − y) ln(1 − ŷ)], Eq. (2.3)",
    slope: "(ŷ − y) / (n ŷ(1 − ŷ))",
    loss: binaryCrossEntropy,
    calls: judged,
    tfjs: (tf, p, y) => tf.losses.logLoss(y, p),
    tolerance: EPSILON_INSIDE,
    byHand: [
      {
        call: [[0], [1]],
        value: Number.POSITIVE_INFINITY,
        tfjs: -LN(1e-7),
        reason: "tf.losses.logLoss adds 1e-7 inside the logarithm; by hand −ln 0 = ∞",
      },
    ],
  }),
  {
    name: "binaryCrossEntropy, of layers",
    formula: "the same, Eq. (2.3), against tf.metrics.binaryCrossentropy",
    calls: judged,
    ours: (p: number[], y: number[]) => binaryCrossEntropy(p, y),
    tfjs: (tf, p, y) => tf.metrics.binaryCrossentropy(y!, p!),
    tolerance: () => EPSILON_INSIDE,
    byHand: [
      {
        call: [[1], [0]],
        value: Number.POSITIVE_INFINITY,
        tfjs: 15.942385,
        reason: "layers clip ŷ to 1 − 1e-7, in float32 1 − 2^−23: 15.942, not 16.118; by hand ∞",
      },
    ],
  },
  ...both({
    name: "binaryCrossEntropyFromLogits",
    formula: "(1/n) Σ [max(z, 0) − zy + ln(1 + e^(−|z|))], Eq. (2.4)",
    slope: "(σ(z) − y)/n",
    loss: binaryCrossEntropyFromLogits,
    calls: logits,
    tfjs: (tf, z, y) => tf.losses.sigmoidCrossEntropy(y, z),
  }),
  ...both({
    name: "softmaxCrossEntropy",
    formula: "(1/n) Σ [logSumExp(z) − z_y], Eq. (2.8)",
    slope: "(p − y)/n, Eq. (2.10)",
    loss: softmaxCrossEntropy,
    calls: classScores,
    tfjs: (tf, z, y) => tf.losses.softmaxCrossEntropy(y, z),
    byHand: [{ call: FAR_DOWN, value: LN(2), tfjs: 0.69317626953125, reason: LARGE_SCORES }],
    gradientByHand: [
      {
        call: FAR_DOWN,
        value: [[-0.5, 0.5]],
        tfjs: [[-0.5000145435333252, 0.4999854564666748]],
        reason: LARGE_SCORES,
      },
    ],
  }),
  {
    name: "negativeLogLikelihood",
    formula: "−(1/n) Σ ln p_y, Eq. (2.7), against tf.metrics.categoricalCrossentropy",
    calls: distributions,
    ours: (p: Matrix, y: Matrix) => negativeLogLikelihood(p, y),
    tfjs: (tf, p, y) => tf.mean(tf.metrics.categoricalCrossentropy(y!, p!)),
    tolerance: () => FLOAT32,
    byHand: [
      {
        call: [[[0.5, 0.25]], [[1, 0]]],
        value: LN(2),
        tfjs: -LN(2 / 3),
        reason: "layers divide a row by its sum first; by hand −ln 0.5, whatever the rest",
      },
      {
        call: [[[0, 1]], [[1, 0]]],
        value: Number.POSITIVE_INFINITY,
        tfjs: -LN(1e-7),
        reason: "layers clip probabilities at 1e-7; by hand −ln 0 = ∞",
      },
    ],
  },
  ...both({
    name: "hinge",
    formula: "(1/n) Σ max(0, 1 − yz), Eq. (2.11); tf.losses.hingeLoss wants labels 0 and 1",
    slope: "−y/n where yz < 1, else 0",
    loss: hinge,
    calls: margins,
    tfjs: (tf, z, y) => tf.losses.hingeLoss(tf.div(tf.add(y, 1), 2), z),
  }),
  ...(["first", "second"] as const).map((which, i): ComparedFunction => {
    return {
      name: `marginRanking, ∂/∂s${i === 0 ? "₁" : "₂"}`,
      formula: `${i === 0 ? "−" : ""}y/n where m > y(s₁ − s₂), Eq. (2.12), else 0; m = 1`,
      calls: (random) => margins(random).map(([s1, y]) => [s1!, (s1 as number[]).map(() => 0), y!]),
      ours: (s1: number[], s2: number[], y: number[]) =>
        marginRanking.gradient(s1, s2, y, 1)[which],
      tfjs: (tf, s1, s2, y) => {
        const J = (a: TfTensor, b: TfTensor) =>
          tf.mean(tf.relu(tf.sub(1, tf.mul(y!, tf.sub(a, b)))));
        return tf.grads(J)([s1!, s2!])[i]!;
      },
      tolerance: () => FLOAT32,
    };
  }),
];
