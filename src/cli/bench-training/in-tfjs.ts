/** `gradus bench training`: the same networks in TensorFlow.js, on whichever backend is loaded. */
import type { Tfjs, TfTensor } from "../../reference/tfjs.js";
import type { Task } from "./networks.js";
import type { Program } from "./program.js";

/**
 * Variables, `optimizer.minimize` and the loss functions of TensorFlow.js. The loss is read from the
 * backend when it is asked for, not at every step.
 */
export function tfjsProgram(tf: Tfjs, { network, weights, batches }: Task): Program {
  const { kind, rate } = network;
  const variables = weights.map(({ data, shape }) =>
    tf.variable(tf.tensor(Float32Array.from(data), [...shape])),
  );
  const tensors = batches.map(({ x, y }) => ({
    x: tf.tensor2d(Float32Array.from(x.data), x.shape as [number, number]),
    y: tf.tensor2d(Float32Array.from(y.data), y.shape as [number, number]),
  }));
  const optimizer = kind === "tanh" ? tf.train.adam(rate, 0.9, 0.999, 1e-8) : tf.train.sgd(rate);
  const layers = variables.length / 2;
  const lossOf = ({ x, y }: (typeof tensors)[number]): TfTensor => {
    let a: TfTensor = x;
    for (let layer = 0; layer < layers; layer++) {
      const z = tf.add(tf.matMul(a, variables[2 * layer]!), variables[2 * layer + 1]!);
      if (layer === layers - 1) a = z;
      else a = kind === "tanh" ? tf.tanh(z) : tf.relu(z);
    }
    return kind === "tanh"
      ? tf.losses.sigmoidCrossEntropy(y, a)
      : tf.losses.softmaxCrossEntropy(y, a);
  };
  let [t, loss]: [number, TfTensor | null] = [0, null];
  return {
    step: () => {
      const batch = tensors[t++ % tensors.length]!;
      loss?.dispose();
      loss = optimizer.minimize(() => lossOf(batch).asScalar(), true, variables);
    },
    loss: () => loss?.dataSync()[0] ?? Number.NaN,
    float: 32,
  };
}
