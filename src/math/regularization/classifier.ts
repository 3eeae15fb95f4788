/**
 * Chapter 5, a classifier with one hidden layer that can be trained with each of the regularizers of
 * this chapter, or with none: for comparing them under equal conditions.
 */
import { relu } from "../activations.js";
import { add, mul } from "../arithmetic.js";
import type { Value } from "../elementwise.js";
import { heNormal } from "../initializers.js";
import { argMax } from "../largest.js";
import { matMul } from "../linear-algebra.js";
import { adam } from "../optimizers/adam.js";
import type { Random } from "../random.js";
import { softmaxCrossEntropy } from "../softmax-cross-entropy.js";
import { type ArrayLike2d, ones, type Tensor, tensor, zeros } from "../tensor.js";
import { train } from "../training.js";
import { ValueError } from "../value-error.js";
import { finiteMatrix, notNegative, seeded } from "./arguments.js";
import {
  batchNormInference,
  batchNormTraining,
  type Statistics,
  updateStatistics,
} from "./batch-normalization.js";
import { dropoutMask } from "./dropout.js";
import { earlyStopping, type StoppingState } from "./early-stopping.js";
import { layerNorm } from "./layer-normalization.js";
import { accuracy } from "./metrics.js";
import { addNoise } from "./noise.js";
import { l1Penalty, l2Penalty } from "./penalties.js";

/** Examples as rows `[n, d]`, each with its class `[n]`. */
export interface LabelledRows {
  readonly x: ArrayLike2d;
  readonly y: ArrayLike2d;
}

/** What keeps the classifier from learning its examples by heart; what is left out is not done. */
export interface Regularizers {
  /** λ of Eq. (5.1), on the weights of both layers. */
  readonly l1?: number;
  /** λ of Eq. (5.2), on the weights of both layers. */
  readonly l2?: number;
  /** Rate of Eq. (5.6), on the hidden units. */
  readonly dropout?: number;
  /** σ of Eq. (5.7), on the inputs. */
  readonly noise?: number;
  /** Changes the inputs of an epoch, as `augment` does. */
  readonly augment?: (x: Tensor, random: Random) => Tensor;
  /** Normalizes the hidden pre-activations: Eq. (5.8) with (5.9), or Eq. (5.10). */
  readonly normalize?: "batch" | "layer";
  /** Keeps the epoch of the lowest loss on these examples, Eq. (5.11). */
  readonly stopBy?: LabelledRows;
}

/** What a training needs beside its regularizers. */
export interface ClassifierOptions extends Regularizers {
  /** Examples to learn from; all of them are one batch, so a step is an epoch. */
  readonly train: LabelledRows;
  readonly classes: number;
  /** Hidden units. */
  readonly hidden: number;
  readonly epochs: number;
  /** Adam's; 0.02 if left out. */
  readonly learningRate?: number;
  /** Where first weights, masks, noise and changes come from. */
  readonly random: Random;
}

/** A trained classifier. */
export interface Classifier {
  /** Scores (logits) `[n, classes]`, as at inference: no mask, no noise, running statistics. */
  readonly scores: (x: ArrayLike2d) => Tensor;
  /** Share of wrong answers, from 0 to 1. */
  readonly errorOn: (data: LabelledRows) => number;
  /** The epoch whose weights these are, from 1. */
  readonly epoch: number;
  /** Number of weights and biases. */
  readonly size: number;
}

type Weights = Readonly<Record<"W1" | "b1" | "W2" | "b2" | "gamma" | "beta", Tensor>>;

/**
 * Train `softmax(g(x W₁ + b₁) W₂ + b₂)`, Eq. (1.16) with ReLU, by Adam on the cross-entropy (2.8), with
 * the regularizers that are asked for. All weights of one seed start alike, whatever the regularizers.
 *
 * @throws {@link ValueError} if a number is out of range, a label is no class, or random is missing
 * @throws {@link ShapeError} if x is not `[n, d]` with one label a row
 *
 * @example
 * const two = { x: [[0, 1], [1, 0]], y: [0, 1] };
 * const fitted = fitClassifier({ train: two, classes: 2, hidden: 8, epochs: 50, random: new Random(1) });
 * fitted.errorOn(two); // => 0
 */
export function fitClassifier(options: ClassifierOptions): Classifier {
  const { train: data, epochs, learningRate = 0.02, stopBy } = options;
  const random = seeded("fitClassifier", options.random).fork("regularizers");
  const x = finiteMatrix("fitClassifier", "train.x", data.x);
  const start = startOf(options, x.shape[1]!);
  let running: Statistics = { mean: zeros([options.hidden]), variance: ones([options.hidden]) };

  const scores = (W: Weights, inputs: ArrayLike2d): Tensor =>
    outputOf(W, relu(normalized(W, hiddenOf(W, inputs), options.normalize, running)) as Tensor);

  const loss = (W: Weights, inputs: Tensor): Value => {
    let z = hiddenOf(W, inputs);
    if (options.normalize === "batch") {
      const made = batchNormTraining(z, W.gamma, W.beta);
      running = updateStatistics(running, made.statistics, 0.9);
      z = made.output;
    } else z = normalized(W, z, options.normalize, running);
    let a = relu(z) as Tensor;
    if (options.dropout) {
      a = mul(a, dropoutMask([inputs.shape[0]!, options.hidden], options.dropout, random));
    }
    return add(softmaxCrossEntropy(outputOf(W, a), data.y), penaltyOf(W, options));
  };

  const stopping = earlyStopping({ patience: epochs });
  let state: StoppingState = stopping.init;
  let kept = { W: start, running, epoch: 0 };
  const steps = train({
    parameters: start,
    // Variables take the place of tensors; the operations are the same.
    loss: (W, inputs: Tensor) => loss(W as unknown as Weights, inputs),
    batches: () => [changed(x, options, random)],
    optimizer: adam(learningRate),
    epochs,
  });
  for (const step of steps) {
    const isLast = step.epoch === epochs;
    if (stopBy === undefined && !isLast) continue;
    const W = step.parameters();
    if (stopBy === undefined) {
      kept = { W, running, epoch: step.epoch };
      continue;
    }
    state = stopping.update(state, softmaxCrossEntropy(scores(W, stopBy.x), stopBy.y));
    if (state.waited === 0) kept = { W, running, epoch: step.epoch };
  }
  running = kept.running;
  const final = (inputs: ArrayLike2d): Tensor => scores(kept.W, inputs);
  return {
    scores: final,
    errorOn: (held) => 1 - accuracy(argMax(final(held.x), 1), held.y),
    epoch: kept.epoch,
    size: sizeOf(kept.W, options.normalize !== undefined),
  };
}

function startOf(options: ClassifierOptions, inputs: number): Weights {
  const { classes, hidden } = options;
  for (const [name, value] of Object.entries({ classes, hidden })) {
    if (Number.isInteger(value) && value >= 1) continue;
    const rule = `${name} is a whole number of at least 1`;
    throw new ValueError({ operation: "fitClassifier", rule }, { [name]: value });
  }
  const random = options.random.fork("weights");
  return {
    W1: heNormal([inputs, hidden], random),
    b1: zeros([hidden]),
    W2: heNormal([hidden, classes], random),
    b2: zeros([classes]),
    gamma: ones([hidden]),
    beta: zeros([hidden]),
  };
}

function hiddenOf(W: Weights, x: ArrayLike2d): Tensor {
  return add(matMul(tensor(x), W.W1), W.b1);
}

function outputOf(W: Weights, a: Tensor): Tensor {
  return add(matMul(a, W.W2), W.b2);
}

function normalized(
  W: Weights,
  z: Tensor,
  kind: Regularizers["normalize"],
  running: Statistics,
): Tensor {
  if (kind === "layer") return layerNorm(z, W.gamma, W.beta);
  return kind === "batch" ? batchNormInference(z, running, W.gamma, W.beta) : z;
}

function penaltyOf(W: Weights, { l1 = 0, l2 = 0 }: Regularizers): number {
  const both = [W.W1, W.W2];
  const first = notNegative("fitClassifier", "l1", l1) > 0 ? l1Penalty(both, l1) : 0;
  const second = notNegative("fitClassifier", "l2", l2) > 0 ? l2Penalty(both, l2) : 0;
  return add(first, second);
}

function changed(x: Tensor, options: Regularizers, random: Random): Tensor {
  const images = options.augment === undefined ? x : options.augment(x, random);
  return options.noise === undefined ? images : addNoise(images, options.noise, random);
}

function sizeOf(W: Weights, hasNormalization: boolean): number {
  const own = [W.W1, W.b1, W.W2, W.b2, ...(hasNormalization ? [W.gamma, W.beta] : [])];
  return own.reduce((total, { size }) => total + size, 0);
}
