/**
 * Chapter 4, weights that start at 0 and weights that start at random, Eq. (4.18): the units of a hidden
 * layer stay identical, or go their own ways.
 */
import type { Activation } from "../../math/activations.js";
import { glorotNormal, type Initializer } from "../../math/initializers.js";
import { meanSquaredError } from "../../math/mean-squared-error.js";
import { createNetwork, forward, parametersOf, withParameters } from "../../math/network.js";
import { gradientDescent } from "../../math/optimizers/gradient-descent.js";
import { Random } from "../../math/random.js";
import { type ArrayLike2d, type Tensor, tensor, zeros } from "../../math/tensor.js";
import { train } from "../../math/training.js";
import { ValueError } from "../../math/value-error.js";
import { finite } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { stroke } from "../marks.js";
import { numberText } from "../numbers.js";
import { seriesStyle } from "../palette.js";
import { type GridPanel, panelGrid } from "../panel-grid.js";
import { panelTitle } from "../panel-title.js";
import { houseAxis, houseLayout } from "../style.js";
import type { ScatterTrace } from "../traces.js";
import { thinned } from "./landscape.js";

const CALL = "zeroInit";
const UNITS = 3;
/** Widest first, so that curves that lie on each other are all seen. */
const WIDTHS = [8, 4.5, 1.8];

/** What {@link zeroInit} draws. */
export interface ZeroInitOptions {
  /** Examples, `[n, d]`. */
  readonly inputs: ArrayLike2d;
  /** `[n, 1]` */
  readonly targets: ArrayLike2d;
  readonly hidden: Activation;
  /** Steps of gradient descent on all examples, at least 1. */
  readonly steps: number;
  /** η */
  readonly rate: number;
}

/** One training: the weight from the first input into each unit, step by step, and the last loss. */
interface Run {
  readonly weights: readonly (readonly number[])[];
  readonly loss: number;
}

/**
 * Three hidden units trained twice, from zero weights and from random ones: the weight of the first
 * input into each unit over the steps.
 *
 * @throws {@link ValueError} if steps is not a whole number of at least 1, or the rate is not finite
 *
 * @example
 * const data = { inputs: [[0], [1]], targets: [[1], [0]] };
 * zeroInit({ ...data, hidden: tanh, steps: 5, rate: 0.1 }).alt; // => "Weights of three tanh units from a start at 0, and from a random start"
 */
export function zeroInit(options: ZeroInitOptions): Figure {
  const steps = finite(CALL, "steps", options.steps);
  const rate = finite(CALL, "rate", options.rate);
  if (!(Number.isInteger(steps) && steps >= 1)) {
    const rule = "steps must be a whole number of at least 1";
    throw new ValueError({ operation: CALL, rule }, { steps });
  }
  const zero = run(options, zeros, steps, rate);
  const random = run(options, glorotNormal, steps, rate);
  const [top, bottom] = panelGrid({ count: 2, columns: 1, gap: [0, 0.17] });
  const name = options.hidden.name;
  return figure({
    alt: `Weights of three ${name} units from a start at 0, and from a random start`,
    caption:
      `The weight of the first input into each of three hidden ${name} units, over ${steps} steps of gradient descent. ` +
      `Above, all weights start at 0: the three curves, drawn in three widths, lie on each other and end at ${endsText(zero)}; the loss ends at ${numberText(zero.loss)}. ` +
      `Below, they start at random: they go three ways, to ${endsText(random)}, and the loss ends at ${numberText(random.loss)}. ` +
      "Units that start alike stay alike.",
    data: [...panel(zero, top!), ...panel(random, bottom!)],
    layout: houseLayout({
      height: 600,
      margin: { t: 36 },
      xaxis: houseAxis("", [0, steps], top!.x),
      yaxis: houseAxis("weight", rangeOf(zero), { ...top!.y, nticks: 5 }),
      xaxis2: houseAxis("step", [0, steps], bottom!.x),
      yaxis2: houseAxis("weight", rangeOf(random), { ...bottom!.y, nticks: 5 }),
      annotations: [panelTitle("all start at 0", top!), panelTitle("random start", bottom!)],
    }),
  });
}

function run(options: ZeroInitOptions, initializer: Initializer, steps: number, rate: number): Run {
  const [X, Y] = [tensor(options.inputs), tensor(options.targets)];
  const network = createNetwork([X.shape[1] ?? 1, UNITS, 1], new Random(1), {
    hidden: options.hidden,
    initializer,
  });
  const start = parametersOf(network);
  const rows: number[][] = [firstRow(start["1.W"]!)];
  let loss = 0;
  const training = train({
    parameters: start,
    loss: (p) => meanSquaredError(forward(withParameters(network, p), X), Y),
    batches: () => [0],
    optimizer: gradientDescent(rate),
    epochs: steps,
  });
  for (const step of training) {
    rows.push(firstRow(step.parameters()["1.W"]!));
    loss = step.loss;
  }
  return { weights: WIDTHS.map((_, unit) => rows.map((row) => row[unit]!)), loss };
}

function firstRow(W: Tensor): number[] {
  return [...W.data.subarray(0, UNITS)];
}

function panel({ weights }: Run, { panel: axes }: GridPanel): ScatterTrace[] {
  return weights.map((values, unit) => {
    const path = thinned(values.map((value, step) => [step, value] as const));
    return stroke(path, { ...seriesStyle(unit), dash: "solid" }, WIDTHS[unit]!, axes);
  });
}

function rangeOf({ weights }: Run): [number, number] {
  const all = weights.flat();
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const room = 0.1 * (high - low || 1);
  return [low - room, high + room];
}

function endsText({ weights }: Run): string {
  return weights.map((values) => numberText(values[values.length - 1]!)).join(", ");
}
