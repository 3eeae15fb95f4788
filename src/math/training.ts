/**
 * Chapter 4, the training loop: an iterable of steps. A notebook draws them as they come, and stops
 * when it has seen enough.
 */
import { type Tracked, valueAndGrad } from "./gradient.js";
import type { Value } from "./operation.js";
import type { Optimizer } from "./optimizers/optimizer.js";
import { findNonFinite, totalNorm } from "./regularization/monitors.js";
import { Tensor } from "./tensor.js";
import { explainDivergence, LOOK_BACK } from "./training-error.js";
import { ValueError } from "./value-error.js";

/** Parameters by name, as "1.W"; the name says the layer. */
export type NamedTensors = Readonly<Record<string, Tensor>>;

/** What a training needs. */
export interface TrainingOptions<P extends NamedTensors, Batch> {
  /** Where to start. The tensors are copied and never changed. */
  readonly parameters: P;
  /** J of one batch, Eq. (4.3), written with this library's operations; a single number. */
  readonly loss: (parameters: Tracked<P>, batch: Batch) => Value;
  /** The batches of one epoch, counted from 1: a new order each time, where one wants it. */
  readonly batches: (epoch: number) => Iterable<Batch>;
  readonly optimizer: Optimizer;
  readonly epochs: number;
  /** Called after each step; what it returns is kept in the step under `metrics`. */
  readonly metrics?: (step: TrainingStep<P>) => Readonly<Record<string, number>>;
}

/** One update. */
export interface TrainingStep<P extends NamedTensors> {
  /** Updates so far, from 1. */
  readonly step: number;
  readonly epoch: number;
  /** J before the update, on this step's batch. */
  readonly loss: number;
  /** `‖∂J/∂W‖` over all parameters. */
  readonly gradientNorm: number;
  readonly metrics: Readonly<Record<string, number>>;
  /** A copy of the parameters after the update; made when it is asked for. */
  readonly parameters: () => P;
}

/** A loss this many times larger than the smallest so far has diverged. */
const DIVERGED = 1e6;

/**
 * Algorithm G1, Eq. (4.1), over mini-batches, Eq. (4.3): for each batch, compute `∂J/∂W`, let the
 * optimizer update W, and yield what happened.
 *
 * @throws {@link ValueError} if there is nothing to train, a batch list is empty or the epochs are
 * no whole number; and when the loss or a gradient becomes NaN or infinite, or the loss diverges:
 * the message names the step, the layer and the likely cause
 */
export function* train<P extends NamedTensors, Batch>(
  options: TrainingOptions<P, Batch>,
): Generator<TrainingStep<P>, void, undefined> {
  assertOptions(options);
  const { loss, batches, optimizer, epochs, metrics } = options;
  const parameters = copyOf(options.parameters);
  const state = optimizer.init<NamedTensors>(parameters);
  // No more losses than an error would look at: a long run must not fill the memory.
  const history: number[] = [];
  let step = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const before = step;
    for (const batch of batches(epoch)) {
      const { value, gradient } = valueAndGrad((tracked) => loss(tracked, batch), parameters);
      const gradients = gradient as unknown as NamedTensors;
      step++;
      history.push(value);
      if (history.length > LOOK_BACK + 1) history.shift();
      least = Math.min(least, Math.abs(value));
      const gradientNorm = totalNorm(gradients);
      // Where the norm is finite, every entry is.
      const bad = Number.isFinite(gradientNorm) ? null : (findNonFinite(gradients)?.name ?? null);
      if (!Number.isFinite(value) || bad !== null || Math.abs(value) > DIVERGED * (least + 1)) {
        throw explainDivergence({ history, step, parameters, parameter: bad });
      }
      optimizer.updateInPlace<NamedTensors>(gradients, state, parameters);
      const made = {
        step,
        epoch,
        loss: value,
        gradientNorm,
        metrics: {},
        parameters: () => copyOf(parameters),
      };
      yield metrics === undefined ? made : { ...made, metrics: metrics(made) };
    }
    if (step === before) {
      const rule = "an epoch has at least one batch";
      throw new ValueError({ operation: "train", rule }, { epoch });
    }
  }
}

function copyOf<P extends NamedTensors>(parameters: P): P {
  const copies = Object.entries(parameters).map(([name, { shape, data }]) => [
    name,
    new Tensor(shape, data.slice()),
  ]);
  return Object.fromEntries(copies) as P;
}

function assertOptions<P extends NamedTensors, Batch>(options: TrainingOptions<P, Batch>): void {
  const operation = "train";
  const { parameters, epochs } = options;
  const entries = Object.entries(parameters);
  const odd = entries.find(([, value]) => !(value instanceof Tensor));
  if (entries.length === 0 || odd !== undefined) {
    const rule = "parameters are tensors by name, at least one";
    const hint = "For example { W: zeros([2, 1]), b: zeros([1]) }.";
    const given = odd === undefined ? { parameters } : { [odd[0]]: odd[1] };
    throw new ValueError({ operation, rule, hint }, given);
  }
  if (!Number.isInteger(epochs) || epochs < 1) {
    const rule = "epochs is a whole number of at least 1";
    throw new ValueError({ operation, rule }, { epochs });
  }
}
