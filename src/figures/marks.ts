/** Figures: the marks that figures are made of (a stroke, a point, words, an arrow). */

import { rounded } from "./numbers.js";
import { INK, PAPER, type SeriesStyle } from "./palette.js";
import type { Coordinates, Panel, ScatterTrace, TextPosition } from "./traces.js";

/** Points as the two lists a trace wants; `null` between strokes. */
export type Path = readonly (readonly [number, number] | null)[];

/** The first and the second coordinates of a path, short enough to be stored. */
export function columns(path: Path): { readonly x: Coordinates; readonly y: Coordinates } {
  return {
    x: path.map((point) => (point === null ? null : rounded(point[0]))),
    y: path.map((point) => (point === null ? null : rounded(point[1]))),
  };
}

/** A stroke through points. */
export function stroke(
  path: Path,
  style: Pick<SeriesStyle, "color" | "dash">,
  width: number,
  own: Partial<ScatterTrace> = {},
): ScatterTrace {
  const simplify = path.length > 20 ? ({ simplify: false } as const) : {};
  const line = { color: style.color, width, dash: style.dash, ...simplify };
  return { type: "scatter", mode: "lines", ...columns(path), line, hoverinfo: "skip", ...own };
}

/** Points with a white rim, so that they stand out from the curve they lie on. */
export function dots(
  path: Path,
  style: Pick<SeriesStyle, "color" | "symbol">,
  own: Partial<ScatterTrace> = {},
): ScatterTrace {
  const line = { color: PAPER, width: 1.5 };
  const marker = { color: style.color, symbol: style.symbol, size: 11, line };
  return {
    type: "scatter",
    mode: "markers",
    ...columns(path),
    marker,
    cliponaxis: false,
    hoverinfo: "skip",
    ...own,
  };
}

/** Words at points; unlike annotations they can move with a slider. */
export function words(
  path: Path,
  text: readonly string[],
  textposition: TextPosition,
  own: Partial<ScatterTrace> = {},
): ScatterTrace {
  return {
    type: "scatter",
    mode: "text",
    ...columns(path),
    text: textposition.endsWith("right") ? text.map(spaced) : text,
    textposition,
    textfont: { color: INK },
    cliponaxis: false,
    hoverinfo: "skip",
    ...own,
  };
}

/** Plotly puts words right at their point: a space keeps them off the end of a line. */
export function spaced(text: string): string {
  return `\u00a0${text}`;
}

/** An arrow from one point to another, its head at the second or `standoff` pixels before it. */
export function arrow(
  from: readonly [number, number],
  to: readonly [number, number],
  color: string,
  panel: Panel = {},
  standoff = 0,
): ScatterTrace {
  return {
    type: "scatter",
    mode: "lines+markers",
    ...columns([from, to]),
    line: { color, width: 2.5 },
    marker: {
      color,
      symbol: "arrow",
      angleref: "previous",
      size: [0, 14],
      standoff,
      opacity: 1,
      line: { color, width: 0 },
    },
    hoverinfo: "skip",
    cliponaxis: false,
    ...panel,
  };
}
