/** Pictures: heights over the plane, the learner's beside the wanted ones. */
import { contourField } from "../../figures/contour-field.js";
import { figure } from "../../figures/figure.js";
import type { Layout } from "../../figures/layout.js";
import { numberText, tupleText } from "../../figures/numbers.js";
import { DIVERGING } from "../../figures/palette.js";
import { type GridPanel, panelGrid } from "../../figures/panel-grid.js";
import { panelTitle } from "../../figures/panel-title.js";
import { houseAxis, houseLayout, squareTo } from "../../figures/style.js";
import type { Drawable, Picture } from "../../grading/picture.js";
import { fieldOf, NAMES, type Point, placesOf, SAMPLES } from "./plane.js";
import { agrees, drawable } from "./two-sides.js";

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
      layout: layoutOf(places, range),
    });
  };
}

function layoutOf(places: readonly GridPanel[], range: Point): Layout {
  const [left, right] = places.map(({ x, y, panel }, i) => ({
    x: houseAxis(NAMES[0], range, { ...x, nticks: 5, zeroline: false }),
    y: houseAxis(i === 0 ? NAMES[1] : "", range, {
      ...y,
      ...squareTo(panel.xaxis),
      nticks: 5,
      zeroline: false,
    }),
  }));
  return houseLayout({
    height: 320,
    margin: { t: 34 },
    xaxis: left!.x,
    yaxis: left!.y,
    xaxis2: right!.x,
    yaxis2: right!.y,
    annotations: ["yours", "wanted"].map((title, i) => panelTitle(title, places[i]!)),
  });
}

/** Where the two are farthest apart. */

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
