/** `gradus bench training`: the networks that are trained, their data and the weights they start from. */
import { Random } from "../../math/random.js";
import { Tensor, zeros } from "../../math/tensor.js";

/** A network to train, in words and numbers. */
export interface Network {
  readonly name: "a" | "b" | "c";
  readonly text: string;
  /** Inputs, hidden units, outputs. */
  readonly widths: readonly number[];
  /** tanh with Adam and binary cross-entropy, or ReLU with descent and softmax cross-entropy. */
  readonly kind: "tanh" | "relu";
  readonly batch: number;
  readonly rate: number;
  /** After how many steps the losses of all programs are compared. */
  readonly comparedSteps: number;
}

/** What every program trains on. */
export interface Task {
  readonly network: Network;
  /** Weights and biases from the first layer to the last: W `[in, out]`, b `[out]`. */
  readonly weights: readonly Tensor[];
  /** Batches that are taken in turn: inputs `[batch, in]`; targets `[batch, out]`, 0/1 or one-hot. */
  readonly batches: readonly { readonly x: Tensor; readonly y: Tensor }[];
}

/** The three networks of the table. */
export const NETWORKS: readonly Network[] = [
  {
    name: "a",
    text: "2-16-16-1 tanh, batch 64, Adam, binary cross-entropy",
    widths: [2, 16, 16, 1],
    kind: "tanh",
    batch: 64,
    rate: 0.01,
    comparedSteps: 50,
  },
  {
    name: "b",
    text: "784-128-10 ReLU, batch 64, gradient descent, softmax cross-entropy",
    widths: [784, 128, 10],
    kind: "relu",
    batch: 64,
    rate: 0.01,
    comparedSteps: 10,
  },
  {
    name: "c",
    text: "784-512-512-10 ReLU, batch 128, gradient descent, softmax cross-entropy",
    widths: [784, 512, 512, 10],
    kind: "relu",
    batch: 128,
    rate: 0.01,
    comparedSteps: 4,
  },
];

/** Few enough to fit into the cache, as the data of a first course does. */
const BATCHES = 4;

/** The same numbers in every process: the generator counts from one seed. */
export function taskOf(network: Network): Task {
  const random = new Random(1);
  const { widths, batch, kind } = network;
  const weights = widths.slice(1).flatMap((outputs, layer) => {
    const inputs = widths[layer]!;
    const spread = Math.sqrt((kind === "relu" ? 2 : 1) / inputs);
    const W = draws(inputs, outputs, () => random.normal(0, spread));
    return [W, zeros([outputs])];
  });
  const [inputs, outputs] = [widths[0]!, widths.at(-1)!];
  const batches = Array.from({ length: BATCHES }, () => {
    if (kind === "relu") {
      const x = draws(batch, inputs, () => random.uniform());
      return { x, y: oneHotRows(batch, outputs, () => random.integer(outputs)) };
    }
    const x = draws(batch, inputs, () => random.normal());
    // Exclusive or of the signs, one label in ten turned over, so that the loss cannot become 0.
    const label = (i: number) => Number(x.at(i, 0) * x.at(i, 1) > 0 !== random.uniform() < 0.1);
    return {
      x,
      y: new Tensor(
        [batch, 1],
        Float64Array.from({ length: batch }, (_, i) => label(i)),
      ),
    };
  });
  return { network, weights, batches };
}

function draws(rows: number, columns: number, draw: () => number): Tensor {
  return new Tensor([rows, columns], Float64Array.from({ length: rows * columns }, draw));
}

function oneHotRows(rows: number, classes: number, draw: () => number): Tensor {
  const data = new Float64Array(rows * classes);
  for (let i = 0; i < rows; i++) data[i * classes + draw()] = 1;
  return new Tensor([rows, classes], data);
}
