/** Chapter 1, what a layer does to the plane: a grid and some points walk from where they are to where it puts them. */
import { ValueError } from "../../math/value-error.js";
import { entries, finite } from "../arguments.js";
import { type Figure, type Frame, figure } from "../figure.js";
import { columns, dots, type Path, stroke } from "../marks.js";
import { numberText, tupleText } from "../numbers.js";
import { BLUE, FAINT, INK, VERMILLION } from "../palette.js";
import { along, lineAcross, type Point } from "../plane-geometry.js";
import { houseSlider, playButton } from "../slider.js";
import { houseAxis, houseLayout, squareTo } from "../style.js";

const CALL = "hiddenSpaceBend";
const STOPS = 11;
const LINES = 9;
const SAMPLES = 21;

/** What {@link hiddenSpaceBend} draws. */
export interface HiddenSpaceBendOptions {
  /** Where the layer puts a point of the plane: two numbers in, two numbers out. */
  readonly map: (x: readonly number[]) => readonly number[];
  /** Points, shape [n, 2]. */
  readonly points: readonly (readonly number[])[];
  /** The class of each point, 0 or 1, shape [n]. */
  readonly classes: readonly number[];
  /** A line `w₀ + w·h = 0` in the space behind the layer, shown at the last stop. */
  readonly line?: { readonly w: readonly [number, number]; readonly w0: number };
}

/**
 * The plane before a layer, behind it, and on the way: at each stop t of the slider a point x stands
 * at `(1 − t) x + t h(x)`. A straight line behind the layer is a bent one in front of it.
 *
 * @throws {@link ValueError} if a point or its image has not two finite coordinates, or a class is
 * neither 0 nor 1
 *
 * @example
 * hiddenSpaceBend({ map: (x) => x, points: [[0, 0]], classes: [1] }).frames?.length; // => 11
 */
export function hiddenSpaceBend(options: HiddenSpaceBendOptions): Figure {
  const { map, line } = options;
  const points = options.points.map((point, i) => pair(`points[${i}]`, point));
  assertClasses(options.classes, points.length);
  const image = (x: Point): Point => pair("map(x)", map(x));
  const [low, high] = extent(points);
  const ticks = Array.from({ length: LINES }, (_, i) => low + ((high - low) * i) / (LINES - 1));
  const fine = Array.from({ length: SAMPLES }, (_, i) => low + ((high - low) * i) / (SAMPLES - 1));
  const grid: Path = [
    ...ticks.flatMap((x2): Path => [...fine.map((x1): Point => [x1, x2]), null]),
    ...ticks.flatMap((x1): Path => [...fine.map((x2): Point => [x1, x2]), null]),
  ];
  const gridImage = grid.map((x) => (x === null ? null : image(x)));
  const images = points.map(image);
  const all = [...grid, ...gridImage].filter((x): x is Point => x !== null);
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const room = 0.06 * (Math.max(...xs) - Math.min(...xs));
  const xrange = [Math.min(...xs) - room, Math.max(...xs) + room] as const;
  const yrange = [Math.min(...ys) - room, Math.max(...ys) + room] as const;
  const stops = Array.from({ length: STOPS }, (_, k) => k / (STOPS - 1));
  const at = (t: number): readonly Path[] => {
    const between = (a: Point, b: Point): Point => [mix(a[0], b[0], t), mix(a[1], b[1], t)];
    const walked = points.map((point, i) => between(point, images[i]!));
    const ofClass = (label: number): Path => walked.filter((_, i) => options.classes[i] === label);
    return [
      grid.map((x, i) => (x === null ? null : between(x, gridImage[i]!))),
      line !== undefined && t === 1 ? clipped(line.w, line.w0, xrange, yrange) : [],
      ofClass(1),
      ofClass(0),
    ];
  };
  const start = at(0);
  const frames = stops.map((t, k): Frame => {
    return { name: `t${k}`, traces: [0, 1, 2, 3], data: at(t).map(columns) };
  });
  return figure({
    alt: `${points.length} points and a grid, before and behind a layer`,
    caption: caption(points, images, options),
    data: [
      stroke(start[0]!, { color: FAINT, dash: "solid" }, 1.2),
      stroke(start[1]!, { color: INK, dash: "solid" }, 3),
      dots(start[2]!, { color: BLUE, symbol: "circle" }),
      dots(start[3]!, { color: VERMILLION, symbol: "diamond" }),
    ],
    frames,
    layout: houseLayout({
      height: 470,
      margin: { l: 48, r: 14, t: 14, b: 130 },
      hovermode: false,
      xaxis: houseAxis("<i>x</i>₁, on the way to <i>h</i>₁", xrange, { constrain: "domain" }),
      yaxis: houseAxis("<i>x</i>₂, on the way to <i>h</i>₂", yrange, squareTo("x")),
      sliders: [
        houseSlider({
          prefix: "on the way: ",
          labels: stops.map((t) => numberText(t)),
          frames: frames.map(({ name }) => name),
          active: 0,
        }),
      ],
      updatemenus: [playButton({ frames: frames.map(({ name }) => name), duration: 250 })],
    }),
  });
}

function mix(from: number, to: number, t: number): number {
  return Number(((1 - t) * from + t * to).toFixed(3));
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
  return [finite(CALL, "low", low - room), high + room];
}

/** The part of the line inside a rectangle. */
function clipped(
  w: Point,
  w0: number,
  [left, right]: readonly [number, number],
  [bottom, top]: readonly [number, number],
): Path {
  const reach = 4 * Math.max(...[left, right, bottom, top].map(Math.abs));
  const [from, to] = lineAcross(w, w0, reach);
  if (from === undefined || to === undefined) return [];
  const step: Point = [to[0] - from[0], to[1] - from[1]];
  const inside = Array.from({ length: 401 }, (_, i) => along(from, step, i / 400)).filter(
    ([x, y]) => x >= left && x <= right && y >= bottom && y <= top,
  );
  return inside.length < 2 ? [] : [inside[0]!, inside[inside.length - 1]!];
}

function caption(
  points: readonly Point[],
  images: readonly Point[],
  { line, classes }: HiddenSpaceBendOptions,
): string {
  const walks = points.map((x, i) => `${tupleText(x)} goes to ${tupleText(images[i]!)}`);
  const shown =
    points.length <= 6 ? `${walks.join(", ")}.` : `${points.length} points walk with it.`;
  const ends =
    line === undefined
      ? ""
      : ` At the last stop a straight line appears, and ${sides(images, classes, line)} of the ${points.length} points lie on the side of their class.`;
  return (
    "A grid of the plane and points of two classes (blue discs 1, red diamonds 0) walk from their place, at 0, to the place that a layer gives them, at 1. " +
    `${shown}${ends}`
  );
}

function sides(
  images: readonly Point[],
  classes: readonly number[],
  { w, w0 }: { readonly w: Point; readonly w0: number },
): number {
  return images.filter(([a, b], i) => w0 + w[0] * a + w[1] * b > 0 === (classes[i] === 1)).length;
}
