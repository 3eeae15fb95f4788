/**
 * Chapter 1, what a layer does to the plane: on the left where points are, on the right a grid and the
 * same points on their way to where the layer puts them.
 */
import { ValueError } from "../../math/value-error.js";
import { entries } from "../arguments.js";
import { type Figure, type Frame, figure } from "../figure.js";
import { columns, dots, type Path, stroke } from "../marks.js";
import { numberText, tupleText } from "../numbers.js";
import { BLUE, FAINT, INK, PAPER, VERMILLION } from "../palette.js";
import { along, lineAcross, type Point } from "../plane-geometry.js";
import { houseSlider, playButton } from "../slider.js";
import { houseAxis, houseLayout, squareTo } from "../style.js";
import type { ContourTrace, Panel, ScatterTrace } from "../traces.js";

const CALL = "hiddenSpaceBend";
const STOPS = 11;
const LINES = 9;
const SAMPLES = 21;
const CELLS = 61;
const LEFT: Panel = { xaxis: "x", yaxis: "y" };
const RIGHT: Panel = { xaxis: "x2", yaxis: "y2" };

/** What {@link hiddenSpaceBend} draws. */
export interface HiddenSpaceBendOptions {
  /** Where the layer puts a point of the plane: two numbers in, two numbers out. */
  readonly map: (x: readonly number[]) => readonly number[];
  /** Points, shape [n, 2]. */
  readonly points: readonly (readonly number[])[];
  /** The class of each point, 0 or 1, shape [n]. */
  readonly classes: readonly number[];
  /** A line `w₀ + w·h = 0` in the space behind the layer, and what it is in front of it. */
  readonly line?: { readonly w: readonly [number, number]; readonly w0: number };
}

/** Everything checked and computed once. */
interface Scene {
  readonly points: readonly Point[];
  readonly images: readonly Point[];
  readonly classes: readonly number[];
  readonly grid: Path;
  readonly gridImage: Path;
  /** Of the plane in front of the layer, both axes. */
  readonly before: Point;
  /** Of everything on the way, per axis. */
  readonly xrange: Point;
  readonly yrange: Point;
}

/**
 * The plane in front of a layer and behind it. Left: the points where they are. Right: at each stop t
 * of the slider a point x stands at `(1 − t) x + t h(x)`. A line that is straight behind the layer is
 * bent in front of it.
 *
 * @throws {@link ValueError} if a point or its image has not two finite coordinates, or a class is
 * neither 0 nor 1
 *
 * @example
 * hiddenSpaceBend({ map: (x) => x, points: [[0, 0]], classes: [1] }).frames?.length; // => 11
 */
export function hiddenSpaceBend(options: HiddenSpaceBendOptions): Figure {
  const scene = sceneOf(options);
  const { line } = options;
  const still: (ScatterTrace | ContourTrace)[] = [
    ...(line === undefined ? [] : [regions(options.map, line, scene.before)]),
    stroke(scene.grid, { color: FAINT, dash: "solid" }, 1.2, LEFT),
    ...classDots(scene.points, scene.classes, LEFT),
  ];
  const stops = Array.from({ length: STOPS }, (_, k) => k / (STOPS - 1));
  const last = STOPS - 1;
  const paths = stops.map((t) => pathsAt(scene, line, t));
  const moving = [0, 1, 2, 3].map((k) => still.length + k);
  const frames = paths.map((path, k): Frame => {
    return { name: `t${k}`, traces: moving, data: path.map(columns) };
  });
  const names = frames.map(({ name }) => name);
  const [grid, edge, ones, zeros] = paths[last]!;
  const few = { nticks: 5 } as const;
  return figure({
    alt: `${scene.points.length} points and a grid, before and behind a layer`,
    caption: caption(scene, line),
    data: [
      ...still,
      stroke(grid!, { color: FAINT, dash: "solid" }, 1.2, RIGHT),
      stroke(edge!, { color: INK, dash: "solid" }, 3, RIGHT),
      dots(ones!, { color: BLUE, symbol: "circle" }, RIGHT),
      dots(zeros!, { color: VERMILLION, symbol: "diamond" }, RIGHT),
    ],
    frames,
    layout: houseLayout({
      height: 430,
      margin: { l: 54, r: 12, t: 14, b: 164 },
      hovermode: false,
      xaxis: houseAxis("<i>x</i>₁", scene.before, {
        ...few,
        domain: [0, 0.4],
        anchor: "y",
        constrain: "domain",
      }),
      yaxis: houseAxis("<i>x</i>₂", scene.before, {
        ...few,
        ...squareTo("x"),
        constraintoward: "bottom",
        anchor: "x",
      }),
      xaxis2: houseAxis("<i>h</i>₁", scene.xrange, {
        ...few,
        domain: [0.6, 1],
        anchor: "y2",
        constrain: "domain",
      }),
      yaxis2: houseAxis("<i>h</i>₂", scene.yrange, {
        ...few,
        ...squareTo("x2"),
        constraintoward: "bottom",
        anchor: "x2",
      }),
      sliders: [
        houseSlider({
          prefix: "on the way: ",
          labels: stops.map((t) => numberText(t)),
          frames: names,
          active: last,
          above: 84,
        }),
      ],
      updatemenus: [playButton({ frames: names, duration: 250, above: 84 })],
    }),
  });
}

function sceneOf({ map, points: given, classes }: HiddenSpaceBendOptions): Scene {
  const points = given.map((point, i) => pair(`points[${i}]`, point));
  assertClasses(classes, points.length);
  const image = (x: Point): Point => pair("map(x)", map(x));
  const before = extent(points);
  const grid = gridOver(before);
  const gridImage = grid.map((x) => (x === null ? null : image(x)));
  const all = [...grid, ...gridImage].filter((x): x is Point => x !== null);
  const span = (values: readonly number[]): Point => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return [low - 0.06 * (high - low), high + 0.06 * (high - low)];
  };
  return {
    points,
    images: points.map(image),
    classes,
    grid,
    gridImage,
    before,
    xrange: span(all.map(([x]) => x)),
    yrange: span(all.map(([, y]) => y)),
  };
}

/** The grid, the line, the points of class 1 and those of class 0, at t. */
function pathsAt(scene: Scene, line: HiddenSpaceBendOptions["line"], t: number): readonly Path[] {
  const between = (a: Point, b: Point): Point => [mix(a[0], b[0], t), mix(a[1], b[1], t)];
  const walked = scene.points.map((point, i) => between(point, scene.images[i]!));
  const ofClass = (label: number): Path => walked.filter((_, i) => scene.classes[i] === label);
  return [
    scene.grid.map((x, i) => (x === null ? null : between(x, scene.gridImage[i]!))),
    line !== undefined && t === 1 ? clipped(line.w, line.w0, scene.xrange, scene.yrange) : [],
    ofClass(1),
    ofClass(0),
  ];
}

function classDots(
  points: readonly Point[],
  classes: readonly number[],
  panel: Panel,
): ScatterTrace[] {
  const ofClass = (label: number): Path => points.filter((_, i) => classes[i] === label);
  return [
    dots(ofClass(1), { color: BLUE, symbol: "circle" }, panel),
    dots(ofClass(0), { color: VERMILLION, symbol: "diamond" }, panel),
  ];
}

/** What the line behind the layer says of each place in front of it. */
function regions(
  map: HiddenSpaceBendOptions["map"],
  { w, w0 }: NonNullable<HiddenSpaceBendOptions["line"]>,
  [low, high]: Point,
): ContourTrace {
  const ticks = Array.from(
    { length: CELLS },
    (_, i) => Number((low + ((high - low) * i) / (CELLS - 1)).toFixed(4)) + 0,
  );
  const z = ticks.map((x2) =>
    ticks.map((x1) => {
      const [h1, h2] = pair("map(x)", map([x1, x2]));
      return Number(Math.max(-1, Math.min(1, w0 + w[0] * h1 + w[1] * h2)).toFixed(4)) + 0;
    }),
  );
  return {
    type: "contour",
    x: ticks,
    y: ticks,
    z,
    zmin: -1,
    zmax: 1,
    colorscale: [
      [0, "#F7D9C6"],
      [0.5, PAPER],
      [1, "#CBE3F2"],
    ],
    showscale: false,
    autocontour: false,
    contours: { start: 0, end: 0, size: 1, coloring: "fill", showlines: true },
    line: { color: INK, width: 2.5 },
    hoverinfo: "skip",
    ...LEFT,
  };
}

function gridOver([low, high]: Point): Path {
  const spread = (count: number): number[] =>
    Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
  const fine = spread(SAMPLES);
  return [
    ...spread(LINES).flatMap((x2): Path => [...fine.map((x1): Point => [x1, x2]), null]),
    ...spread(LINES).flatMap((x1): Path => [...fine.map((x2): Point => [x1, x2]), null]),
  ];
}

function mix(from: number, to: number, t: number): number {
  return Number(((1 - t) * from + t * to).toFixed(3)) + 0;
}

function pair(name: string, value: readonly number[]): Point {
  const [a, b] = entries(CALL, name, value, 2);
  return [a!, b!];
}

function assertClasses(classes: readonly number[], count: number): void {
  if (classes.length === count && classes.every((label) => label === 0 || label === 1)) return;
  const rule = "every point has a class, 0 or 1";
  throw new ValueError({ operation: CALL, rule }, { points: count, classes });
}

/** A square that holds all points, with half their spread around them. */
function extent(points: readonly Point[]): Point {
  const flat = points.flat();
  const [low, high] = [Math.min(...flat), Math.max(...flat)];
  const room = 0.5 * Math.max(high - low, 1);
  return [low - room, high + room];
}

/** The part of the line inside a rectangle. */
function clipped(w: Point, w0: number, [left, right]: Point, [bottom, top]: Point): Path {
  const reach = 4 * Math.max(...[left, right, bottom, top].map(Math.abs));
  const [from, to] = lineAcross(w, w0, reach);
  if (from === undefined || to === undefined) return [];
  const step: Point = [to[0] - from[0], to[1] - from[1]];
  const inside = Array.from({ length: 401 }, (_, i) => along(from, step, i / 400)).filter(
    ([x, y]) => x >= left && x <= right && y >= bottom && y <= top,
  );
  return inside.length < 2 ? [] : [inside[0]!, inside[inside.length - 1]!];
}

function caption({ points, images, classes }: Scene, line: HiddenSpaceBendOptions["line"]): string {
  const walks = points.map((x, i) => `${tupleText(x)} goes to ${tupleText(images[i]!)}`);
  const shown =
    points.length <= 6 ? `${walks.join(", ")}.` : `${points.length} points walk with it.`;
  const right =
    line === undefined
      ? 0
      : images.filter(
          ([a, b], i) => line.w0 + line.w[0] * a + line.w[1] * b > 0 === (classes[i] === 1),
        ).length;
  const ends =
    line === undefined
      ? " Watch the lines of the grid: where they stay straight, the layer is linear."
      : ` At the last stop one straight line has ${right} of the ${points.length} points on the side of their class; on the left stands what it is in front of the layer, with the ground of class 1 in pale blue.`;
  return (
    "Left: points of two classes (blue discs 1, red diamonds 0) in front of a layer. Right: a grid and the same points on their way, at 0 where they were, at 1 where the layer puts them. " +
    `${shown}${ends}`
  );
}
