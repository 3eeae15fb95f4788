/**
 * The reference, whole training runs: a 2-8-1 network (tanh, then a sigmoid inside the loss) learns
 * from 16 points for 50 steps, here and in TensorFlow.js, from the same weights.
 */
import { tanh } from "../../math/activations.js";
import { add } from "../../math/arithmetic.js";
import { binaryCrossEntropyFromLogits } from "../../math/binary-cross-entropy.js";
import type { Tolerance } from "../../math/compare.js";
import { valueAndGrad } from "../../math/gradient.js";
import { matMul } from "../../math/linear-algebra.js";
import { adam } from "../../math/optimizers/adam.js";
import { gradientDescent } from "../../math/optimizers/gradient-descent.js";
import type { Optimizer } from "../../math/optimizers/optimizer.js";
import type { Random } from "../../math/random.js";
import { type Tensor, tensor } from "../../math/tensor.js";
import type { Arguments } from "../backend.js";
import type { ComparedFunction } from "../compared-function.js";
import { matrix, times, vector } from "../inputs.js";
import type { Tfjs, TfTensor } from "../tfjs.js";
import { ADAM_RUN, SGD_RUN } from "../tolerances.js";

/** Steps of a run. */
export const STEPS = 50;
const POINTS = 16;
const HIDDEN = 8;
const RUNS = 2;

type Matrix = readonly (readonly number[])[];
type Vector = readonly number[];

type TfOptimizer = ReturnType<Tfjs["train"]["sgd"]> | ReturnType<Tfjs["train"]["adam"]>;

/** X `[16, 2]`, y `[16, 1]`, W₁ `[2, 8]`, b₁ `[8]`, W₂ `[8, 1]`, b₂ `[1]`. */
export type Start = readonly [Matrix, Matrix, Matrix, Vector, Matrix, Vector];

/** Points in the plane with exclusive or of their signs as label, and weights to start from. */
function starts(random: Random): readonly Arguments[] {
  return times(RUNS, () => {
    const X = matrix(random, POINTS, 2);
    const y = X.map(([x1 = 0, x2 = 0]) => [x1 * x2 > 0 ? 1 : 0]);
    const hidden = [matrix(random, 2, HIDDEN), vector(random, HIDDEN, 0.1)];
    return [X, y, ...hidden, matrix(random, HIDDEN, 1, 0.5), vector(random, 1, 0.1)];
  });
}

/** The loss before each step, then the weights after the last, one array after another. */
export function runOf(rule: Optimizer, [X, y, W1, b1, W2, b2]: Start): readonly number[] {
  let parameters = { W1: tensor(W1), b1: tensor(b1), W2: tensor(W2), b2: tensor(b2) };
  let state = rule.init(parameters);
  const losses = times(STEPS, () => {
    const { value, gradient } = valueAndGrad((p) => {
      const a = tanh(add(matMul(X, p.W1), p.b1));
      return binaryCrossEntropyFromLogits(add(matMul(a, p.W2), p.b2), y);
    }, parameters);
    ({ parameters, state } = rule.update(gradient, state, parameters));
    return value;
  });
  return [...losses, ...Object.values(parameters).flatMap((p: Tensor) => [...p.data])];
}

/** The same in TensorFlow.js: its own layers, loss, gradients and update. */
function trainTfjs(
  tf: Tfjs,
  optimizer: TfOptimizer,
  [X, y, ...start]: readonly TfTensor[],
): TfTensor {
  const variables = start.map((weights) => tf.variable(weights));
  const [W1, b1, W2, b2] = variables as unknown as [TfTensor, TfTensor, TfTensor, TfTensor];
  const losses = times(STEPS, () => {
    const loss = optimizer.minimize(
      () => {
        const a = tf.tanh(tf.add(tf.matMul(X!, W1), b1));
        return tf.losses.sigmoidCrossEntropy(y!, tf.add(tf.matMul(a, W2), b2));
      },
      true,
      variables,
    );
    return loss!;
  });
  const run = tf.concat([tf.stack(losses), ...variables.map((weights) => weights.flatten())]);
  optimizer.dispose();
  tf.dispose(variables);
  return run;
}

/** ε of Adam is 1e-7 in TensorFlow.js and 1e-8 in the paper: here both are told. */
const EPSILON = 1e-7;

/** The rows of the table about training; a run is 50 functions long, so there are few. */
export const TRAINING: readonly ComparedFunction[] = [
  training(gradientDescent(0.5), (tf) => tf.train.sgd(0.5), SGD_RUN),
  training(
    adam(0.05, { epsilon: EPSILON }),
    (tf) => tf.train.adam(0.05, 0.9, 0.999, EPSILON),
    ADAM_RUN,
  ),
];

function training(
  rule: Optimizer,
  makeOptimizer: (tf: Tfjs) => TfOptimizer,
  tolerance: Tolerance,
): ComparedFunction {
  return {
    name: `training by ${rule.name}`,
    formula: `${STEPS} times ${rule.formula}`,
    calls: starts,
    ours: (...start: Start) => runOf(rule, start),
    tfjs: (tf: Tfjs, ...start: TfTensor[]) => trainTfjs(tf, makeOptimizer(tf), start),
    tolerance: () => tolerance,
  };
}
