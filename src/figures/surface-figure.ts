/** Figures: a surface in space, alone or above its contours, which a slider turns or walks along. */
import { ValueError } from "../math/value-error.js";
import { contourField } from "./contour-field.js";
import { type Figure, type Frame, figure } from "./figure.js";
import type { Layout } from "./layout.js";
import type { Point } from "./plane-geometry.js";
import { houseSlider, playButton } from "./slider.js";
import { houseAxis, houseLayout } from "./style.js";
import {
  lowestOf,
  marksOn,
  type SurfaceScene,
  type SurfaceSceneOptions,
  surfaceScene,
} from "./surface-scene.js";
import type { ScatterTrace, TracePatch } from "./traces.js";

/** What {@link surfaceFigure} draws. */
export interface SurfaceFigureOptions extends Omit<SurfaceSceneOptions, "panel" | "first"> {
  readonly caption: string;
  readonly alt: string;
  /** In pixels. */
  readonly height?: number;
}

/** What {@link surfaceBesideContours} draws. */
export interface SurfaceBesideContoursOptions extends SurfaceFigureOptions {
  /** About how many level lines; 12 if absent. */
  readonly levels?: number;
  /** The slider walks along the path in both pictures instead of turning the surface. */
  readonly walk?: boolean;
  /** What a step of the walk is called; "step" if absent. */
  readonly stepLabel?: string;
}

/** The path's marks: casing, line, stops, end. */
const MARKS = 4;

/**
 * A surface that a slider turns.
 *
 * @throws {@link ValueError} as {@link surfaceScene} does
 *
 * @example
 * const bowl = { f: (x, y) => x * x + y * y, xRange: [-1, 1], yRange: [-1, 1] };
 * const about = { alt: "A bowl", caption: "A bowl. It is lowest in the middle." };
 * surfaceFigure({ ...bowl, ...about }).layout.sliders?.length; // => 1
 */
export function surfaceFigure(options: SurfaceFigureOptions): Figure {
  const scene = surfaceScene(options);
  const { caption, alt, height = 470 } = options;
  return figure({
    caption,
    alt,
    data: scene.traces,
    frames: scene.frames,
    layout: houseLayout({
      height,
      margin: { l: 4, r: 4, t: 6, b: 104 },
      hovermode: false,
      xaxis: scene.xaxis,
      yaxis: scene.yaxis,
      ...turning(scene, 18),
    }),
  });
}

/**
 * A surface, and below it the same function as contours, seen from above with a path and a minimum.
 *
 * @throws {@link ValueError} as {@link surfaceScene} does, or if there is no path to walk along
 *
 * @example
 * const bowl = { f: (x, y) => x * x + y * y, xRange: [-1, 1], yRange: [-1, 1] };
 * const about = { alt: "A walk", caption: "A walk down a bowl. It ends at the bottom." };
 * const path = [[1, 1], [0.5, 0.5], [0, 0]];
 * surfaceBesideContours({ ...bowl, ...about, path, walk: true }).frames?.length; // => 3
 */
export function surfaceBesideContours(options: SurfaceBesideContoursOptions): Figure {
  const { caption, alt, height = 800, walk = false, path = [] } = options;
  const { xRange, yRange, xLabel = "<i>x</i>", yLabel = "<i>y</i>" } = options;
  if (walk && path.length < 2) {
    const rule = "a walk needs a path of at least two places";
    throw new ValueError({ operation: "surfaceBesideContours", rule }, { path });
  }
  const scene = surfaceScene(options);
  const panel = { xaxis: "x2", yaxis: "y2" } as const;
  const [x, y] = [clampTo(xRange), clampTo(yRange)];
  const plane = path.map(([a, b]): Point => [x(a), y(b)]);
  const contours = contourField({ ...options, panel });
  const data = [...scene.traces, contours, ...marksOn(plane, plane, lowestOf(options), panel)];
  const walked = walk ? walkFrames(scene, plane, data.length) : undefined;
  return figure({
    caption,
    alt,
    data,
    frames: walked ?? scene.frames,
    layout: houseLayout({
      height,
      margin: { l: 62, r: 16, t: 6, b: 146 },
      hovermode: false,
      xaxis: { ...scene.xaxis, domain: [0, 1], anchor: "y" },
      yaxis: { ...scene.yaxis, domain: [0.5, 1], anchor: "x" },
      xaxis2: houseAxis(xLabel, xRange, { domain: [0, 1], anchor: "y2", zeroline: false }),
      yaxis2: houseAxis(yLabel, yRange, { domain: [0, 0.46], anchor: "x2", zeroline: false }),
      ...(walked === undefined
        ? turning(scene, 56)
        : walking(walked, options.stepLabel ?? "step", 56)),
    }),
  });
}

function turning(scene: SurfaceScene, above: number): Pick<Layout, "sliders"> {
  const frames = scene.frames.map(({ name }) => name);
  if (frames.length < 2) return {};
  const { labels, start: active } = scene;
  const prefix = "turned by ";
  return { sliders: [houseSlider({ prefix, suffix: "°", labels, frames, active, above })] };
}

function walking(
  walked: readonly Frame[],
  stepLabel: string,
  above: number,
): Pick<Layout, "sliders" | "updatemenus"> {
  const frames = walked.map(({ name }) => name);
  const labels = frames.map((_, k) => String(k));
  const active = frames.length - 1;
  const slider = houseSlider({ prefix: `${stepLabel} `, labels, frames, active, above });
  return { sliders: [slider], updatemenus: [playButton({ frames, above, duration: 400 })] };
}

/** A frame a place of the path: what has been walked until there, on the surface and from above. */
function walkFrames(scene: SurfaceScene, plane: readonly Point[], total: number): Frame[] {
  const onSurface = scene.traces.length - MARKS;
  const fromAbove = total - MARKS;
  const marks = Array.from({ length: MARKS }, (_, i) => i);
  const traces = [...marks.map((i) => onSurface + i), ...marks.map((i) => fromAbove + i)];
  return plane.map((_, k): Frame => {
    const walked = plane.slice(0, k + 1);
    const stops = walked.map(([x, y]) => scene.project(x, y));
    const data = [
      ...patches(marksOn(scene.follow(walked), stops, [], {})),
      ...patches(marksOn(walked, walked, [], {})),
    ];
    return { name: `walk${k}`, traces, data };
  });
}

function patches(traces: readonly ScatterTrace[]): TracePatch[] {
  return traces.map(({ x, y }) => ({ x, y }));
}

function clampTo([low, high]: readonly [number, number]): (value: number) => number {
  return (value) => Math.max(low, Math.min(high, value));
}
