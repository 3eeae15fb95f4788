/** `gradus bench training`: the networks as a reader of this library would train them. */
import { relu, tanh } from "../../math/activations.js";
import { binaryCrossEntropyFromLogits } from "../../math/binary-cross-entropy.js";
import { dense } from "../../math/dense-layer.js";
import { adam } from "../../math/optimizers/adam.js";
import { gradientDescent } from "../../math/optimizers/gradient-descent.js";
import { softmaxCrossEntropy } from "../../math/softmax-cross-entropy.js";
import type { Tensor } from "../../math/tensor.js";
import { train } from "../../math/training.js";
import type { Variable } from "../../math/variable.js";
import type { Task } from "./networks.js";
import type { Program } from "./program.js";

/** `train` with tracked layers: autodiff, checks and all. */
export function oursProgram({ network, weights, batches }: Task): Program {
  const [g, cost, optimizer] =
    network.kind === "tanh"
      ? [tanh, binaryCrossEntropyFromLogits, adam(network.rate)]
      : [relu, softmaxCrossEntropy, gradientDescent(network.rate)];
  const layers = weights.length / 2;
  const steps = train({
    parameters: Object.fromEntries(weights.map((tensor, i) => [String(i), tensor])),
    loss: (parameters, { x, y }: Task["batches"][number]) => {
      let a: Tensor | Variable<Tensor> = x;
      for (let layer = 0; layer < layers; layer++) {
        const [W, b] = [parameters[String(2 * layer)]!, parameters[String(2 * layer + 1)]!];
        a = layer < layers - 1 ? dense(a, W, b, g) : dense(a, W, b);
      }
      return cost(a as Variable<Tensor>, y);
    },
    batches: () => batches,
    optimizer,
    epochs: Number.MAX_SAFE_INTEGER,
  });
  let loss = Number.NaN;
  return {
    step: () => {
      const { value } = steps.next();
      if (value !== undefined) loss = value.loss;
    },
    loss: () => loss,
    float: 64,
  };
}
