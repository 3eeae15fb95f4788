/**
 * Figures: the still picture of a figure, for readers where no script runs (GitHub, an untrusted
 * notebook) and for the book.
 *
 * We draw it ourselves: Plotly in jsdom takes a second to load and 190 MB in every kernel, and then
 * 80 to 400 ms a figure, where a cell may take 100 ms. The price is that only the part of Plotly's
 * vocabulary in `traces.ts` and `layout.ts` is drawn.
 */
import { activeFrame, type Figure } from "./figure.js";
import type { Layout } from "./layout.js";
import { frameOf, gridOf } from "./static-svg/axes.js";
import { barsOf } from "./static-svg/bars.js";
import { colorBarOf } from "./static-svg/color-bar.js";
import { contourOf } from "./static-svg/contour.js";
import { heatmapOf } from "./static-svg/heatmap.js";
import { legendOf } from "./static-svg/legend.js";
import { annotationOf, shapeOf, sliderNotes } from "./static-svg/notes.js";
import { canvasOf, type PlotPanel } from "./static-svg/panels.js";
import { curveOf, marksOf } from "./static-svg/scatter.js";
import { element, escapeXml, pixels } from "./static-svg/xml.js";
import type { Trace } from "./traces.js";

/** Size of the picture in pixels. */
export interface SvgSize {
  /** 540 if absent: legible when shown at 450. */
  readonly width?: number;
  /** The layout's height if absent, less the room for sliders. */
  readonly height?: number;
}

const WIDTH = 540;
/** A slider that cannot move needs one row of text, not a rail with labels. */
const SLIDER_ROOM = 58;

/**
 * A figure as an SVG document: deterministic, without scripts, identifiers or outside resources, so
 * that several can stand on one page. The caption is its description; sliders show their first stop.
 *
 * @example
 * renderSvg(sigmoidAt({ z: -6 })).startsWith("<svg "); // => true
 */
export function renderSvg(figure: Figure, size: SvgSize = {}): string {
  const { data, layout: whole, caption, alt } = activeFrame(figure);
  const layout = stillLayout(whole);
  const { width = WIDTH, height = layout.height } = size;
  const canvas = canvasOf(layout, width, height);
  const title = alt ?? caption.split(/(?<=\.)\s/)[0] ?? caption;
  const shapes = layout.shapes ?? [];
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      role: "img",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      style: "max-width:100%;height:auto",
      "font-family": layout.font.family,
    },
    element("title", {}, escapeXml(title)),
    element("desc", {}, escapeXml(caption)),
    element("rect", { width, height, fill: layout.paper_bgcolor }),
    ...shapes.filter(({ layer }) => layer === "below").map((shape) => shapeOf(shape, canvas)),
    ...canvas.panels.map((panel) => panelSvg(panel, data, layout)),
    ...shapes.filter(({ layer }) => layer !== "below").map((shape) => shapeOf(shape, canvas)),
    ...data.map((trace) => ("z" in trace ? colorBarOf(trace, canvas, layout) : "")),
    ...(layout.annotations ?? []).map((note) => annotationOf(note, canvas, layout)),
    legendOf(data, canvas, layout),
    sliderNotes(layout, canvas),
  );
}

function stillLayout(layout: Layout): Layout {
  if ((layout.sliders ?? []).length === 0) return layout;
  const margin = { ...layout.margin, b: layout.margin.b - SLIDER_ROOM };
  return { ...layout, height: layout.height - SLIDER_ROOM, margin };
}

/** As Plotly stacks them, whatever their order in the figure. */
const LAYER = { heatmap: 0, contour: 1, bar: 2, scatter: 3 } as const;

function panelSvg(panel: PlotPanel, data: readonly Trace[], layout: Layout): string {
  const own = data.filter((trace) => (trace.xaxis ?? "x") === `x${panel.id}`);
  const halo = own.every(({ type }) => type === "scatter" || type === "bar")
    ? layout.plot_bgcolor
    : undefined;
  const traces = [...own]
    .sort((a, b) => LAYER[a.type] - LAYER[b.type])
    .map((trace) => {
      if (trace.type === "heatmap") return clipped(heatmapOf(trace, panel), panel);
      if (trace.type === "contour") return clipped(contourOf(trace, panel), panel);
      if (trace.type === "bar") {
        const { bars, words } = barsOf(trace, own, panel, layout);
        return clipped(bars, panel) + words;
      }
      return clipped(curveOf(trace, panel), panel) + marksOf(trace, panel, layout, halo);
    });
  return [gridOf(panel, layout), ...traces, frameOf(panel, layout)].join("");
}

/** An inner svg clips without a clip path, so without an id that another figure might have too. */
function clipped(content: string, { area }: PlotPanel): string {
  if (content === "") return "";
  const [x, y, width, height] = [
    area.left,
    area.top,
    area.right - area.left,
    area.bottom - area.top,
  ];
  return element(
    "svg",
    { x, y, width, height, viewBox: [x, y, width, height].map(pixels).join(" ") },
    content,
  );
}
