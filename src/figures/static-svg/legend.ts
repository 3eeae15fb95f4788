/** Static SVG: the legend, one row above or below the panels, for figures that ask for one. */
import type { Layout } from "../layout.js";
import type { BarTrace, ScatterTrace, Trace } from "../traces.js";
import { markerColor, markerPath } from "./marker-symbols.js";
import type { Canvas } from "./panels.js";
import { richText, textWidth } from "./rich-text.js";
import { strokeOf } from "./scatter.js";
import { element, pathData } from "./xml.js";

const SAMPLE = 30;
const GAP = 18;

/** Samples and names of the traces that have a name; nothing if the layout shows no legend. */
export function legendOf(data: readonly Trace[], canvas: Canvas, layout: Layout): string {
  const { legend } = layout;
  if (!layout.showlegend || legend === undefined) return "";
  const size = legend.font?.size ?? layout.font.size ?? 14;
  const { area } = canvas;
  const edge = area.bottom - legend.y * (area.bottom - area.top);
  const y = legend.yanchor === "bottom" ? edge - 0.7 * size : edge + 0.7 * size;
  let x = area.left + legend.x * (area.right - area.left);
  return data
    .filter((trace) => trace.type === "scatter" || trace.type === "bar")
    .filter((trace) => trace.name !== undefined && trace.showlegend !== false)
    .map((trace) => {
      const name = trace.name ?? "";
      const place = { x: x + SAMPLE + 6, y, anchor: "start", size } as const;
      const entry =
        sample(trace, x, y) + richText(name, { ...place, color: layout.font.color ?? "#000" });
      x += SAMPLE + 6 + textWidth(name, size) + GAP;
      return entry;
    })
    .join("");
}

function sample(trace: ScatterTrace | BarTrace, x: number, y: number): string {
  if (trace.type === "bar") {
    const { line } = trace.marker;
    const stroke = line === undefined ? {} : { stroke: line.color, "stroke-width": line.width };
    const fill = markerColor(trace.marker, 0);
    return element("rect", {
      x: x + SAMPLE - 14,
      y: y - 6,
      width: 12,
      height: 12,
      fill,
      ...stroke,
    });
  }
  const { line, marker, mode } = trace;
  const stroke = mode.includes("lines") && line !== undefined;
  const mark = mode.includes("markers") && marker !== undefined;
  return [
    stroke
      ? element("path", {
          d: pathData([
            [x, y],
            [x + SAMPLE, y],
          ]),
          ...strokeOf(line),
          fill: "none",
        })
      : "",
    mark
      ? element("path", {
          d: markerPath(marker.symbol ?? "circle", [x + SAMPLE / 2, y], 9),
          fill: markerColor(marker, 0),
        })
      : "",
  ].join("");
}
