/** Static SVG: the outlines of markers and arrow heads. */
import type { Marker, MarkerSymbol } from "../traces.js";
import { pathData, pixels } from "./xml.js";

type Pixel = readonly [number, number];

/** Diameter of the marker at one point of a trace, in pixels. */
export function markerSize(marker: Marker | undefined, index: number): number {
  if (marker === undefined) return 0;
  return typeof marker.size === "number" ? marker.size : (marker.size[index] ?? 0);
}

/** Colour of the marker at one point of a trace. */
export function markerColor({ color }: Pick<Marker, "color">, index: number): string {
  return typeof color === "string" ? color : (color[index] ?? color[0] ?? "none");
}

/** Outline of a marker around a point. */
export function markerPath(symbol: MarkerSymbol, [x, y]: Pixel, size: number): string {
  const r = size / 2;
  if (symbol === "circle") {
    const arc = `a${pixels(r)},${pixels(r)} 0 1,0`;
    return `M${pixels(x - r)},${pixels(y)}${arc} ${pixels(2 * r)},0${arc} ${pixels(-2 * r)},0Z`;
  }
  const corners = CORNERS[symbol].map(([a, b]) => [x + a * r, y + b * r] as const);
  return `${pathData(corners)}Z`;
}

/** Triangle that points the way a stroke goes, its tip `standoff` pixels before the end. */
export function arrowHead(from: Pixel, end: Pixel, size: number, standoff: number): string {
  const length = Math.hypot(end[0] - from[0], end[1] - from[1]) || 1;
  const [ux, uy] = [(end[0] - from[0]) / length, (end[1] - from[1]) / length];
  const tip: Pixel = [end[0] - standoff * ux, end[1] - standoff * uy];
  const [dx, dy] = [ux * size, uy * size];
  const base: Pixel = [tip[0] - dx, tip[1] - dy];
  const corners = [
    tip,
    [base[0] - 0.38 * dy, base[1] + 0.38 * dx],
    [base[0] + 0.38 * dy, base[1] - 0.38 * dx],
  ] as const;
  return `${pathData(corners)}Z`;
}

const ARM = 0.38;
const DIAGONAL = ARM * Math.SQRT1_2;
const REACH = 0.95;

/** Corners around the centre, y downwards, for a marker of radius 1. */
const CORNERS: Readonly<Record<Exclude<MarkerSymbol, "circle">, readonly Pixel[]>> = {
  square: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  diamond: [
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ],
  "triangle-up": [
    [0, -1.15],
    [1.1, 0.8],
    [-1.1, 0.8],
  ],
  "triangle-down": [
    [0, 1.15],
    [1.1, -0.8],
    [-1.1, -0.8],
  ],
  star: Array.from({ length: 10 }, (_, k): Pixel => {
    const radius = k % 2 === 0 ? 1.4 : 0.54;
    const angle = (k * Math.PI) / 5;
    return [radius * Math.sin(angle), -radius * Math.cos(angle)];
  }),
  arrow: [
    [0, 0],
    [1, 2],
    [-1, 2],
  ],
  cross: [
    [-ARM, -1],
    [ARM, -1],
    [ARM, -ARM],
    [1, -ARM],
    [1, ARM],
    [ARM, ARM],
    [ARM, 1],
    [-ARM, 1],
    [-ARM, ARM],
    [-1, ARM],
    [-1, -ARM],
    [-ARM, -ARM],
  ],
  x: [
    [0, -2 * DIAGONAL],
    [REACH - DIAGONAL, -REACH],
    [REACH, -REACH + DIAGONAL],
    [2 * DIAGONAL, 0],
    [REACH, REACH - DIAGONAL],
    [REACH - DIAGONAL, REACH],
    [0, 2 * DIAGONAL],
    [-REACH + DIAGONAL, REACH],
    [-REACH, REACH - DIAGONAL],
    [-2 * DIAGONAL, 0],
    [-REACH, -REACH + DIAGONAL],
    [-REACH + DIAGONAL, -REACH],
  ],
};
