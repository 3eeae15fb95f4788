/**
 * Chapter 6, space tiling: cut the input space into boxes and give each its own feature. Any function
 * can be tabulated so, and the number of boxes explodes with the dimension.
 */
import { type ArrayLike2d, Tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { assertExamples } from "./feature-map.js";
import { assertRange } from "./genetic-algorithm.js";
import { assertCount } from "./search.js";

/** How the space is cut. */
export interface TilingOptions {
  /** Number of inputs d. */
  readonly inputs: number;
  /** Every input is cut from `low` to `high`; what lies outside falls into the nearest box. */
  readonly low: number;
  readonly high: number;
  /** Pieces an input, k. */
  readonly bins: number;
}

const MAX_BOXES = 1_000_000;

/**
 * Space tiling: `φⱼ(x) = 1 if x lies in box j, else 0`, Eq. (6.14), for the `kᵈ` boxes of a grid. The
 * last input changes fastest. A linear unit on top is a table with one entry a box.
 *
 * @returns φ, `[n, d]` to `[n, kᵈ]`
 * @throws {@link ValueError} if a count is not positive, the range is empty, or there are more than a
 * million boxes
 *
 * @example
 * spaceTiling({ inputs: 2, low: 0, high: 1, bins: 2 })([[0.9, 0.2]]).toArray(); // => [[0, 0, 1, 0]]
 */
export function spaceTiling(options: TilingOptions): (X: ArrayLike2d) => Tensor {
  const { low, high } = options;
  const inputs = assertCount("spaceTiling", "inputs", options.inputs);
  const bins = assertCount("spaceTiling", "bins", options.bins);
  assertRange("spaceTiling", low, high);
  const boxes = bins ** inputs;
  if (boxes > MAX_BOXES) {
    const rule = `no more than ${MAX_BOXES} boxes kᵈ, Eq. (6.14)`;
    const hint = "The number of boxes grows exponentially with the number of inputs.";
    throw new ValueError({ operation: "spaceTiling", rule, hint }, { bins, inputs });
  }
  return (X) => {
    const examples = assertExamples("spaceTiling", X, inputs);
    const n = examples.shape[0]!;
    const features = new Float64Array(n * boxes);
    for (let row = 0; row < n; row++) {
      let box = 0;
      for (const x of examples.data.subarray(row * inputs, (row + 1) * inputs)) {
        const piece = Math.floor(((x - low) / (high - low)) * bins);
        box = box * bins + Math.min(bins - 1, Math.max(0, piece));
      }
      features[row * boxes + box] = 1;
    }
    return new Tensor([n, boxes], features);
  };
}
