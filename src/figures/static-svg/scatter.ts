/** Static SVG: curves, points and words. */
import type { Layout } from "../layout.js";
import type { Dash, Line, ScatterTrace, TextPosition } from "../traces.js";
import { gradientFill } from "./gradient.js";
import { arrowHead, markerColor, markerPath, markerSize } from "./marker-symbols.js";
import type { PlotPanel } from "./panels.js";
import { richText, textHeight } from "./rich-text.js";
import { whiskersOf } from "./whiskers.js";
import { type Attributes, element, pathData } from "./xml.js";

/** Pen-up or a place in pixels. */
export type PixelPath = readonly (readonly [number, number] | null)[];

/** The stroke and the whiskers of a trace, to be clipped to its panel. */
export function curveOf(trace: ScatterTrace, panel: PlotPanel): string {
  const pixels = pixelsOf(trace, panel);
  const whiskers = whiskersOf(trace, pixels, panel);
  if (!trace.mode.includes("lines") || trace.line === undefined) return whiskers;
  const { fill, fillcolor = "none", fillgradient, line } = trace;
  const gradient = fill === "toself" && fillgradient !== undefined;
  const stroke = element("path", {
    d: pathData(shortened(pixels, trace)),
    ...(line.width > 0 ? strokeOf(line) : {}),
    fill: fill === "toself" && !gradient ? fillcolor : "none",
    opacity: trace.opacity,
  });
  return [gradient ? gradientFill(pixels, fillgradient.colorscale) : "", whiskers, stroke].join("");
}

/**
 * The markers and texts of a trace, which may stand out over the border.
 *
 * @param halo - colour of a rim around words, so that lines do not run through them
 */
export function marksOf(
  trace: ScatterTrace,
  panel: PlotPanel,
  layout: Layout,
  halo?: string,
): string {
  const points = pixelsOf(trace, panel);
  const inside = points.map((point) => (visible(point, panel, trace) ? point : null));
  const shapes = trace.mode.includes("markers") ? markers(trace, points, inside) : "";
  const texts = trace.mode.includes("text") ? labels(trace, inside, layout, halo) : "";
  return shapes + texts;
}

function pixelsOf({ x, y }: ScatterTrace, panel: PlotPanel): PixelPath {
  return x.map((xi, i) => {
    const yi = y[i];
    if (xi === null || yi === null || yi === undefined) return null;
    // As in Plotly, what has no place on a log axis is a gap.
    if (panel.xaxis.type === "log" && xi <= 0) return null;
    if (panel.yaxis.type === "log" && yi <= 0) return null;
    return [panel.x(xi), panel.y(yi)];
  });
}

function visible(
  point: readonly [number, number] | null,
  { area }: PlotPanel,
  trace: ScatterTrace,
): boolean {
  if (point === null) return false;
  const [x, y] = point;
  const slack = 0.5;
  const within =
    x >= area.left - slack &&
    x <= area.right + slack &&
    y >= area.top - slack &&
    y <= area.bottom + slack;
  return within || trace.cliponaxis === false;
}

/** A stroke that ends in an arrow stops inside the head, or its blunt end would show at the tip. */
function shortened(points: PixelPath, trace: ScatterTrace): PixelPath {
  const last = points[points.length - 1];
  const before = points[points.length - 2];
  if (trace.marker?.symbol !== "arrow" || !last || !before) return points;
  const length = Math.hypot(last[0] - before[0], last[1] - before[1]);
  const back = 0.8 * markerSize(trace.marker, points.length - 1) + (trace.marker.standoff ?? 0);
  const kept = Math.max(0, 1 - back / length);
  const end = [
    before[0] + kept * (last[0] - before[0]),
    before[1] + kept * (last[1] - before[1]),
  ] as const;
  return [...points.slice(0, -1), end];
}

function markers(trace: ScatterTrace, all: PixelPath, shown: PixelPath): string {
  const { marker } = trace;
  if (marker === undefined) return "";
  const paths = shown.map((point, i) => {
    const size = markerSize(marker, i);
    if (point === null || size === 0) return "";
    if (marker.symbol === "arrow") {
      return arrowHead(all[i - 1] ?? point, point, size, marker.standoff ?? 0);
    }
    return markerPath(marker.symbol ?? "circle", point, size);
  });
  const own = typeof marker.color !== "string";
  const groups = new Map<string, string>();
  paths.forEach((path, i) => {
    const color = own ? markerColor(marker, i) : markerColor(marker, 0);
    groups.set(color, (groups.get(color) ?? "") + path);
  });
  return [...groups]
    .map(([fill, d]) =>
      element("path", {
        d,
        fill,
        stroke: marker.line?.color,
        "stroke-width": marker.line?.width,
        opacity: trace.opacity ?? marker.opacity,
      }),
    )
    .join("");
}

function labels(
  trace: ScatterTrace,
  shown: PixelPath,
  layout: Layout,
  halo: string | undefined,
): string {
  const size = trace.textfont?.size ?? layout.font.size ?? 14;
  const color = trace.textfont?.color ?? layout.font.color ?? "#000";
  const position = trace.textposition ?? "middle center";
  return shown
    .map((point, i) => {
      const text = trace.text?.[i] ?? "";
      if (point === null) return "";
      const radius = trace.mode.includes("markers") ? markerSize(trace.marker, i) / 2 : 0;
      const [dx, dy] = offset(position, radius + 2, textHeight(text, size));
      const anchor = position.endsWith("left")
        ? "end"
        : position.endsWith("right")
          ? "start"
          : "middle";
      const place = { x: point[0] + dx, y: point[1] + dy, anchor, size, color } as const;
      return richText(
        text,
        halo === undefined || trace.mode !== "text" ? place : { ...place, halo },
      );
    })
    .join("");
}

function offset(position: TextPosition, distance: number, height: number): [number, number] {
  const dx = position.endsWith("left") ? -distance : position.endsWith("right") ? distance : 0;
  const up = distance + height / 2 - 2;
  const dy = position.startsWith("top") ? -up : position.startsWith("bottom") ? up : 0;
  return [dx, dy];
}

const DASHES: Readonly<Record<Dash, readonly number[]>> = {
  solid: [],
  dash: [9, 6],
  dot: [2, 5],
  dashdot: [10, 5, 2, 5],
  longdash: [16, 7],
};

/** The attributes of a stroke. */
export function strokeOf({ color, width, dash = "solid" }: Line): Attributes {
  const pattern = DASHES[dash].join(" ");
  return {
    stroke: color,
    "stroke-width": width,
    "stroke-dasharray": pattern === "" ? undefined : pattern,
    "stroke-linejoin": "round",
    "stroke-linecap": dash === "dot" ? "round" : undefined,
  };
}
