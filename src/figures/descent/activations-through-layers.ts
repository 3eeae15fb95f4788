/**
 * Chapter 4, the start of the weights, Eqs. (4.17) to (4.20): how large the signal is after each layer,
 * for tanh and for ReLU.
 */
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { type Path, stroke } from "../marks.js";
import { numberText } from "../numbers.js";
import { seriesStyle } from "../palette.js";
import { type GridPanel, panelGrid } from "../panel-grid.js";
import { panelTitle } from "../panel-title.js";
import { houseAxis, houseLayout, logAxis } from "../style.js";
import type { ScatterTrace } from "../traces.js";

const CALL = "activationsThroughLayers";

/** One start of the weights. */
export interface InitialFate {
  readonly name: string;
  /** Standard deviation of the inputs and after each layer, `[layers + 1]`, all above 0. */
  readonly tanh: VectorLike;
  readonly relu: VectorLike;
}

/** What {@link activationsThroughLayers} draws. */
export interface ActivationsThroughLayersOptions {
  /** One to five starts. */
  readonly series: readonly InitialFate[];
}

/** A start, its numbers read. */
interface Fate {
  readonly name: string;
  readonly values: readonly number[];
}

/**
 * The standard deviation of the activations from layer to layer, in powers of ten.
 *
 * @throws {@link ValueError} if there are no starts or more than five, or a number is not above 0
 *
 * @example
 * activationsThroughLayers({ series: [{ name: "He", tanh: [1, 0.7], relu: [1, 0.8] }] }).alt; // => "Signal through 1 layer: He"
 */
export function activationsThroughLayers({ series }: ActivationsThroughLayersOptions): Figure {
  if (!Array.isArray(series) || series.length < 1 || series.length > 5) {
    const rule = "series must be a list of one to five starts";
    throw new ValueError({ operation: CALL, rule }, { series });
  }
  const length = entries(CALL, "series[0].tanh", series[0]!.tanh).length;
  const read = (kind: "tanh" | "relu"): Fate[] =>
    series.map((one: InitialFate) => ({
      name: one.name,
      values: positive(`${one.name}, ${kind}`, entries(CALL, kind, one[kind], length)),
    }));
  const [tanhs, relus] = [read("tanh"), read("relu")];
  const [top, bottom] = panelGrid({ count: 2, columns: 1, gap: [0, 0.17] });
  const [upper, lower] = [rangeOf(tanhs), rangeOf(relus)];
  const layers = length - 1;
  const names = series.map(({ name }: InitialFate) => name).join(", ");
  const few = { nticks: 5 } as const;
  return figure({
    alt: `Signal through ${layers} ${layers === 1 ? "layer" : "layers"}: ${names}`,
    caption:
      `The standard deviation of the activations after each of ${layers} layers, for weights that start in different ways; above tanh, below ReLU, both in powers of ten. ` +
      `After the last layer, tanh: ${endsText(tanhs)}. ReLU: ${endsText(relus)}. ` +
      "A level line is a signal that keeps its size; one that falls fades away, one that rises explodes; where two coincide, the thinner dashes lie on the thicker.",
    data: [...panel(tanhs, top!, true), ...panel(relus, bottom!, false)],
    layout: houseLayout({
      height: 640,
      margin: { t: 76 },
      showlegend: true,
      legend: { orientation: "h", x: 0, y: 1.05, yanchor: "bottom" },
      xaxis: houseAxis("", [0, layers], {
        ...top!.x,
        tickvals: layerTicks(layers),
        zeroline: false,
      }),
      yaxis: logAxis("spread", upper, { ...top!.y, ...few }),
      xaxis2: houseAxis("layer", [0, layers], {
        ...bottom!.x,
        tickvals: layerTicks(layers),
        zeroline: false,
      }),
      yaxis2: logAxis("spread", lower, { ...bottom!.y, ...few }),
      annotations: [panelTitle("tanh", top!), panelTitle("ReLU", bottom!)],
    }),
  });
}

function positive(name: string, values: readonly number[]): readonly number[] {
  if (values.every((value) => value > 0)) return values;
  const rule = "a spread on an axis with powers of ten is above 0";
  throw new ValueError({ operation: CALL, rule }, { [name]: values });
}

function rangeOf(fates: readonly Fate[]): [number, number] {
  const all = fates.flatMap(({ values }) => values);
  return [Math.min(...all) / 3, Math.max(...all) * 3];
}

function panel(fates: readonly Fate[], grid: GridPanel, isNamed: boolean): ScatterTrace[] {
  return fates.map(({ name, values }, i) => {
    const path: Path = values.map((value, layer) => [layer, value]);
    // Curves that coincide stay visible: the later ones are thinner.
    const line = stroke(path, seriesStyle(i), 4.2 - 0.6 * i, grid.panel);
    return { ...line, name, showlegend: isNamed };
  });
}

function layerTicks(layers: number): number[] {
  const stride = Math.ceil(layers / 5);
  return Array.from({ length: Math.floor(layers / stride) + 1 }, (_, i) => i * stride);
}

function endsText(fates: readonly Fate[]): string {
  return fates
    .map(({ name, values }) => `${name} ${numberText(values[values.length - 1]!)}`)
    .join(", ");
}
