/** Pictures: which point of a grid an answer chooses on a surface, and which is wanted. */
import { contourField } from "../../figures/contour-field.js";
import { figure } from "../../figures/figure.js";
import { dots } from "../../figures/marks.js";
import { numberText, tupleText } from "../../figures/numbers.js";
import { INK } from "../../figures/palette.js";
import { houseLayout } from "../../figures/style.js";
import type { Drawable, Picture } from "../../grading/picture.js";
import { planeAxes } from "./plane.js";
import {
  agrees,
  bothSides,
  drawablePoint,
  largeMark,
  legendAbove,
  WANTED,
  YOURS,
} from "./two-sides.js";

const SIZE = 16;

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
    const losses = [own, want].map(([x, y]) => numberText(Number(surface(x, y).toPrecision(3))));
    return figure({
      alt: `The point that your ${pictured.answer} chooses beside the wanted one`,
      caption: `The loss over two weights, low places dark, and the points of the grid. Your ${pictured.answer} (diamond) chooses ${tupleText(own)} with loss ${losses[0]}${isInside ? "" : ", which is out of the picture"}; the least loss on the grid is ${losses[1]} at ${tupleText(want)} (circle).`,
      data: [
        contourField({ f: surface, xRange: range, yRange: range, samples: 41 }),
        dots(points, { color: INK, symbol: "circle" }, small),
        dots([want], WANTED, { marker: largeMark(WANTED, SIZE), name: "wanted" }),
        ...(isInside
          ? [dots([own], YOURS, { marker: largeMark(YOURS, SIZE), name: "yours" })]
          : []),
      ],
      layout: houseLayout({
        height: 430,
        margin: { t: 44 },
        ...planeAxes(range, ["<i>w</i>₁", "<i>w</i>₂"]),
        ...legendAbove(1.04),
      }),
    });
  };
}
