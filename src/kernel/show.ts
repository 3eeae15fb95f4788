/** Kernel: a figure in a notebook cell, its caption below it. */
import type { Figure } from "../figures/figure.js";
import { renderSvg } from "../figures/static-svg.js";
import { ValueError } from "../math/value-error.js";
import { currentSend, type MimeBundle } from "./display.js";

/**
 * Show a figure in a cell with its caption below: live where Plotly runs, a still picture elsewhere.
 *
 * In a notebook it returns nothing, so that a cell may end with it.
 *
 * @param figure - what one of the figure functions returned
 * @param number - the figure's number, as in "1.3"; in an exercise as in "E1.3"
 * @returns outside a notebook, the bundle that would have been shown
 * @throws {@link ValueError} if it is not a figure, or the number is not written as in "1.3"
 *
 * @example
 * show(sigmoidAt({ z: 0 }), "1.4")?.["text/markdown"]; // => undefined
 */
export function show(figure: Figure, number?: string): MimeBundle | undefined {
  const [bundle, caption] = figureBundles(figure, number);
  const send = currentSend();
  if (send === null) return bundle;
  send(bundle);
  send(caption);
  return undefined;
}

/**
 * The figure and, as an output of its own, its visible caption.
 *
 * @throws {@link ValueError} as {@link show} does
 */
export function figureBundles(figure: Figure, number?: string): readonly [MimeBundle, MimeBundle] {
  const bundle = figureBundle(figure, number);
  const text = captionText(figure, number);
  return [bundle, { "text/markdown": captionMarkdown(figure, number), "text/plain": text }];
}

/**
 * The formats of a figure: Plotly's JSON, a still SVG, and the caption as text.
 *
 * @throws {@link ValueError} as {@link show} does
 */
export function figureBundle(figure: Figure, number?: string): MimeBundle {
  assertFigure(figure);
  assertNumbering(number);
  const { data, layout, frames = [] } = figure;
  // Not `responsive`: it makes the plot as high as its parent, and JupyterLab's output, which is as
  // high as the plot, falls to 0 at the first move of a slider. JupyterLab follows the width itself.
  const config = { displaylogo: false };
  return {
    "application/vnd.plotly.v1+json": { data, layout, frames, config },
    "image/svg+xml": renderSvg(figure),
    "text/plain": captionText(figure, number),
  };
}

function captionText({ caption }: Figure, number: string | undefined): string {
  return number === undefined ? caption : `Figure ${number}. ${caption}`;
}

function captionMarkdown({ caption }: Figure, number: string | undefined): string {
  const text = caption.replace(/[\\`*_{}[\]<>#|$~]/g, "\\$&");
  return number === undefined ? text : `*Figure ${number}.* ${text}`;
}

function assertFigure(figure: unknown): asserts figure is Figure {
  const parts = typeof figure === "object" && figure !== null ? figure : {};
  if ("data" in parts && "layout" in parts && "caption" in parts) return;
  const rule = "what is shown must be a figure";
  const hint = "Call a figure function first, as in show(sigmoidAt({ z: -6 })).";
  throw new ValueError({ operation: "show", rule, hint }, { figure });
}

function assertNumbering(number: unknown): void {
  if (number === undefined || (typeof number === "string" && /^E?\d+\.\d+$/.test(number))) return;
  const rule = 'a figure is numbered by chapter and figure, as text, as in "1.3"';
  const hint =
    'A number would lose the zero of 1.10. Figures of exercises have an E, as in "E1.3".';
  throw new ValueError({ operation: "show", rule, hint }, { number });
}
