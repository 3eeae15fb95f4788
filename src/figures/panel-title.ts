/** Figures: the words above one panel of several, at its left edge. */
import type { Annotation } from "./layout.js";
import { INK } from "./palette.js";
import type { GridPanel } from "./panel-grid.js";

/** A title that keeps to its panel, however wide the page is. */
export function panelTitle(text: string, { xref, yref }: GridPanel): Annotation {
  return {
    x: 0,
    y: 1,
    xref,
    yref,
    text,
    showarrow: false,
    xanchor: "left",
    yanchor: "bottom",
    yshift: 4,
    font: { color: INK },
  };
}
