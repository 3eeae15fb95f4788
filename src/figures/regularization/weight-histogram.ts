/** Chapter 5, what penalties do to the weights of a network: their histograms, one under the other. */
import { ValueError } from "../../math/value-error.js";
import { entries, finite, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { histogramBars } from "../histogram-bars.js";
import type { Axis } from "../layout.js";
import { numberText } from "../numbers.js";
import { seriesStyle } from "../palette.js";
import { panelGrid } from "../panel-grid.js";
import { houseAxis, houseLayout } from "../style.js";
import { axisKey } from "./axis-key.js";

const CALL = "weightHistogram";
const BINS = 41;

/** What {@link weightHistogram} draws. */
export interface WeightHistogramOptions {
  /** One to four networks, each with all of its weights, shape [n]. */
  readonly panels: readonly { readonly name: string; readonly weights: VectorLike }[];
  /** Below this a weight counts as small; said above each panel. */
  readonly small: number;
}

/**
 * Histograms of weights, as shares, all with the same axes.
 *
 * @throws {@link ValueError} if there is no panel or more than four, or small is not above 0
 *
 * @example
 * weightHistogram({ panels: [{ name: "net", weights: [0, 0.5, -1] }], small: 0.1 }).alt; // => "Weights smaller than 0.1: net 33 %"
 */
export function weightHistogram({ panels, small }: WeightHistogramOptions): Figure {
  if (panels.length < 1 || panels.length > 4) {
    throw new ValueError({ operation: CALL, rule: "there are one to four panels" }, { panels });
  }
  if (finite(CALL, "small", small) <= 0) {
    throw new ValueError({ operation: CALL, rule: "small must be above 0" }, { small });
  }
  const weights = panels.map(({ name, weights: list }) => entries(CALL, name, list));
  const sizes = weights
    .flat()
    .map(Math.abs)
    .sort((a, b) => a - b);
  // The outermost hundredth goes into the last bars, or it would flatten all others.
  const reach = sizes[Math.floor(0.99 * (sizes.length - 1))]! || 1;
  const grid = panelGrid({
    count: panels.length,
    columns: 1,
    gap: [0, 0.56 / (panels.length + 1)],
  });
  const range = [-reach, reach] as const;
  const made = weights.map((values, k) =>
    histogramBars({
      values,
      bins: BINS,
      range,
      share: true,
      color: seriesStyle(k).color,
      panel: grid[k]!.panel,
    }),
  );
  const top = 100 * 1.06 * Math.max(...made.flatMap(({ heights }) => heights));
  const shares = weights.map((values) => {
    return Math.round((100 * values.filter((w) => Math.abs(w) < small).length) / values.length);
  });
  const axes: Record<string, Axis> = {};
  grid.forEach(({ panel, x, y }, k) => {
    const title = k === panels.length - 1 ? "weight" : "";
    axes[axisKey(panel.xaxis)] = houseAxis(title, range, { ...x, nticks: 6 });
    axes[axisKey(panel.yaxis)] = houseAxis("percent", [0, top], { ...y, nticks: 4 });
  });
  const said = panels.map(({ name }, k) => `${name} ${shares[k]} %`).join(", ");
  return figure({
    alt: `Weights smaller than ${numberText(small)}: ${said}`,
    caption:
      `The weights of ${panels.length === 1 ? "a network" : `${panels.length} networks`}, sorted into ${BINS} bars by their value; the height is the share of all weights, on one scale. ` +
      `Look at the bar in the middle. Smaller than ${numberText(small)} are: ${said}. The outermost bars hold whatever lies beyond.`,
    data: made.map(({ trace }) => ({
      ...trace,
      y: trace.y.map((share) => (share === null ? null : Number((100 * share).toFixed(4)))),
    })),
    layout: houseLayout({
      height: 185 * panels.length + 60,
      margin: { t: 34 },
      hovermode: false,
      xaxis: houseAxis("", range),
      yaxis: houseAxis("", [0, top]),
      ...axes,
      annotations: panels.map(({ name }, k) => ({
        x: 0,
        y: 1,
        xref: grid[k]!.xref,
        yref: grid[k]!.yref,
        text: `<b>${name}</b>: ${shares[k]} % smaller than ${numberText(small)}`,
        showarrow: false,
        xanchor: "left",
        yanchor: "bottom",
        yshift: 4,
        font: { color: seriesStyle(k).color },
      })),
    }),
  });
}
