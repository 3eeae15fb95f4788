/**
 * Static SVG: fills that change from left to right. A gradient of SVG needs an id, which a second
 * figure on the page might have too; upright slices of one colour each need none.
 */
import type { ColorScale } from "../traces.js";
import { colorOf } from "./color-scale.js";
import { element, pathData } from "./xml.js";

type Pixel = readonly [number, number];

/** About how many slices there are in all. */
const SLICES = 48;
/** How far slices overlap in pixels, so that the paper does not shine through between them. */
const OVERLAP = 0.4;

/** The polygons between the gaps of a path, coloured over the width of all of them. */
export function gradientFill(path: readonly (Pixel | null)[], colorscale: ColorScale): string {
  const corners = path.filter((point) => point !== null);
  const xs = corners.map(([x]) => x);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  if (!(right > left)) return "";
  const color = colorOf(colorscale, 0, 1);
  const slices = Math.ceil(SLICES / (colorscale.length - 1));
  const cuts = colorscale.slice(1).flatMap(([at], i) => {
    const from = colorscale[i]![0];
    return Array.from({ length: slices }, (_, k) => from + (k / slices) * (at - from));
  });
  const across = (part: number): number => left + part * (right - left);
  const parts = cuts.map((from, i) => {
    const to = cuts[i + 1] ?? 1;
    const pieces = polygonsOf(path).map((polygon) =>
      clippedTo(polygon, across(from), across(to) + OVERLAP),
    );
    const d = pieces.map((part) => (part.length < 3 ? "" : `${pathData(part)}Z`)).join("");
    return d === "" ? "" : element("path", { d, fill: color((from + to) / 2) });
  });
  return parts.join("");
}

function polygonsOf(path: readonly (Pixel | null)[]): Pixel[][] {
  const polygons: Pixel[][] = [[]];
  for (const point of path) {
    if (point === null) polygons.push([]);
    else polygons.at(-1)!.push(point);
  }
  return polygons.filter((polygon) => polygon.length > 2);
}

/** The part of a polygon between two upright lines (Sutherland and Hodgman). */
function clippedTo(polygon: readonly Pixel[], left: number, right: number): Pixel[] {
  return halved(halved(polygon, left, 1), right, -1);
}

function halved(polygon: readonly Pixel[], border: number, side: 1 | -1): Pixel[] {
  return polygon.flatMap((to, i) => {
    const from = polygon[(i + polygon.length - 1) % polygon.length]!;
    const [before, after] = [side * (from[0] - border), side * (to[0] - border)];
    const crossing: Pixel[] = [];
    if (before > 0 !== after > 0) {
      const part = before / (before - after);
      crossing.push([border, from[1] + part * (to[1] - from[1])]);
    }
    return after > 0 ? [...crossing, to] : crossing;
  });
}
