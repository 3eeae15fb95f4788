/** Chapter 5, shifted digits: the same image as the network learned it and as the world may show it. */
import { ValueError } from "../../math/value-error.js";
import { entries, finite, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import type { Axis } from "../layout.js";
import { numberText } from "../numbers.js";
import { FAINT, INK, VERMILLION } from "../palette.js";
import { panelGrid } from "../panel-grid.js";
import { hiddenAxis, houseLayout } from "../style.js";
import type { HeatmapTrace } from "../traces.js";
import { axisKey } from "./axis-key.js";

const CALL = "shiftedDigits";

/** What {@link shiftedDigits} draws. */
export interface ShiftedDigitsOptions {
  /** What was done, an image after it, pixels row by row, and the share of wrong answers in percent. */
  readonly cases: readonly {
    readonly name: string;
    readonly image: VectorLike;
    readonly percent: number;
  }[];
  /** Pixels in a row of an image. */
  readonly width: number;
}

/**
 * One image under several changes, each with the error that a network makes on images so changed.
 *
 * @throws {@link ValueError} if there are more than six cases or none, or an image is not whole rows
 *
 * @example
 * shiftedDigits({ cases: [{ name: "as it was", image: [0, 1, 1, 0], percent: 5 }], width: 2 }).alt; // => "One image, changed: as it was 5 % wrong"
 */
export function shiftedDigits({ cases, width }: ShiftedDigitsOptions): Figure {
  if (cases.length === 0 || cases.length > 6) {
    throw new ValueError({ operation: CALL, rule: "there are one to six cases" }, { cases });
  }
  const images = cases.map(({ image }, i) => rowsOf(`cases[${i}].image`, image, width));
  const errors = cases.map(({ percent }, i) => finite(CALL, `cases[${i}].percent`, percent));
  const said = errors.map((error) => `${numberText(Math.round(error))} %`);
  const top = Math.max(...images.flat(2), Number.MIN_VALUE);
  const perRow = cases.length > 4 ? 3 : Math.min(cases.length, 2);
  const grid = panelGrid({ count: cases.length, columns: perRow, gap: [0.08, 0.26] });
  const axes: Record<string, Axis> = {};
  const data = images.map((rows, i): HeatmapTrace => {
    const { panel, x, y } = grid[i]!;
    const square = { scaleanchor: panel.xaxis, scaleratio: 1, constrain: "domain" } as const;
    axes[axisKey(panel.xaxis)] = { ...hiddenAxis([-0.5, width - 0.5]), ...x, constrain: "domain" };
    axes[axisKey(panel.yaxis)] = { ...hiddenAxis([rows.length - 0.5, -0.5]), ...y, ...square };
    return {
      type: "heatmap",
      x: rows[0]!.map((_, k) => k),
      y: rows.map((_, k) => k),
      z: rows,
      zmin: 0,
      zmax: top,
      colorscale: [
        [0, "#F4F5F7"],
        [1, INK],
      ],
      showscale: false,
      hoverinfo: "skip",
      ...panel,
    };
  });
  const worst = errors.indexOf(Math.max(...errors));
  return figure({
    alt: `One image, changed: ${cases.map(({ name }, i) => `${name} ${said[i]} wrong`).join(", ")}`,
    caption:
      `The same image ${cases.length === 1 ? "once" : `${cases.length} times`}: ${cases.map(({ name }) => name).join(", ")}. Above each, the share of all test images that the network gets wrong after the change. ` +
      `To your eye hardly anything has happened; for the network the error goes from ${said[0]} to ${said[worst]} at worst (${cases[worst]!.name}).`,
    data,
    layout: houseLayout({
      height: 230 * Math.ceil(cases.length / perRow) + 20,
      margin: { l: 12, r: 12, t: 58, b: 12 },
      hovermode: false,
      xaxis: hiddenAxis([0, 1]),
      yaxis: hiddenAxis([0, 1]),
      ...axes,
      annotations: cases.map(({ name }, i) => ({
        x: 0.5,
        y: 1,
        xref: grid[i]!.xref,
        yref: grid[i]!.yref,
        text: `${name}<br><b>${said[i]} wrong</b>`,
        showarrow: false,
        xanchor: "center",
        yanchor: "bottom",
        yshift: 4,
        font: { color: i === 0 ? INK : VERMILLION },
      })),
      shapes: grid.map(({ xref, yref }) => ({
        type: "rect",
        x0: 0,
        x1: 1,
        y0: 0,
        y1: 1,
        xref,
        yref,
        line: { color: FAINT, width: 1 },
      })),
    }),
  });
}

function rowsOf(name: string, image: VectorLike, width: number): number[][] {
  const pixels = entries(CALL, name, image);
  if (!Number.isInteger(width) || width < 1 || pixels.length % width !== 0) {
    const rule = "an image is whole rows of width pixels";
    throw new ValueError({ operation: CALL, rule }, { width, [name]: pixels.length });
  }
  return Array.from({ length: pixels.length / width }, (_, row) =>
    pixels.slice(row * width, (row + 1) * width),
  );
}
