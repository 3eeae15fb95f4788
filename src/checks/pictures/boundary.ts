/** Pictures: the two classes that a function makes of the plane, beside the wanted border. */
import { type Figure, figure } from "../../figures/figure.js";
import { dots } from "../../figures/marks.js";
import { DIVERGING, INK, PAPER } from "../../figures/palette.js";
import { houseLayout } from "../../figures/style.js";
import type { ColorScale, ContourTrace, HeatmapTrace, ScatterTrace } from "../../figures/traces.js";
import type { Drawable, Picture } from "../../grading/picture.js";
import { fieldOf, type Point, placesOf, planeAxes, SAMPLES } from "./plane.js";
import { drawable, legendAbove, WANTED, YOURS } from "./two-sides.js";

/** Told apart by lightness alone. */
const CLASSES: ColorScale = [
  [0, "#FDF1E8"],
  [1, "#8FC3E3"],
];
/** Places each way of the wanted border. */
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
      classesMap(sides, range),
      ...(border === undefined ? [] : [levelLine(border, range)]),
      ...shown.filter(({ x }) => x.length > 0),
    ],
    layout: houseLayout({
      height: 430,
      margin: { t: 44 },
      ...planeAxes(range),
      ...legendAbove(1.04),
    }),
  });
}

function classesMap(sides: Regions["sides"], range: Point): HeatmapTrace {
  const places = placesOf(range, sides.length);
  return {
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
