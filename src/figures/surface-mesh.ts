/**
 * Figures: a surface as strips from far to near, each a filled polygon whose colour changes along it.
 * Near strips cover far ones, so nothing hidden is seen and no depth has to be computed.
 */
import { grid } from "./arguments.js";
import type { HeightField } from "./height-field.js";
import { ELEVATION } from "./palette.js";
import type { Point } from "./plane-geometry.js";
import { colorOf } from "./static-svg/color-scale.js";
import { type Place, projected } from "./surface-projection.js";
import type { ColorScale, Coordinates, Panel, ScatterTrace } from "./traces.js";

/** Strips from far to near, samples along each, and how many samples lie between two mesh lines. */
const STRIPS = 22;
const SAMPLES = 25;
const MESH = 2;
/** Where the light comes from. */
const LIGHT = [-0.45, -0.35, 0.82] as const;
const MESH_LINE = { color: "rgba(31, 36, 48, 0.22)", width: 0.6, simplify: false } as const;

/** A surface: its places in the box, strip by strip, and the colours along each strip. */
export interface Mesh {
  /** Edges of the strips from far to near, shape [STRIPS + 1, SAMPLES]. */
  readonly edges: readonly (readonly Place[])[];
  readonly colors: readonly ColorScale[];
}

/** The surface of a field, as it is wherever one looks from. */
export function meshOf(field: HeightField, colorscale: ColorScale = ELEVATION): Mesh {
  const across = grid(-1, 1, SAMPLES);
  const edges = grid(1, -1, STRIPS + 1).map((y) => across.map((x) => placeIn(field, x, y)));
  const color = colorOf(colorscale, 0, 1);
  const colors = edges.slice(1).map((near, j): ColorScale => {
    const far = edges[j]!;
    return across.map((_, i) => {
      const height = (near[i]![2] + far[i]![2]) / 2;
      return [i / (SAMPLES - 1), shaded(color(height), brightness(far, near, i))] as const;
    });
  });
  return { edges, colors };
}

/** The place in the box above a point of its floor. */
export function placeIn(field: HeightField, x: number, y: number): Place {
  const { xRange, yRange, low, high, at } = field;
  const value = (part: number, [from, to]: readonly [number, number]): number =>
    from + ((part + 1) / 2) * (to - from);
  return [x, y, (at(value(x, xRange), value(y, yRange)) - low) / (high - low)];
}

/** How much light the surface gets at a sample: 1 on level ground. */
function brightness(far: readonly Place[], near: readonly Place[], i: number): number {
  const [before, after] = [far[Math.max(0, i - 1)]!, far[Math.min(SAMPLES - 1, i + 1)]!];
  const slopeX = (after[2] - before[2]) / (after[0] - before[0]);
  const slopeY = (far[i]![2] - near[i]![2]) / (far[i]![1] - near[i]![1]);
  const length = Math.hypot(slopeX, slopeY, 1);
  const light = (-slopeX * LIGHT[0] - slopeY * LIGHT[1] + LIGHT[2]) / length;
  return 1 + 0.42 * (light - LIGHT[2]);
}

function shaded(color: string, light: number): string {
  const channels = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  const lit = channels.map((channel) => Math.max(0, Math.min(255, Math.round(channel * light))));
  return `#${lit.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** The strips as seen from an azimuth, far ones first. */
export function stripTraces(mesh: Mesh, azimuth: number, panel: Panel): ScatterTrace[] {
  const seen = mesh.edges.map((edge) => edge.map((place) => projected(place, azimuth)));
  return seen.slice(1).map((near, j): ScatterTrace => {
    const far = seen[j]!;
    const outline = [...far, ...[...near].reverse(), far[0]!];
    const lines = far.flatMap((point, i) => {
      const drawn = i % MESH === 0 && i > 0 && i < SAMPLES - 1;
      return drawn ? [null, point, near[i]!] : [];
    });
    const colorscale = mesh.colors[j]!;
    return {
      type: "scatter",
      mode: "lines",
      ...shortColumns([...outline, ...lines]),
      line: MESH_LINE,
      fill: "toself",
      fillcolor: colorscale[Math.floor(SAMPLES / 2)]![1],
      fillgradient: { type: "horizontal", colorscale },
      hoverinfo: "skip",
      ...panel,
    };
  });
}

/** Both coordinates to thousandths: a fifth of a pixel. */
export function shortColumns(path: readonly (Point | null)[]): {
  readonly x: Coordinates;
  readonly y: Coordinates;
} {
  const short = (value: number): number => Math.round(value * 1000) / 1000 + 0;
  return {
    x: path.map((point) => (point === null ? null : short(point[0]))),
    y: path.map((point) => (point === null ? null : short(point[1]))),
  };
}
