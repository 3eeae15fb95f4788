/** Chapter 1, activation functions side by side: the values above, their slopes below. */
import { ValueError } from "../../math/value-error.js";
import { type Curve, grid, interval, valuesOf } from "../arguments.js";
import { besideCurves } from "../curve-labels.js";
import { type Figure, figure } from "../figure.js";
import { type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { seriesStyle } from "../palette.js";
import { houseAxis, houseLayout } from "../style.js";
import type { Panel, ScatterTrace } from "../traces.js";

const CALL = "activationCurves";
/** Odd, so that 0 and the kink of a ReLU fall on a sample of a symmetric interval. */
const SAMPLES = 241;
/** Values beyond ±LIMIT leave the frame: a ReLU must not squeeze a sigmoid flat. */
const LIMIT = 2;

/** A function under a name of your choice, as a learner's own functions are handed over. */
export interface NamedCurve {
  readonly name: string;
  readonly value: (z: number) => number;
  readonly derivative: (z: number) => number;
}

/** One function over the interval. */
interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

/**
 * Activations and their derivatives over one interval, the slope straight below its curve:
 * Eqs. (1.6) to (1.11).
 *
 * @param activations - one to five functions, each with its derivative, or records of a name, a value
 *   and a derivative
 * @throws {@link ValueError} if there are none or too many, or `from` is not below `to`
 *
 * @example
 * activationCurves([tanh], { from: -4, to: 4 }).alt; // => "tanh and its derivative"
 */
export function activationCurves(
  activations: readonly (Curve | NamedCurve)[],
  { from = -4, to = 4 }: { readonly from?: number; readonly to?: number } = {},
): Figure {
  if (!Array.isArray(activations) || activations.length < 1 || activations.length > 5) {
    const rule = "activations must be a list of one to five functions";
    throw new ValueError({ operation: CALL, rule }, { activations });
  }
  const [low, high] = interval(CALL, from, to);
  const z = grid(low, high, SAMPLES);
  const values = activations.map((g): Series => {
    const value = typeof g === "function" ? g : g.value;
    return { name: g.name, values: valuesOf(CALL, g.name, value, z) };
  });
  const slopes = activations.map((g): Series => {
    const name = `${g.name}′`;
    return { name, values: valuesOf(CALL, name, g.derivative, z) };
  });
  const names = activations.map((g) => g.name).join(", ");
  const upper = rangeOf(values);
  const lower = rangeOf(slopes);
  return figure({
    alt: `${names} and ${activations.length === 1 ? "its derivative" : "their derivatives"}`,
    caption: caption(values, slopes, [low, high]),
    data: [
      ...panel(z, values, upper, {}),
      ...panel(z, slopes, lower, { xaxis: "x2", yaxis: "y2" }),
    ],
    layout: houseLayout({
      height: 520,
      margin: { l: 64 },
      xaxis: houseAxis("", [low, high], { anchor: "y", showticklabels: false, ticks: "" }),
      yaxis: houseAxis("value <i>g</i>(<i>z</i>)", upper, { domain: [0.54, 1], anchor: "x" }),
      xaxis2: houseAxis("<i>z</i>", [low, high], { anchor: "y2" }),
      yaxis2: houseAxis("slope <i>g</i>′(<i>z</i>)", lower, { domain: [0, 0.46], anchor: "x2" }),
    }),
  });
}

function rangeOf(series: readonly Series[]): [number, number] {
  const all = series.flatMap((one) => one.values);
  const top = Math.min(LIMIT, Math.max(0.2, ...all));
  const bottom = Math.max(-LIMIT, Math.min(0, ...all));
  const room = 0.1 * (top - bottom);
  return [bottom - room, top + room];
}

/** The curves of one panel, each with its name where it stands free of the others. */
function panel(
  z: readonly number[],
  series: readonly Series[],
  range: readonly [number, number],
  axes: Panel,
): ScatterTrace[] {
  const height = range[1] - range[0];
  const curves = series.map(({ name, values }, i) => {
    const path = values.flatMap((value, k): Path => {
      const jumps = k > 0 && Math.abs(value - values[k - 1]!) > 0.25 * height;
      return jumps ? [null, [z[k]!, value]] : [[z[k]!, value]];
    });
    const { hoverinfo: _, ...trace } = stroke(path, seriesStyle(i), 3, { name, ...axes });
    return { ...trace, hovertemplate: `z = %{x:.2f}, ${name} = %{y:.4f}<extra></extra>` };
  });
  const heights = series.map(({ values }) => values.map((value) => (value - range[0]) / height));
  const names = series.map(({ name }) => name);
  const [low, high] = [z[0]!, z[z.length - 1]!];
  const labels = besideCurves(names, heights).map(([across, up], i) =>
    words([[low + across * (high - low), range[0] + up * height]], [names[i]!], "middle center", {
      textfont: { color: seriesStyle(i).color },
      ...axes,
    }),
  );
  return [...curves, ...labels];
}

function caption(
  values: readonly Series[],
  slopes: readonly Series[],
  [low, high]: readonly [number, number],
): string {
  const names = values.map(({ name }) => name).join(", ");
  const facts = values.map(({ name, values: v }, i) => {
    const [bottom, top] = [Math.min(...v), Math.max(...v)];
    const steepest = Math.max(...slopes[i]!.values);
    const falls = Math.min(...slopes[i]!.values);
    const range = `${name} runs from ${numberText(bottom)} to ${numberText(top)}`;
    if (falls >= 0) return `${range} and is at most ${numberText(steepest)} steep`;
    return `${range}, its slope from ${numberText(falls)} to ${numberText(steepest)}`;
  });
  const beyond = values.some((s) => s.values.some((v) => Math.abs(v) > LIMIT));
  return [
    `Above: ${names}, for z from ${numberText(low)} to ${numberText(high)}. Below: how steep each is at the same z.`,
    `Compare a curve with its slope straight below: ${facts.join("; ")}.`,
    ...(beyond ? [`What exceeds ±${LIMIT} leaves the frame.`] : []),
  ].join(" ");
}
