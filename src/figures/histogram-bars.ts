/** Figures: how often values fall into each of some intervals, as the bars of one panel. */
import { ValueError } from "../math/value-error.js";
import { entries, interval, type VectorLike } from "./arguments.js";
import { BLUE, PAPER } from "./palette.js";
import type { BarTrace, Panel } from "./traces.js";

const CALL = "histogramBars";

/** What {@link histogramBars} counts. */
export interface HistogramOptions {
  /** Shape [n]. */
  readonly values: VectorLike;
  /** How many intervals of equal length; 20 if absent. */
  readonly bins?: number;
  /** Where the first begins and the last ends; what lies outside counts in these. All values if absent. */
  readonly range?: readonly [number, number];
  /** Parts of 1 instead of counts. */
  readonly share?: boolean;
  readonly color?: string;
  readonly panel?: Panel;
  readonly name?: string;
}

/** A histogram: its bars, and the numbers they show. */
export interface Histogram {
  readonly trace: BarTrace;
  /** Borders of the intervals, shape [bins + 1]. */
  readonly edges: readonly number[];
  /** Shape [bins]. */
  readonly heights: readonly number[];
}

/**
 * The histogram of some values. A value on a border belongs to the interval above it.
 *
 * @throws {@link ValueError} if there are no values, one is not finite, or bins is not a positive whole number
 *
 * @example
 * histogramBars({ values: [0, 1, 1.5, 4], bins: 4 }).heights; // => [1, 2, 0, 1]
 */
export function histogramBars(options: HistogramOptions): Histogram {
  const { bins = 20, share = false, color = BLUE, panel = {}, name } = options;
  const values = entries(CALL, "values", options.values);
  if (!(Number.isInteger(bins) && bins > 0)) {
    const rule = "bins must be a whole number, 1 or more";
    throw new ValueError({ operation: CALL, rule }, { bins });
  }
  const [low, high] = rangeOf(values, options.range);
  const heights = Array.from({ length: bins }, () => 0);
  for (const value of values) {
    const bin = Math.floor(((value - low) / (high - low)) * bins);
    heights[Math.min(bins - 1, Math.max(0, bin))]! += share ? 1 / values.length : 1;
  }
  const width = (high - low) / bins;
  const trace: BarTrace = {
    type: "bar",
    x: heights.map((_, i) => tidy(low + (i + 0.5) * width)),
    y: heights.map(tidy),
    width: tidy(width),
    marker: { color, line: { color: PAPER, width: 0.5 } },
    hoverinfo: "skip",
    ...(name === undefined ? {} : { name }),
    ...panel,
  };
  return { trace, edges: Array.from({ length: bins + 1 }, (_, i) => low + i * width), heights };
}

/** Room for one value alone, too. */
function rangeOf(
  values: readonly number[],
  range: readonly [number, number] | undefined,
): readonly [number, number] {
  if (range !== undefined) return interval(CALL, range[0], range[1]);
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  return low < high ? [low, high] : [low - 0.5, high + 0.5];
}

function tidy(value: number): number {
  return Number(value.toPrecision(6)) + 0;
}
