/** Chapter 3, the fan of slopes at a kink: which lines stay below the curve and which do not. */
import { ValueError } from "../../math/value-error.js";
import { entries, finite, grid, type VectorLike, valuesOf } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { spreadApart } from "../label-place.js";
import { dots, type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, INK, VERMILLION } from "../palette.js";
import { houseAxis, houseLayout } from "../style.js";

const CALL = "subgradients";
const REACH = 2;

/** What {@link subgradients} draws. */
export interface SubgradientsOptions {
  /** A convex function with a kink at 0, such as relu or abs. */
  readonly f: (w: number) => number;
  /** Its slope on the left of 0 … */
  readonly left: number;
  /** … and on the right. */
  readonly right: number;
  /** Slopes to try. */
  readonly slopes: VectorLike;
}

/**
 * A function with a kink at 0, and lines through the kink: those whose slope lies between that of the
 * left side and that of the right side stay below the curve, and are subgradients.
 *
 * @throws {@link ValueError} if `left` is not below `right`, there are more than nine slopes, or a
 *   value is not finite
 *
 * @example
 * subgradients({ f: Math.abs, left: -1, right: 1, slopes: [-1.5, 0, 0.5] }).alt; // => "2 of 3 slopes are subgradients at the kink"
 */
export function subgradients(options: SubgradientsOptions): Figure {
  const { f } = options;
  const left = finite(CALL, "left", options.left);
  const right = finite(CALL, "right", options.right);
  const slopes = entries(CALL, "slopes", options.slopes);
  if (left >= right || slopes.length > 9) {
    const rule =
      "left is below right, as at the kink of a convex function, and there are at most nine slopes";
    throw new ValueError({ operation: CALL, rule }, { left, right, slopes });
  }
  const w = grid(-REACH, REACH, 81);
  const y = valuesOf(CALL, "f", f, w);
  const at = valuesOf(CALL, "f", f, [0])[0]!;
  const allowed = slopes.filter((slope) => slope >= left && slope <= right);
  const refused = slopes.filter((slope) => slope < left || slope > right);
  const line = (slope: number): Path => [
    [-REACH, at - slope * REACH],
    [REACH, at + slope * REACH],
    null,
  ];
  const heights = [...y, ...slopes.flatMap((slope) => [at - slope * REACH, at + slope * REACH])];
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const room = 0.08 * (high - low || 1);
  const range = [low - room, high + room] as const;
  const labels = spreadApart(
    slopes.map((slope) => at + slope * REACH),
    0.075 * (range[1] - range[0]),
    range,
  );
  const texts = (own: readonly number[]): Path =>
    own.map((slope) => [REACH, labels[slopes.indexOf(slope)]!]);
  const list = (own: readonly number[]): string => own.map(numberText).join(", ");
  return figure({
    alt: `${allowed.length} of ${slopes.length} slopes are subgradients at the kink`,
    caption:
      `A function with a kink at 0 (thick): slope ${numberText(left)} on its left, ${numberText(right)} on its right. The lines through the kink are marked with their slopes. ` +
      (allowed.length === 0
        ? ""
        : `Solid: the slopes ${list(allowed)} lie between the two sides, and their lines are nowhere above the curve. Each of them is a subgradient. `) +
      (refused.length === 0
        ? ""
        : `Dashed: with ${list(refused)} the line rises above the curve on one side, so these are none.`),
    data: [
      ...(refused.length === 0
        ? []
        : [stroke(refused.flatMap(line), { color: VERMILLION, dash: "dash" }, 1.8)]),
      ...(allowed.length === 0
        ? []
        : [stroke(allowed.flatMap(line), { color: BLUE, dash: "solid" }, 1.8)]),
      stroke(
        w.map((wi, i) => [wi, y[i]!] as const),
        { color: INK, dash: "solid" },
        4,
      ),
      dots([[0, at]], { color: INK, symbol: "circle" }),
      ...(refused.length === 0
        ? []
        : [
            words(
              texts(refused),
              refused.map((s) => `${numberText(s)} no`),
              "middle right",
              { textfont: { color: VERMILLION } },
            ),
          ]),
      ...(allowed.length === 0
        ? []
        : [
            words(texts(allowed), allowed.map(numberText), "middle right", {
              textfont: { color: BLUE },
            }),
          ]),
    ],
    layout: houseLayout({
      height: 430,
      margin: { r: 78 },
      xaxis: houseAxis("<i>w</i>", [-REACH, REACH]),
      yaxis: houseAxis("<i>f</i>(<i>w</i>)", range),
    }),
  });
}
