/** Chapter 3, matrices as cells with their numbers: what the pictures of Jacobians are made of. */
import type { Annotation, Axis } from "../layout.js";
import { words } from "../marks.js";
import { numberText, rounded } from "../numbers.js";
import { DIVERGING, INK, MUTED } from "../palette.js";
import type { GridPanel } from "../panel-grid.js";
import { hiddenAxis, TEXT_SIZE } from "../style.js";
import type { HeatmapTrace, Panel, ScatterTrace } from "../traces.js";

/** A matrix to be drawn, with what stands at its rows and columns. */
export interface Cells {
  readonly values: readonly (readonly number[])[];
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** The number with the strongest colour. */
  readonly strongest: number;
}

/** The coloured cells of a matrix, the first row on top, and the number in each. */
export function cellTraces(cells: Cells, panel: Panel): [HeatmapTrace, ScatterTrace] {
  const { values, rows, columns, strongest } = cells;
  const [x, y] = [columns.map((_, j) => j), rows.map((_, i) => 0 - i)];
  const places = values.flatMap((row, i) => row.map((_, j) => [j, 0 - i] as const));
  return [
    {
      type: "heatmap",
      x,
      y,
      z: values.map((row) => row.map(rounded)),
      zmin: -strongest,
      zmax: strongest,
      colorscale: DIVERGING,
      showscale: false,
      xgap: 2,
      ygap: 2,
      hoverinfo: "skip",
      ...panel,
    },
    words(places, cellTexts(values), "middle center", {
      textfont: { size: 15, color: INK },
      ...panel,
    }),
  ];
}

/** The numbers as they stand in the cells. */
export function cellTexts(values: readonly (readonly number[])[]): string[] {
  return values.flat().map((value) => numberText(Number(value.toFixed(3))));
}

/** Axes around the cells, with room for the names at the left and above. */
export function cellAxes(cells: Cells, place: Pick<GridPanel, "x" | "y">): { x: Axis; y: Axis } {
  return {
    x: { ...hiddenAxis([-0.55, cells.columns.length - 0.45]), ...place.x },
    y: { ...hiddenAxis([-cells.rows.length + 0.45, 0.55]), ...place.y },
  };
}

/** The names of rows and columns around the cells. */
export function cellNames(cells: Cells, { panel }: Pick<GridPanel, "panel">): Annotation[] {
  const common = {
    xref: panel.xaxis,
    yref: panel.yaxis,
    showarrow: false,
    font: { size: TEXT_SIZE, color: MUTED },
  } as const;
  return [
    ...cells.columns.map(
      (text, j): Annotation => ({
        ...common,
        x: j,
        y: 0.52,
        text,
        xanchor: "center",
        yanchor: "bottom",
      }),
    ),
    ...cells.rows.map(
      (text, i): Annotation => ({
        ...common,
        x: -0.53,
        y: 0 - i,
        text,
        xanchor: "right",
        yanchor: "middle",
        xshift: -3,
      }),
    ),
  ];
}

/** Words above a panel, clear of the column names. */
export function panelTitle(text: string, { xref, yref }: GridPanel, yshift = 26): Annotation {
  return {
    x: 0.5,
    y: 1,
    xref,
    yref,
    text,
    showarrow: false,
    xanchor: "center",
    yanchor: "bottom",
    yshift,
    font: { size: TEXT_SIZE, color: INK },
  };
}
