/** Static SVG: the bar that says which colour means which number. */
import type { Layout } from "../layout.js";
import type { ContourTrace, HeatmapTrace } from "../traces.js";
import { colorOf } from "./color-scale.js";
import { bandColors, levelsFrom } from "./contour.js";
import type { Canvas } from "./panels.js";
import { richText } from "./rich-text.js";
import { tickText } from "./ticks.js";
import { element } from "./xml.js";

/** The flat colour bar of a field above its panel, or nothing. */
export function colorBarOf(
  trace: HeatmapTrace | ContourTrace,
  canvas: Canvas,
  layout: Layout,
): string {
  const bar = trace.colorbar;
  if (!trace.showscale || bar === undefined) return "";
  const { area } = canvas;
  const middle = area.left + bar.x * (area.right - area.left);
  const edge = area.bottom - bar.y * (area.bottom - area.top);
  const size = bar.tickfont?.size ?? 12;
  const titleSize = bar.title?.font?.size ?? 14;
  const top = bar.yanchor === "bottom" ? edge - bar.thickness - 1.4 * size - 4 : edge + titleSize;
  const left = middle - bar.len / 2;
  const { zmin, zmax } = trace;
  const x = (value: number): number => left + ((value - zmin) / (zmax - zmin)) * bar.len;
  const color = colorOf(trace.colorscale, zmin, zmax);
  const levels = [zmin, ...bandBorders(trace), zmax];
  const bands = levels.slice(1).map((high, i) =>
    element("rect", {
      x: x(levels[i]!),
      y: top,
      width: x(high) - x(levels[i]!) + 0.3,
      height: bar.thickness,
      fill: trace.type === "contour" ? bandColors(trace)(i) : color((high + levels[i]!) / 2),
    }),
  );
  const rim = element("rect", {
    x: left,
    y: top,
    width: bar.len,
    height: bar.thickness,
    fill: "none",
    stroke: bar.outlinecolor,
    "stroke-width": bar.outlinewidth,
  });
  const write = tickText(bar.tickvals ?? [zmin, zmax]);
  const ticks = (bar.tickvals ?? [zmin, zmax]).map((value, i) =>
    richText(bar.ticktext?.[i] ?? write(value), {
      x: x(value),
      y: top + bar.thickness + 2 + 0.6 * size,
      anchor: "middle",
      size,
      color: bar.tickfont?.color ?? layout.font.color ?? "#000",
    }),
  );
  const title = richText(bar.title?.text ?? "", {
    x: middle,
    y: top - 5 - 0.5 * titleSize,
    anchor: "middle",
    size: titleSize,
    color: layout.font.color ?? "#000",
  });
  return [...bands, rim, ...ticks, title].join("");
}

function bandBorders(trace: HeatmapTrace | ContourTrace): readonly number[] {
  if (trace.type === "contour") {
    return levelsFrom(trace.contours.start, trace.contours.end, trace.contours.size);
  }
  const { zmin, zmax } = trace;
  return Array.from({ length: 31 }, (_, i) => zmin + ((i + 1) / 32) * (zmax - zmin));
}
