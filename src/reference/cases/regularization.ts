/** The reference, regularization: penalties, dropout, flips, metrics, Eq. (5.1) to (5.6). */

import type { Tolerance } from "../../math/compare.js";
import { Random } from "../../math/random.js";
import { mean } from "../../math/reductions.js";
import { dropoutMask } from "../../math/regularization/dropout.js";
import { flipImage } from "../../math/regularization/image.js";
import {
  accuracy,
  binaryAccuracy,
  confusionMatrix,
  meanAbsoluteError,
} from "../../math/regularization/metrics.js";
import { l1Penalty, l2Penalty } from "../../math/regularization/penalties.js";
import { tensor } from "../../math/tensor.js";
import { EXACT, FLOAT32 } from "../../math/tolerances.js";
import type { Arguments } from "../backend.js";
import type { ComparedFunction } from "../compared-function.js";
import { DRAWS, matrix, times, vector } from "../inputs.js";
import type { Tfjs, TfTensor } from "../tfjs.js";
import { float32Sum } from "../tolerances.js";

type Matrix = readonly (readonly number[])[];
type Vector = readonly number[];

const SIDE = 8;
const SIZE = { height: SIDE, width: SIDE };
/** Units of a mask whose statistics are compared. */
const UNITS = 10_000;

/** Weights and λ: draws of several shapes, zeros, one weight, large and small ones, λ = 0. */
function weights(random: Random): readonly Arguments[] {
  const edges: readonly Arguments[] = [
    [[[0, 0]], 0.5],
    [[[3, -4]], 0.5],
    [[[1000, -1000]], 0.01],
    [[[1e-6, -1e-6]], 1],
    [[[2]], 0],
  ];
  const draws = times(DRAWS, (i) => [
    matrix(random, (i % 4) + 1, (i % 5) + 1, 2),
    random.uniform(0, 1),
  ]);
  return [...edges, ...draws];
}

/** The same without weights that are exactly 0, where the two take different subgradients of |w|. */
const weightsOffZero = (random: Random): readonly Arguments[] => weights(random).slice(1);

const penaltyScale = (W: Matrix, lambda: number): number =>
  l2Penalty([W], lambda) + l1Penalty([W], lambda);

const l1 = (tf: Tfjs, W: TfTensor): TfTensor => tf.sum(tf.abs(W));
const l2 = (tf: Tfjs, W: TfTensor): TfTensor => tf.sum(tf.square(W));

const PENALTIES: readonly ComparedFunction[] = [
  {
    name: "l1Penalty",
    formula: "λ Σ |w|, Eq. (5.1); tf.regularizers.l1 times λ",
    calls: weights,
    ours: (W: Matrix, lambda: number) => l1Penalty([W], lambda),
    tfjs: (tf, W, lambda) => tf.mul(lambda!, tf.regularizers.l1({ l1: 1 }).apply(W!)),
    tolerance: (W: Matrix, lambda: number) => float32Sum(penaltyScale(W, lambda)),
  },
  {
    name: "l1Penalty′",
    formula: "λ sign(w), of Eq. (5.1)",
    calls: weightsOffZero,
    ours: (W: Matrix, lambda: number) => l1Penalty.gradient([W], lambda)[0]!,
    tfjs: (tf, W, lambda) => tf.grad((w) => tf.mul(lambda!, l1(tf, w)))(W!),
    tolerance: () => FLOAT32,
    byHand: [
      {
        call: [[[0, 0]], 0.5],
        value: [[0, 0]],
        tfjs: [[-0.5, -0.5]],
        reason: "every slope from −λ to λ is a subgradient at 0; we take the middle, tfjs takes −λ",
      },
    ],
  },
  {
    name: "l2Penalty",
    formula: "λ Σ w², without ½, Eq. (5.2); tf.regularizers.l2 times λ",
    calls: weights,
    ours: (W: Matrix, lambda: number) => l2Penalty([W], lambda),
    tfjs: (tf, W, lambda) => tf.mul(lambda!, tf.regularizers.l2({ l2: 1 }).apply(W!)),
    tolerance: (W: Matrix, lambda: number) => float32Sum(penaltyScale(W, lambda)),
  },
  {
    name: "l2Penalty′",
    formula: "2λw, of Eq. (5.2)",
    calls: weights,
    ours: (W: Matrix, lambda: number) => l2Penalty.gradient([W], lambda)[0]!,
    tfjs: (tf, W, lambda) => tf.grad((w) => tf.mul(lambda!, l2(tf, w)))(W!),
    tolerance: () => FLOAT32,
  },
];

/** Rates from 0 to 0.9, and two seeds' worth of draws. */
const rates = (random: Random): readonly Arguments[] => [
  [0],
  [0.5],
  [0.9],
  ...times(DRAWS, () => [random.uniform(0.05, 0.9)] as const),
];

/** tf.dropout of ones, whose generator is its own: its numbers differ, what holds of them does not. */
function tfjsMask(tf: Tfjs, rate: TfTensor): TfTensor {
  return tf.dropout(tf.ones([UNITS]), rate.dataSync()[0]!, undefined, 7);
}

/** Two independent means of n draws: four standard errors of their difference. */
function samplingError(standardDeviation: number): Tolerance {
  return {
    name: "sampling",
    relative: 0,
    absolute: 1e-6 + 4 * Math.SQRT2 * (standardDeviation / Math.sqrt(UNITS)),
    reason: "two generators, 10,000 draws each: four standard errors of the difference",
  };
}

const DROPOUT: readonly ComparedFunction[] = [
  {
    name: "dropout, scale of what is kept",
    formula: "1/(1 − rate), Eq. (5.6)",
    calls: rates,
    ours: (rate: number) => Math.max(...dropoutMask([UNITS], rate, new Random(7)).data),
    tfjs: (tf, rate) => tf.max(tfjsMask(tf, rate!)),
    tolerance: () => FLOAT32,
  },
  {
    name: "dropout, share kept",
    formula: "1 − rate, Eq. (5.6)",
    calls: rates,
    ours: (rate: number) =>
      dropoutMask([UNITS], rate, new Random(7)).data.filter((m) => m > 0).length / UNITS,
    tfjs: (tf, rate) => tf.mean(tf.cast(tf.greater(tfjsMask(tf, rate!), 0), "float32")),
    tolerance: (rate: number) => samplingError(Math.sqrt(rate * (1 - rate))),
  },
  {
    name: "dropout, mean",
    formula: "1, the expected value is kept, Eq. (5.6)",
    calls: rates,
    ours: (rate: number) => mean(dropoutMask([UNITS], rate, new Random(7))),
    tfjs: (tf, rate) => tf.mean(tfjsMask(tf, rate!)),
    tolerance: (rate: number) => samplingError(Math.sqrt(rate / (1 - rate))),
  },
];

const image = (random: Random): number[] => times(SIDE * SIDE, () => random.uniform());
const asImage = (tf: Tfjs, row: TfTensor): import("@tensorflow/tfjs").Tensor4D =>
  tf.reshape(row, [1, SIDE, SIDE, 1]);

const IMAGES: readonly ComparedFunction[] = [
  {
    name: "flipImage",
    formula: "columns in reverse",
    calls: (random) => times(DRAWS, () => [image(random)]),
    ours: (row: Vector) => tensor([...flipImage(row, SIZE)]),
    tfjs: (tf, row) => tf.reshape(tf.image.flipLeftRight(asImage(tf, row!)), [SIDE * SIDE]),
    tolerance: () => EXACT,
  },
];

/** Predicted and true classes of 4, among them all right and all wrong. */
function classes(random: Random): readonly Arguments[] {
  const edges: readonly Arguments[] = [
    [
      [0, 1, 2, 3],
      [0, 1, 2, 3],
    ],
    [
      [1, 1],
      [0, 0],
    ],
    [[3], [3]],
  ];
  const draws = times(DRAWS, (i) => {
    const n = (i % 9) + 2;
    return [times(n, () => random.integer(4)), times(n, () => random.integer(4))];
  });
  return [...edges, ...draws];
}

const METRICS: readonly ComparedFunction[] = [
  {
    name: "accuracy",
    formula: "(1/n) Σ 1[ŷ = y]",
    calls: classes,
    ours: (predicted: Vector, actual: Vector) => accuracy(predicted, actual),
    tfjs: (tf, predicted, actual) => tf.mean(tf.cast(tf.equal(predicted!, actual!), "float32")),
    tolerance: () => FLOAT32,
  },
  {
    name: "binaryAccuracy",
    formula: "(1/n) Σ 1[(p > ½) = y]; mean of tf.metrics.binaryAccuracy",
    calls: (random) =>
      times(DRAWS, (i) => {
        const n = (i % 9) + 1;
        return [times(n, () => random.uniform()), times(n, () => random.integer(2))];
      }),
    ours: (p: Vector, y: Vector) => binaryAccuracy(p, y),
    tfjs: (tf, p, y) => tf.mean(tf.metrics.binaryAccuracy(y!, p!)),
    tolerance: () => FLOAT32,
  },
  {
    name: "confusionMatrix",
    formula: "counts by true class (row) and predicted class (column)",
    calls: classes,
    ours: (predicted: Vector, actual: Vector) => confusionMatrix(predicted, actual, 4),
    tfjs: (tf, predicted, actual) =>
      tf.math.confusionMatrix(
        tf.cast(actual!, "int32") as import("@tensorflow/tfjs").Tensor1D,
        tf.cast(predicted!, "int32") as import("@tensorflow/tfjs").Tensor1D,
        4,
      ),
    tolerance: () => EXACT,
  },
  {
    name: "meanAbsoluteError",
    formula: "(1/n) Σ |ŷ − y|",
    calls: (random) =>
      times(DRAWS, (i) => [vector(random, (i % 9) + 1, 3), vector(random, (i % 9) + 1, 3)]),
    ours: (predicted: Vector, actual: Vector) => meanAbsoluteError(predicted, actual),
    tfjs: (tf, predicted, actual) => tf.metrics.meanAbsoluteError(actual!, predicted!),
    tolerance: () => FLOAT32,
  },
];

/** The rows of the table about regularization, but for the normalizations. */
export const REGULARIZATION: readonly ComparedFunction[] = [
  ...PENALTIES,
  ...DROPOUT,
  ...IMAGES,
  ...METRICS,
];
