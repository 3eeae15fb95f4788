/** Chapter 2, what trying costs: trials of a grid search over the number of weights, Eq. (2.13). */
import { ValueError } from "../../math/value-error.js";
import { type Figure, figure } from "../figure.js";
import { dots, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, MUTED, VERMILLION } from "../palette.js";
import { houseAxis, houseLayout } from "../style.js";

const CALL = "gridSearchCost";
/** Trials a second that a patient reader may grant, as a power of ten. */
const A_SECOND = 6;

/** What {@link gridSearchCost} draws. */
export interface GridSearchCostOptions {
  /** Values tried for each weight; from 2 to 1000. */
  readonly values: number;
  /** Models to mark, one to five; the largest ends the picture. */
  readonly models: readonly { readonly name: string; readonly weights: number }[];
}

/**
 * The trials `values^weights` of a grid search for `W* = argmin J(W)`, Eq. (2.13), as powers of ten,
 * over the number of weights, with some models on the line.
 *
 * @throws {@link ValueError} if values is not from 2 to 1000, or the models are not one to five with
 * 1 to 1000 weights each
 *
 * @example
 * gridSearchCost({ values: 10, models: [{ name: "line", weights: 2 }] }).alt; // => "Trials of a grid search with 10 values a weight: line 100"
 */
export function gridSearchCost({ values, models }: GridSearchCostOptions): Figure {
  const counts = Array.isArray(models) ? models.map(({ weights }) => weights) : [];
  const fine =
    Number.isInteger(values) &&
    values >= 2 &&
    values <= 1000 &&
    counts.length > 0 &&
    counts.length < 6 &&
    counts.every((count) => Number.isInteger(count) && count >= 1 && count <= 1000);
  if (!fine) {
    const rule = "values is from 2 to 1000, and there are one to five models of 1 to 1000 weights";
    throw new ValueError({ operation: CALL, rule }, { values, weights: counts });
  }
  const power = (weights: number): number => weights * Math.log10(values);
  const wide = 1.08 * Math.max(...counts);
  const high = 1.2 * power(Math.max(...counts));
  const marks = [
    { at: A_SECOND, text: "a second, at a million trials" },
    { at: A_SECOND + Math.log10(3600 * 24 * 365), text: "a year" },
    { at: A_SECOND + Math.log10(13.8e9 * 3600 * 24 * 365), text: "the age of the universe" },
  ].filter(({ at }) => at < 0.95 * high);
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((size) => high / size < 8) ?? 1000;
  const ticks = Array.from({ length: Math.floor(high / step) + 1 }, (_, i) => i * step);
  return figure({
    alt: `Trials of a grid search with ${values} values a weight: ${models.map(({ name, weights }) => `${name} ${powerText(power(weights))}`).join(", ")}`,
    caption: caption(values, models, power),
    data: [
      ...marks.map(({ at }) =>
        stroke(
          [
            [0, at],
            [wide, at],
          ],
          { color: MUTED, dash: "dot" },
          1.5,
        ),
      ),
      ...marks.map(({ at, text }) => {
        // High up the line is far to the right, further down far to the left.
        const left = at > 0.35 * high;
        return words(
          [[left ? 0 : wide, at + 0.035 * high]],
          [text],
          left ? "middle right" : "middle left",
          {
            textfont: { color: MUTED, size: 13 },
          },
        );
      }),
      stroke(
        [
          [0, 0],
          [wide, power(wide)],
        ],
        { color: BLUE, dash: "solid" },
        3,
      ),
      dots(
        models.map(({ weights }) => [weights, power(weights)] as const),
        { color: VERMILLION, symbol: "diamond" },
      ),
      ...models.map(({ name, weights }) => {
        const far = weights > 0.7 * wide;
        const place = [
          weights + (far ? 0 : 0.015 * wide),
          power(weights) + (far ? 0.05 : -0.03) * high,
        ] as const;
        return words([place], [name], far ? "middle left" : "middle right", {
          textfont: { color: VERMILLION },
        });
      }),
    ],
    layout: houseLayout({
      height: 400,
      margin: { l: 70 },
      xaxis: houseAxis("number of weights", [0, wide]),
      yaxis: houseAxis("trials", [0, high], {
        tickvals: ticks,
        ticktext: ticks.map((tick) => powerText(tick)),
      }),
    }),
  });
}

/** 10 to that power; small ones written out. */
function powerText(power: number): string {
  if (power < 6) return numberText(Math.round(10 ** power));
  const digits = String(Math.round(power)).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]!);
  return `10${digits}`;
}

function caption(
  values: number,
  models: readonly { readonly name: string; readonly weights: number }[],
  power: (weights: number) => number,
): string {
  const list = models.map(
    ({ name, weights }) => `${name}, ${weights} weights: ${powerText(power(weights))} trials`,
  );
  return (
    `How many trials a grid with ${values} values for each weight needs. Mind the upward axis: its marks are powers of ten, so the straight line is an exponential, and each further weight multiplies the trials by ${values}. ` +
    `On the line stand some models (${list.join("; ")}). The dotted lines say how long that takes at a million trials a second.`
  );
}
