/** Pictures: the way that an optimizer goes over a surface, or down a curve, beside the wanted way. */
import { contourField } from "../../figures/contour-field.js";
import { figure } from "../../figures/figure.js";
import { dots, type Path, stroke, words } from "../../figures/marks.js";
import { tupleText } from "../../figures/numbers.js";
import { INK } from "../../figures/palette.js";
import { houseAxis, houseLayout } from "../../figures/style.js";
import type { ColorScale, ScatterTrace } from "../../figures/traces.js";
import type { Drawable, Picture } from "../../grading/picture.js";
import {
  agrees,
  bothSides,
  drawable,
  drawablePoint,
  legendAbove,
  WANTED,
  YOURS,
} from "./two-sides.js";

type Point = readonly [number, number];

/** So pale that both ways stand out from it. */
const PALE: ColorScale = [
  [0, "#D3DFE9"],
  [0.5, "#EDF1EC"],
  [1, "#FFFDF5"],
];
/** A way that runs out of the picture is followed this many widths. */
const FAR = 20;

/** What {@link pathPicture} draws. */
export interface PathOptions {
  /** The height at a point of the plane. */
  readonly surface: (x: number, y: number) => number;
  readonly xRange: Point;
  readonly yRange: Point;
  /** The points of the way, the start first; whatever is no point ends it. */
  readonly path: (f: Drawable) => readonly unknown[];
  /** Names of the axes; w₁ and w₂ if absent. */
  readonly axes?: readonly [string, string];
  /** What the points are called in the caption; "steps" if absent. */
  readonly about?: string;
}

/** Both ways over the contours of a surface. */
export function pathPicture(options: PathOptions): Picture {
  const { surface, xRange, yRange, about = "steps" } = options;
  const [x, y] = options.axes ?? ["<i>w</i>₁", "<i>w</i>₂"];
  return (pictured) => {
    const [got, wanted] = bothSides(pictured, options.path);
    const [own, want] = [pointsOf(got), pointsOf(wanted)];
    if (agrees(own, want) || own.length < 2) return null;
    const inside = ([a, b]: Point): boolean =>
      a >= xRange[0] && a <= xRange[1] && b >= yRange[0] && b <= yRange[1];
    const near = own.map((point) => clampTo(point, xRange, yRange));
    return figure({
      alt: `The way of your ${pictured.answer} beside the wanted way`,
      caption: `The ${about} of your ${pictured.answer} (dashed, diamonds) and the wanted ones (solid, circles) from the same start; low places are dark. ${endText(own, want, inside)}`,
      data: [
        contourField({ f: surface, xRange, yRange, samples: 41, colorscale: PALE }),
        ...wayTraces(want, WANTED, "wanted"),
        ...wayTraces(near, YOURS, "yours"),
        words([want[0]!], ["start"], "top center", { textfont: { color: INK } }),
      ],
      layout: houseLayout({
        height: 400,
        margin: { t: 40 },
        xaxis: houseAxis(x, xRange, { zeroline: false }),
        yaxis: houseAxis(y, yRange, { zeroline: false }),
        ...legendAbove(1.03),
      }),
    });
  };
}

/** What {@link descentPicture} draws. */
export interface DescentOptions {
  readonly curve: (w: number) => number;
  readonly from: number;
  readonly to: number;
  /** The weights on the way, the start first. */
  readonly path: (f: Drawable) => readonly unknown[];
}

/** Both ways down a curve. */
export function descentPicture({ curve, from, to, path }: DescentOptions): Picture {
  return (pictured) => {
    const [got, wanted] = bothSides(pictured, path);
    const [own, want] = [numbersOf(got), numbersOf(wanted)];
    if (agrees(own, want) || own.length === 0) return null;
    const places = Array.from({ length: 81 }, (_, i) => from + ((to - from) * i) / 80);
    const heights = places.map(curve);
    const [low, high] = [Math.min(...heights), Math.max(...heights)];
    const room = 0.1 * (high - low);
    const on = (ws: readonly number[]): Point[] => {
      const kept = ws.map((w) => clamp(w, [from, to]));
      return kept.map((w) => [w, clamp(curve(w), [low - room, high + room])]);
    };
    const inside = ([w]: Point): boolean => w >= from && w <= to;
    const flat = (ws: readonly number[]): Point[] => ws.map((w) => [w, curve(w)]);
    return figure({
      alt: `The steps of your ${pictured.answer} beside the wanted steps`,
      caption: `The steps of your ${pictured.answer} (dashed, diamonds) and the wanted ones (solid, circles) on the loss, from the same start. ${endText(flat(own), flat(want), inside)}`,
      data: [
        stroke(
          places.map((w, i) => [w, heights[i]!]),
          { color: "#9AA3AF", dash: "solid" },
          2.5,
        ),
        ...wayTraces(on(want), WANTED, "wanted"),
        ...wayTraces(on(own), YOURS, "yours"),
      ],
      layout: houseLayout({
        height: 350,
        margin: { t: 44 },
        xaxis: houseAxis("<i>w</i>", [from, to]),
        yaxis: houseAxis("<i>J</i>(<i>w</i>)", [low - room, high + room], { nticks: 6 }),
        ...legendAbove(1.03),
      }),
    });
  };
}

function wayTraces(points: readonly Point[], style: typeof YOURS, name: string): ScatterTrace[] {
  const path: Path = points;
  const size = points.length > 20 ? 6 : name === "yours" ? 9 : 8;
  const line = { color: "#FFFFFF", width: 1 };
  const marker = { color: style.color, symbol: style.symbol, size, line };
  return [
    stroke(path, style, 2, { mode: "lines+markers", marker, name }),
    dots(points.slice(0, 1), { color: INK, symbol: "circle" }),
  ];
}

function endText(
  own: readonly Point[],
  want: readonly Point[],
  inside: (point: Point) => boolean,
): string {
  const [last, wanted] = [own.at(-1)!, want.at(-1)!];
  const leaves = own.findIndex((point) => !inside(point));
  const out = leaves < 0 ? "" : ` Yours leaves the picture with step ${leaves}.`;
  const counted =
    own.length === want.length
      ? ""
      : ` Yours makes ${own.length - 1} steps, wanted are ${want.length - 1}.`;
  return `Yours ends at ${tupleText(short(last))}, the wanted one at ${tupleText(short(wanted))}.${counted}${out}`;
}

function short(point: Point): number[] {
  return point.map((entry) => Number(entry.toPrecision(3)));
}

/** The points up to the first that is none. */
function pointsOf(list: readonly unknown[]): Point[] {
  const points: Point[] = [];
  for (const one of list) {
    const point = drawablePoint(one);
    if (point === null) break;
    points.push(point);
  }
  return points;
}

function numbersOf(list: readonly unknown[]): number[] {
  const end = list.findIndex((one) => drawable(one) === null);
  return (end < 0 ? list : list.slice(0, end)).map(Number);
}

function clampTo([x, y]: Point, xRange: Point, yRange: Point): Point {
  return [clamp(x, xRange), clamp(y, yRange)];
}

function clamp(value: number, [low, high]: Point): number {
  const far = FAR * (high - low);
  return Math.min(high + far, Math.max(low - far, value));
}
