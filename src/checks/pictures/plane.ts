/** Pictures: what a function makes of the points of the plane: two classes, heights, a chosen point. */
import { contourField } from "../../figures/contour-field.js";
import { type Figure, figure } from "../../figures/figure.js";
import type { Axis } from "../../figures/layout.js";
import { dots } from "../../figures/marks.js";
import { numberText, tupleText } from "../../figures/numbers.js";
import { DIVERGING, INK, PAPER } from "../../figures/palette.js";
import { panelGrid } from "../../figures/panel-grid.js";
import { panelTitle } from "../../figures/panel-title.js";
import { houseAxis, houseLayout, squareTo } from "../../figures/style.js";
import type { ColorScale, ContourTrace, HeatmapTrace, ScatterTrace } from "../../figures/traces.js";
import type { Drawable, Picture } from "../../grading/picture.js";
import { agrees, bothSides, drawable, drawablePoint, WANTED, YOURS } from "./two-sides.js";

type Point = readonly [number, number];

const NAMES = ["<i>x</i>₁", "<i>x</i>₂"] as const;
/** Told apart by lightness alone. */
const CLASSES: ColorScale = [
  [0, "#FDF1E8"],
  [1, "#8FC3E3"],
];
/** Places each way at which the learner's function is asked; more take too long in a host process. */
const SAMPLES = 25;
const FINE = 61;

/** What {@link boundaryPicture} draws. */
export interface BoundaryOptions {
  readonly range: Point;
  /** Positive on the side of class +, negative on the other. */
  readonly score: (
    f: Drawable,
    x: number,
    y: number,
    all: Readonly<Record<string, Drawable>>,
  ) => unknown;
  /** The same for the wanted function, where its own score would be a staircase. */
  readonly wanted?: (x: number, y: number) => number;
  /** Points that are marked, with their class. */
  readonly points: readonly { readonly at: Point; readonly isPlus: boolean }[];
}

/** The two regions of a classifier, the wanted border, and the points that end up on the wrong side. */
export function boundaryPicture({ range, score, wanted, points }: BoundaryOptions): Picture {
  return ({ answer, own, want }) => {
    const [mine, right] = [own[answer]!, want[answer]!];
    const found = fieldOf(range, SAMPLES, (x, y) => drawable(score(mine, x, y, own)));
    if (found.flat().every((value) => value === null)) return null;
    const border = wanted ?? ((x, y) => Number(score(right, x, y, want)));
    const wantedSides = fieldOf(range, SAMPLES, (x, y) => Number(border(x, y) > 0));
    const sides = found.map((row) =>
      row.map((value) => (value === null ? null : Number(value > 0))),
    );
    const expected = wantedSides.flat();
    const differing = sides.flat().filter((side, i) => side !== expected[i]).length;
    const ofPoint = ([x, y]: Point): number | null => drawable(score(mine, x, y, own));
    const wrong = points.filter(({ at, isPlus }) => {
      const value = ofPoint(at);
      return value === null || value > 0 !== isPlus;
    });
    if (differing === 0 && wrong.length === 0) return null;
    const share = Math.max(1, Math.round((100 * differing) / SAMPLES ** 2));
    return boundaryFigure(
      `The classes that your ${answer} gives: dark is class +, pale the other. The line is the wanted border. On ${share} % of the plane the class is wrong; ${wrong.length} of ${points.length} marked points are on the wrong side and crossed out.`,
      `The classes of your ${answer} and the wanted border`,
      { range, sides, border, points, wrong: wrong.map(({ at }) => at) },
    );
  };
}

/** A plane as it is drawn by {@link boundaryFigure}. */
export interface Regions {
  readonly range: Point;
  /** 1, 0 or nothing at each place, row by row upwards. */
  readonly sides: readonly (readonly (number | null)[])[];
  /** The wanted border lies where this is 0; none if absent. */
  readonly border?: (x: number, y: number) => number;
  readonly points: BoundaryOptions["points"];
  readonly wrong: readonly Point[];
}

/** Regions, points, crosses. */
export function boundaryFigure(caption: string, alt: string, regions: Regions): Figure {
  const { range, sides, border, points, wrong } = regions;
  const places = placesOf(range, sides.length);
  const region: HeatmapTrace = {
    type: "heatmap",
    x: places,
    y: places,
    z: sides,
    zmin: 0,
    zmax: 1,
    colorscale: CLASSES,
    showscale: false,
    zsmooth: false,
    hoverinfo: "skip",
  };
  const plus = points.filter(({ isPlus }) => isPlus).map(({ at }) => at);
  const minus = points.filter(({ isPlus }) => !isPlus).map(({ at }) => at);
  const cross = {
    color: YOURS.color,
    symbol: "x",
    size: 22,
    line: { color: PAPER, width: 1 },
  } as const;
  const shown: ScatterTrace[] = [
    dots(wrong, cross, { name: "wrong", marker: cross }),
    dots(plus, { color: INK, symbol: "circle" }, { name: "class +" }),
    dots(minus, { color: INK, symbol: "square" }, { name: "the other class" }),
  ];
  return figure({
    alt,
    caption,
    data: [
      region,
      ...(border === undefined ? [] : [levelLine(border, range)]),
      ...shown.filter(({ x }) => x.length > 0),
    ],
    layout: houseLayout({
      height: 430,
      margin: { t: 44 },
      ...planeAxes(range),
      showlegend: true,
      legend: { orientation: "h", x: 0, y: 1.04, yanchor: "bottom" },
    }),
  });
}

/** The line on which a function is 0. */
function levelLine(f: (x: number, y: number) => number, range: Point): ContourTrace {
  const places = placesOf(range, FINE);
  return {
    type: "contour",
    x: places,
    y: places,
    z: fieldOf(range, FINE, (x, y) => f(x, y)),
    zmin: -1,
    zmax: 1,
    colorscale: DIVERGING,
    showscale: false,
    contours: { start: 0, end: 0, size: 1, coloring: "none" },
    line: { color: WANTED.color, width: 3 },
    autocontour: false,
    hoverinfo: "skip",
  };
}

/** Heights over the plane, the learner's beside the wanted ones, in the same colours. */
export function fieldPicture(
  range: Point,
  height: (f: Drawable, x: number, y: number) => unknown,
): Picture {
  return ({ answer, own, want }) => {
    const fields = [own[answer]!, want[answer]!].map((f) =>
      fieldOf(range, SAMPLES, (x, y) => drawable(height(f, x, y))),
    );
    const [mine, right] = fields;
    if (mine!.flat().some((value) => value === null) || agrees(mine, right)) return null;
    const [low, high] = right!
      .flat()
      .reduce<readonly [number, number]>(
        ([a, b], value) => [Math.min(a, value ?? 0), Math.max(b, value ?? 0)],
        [0, 0],
      );
    const top = Math.max(-low, high) || 1;
    const places = panelGrid({ count: 2, columns: 2, gap: [0.14, 0] });
    const titles = ["yours", "wanted"];
    const axes = places.map(({ x, y, panel }, i) => ({
      x: houseAxis(NAMES[0], range, { ...x, nticks: 5, zeroline: false }),
      y: houseAxis(i === 0 ? NAMES[1] : "", range, {
        ...y,
        ...squareTo(panel.xaxis),
        nticks: 5,
        zeroline: false,
      }),
    }));
    const worst = worstOf(range, mine as number[][], right as number[][]);
    return figure({
      alt: `What your ${answer} gives over the plane beside what is wanted`,
      caption: `What your ${answer} gives over the plane, and what is wanted; white is 0, blue positive, orange negative, and each line is one level. They are farthest apart at ${tupleText(worst.at)}: yours gives ${numberText(worst.own)}, wanted is ${numberText(worst.want)}.`,
      data: places.map(({ panel }, i) =>
        contourField({
          f: fields[i] as number[][],
          xRange: range,
          yRange: range,
          zRange: [-top, top],
          colorscale: DIVERGING,
          samples: SAMPLES,
          levels: 10,
          panel,
        }),
      ),
      layout: houseLayout({
        height: 320,
        margin: { t: 34 },
        xaxis: axes[0]!.x,
        yaxis: axes[0]!.y,
        xaxis2: axes[1]!.x,
        yaxis2: axes[1]!.y,
        annotations: titles.map((title, i) => panelTitle(title, places[i]!)),
      }),
    });
  };
}

/** What {@link chosenPointPicture} draws. */
export interface ChosenPointOptions {
  readonly surface: (x: number, y: number) => number;
  /** Coordinates of the grid, each way. */
  readonly grid: readonly number[];
  readonly choose: (f: Drawable) => unknown;
}

/** A surface with a grid of points, and those that were chosen of them. */
export function chosenPointPicture({ surface, grid, choose }: ChosenPointOptions): Picture {
  return (pictured) => {
    const [got, wanted] = bothSides(pictured, choose);
    const [own, want] = [drawablePoint(got), drawablePoint(wanted)];
    if (own === null || want === null || agrees(own, want)) return null;
    const room = 0.12 * (grid.at(-1)! - grid[0]!);
    const range = [grid[0]! - room, grid.at(-1)! + room] as const;
    const isInside = own.every((entry) => entry >= range[0] && entry <= range[1]);
    const points = grid.flatMap((x) => grid.map((y) => [x, y] as const));
    const small = { marker: { color: INK, symbol: "circle", size: 5 } } as const;
    const large = (style: typeof YOURS) => ({
      marker: {
        color: style.color,
        symbol: style.symbol,
        size: 16,
        line: { color: PAPER, width: 2 },
      },
    });
    const losses = [own, want].map(([x, y]) => numberText(Number(surface(x, y).toPrecision(3))));
    return figure({
      alt: `The point that your ${pictured.answer} chooses beside the wanted one`,
      caption: `The loss over two weights, low places dark, and the points of the grid. Your ${pictured.answer} (diamond) chooses ${tupleText(own)} with loss ${losses[0]}${isInside ? "" : ", which is out of the picture"}; the least loss on the grid is ${losses[1]} at ${tupleText(want)} (circle).`,
      data: [
        contourField({ f: surface, xRange: range, yRange: range, samples: 41 }),
        dots(points, { color: INK, symbol: "circle" }, small),
        dots([want], WANTED, { ...large(WANTED), name: "wanted" }),
        ...(isInside ? [dots([own], YOURS, { ...large(YOURS), name: "yours" })] : []),
      ],
      layout: houseLayout({
        height: 430,
        margin: { t: 44 },
        ...planeAxes(range, ["<i>w</i>₁", "<i>w</i>₂"]),
        showlegend: true,
        legend: { orientation: "h", x: 0, y: 1.04, yanchor: "bottom" },
      }),
    });
  };
}

function planeAxes(
  range: Point,
  names: readonly [string, string] = NAMES,
): { readonly xaxis: Axis; readonly yaxis: Axis } {
  return {
    xaxis: houseAxis(names[0], range, { zeroline: false }),
    yaxis: houseAxis(names[1], range, { zeroline: false, ...squareTo("x") }),
  };
}

function placesOf([low, high]: Point, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}

/** Values over a square, row by row upwards. */
export function fieldOf<T>(range: Point, count: number, at: (x: number, y: number) => T): T[][] {
  const places = placesOf(range, count);
  return places.map((y) => places.map((x) => at(x, y)));
}

function worstOf(range: Point, own: readonly number[][], want: readonly number[][]) {
  const places = placesOf(range, own.length);
  let worst = { at: [0, 0], own: 0, want: 0 };
  own.forEach((row, j) => {
    row.forEach((value, i) => {
      const right = want[j]![i]!;
      if (Math.abs(value - right) <= Math.abs(worst.own - worst.want)) return;
      const short = (number: number): number => Number(number.toPrecision(3));
      worst = { at: [short(places[i]!), short(places[j]!)], own: short(value), want: short(right) };
    });
  });
  return worst;
}
