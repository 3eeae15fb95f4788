/** Static SVG: a field as level lines with filled bands between them. */
import { contours } from "d3-contour";
import type { ContourTrace } from "../traces.js";
import { colorOf } from "./color-scale.js";
import type { PlotPanel } from "./panels.js";
import { strokeOf } from "./scatter.js";
import { element, pathData } from "./xml.js";

/** The bands and lines of a contour trace, to be clipped to its panel. */
export function contourOf(trace: ContourTrace, panel: PlotPanel): string {
  const { start, end, size, coloring, showlines } = trace.contours;
  const color = bandColors(trace);
  const levels = levelsFrom(start, end, size);
  const filled = coloring === "fill";
  const rows = trace.z.length;
  const columns = trace.z[0]?.length ?? 0;
  const place = placement(trace, panel);
  const outline = contours()
    .size([columns, rows])
    .thresholds([...levels]);
  const drawn = outline(trace.z.flat()).filter(({ coordinates }) => coordinates.length > 0);
  const bands = drawn.map((band) =>
    element("path", {
      d: band.coordinates
        .flatMap((polygon) => polygon.map((ring) => ringPath(ring, place)))
        .join(""),
      fill: filled ? color(levels.indexOf(band.value) + 1) : "none",
      "fill-rule": "evenodd",
      ...(showlines === false ? {} : strokeOf(trace.line)),
    }),
  );
  const { left, right, top, bottom } = panel.area;
  const ground = element("rect", {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    fill: color(0),
  });
  return element("g", { opacity: trace.opacity }, ...(filled ? [ground] : []), ...bands);
}

/** Colour of the band at a position, counted from 0: as in Plotly, the ends of the scale at both ends. */
export function bandColors(trace: ContourTrace): (band: number) => string {
  const { start, end, size } = trace.contours;
  return colorOf(trace.colorscale, 0, levelsFrom(start, end, size).length);
}

/** Where the level lines run, both ends included. */
export function levelsFrom(start: number, end: number, size: number): readonly number[] {
  const count = Math.floor((end - start) / size + 1e-6) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => start + i * size);
}

/** d3 counts in cells and puts the value of cell i at i + ½. */
function placement(trace: ContourTrace, panel: PlotPanel): (cell: number[]) => [number, number] {
  const at = (centres: readonly number[], cell: number): number => {
    const step = (centres[centres.length - 1]! - centres[0]!) / Math.max(1, centres.length - 1);
    return centres[0]! + (cell - 0.5) * step;
  };
  return ([column = 0, row = 0]) => [panel.x(at(trace.x, column)), panel.y(at(trace.y, row))];
}

/** A closed ring, without the points that lie on a straight line between their neighbours. */
function ringPath(ring: number[][], place: (cell: number[]) => [number, number]): string {
  const corners = ring.filter((cell, i) => {
    const [before, after] = [ring[i - 1], ring[i + 1]];
    if (before === undefined || after === undefined) return true;
    const turn =
      (cell[0]! - before[0]!) * (after[1]! - cell[1]!) -
      (cell[1]! - before[1]!) * (after[0]! - cell[0]!);
    return Math.abs(turn) > 1e-9;
  });
  return `${pathData(corners.map(place))}Z`;
}
