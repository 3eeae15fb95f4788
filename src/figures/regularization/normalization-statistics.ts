/** Chapter 5, normalization: one batch as it is, normalized down the columns, and along the rows. */
import { batchNormTraining } from "../../math/regularization/batch-normalization.js";
import { layerNorm } from "../../math/regularization/layer-normalization.js";
import { ones, zeros } from "../../math/tensor.js";
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import type { Axis } from "../layout.js";
import { words } from "../marks.js";
import { numberText } from "../numbers.js";
import { DIVERGING, INK, MUTED } from "../palette.js";
import { panelGrid } from "../panel-grid.js";
import { hiddenAxis, houseLayout } from "../style.js";
import type { HeatmapTrace, Trace } from "../traces.js";
import { axisKey } from "./axis-key.js";

const CALL = "normalizationStatistics";

/** What {@link normalizationStatistics} draws. */
export interface NormalizationStatisticsOptions {
  /** Pre-activations, an example a row, shape [n] of [d], 2 to 8 each way. */
  readonly batch: readonly VectorLike[];
}

/**
 * A batch three times: raw, by batch normalization (5.8), by layer normalization (5.10), with the mean
 * of each column below and of each row at the right.
 *
 * @throws {@link ValueError} if the batch is too small or too large to be read, or rows differ
 *
 * @example
 * normalizationStatistics({ batch: [[1, 2], [3, 6]] }).alt; // => "A batch of 2 examples and 2 units: raw, batch and layer normalized"
 */
export function normalizationStatistics({ batch }: NormalizationStatisticsOptions): Figure {
  const width = batch[0] === undefined ? 0 : entries(CALL, "batch[0]", batch[0]).length;
  const raw = batch.map((row, i) => [...entries(CALL, `batch[${i}]`, row, width)]);
  if ([raw.length, width].some((size) => size < 2 || size > 8)) {
    const rule = "a batch that can be read has 2 to 8 examples and 2 to 8 units";
    throw new ValueError({ operation: CALL, rule }, { examples: raw.length, units: width });
  }
  const [gamma, beta] = [ones([width]), zeros([width])];
  const panels = [
    { title: "as it is", rows: raw, scale: Math.max(...raw.flat().map(Math.abs)) || 1 },
    {
      title: "batch normalization: down each column",
      rows: rowsOf(batchNormTraining(raw, gamma, beta).output.data, width),
      scale: 2,
    },
    {
      title: "layer normalization: along each row",
      rows: rowsOf(layerNorm(raw, gamma, beta).data, width),
      scale: 2,
    },
  ];
  const grid = panelGrid({ count: 3, columns: 1, gap: [0, 0.1] });
  const axes: Record<string, Axis> = {};
  const data = panels.flatMap(({ rows, scale }, k): Trace[] => {
    const { panel, x, y } = grid[k]!;
    axes[axisKey(panel.xaxis)] = { ...hiddenAxis([-1.15, width + 0.5]), ...x };
    axes[axisKey(panel.yaxis)] = { ...hiddenAxis([raw.length + 0.5, -0.6]), ...y };
    const cells = rows.flatMap((row, i) => row.map((value, j) => ({ i, j, value })));
    const field: HeatmapTrace = {
      type: "heatmap",
      x: rows[0]!.map((_, j) => j),
      y: rows.map((_, i) => i),
      z: rows.map((row) => row.map(tidy)),
      zmin: -scale,
      zmax: scale,
      colorscale: DIVERGING,
      showscale: false,
      xgap: 2,
      ygap: 2,
      hoverinfo: "skip",
      ...panel,
    };
    const means = [
      ...rows[0]!.map((_, j) => ({ i: raw.length, j, value: average(rows.map((row) => row[j]!)) })),
      ...rows.map((row, i) => ({ i, j: width, value: average(row) })),
    ];
    const text = (list: typeof cells, color: string) =>
      words(
        list.map(({ i, j }) => [j, i] as const),
        list.map(({ value }) => numberText(Number(value.toFixed(1)) + 0)),
        "middle center",
        { textfont: { color, size: 13 }, ...panel },
      );
    return [
      field,
      text(cells, INK),
      text(means, MUTED),
      words([[-0.85, raw.length]], ["mean"], "middle center", {
        textfont: { color: MUTED, size: 13 },
        ...panel,
      }),
    ];
  });
  return figure({
    alt: `A batch of ${raw.length} examples and ${width} units: raw, batch and layer normalized`,
    caption:
      `The same batch three times, an example a row, a unit a column; vermillion is negative, blue positive. In grey the means: of each unit below its column, of each example beside its row. ` +
      `As it is, the units' means go from ${numberText(Math.min(...columnMeans(raw)))} to ${numberText(Math.max(...columnMeans(raw)))}. Batch normalization makes all means below the columns 0, layer normalization all means beside the rows. Neither does the other's work.`,
    data,
    layout: houseLayout({
      height: 34 * 3 * (raw.length + 2) + 40,
      margin: { l: 8, r: 8, t: 34, b: 8 },
      hovermode: false,
      xaxis: hiddenAxis([0, 1]),
      yaxis: hiddenAxis([0, 1]),
      ...axes,
      annotations: panels.map(({ title }, k) => ({
        x: 0.5,
        y: 1,
        xref: grid[k]!.xref,
        yref: grid[k]!.yref,
        text: `<b>${title}</b>`,
        showarrow: false,
        xanchor: "center",
        yanchor: "bottom",
        yshift: 3,
      })),
    }),
  });
}

function rowsOf(data: Float64Array, width: number): number[][] {
  return Array.from({ length: data.length / width }, (_, i) =>
    Array.from(data.subarray(i * width, (i + 1) * width)),
  );
}

function columnMeans(rows: readonly (readonly number[])[]): number[] {
  return rows[0]!.map((_, j) => Number(average(rows.map((row) => row[j]!)).toFixed(1)));
}

function average(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function tidy(value: number): number {
  return Number(value.toFixed(4)) + 0;
}
