/** Pictures: examples as points, where the learner's function puts each and where it belongs. */
import { figure } from "../../figures/figure.js";
import { dots, stroke } from "../../figures/marks.js";
import { houseAxis, houseLayout } from "../../figures/style.js";
import type { Drawable, Picture } from "../../grading/picture.js";
import { agrees, bothSides, drawablePoint, extentOf, WANTED, YOURS } from "./two-sides.js";

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
    const [own, wanted] = [got, want].map((list) => list.map(drawablePoint));
    const pairs = wanted!.flatMap((to, i): (readonly [Point, Point])[] => {
      const from = own![i] ?? null;
      return from === null || to === null ? [] : [[from, to]];
    });
    if (pairs.length === 0) return null;
    const range = (axis: 0 | 1): Point => {
      const [low, high] = extentOf([0, ...pairs.flat().map((point) => point[axis])])!;
      const room = 0.1 * (high - low || 1);
      return [low - room, high + room];
    };
    const lost = wanted!.length - pairs.length;
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
        showlegend: true,
        legend: { orientation: "h", x: 0, y: 1.04, yanchor: "bottom" },
      }),
    });
  };
}
