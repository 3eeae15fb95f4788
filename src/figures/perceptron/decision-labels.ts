/** Figures: the words on the decision line's picture, each where it covers nothing. */
import { grid } from "../arguments.js";
import { type Box, freestPlace, lattice, obstaclesOf } from "../label-place.js";
import { words } from "../marks.js";
import { numberText, tupleText } from "../numbers.js";
import { INK, NORMAL } from "../palette.js";
import { along, lineAcross, type Point, unit } from "../plane-geometry.js";
import type { ScatterTrace } from "../traces.js";
import { comparison, type DecisionScene, output } from "./decision-scene.js";

const MAX_POINTS = 4;
/** Size of a letter as a part of the plane's side, when that side is about 380 px. */
const LETTER = { width: 0.021, height: 0.05 };

interface Label {
  readonly text: string;
  readonly color: string;
  /** Where it would best stand. */
  readonly ideal: Point;
  /** Where it may stand. */
  readonly fits: (x: Point) => boolean;
  /** A point that it must stand right beside. */
  readonly beside?: Point;
}

/** The points that get a label: all of them, as long as they are few. */
export function labelledPoints(scene: DecisionScene): readonly Point[] {
  return scene.points.slice(0, MAX_POINTS);
}

/** The labels of points, arrow, line and sides. */
export function decisionLabels(scene: DecisionScene): ScatterTrace[] {
  const { reach } = scene;
  const toUnit = ([a, b]: Point): Point => [(a + reach) / (2 * reach), (b + reach) / (2 * reach)];
  const fromUnit = ([a, b]: Point): Point => [(2 * a - 1) * reach, (2 * b - 1) * reach];
  const taken = drawn(scene, toUnit);
  return wanted(scene).map((label) => {
    const rows = label.text.split("<br>").map((row) => row.replace(/<[^>]*>|&/g, "").length);
    const size = {
      width: Math.max(...rows) * LETTER.width + 0.01,
      height: rows.length * LETTER.height,
    };
    const places =
      label.beside === undefined
        ? lattice(size, 24).filter((place) => label.fits(fromUnit(place)))
        : around(toUnit(label.beside), size);
    const ideal = toUnit(label.ideal);
    const spot = freestPlace(places.length > 0 ? places : [ideal], size, taken, ideal);
    taken.push({ x: spot[0], y: spot[1], ...size });
    return words([fromUnit(spot)], [label.text], "middle center", {
      textfont: { color: label.color },
    });
  });
}

/** The eight places right beside a point, above it first. */
function around(
  [x, y]: Point,
  { width, height }: { readonly width: number; readonly height: number },
): readonly Point[] {
  const [dx, dy] = [width / 2 + 0.025, height / 2 + 0.03];
  const places: readonly Point[] = [
    [x, y + dy],
    [x, y - dy],
    [x + dx, y],
    [x - dx, y],
    [x + dx, y + dy * 0.8],
    [x - dx, y + dy * 0.8],
    [x + dx, y - dy * 0.8],
    [x - dx, y - dy * 0.8],
  ];
  return places.filter(
    ([a, b]) => Math.abs(a - 0.5) + width / 2 < 0.5 && Math.abs(b - 0.5) + height / 2 < 0.5,
  );
}

/** What labels must not cover. */
function drawn(scene: DecisionScene, toUnit: (x: Point) => Point): Box[] {
  const { w, w0, reach, base, tip, points } = scene;
  const samples = (from: Point, to: Point): Point[] =>
    grid(0, 1, 41).map((s) => toUnit(along(from, [to[0] - from[0], to[1] - from[1]], s)));
  const [start = base, end = base] = lineAcross(w, w0, reach);
  return [
    ...obstaclesOf(samples(start, end)),
    ...obstaclesOf(samples(base, tip)),
    ...points.map(toUnit).map(([x, y]): Box => ({ x, y, width: 0.03, height: 0.03 })),
  ];
}

function wanted(scene: DecisionScene): Label[] {
  const { w, base, tip, reach } = scene;
  const n = unit(w);
  const anywhere = (): boolean => true;
  const height = (x: Point): number => (x[0] - base[0]) * n[0] + (x[1] - base[1]) * n[1];
  const [start = base, end = base] = lineAcross(w, scene.w0, reach);
  const shrink = scene.shrunk === 1 ? "" : ` (1 : ${scene.shrunk})`;
  const named = scene.points.length <= 2;
  const point = (x: Point): Label => ({
    text: `${named ? `<b>x</b> = ${tupleText(x)}<br>` : ""}<i>ŷ</i> = ${numberText(output(scene, x))}`,
    color: INK,
    ideal: x,
    fits: anywhere,
    beside: x,
  });
  return [
    ...labelledPoints(scene).map(point),
    {
      text: `<b>w</b> = ${tupleText(w)}${shrink}`,
      color: NORMAL,
      ideal: along(tip, n, 0.12 * reach),
      fits: anywhere,
    },
    {
      text: sideText(scene, 1),
      color: INK,
      ideal: along(base, n, 0.6 * reach),
      fits: (x) => height(x) > 0.15 * reach,
    },
    {
      text: sideText(scene, -1),
      color: INK,
      ideal: along(base, n, -0.6 * reach),
      fits: (x) => height(x) < -0.15 * reach,
    },
    { text: "<i>z</i> = 0", color: INK, ideal: start[1] > end[1] ? start : end, fits: anywhere },
  ];
}

function sideText(scene: DecisionScene, side: 1 | -1): string {
  const escaped = { ">": "&gt;", "<": "&lt;", "=": "=" } as const;
  const sign = comparison(scene, side);
  const half = numberText(scene.g(0));
  const second = sign === null ? "" : `<br><i>ŷ</i> ${escaped[sign]} ${half}`;
  return `<i>z</i> ${escaped[side > 0 ? ">" : "<"]} 0${second}`;
}
