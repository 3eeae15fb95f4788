/** Chapter 5, when a training breaks: the step, the layer, and the likely cause, in one error. */
import type { Tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";

/** What is known at the moment it broke. */
export interface Breakdown {
  /** The losses so far, or the last {@link LOOK_BACK} and the broken one, which comes last. */
  readonly history: readonly number[];
  /** The number of the step that broke; left out it is the length of the history. */
  readonly step?: number;
  readonly parameters: Readonly<Record<string, Tensor>>;
  /** The parameter whose gradient is not finite, if it is a gradient that broke. */
  readonly parameter: string | null;
}

/** A loss that grew by this factor over the last steps was on its way out. */
const GROWING = 10;
export const LOOK_BACK: number = 10;

/** The error of a broken training, ready to be thrown. */
export function explainDivergence(breakdown: Breakdown): ValueError {
  const { history, parameters, parameter, step = history.length } = breakdown;
  const loss = history.at(-1) ?? Number.NaN;
  const largest = largestParameter(parameters);
  const what = Number.isFinite(loss)
    ? parameter === null
      ? "the loss diverges"
      : `the gradient of ${parameter} is not finite`
    : `the loss is ${loss}`;
  const where = parameter ?? largest.name;
  const rule = `step ${step}: ${what}`;
  const hint = likelyCause(history, largest);
  return new ValueError(
    { operation: "train", rule, hint },
    {
      "the loss before": history.slice(-4, -1),
      [`max |${where}|`]: where === largest.name ? largest.value : maxAbs(parameters[where]),
    },
  );
}

function likelyCause(history: readonly number[], largest: { name: string; value: number }): string {
  const earlier = history.slice(-LOOK_BACK - 1, -1).filter(Number.isFinite);
  const [first, last] = [earlier[0], earlier.at(-1)];
  if (earlier.length === 0) {
    return "It broke at the first step: look for a log of 0, a division by 0, or NaN in the data or in the initial weights.";
  }
  if (last! > GROWING * Math.max(first!, Number.MIN_VALUE) || largest.value > 1e3) {
    return `The loss or the weights grew before it broke (${largest.name} reached ${largest.value.toExponential(1)}): the learning rate is too large. Try a tenth of it.`;
  }
  return "The loss was calm before: look for a log of 0 or an overflow in the loss. The fused losses, from logits, do not have them.";
}

function largestParameter(parameters: Readonly<Record<string, Tensor>>): {
  name: string;
  value: number;
} {
  let found = { name: Object.keys(parameters)[0] ?? "", value: 0 };
  for (const [name, tensor] of Object.entries(parameters)) {
    const value = maxAbs(tensor);
    // NaN is larger than everything here: it is what one looks for.
    if (!(value <= found.value)) found = { name, value };
  }
  return found;
}

function maxAbs(tensor: Tensor | undefined): number {
  let largest = 0;
  for (const entry of tensor?.data ?? []) {
    if (!(Math.abs(entry) <= largest)) largest = Math.abs(entry);
  }
  return largest;
}
