/** Chapter 3, the gradient of a mean, Eq. (3.17): every example pulls, and the mean of the pulls is what counts. */
import { meanGradient } from "../../math/empirical-loss.js";
import { tensor } from "../../math/tensor.js";
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { arrow, dots, words } from "../marks.js";
import { numberText, tupleText } from "../numbers.js";
import { BLUE, INK, MUTED, VERMILLION } from "../palette.js";
import type { Point } from "../plane-geometry.js";
import { houseAxis, houseLayout, squareTo } from "../style.js";

const CALL = "meanOfGradients";
const MOST = 12;

/** What {@link meanOfGradients} draws. */
export interface MeanOfGradientsOptions {
  /** The gradient of each example's loss, `[n]` pairs, one to twelve. */
  readonly gradients: readonly VectorLike[];
}

/**
 * The gradients of single examples as thin arrows from the origin, and their mean, which is the
 * gradient of the mean loss, Eq. (3.17), as a thick one.
 *
 * @throws {@link ValueError} if there are not one to twelve gradients of two finite numbers each
 *
 * @example
 * meanOfGradients({ gradients: [[2, 0], [0, 4]] }).alt; // => "2 gradients and their mean, (1, 2)"
 */
export function meanOfGradients({ gradients }: MeanOfGradientsOptions): Figure {
  if (!Array.isArray(gradients) || gradients.length === 0 || gradients.length > MOST) {
    const rule = `there are one to ${MOST} gradients`;
    throw new ValueError({ operation: CALL, rule }, { gradients });
  }
  const each = gradients.map((gradient, i): Point => {
    const [a, b] = entries(CALL, `gradients[${i}]`, gradient, 2);
    return [a!, b!];
  });
  const whole = meanGradient(each.map((gradient) => tensor(gradient)));
  const mean: Point = [whole.at(0), whole.at(1)];
  const none = each.flatMap((gradient, i) => (Math.hypot(...gradient) === 0 ? [i + 1] : []));
  const spread = (k: 0 | 1): Point => {
    const own = [0, mean[k], ...each.map((gradient) => gradient[k])];
    return [Math.min(...own), Math.max(...own)];
  };
  const room = 0.16 * Math.max(1e-9, ...[spread(0), spread(1)].map(([low, high]) => high - low));
  const range = ([low, high]: Point): Point => [low - room, high + room];
  const arrows = each.filter((gradient) => Math.hypot(...gradient) > 0);
  const thick = arrow([0, 0], mean, VERMILLION);
  return figure({
    alt: `${each.length} gradients and their mean, ${tupleText(mean)}`,
    caption:
      `Each thin arrow is the gradient of one example's loss, numbered in order: ${each.map(tupleText).join(", ")}. ` +
      (none.length === 0 ? "" : `Example ${none.join(" and ")} is met exactly and has no arrow. `) +
      `The thick arrow is their mean, ${tupleText(mean)}, and that is the gradient of the mean loss. ` +
      "Long arrows count most; arrows against each other cancel.",
    data: [
      ...arrows.map((gradient) => {
        const thin = arrow([0, 0], gradient, BLUE);
        return {
          ...thin,
          line: { color: BLUE, width: 1.8 },
          marker: { ...thin.marker!, size: [0, 10] },
        };
      }),
      ...(Math.hypot(...mean) === 0
        ? []
        : [
            {
              ...thick,
              line: { color: VERMILLION, width: 4.5 },
              marker: { ...thick.marker!, size: [0, 18] },
            },
          ]),
      dots([[0, 0]], { color: INK, symbol: "circle" }),
      words(
        each.map((gradient) => beyond(gradient, 0.45 * room)),
        each.map((_, i) => numberText(i + 1)),
        "middle center",
        { textfont: { color: MUTED } },
      ),
      words([freeSide(mean, each, 0.75 * room)], ["mean"], "middle center", {
        textfont: { color: VERMILLION },
      }),
    ],
    layout: houseLayout({
      height: 420,
      xaxis: houseAxis("∂<i>J</i>/∂<i>w</i>₁", range(spread(0))),
      yaxis: houseAxis("∂<i>J</i>/∂<i>w</i>₂", range(spread(1)), squareTo("x")),
    }),
  });
}

/** A little past the tip; a gradient of 0 has its number to the upper right. */
function beyond([a, b]: Point, far: number): Point {
  const length = Math.hypot(a, b);
  return length === 0 ? [far, far] : [a + (far * a) / length, b + (far * b) / length];
}

/** Beside the thick arrow, on the side that lies farther from the other arrows. */
function freeSide(mean: Point, each: readonly Point[], far: number): Point {
  const length = Math.hypot(...mean);
  if (length === 0) return [0, -0.8 * far];
  const across: Point = [-mean[1] / length, mean[0] / length];
  const sides = [0.5, 0.85].flatMap((part) =>
    [-far, far].map(
      (way): Point => [part * mean[0] + way * across[0], part * mean[1] + way * across[1]],
    ),
  );
  const room = (spot: Point): number => Math.min(...each.map((tip) => distanceTo(spot, tip)));
  return sides.reduce((a, b) => (room(b) > room(a) ? b : a));
}

/** From a spot to the stroke between the origin and a tip. */
function distanceTo([x, y]: Point, [a, b]: Point): number {
  const square = a * a + b * b;
  const part = square === 0 ? 0 : Math.max(0, Math.min(1, (x * a + y * b) / square));
  return Math.hypot(x - part * a, y - part * b);
}
