/**
 * `gradus bench training`: ReLU layers with softmax cross-entropy and gradient descent as loops over
 * typed arrays, nothing allocated, the bias, the ReLU and the update fused into the products, which
 * are the textbook's three loops.
 */
import type { Task } from "./networks.js";
import type { Program } from "./program.js";

/** One layer and the room it computes in. */
interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly W: Float64Array;
  readonly b: Float64Array;
  /** Outputs `[batch, outputs]`. */
  readonly a: Float64Array;
  /** `∂J/∂z` of the layer `[batch, outputs]`. */
  readonly dz: Float64Array;
}

/** Any number of layers; ReLU behind all but the last. */
export function reluByHand({ network, weights, batches }: Task): Program {
  const { widths, batch, rate } = network;
  const layers = widths.slice(1).map((outputs, i): Layer => {
    const [W, b] = [weights[2 * i]!.data.slice(), weights[2 * i + 1]!.data.slice()];
    const [a, dz] = [new Float64Array(batch * outputs), new Float64Array(batch * outputs)];
    return { inputs: widths[i]!, outputs, W, b, a, dz };
  });
  const last = layers.at(-1)!;
  let [t, loss] = [0, Number.NaN];
  return {
    step: () => {
      const { x, y } = batches[t % batches.length]!;
      t++;
      layers.forEach((layer, i) => {
        forward(layer, i === 0 ? x.data : layers[i - 1]!.a, batch, layer !== last);
      });
      loss = softmaxLoss(last, y.data, batch);
      for (let i = layers.length - 1; i >= 0; i--) {
        const below = layers[i - 1];
        if (below !== undefined) passBack(layers[i]!, below, batch);
        descend(layers[i]!, below === undefined ? x.data : below.a, batch, rate);
      }
    },
    loss: () => loss,
    float: 64,
  };
}

/** `a = ReLU(x W + b)`, or without the ReLU. */
function forward(layer: Layer, x: Float64Array, batch: number, bend: boolean): void {
  const { inputs, outputs, W, b, a } = layer;
  for (let i = 0; i < batch; i++) {
    for (let j = 0; j < outputs; j++) {
      let z = b[j]!;
      for (let k = 0; k < inputs; k++) z += x[i * inputs + k]! * W[k * outputs + j]!;
      a[i * outputs + j] = bend && z <= 0 ? 0 : z;
    }
  }
}

/** The mean of `logSumExp(z) − z_y`, Eq. (2.8), and its gradient `(p − y)/n`, Eq. (2.10). */
function softmaxLoss({ outputs, a, dz }: Layer, y: Float64Array, batch: number): number {
  let mean = 0;
  for (let i = 0; i < batch; i++) {
    const row = i * outputs;
    let largest = a[row]!;
    for (let j = 1; j < outputs; j++) largest = Math.max(largest, a[row + j]!);
    let total = 0;
    for (let j = 0; j < outputs; j++) {
      const power = Math.exp(a[row + j]! - largest);
      dz[row + j] = power;
      total += power;
      mean -= (y[row + j]! * (a[row + j]! - largest)) / batch;
    }
    mean += Math.log(total) / batch;
    for (let j = 0; j < outputs; j++) dz[row + j] = (dz[row + j]! / total - y[row + j]!) / batch;
  }
  return mean;
}

/** `∂J/∂z` of the layer below: `(∂J/∂z Wᵀ) ReLU′`. */
function passBack({ inputs, outputs, W, dz }: Layer, below: Layer, batch: number): void {
  for (let i = 0; i < batch; i++) {
    for (let k = 0; k < inputs; k++) {
      let total = 0;
      for (let j = 0; j < outputs; j++) total += dz[i * outputs + j]! * W[k * outputs + j]!;
      below.dz[i * inputs + k] = below.a[i * inputs + k]! > 0 ? total : 0;
    }
  }
}

/** `W ← W − η xᵀ ∂J/∂z` and `b ← b − η Σ ∂J/∂z`. */
function descend(layer: Layer, x: Float64Array, batch: number, rate: number): void {
  const { inputs, outputs, W, b, dz } = layer;
  for (let k = 0; k < inputs; k++) {
    for (let j = 0; j < outputs; j++) {
      let total = 0;
      for (let i = 0; i < batch; i++) total += x[i * inputs + k]! * dz[i * outputs + j]!;
      W[k * outputs + j] = W[k * outputs + j]! - rate * total;
    }
  }
  for (let j = 0; j < outputs; j++) {
    let total = 0;
    for (let i = 0; i < batch; i++) total += dz[i * outputs + j]!;
    b[j] = b[j]! - rate * total;
  }
}
