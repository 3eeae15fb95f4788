/** Pictures: examples as points, where the learner's function puts each and where it belongs. */
import { figure } from "../../figures/figure.js";
import { dots, stroke } from "../../figures/marks.js";
import { houseAxis, houseLayout } from "../../figures/style.js";
import type { Drawable, Picture } from "../../grading/picture.js";
import {
  agrees,
  bothSides,
  drawablePoint,
  extentOf,
  legendAbove,
  WANTED,
  YOURS,
} from "./two-sides.js";

type Point = readonly [number, number];

/** Rows of two numbers as points; a thin line leads from where a point is to where it belongs. */
export function pointsPicture(
  about: string,
  axes: readonly [string, string],
  rows: (f: Drawable) => unknown,
): Picture {
  return (pictured) => {
    const [got, want] = bothSides(pictured, rows);
    if (!Array.isArray(got) || !Array.isArray(want) || agrees(got, want)) return null;
    const pairs = pairsOf(got, want);
    if (pairs.length === 0) return null;
    const range = (axis: 0 | 1): Point => rangeOf(pairs.flat().map((point) => point[axis]));
    const lost = want.length - pairs.length;
    const lostText = lost === 0 ? "" : ` For ${lost} of them yours gives no point.`;
    const moves = pairs.flatMap(([from, to]) => [from, to, null]);
    return figure({
      alt: `Where your ${pictured.answer} puts the points, and where they belong`,
      caption: `${about} Diamonds: where your ${pictured.answer} puts them. Circles: where they belong. A thin line joins the two places of an example.${lostText}`,
      data: [
        stroke(moves, { color: "#9AA3AF", dash: "solid" }, 1),
        dots(
          pairs.map(([, to]) => to),
          WANTED,
          { name: "wanted" },
        ),
        dots(
          pairs.map(([from]) => from),
          YOURS,
          { name: "yours" },
        ),
      ],
      layout: houseLayout({
        height: 380,
        margin: { t: 44 },
        xaxis: houseAxis(axes[0], range(0)),
        yaxis: houseAxis(axes[1], range(1)),
        ...legendAbove(1.04),
      }),
    });
  };
}

/** The points that can be drawn on both sides: where each is, and where it belongs. */
function pairsOf(got: readonly unknown[], want: readonly unknown[]): (readonly [Point, Point])[] {
  return want.flatMap((wanted, i): (readonly [Point, Point])[] => {
    const [from, to] = [drawablePoint(got[i]), drawablePoint(wanted)];
    return from === null || to === null ? [] : [[from, to]];
  });
}

/** 0 and all the numbers, with some room around them. */
function rangeOf(numbers: readonly number[]): Point {
  const [low, high] = extentOf([0, ...numbers])!;
  const room = 0.1 * (high - low || 1);
  return [low - room, high + room];
}
