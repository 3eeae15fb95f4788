/** Chapter 4, stochastic steps beside full-batch steps for the same number of gradients, Eq. (4.2). */
import { type ArrayLike2d, type Tensor, tensor } from "../../math/tensor.js";
import { type Figure, figure } from "../figure.js";
import { dots } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, INK, VERMILLION } from "../palette.js";
import { houseAxis, houseLayout } from "../style.js";
import {
  landscape,
  type Place,
  placesOf,
  placeText,
  type Range,
  seen,
  trail,
} from "./landscape.js";

const CALL = "stochasticPaths";

/** What {@link stochasticPaths} draws. */
export interface StochasticPathsOptions {
  /** J of all examples at the two weights. */
  readonly loss: (w: Tensor) => number;
  /** The places of the stochastic descent, one a step, each `[2]`. */
  readonly stochastic: readonly ArrayLike2d[];
  /** The places of the full-batch descent. */
  readonly batch: readonly ArrayLike2d[];
}

/**
 * Two descents on the same loss: one that steps after each example, and one that looks at all of them.
 *
 * @throws {@link ValueError} if a place is not two finite numbers
 *
 * @example
 * const J = (w) => w.at(0) ** 2 + w.at(1) ** 2;
 * stochasticPaths({ loss: J, stochastic: [[1, 1], [0, 0.5]], batch: [[1, 1], [0, 0]] }).alt; // => "1 stochastic step and 1 full step on one loss"
 */
export function stochasticPaths(options: StochasticPathsOptions): Figure {
  const stochastic = placesOf(CALL, "stochastic", options.stochastic);
  const batch = placesOf(CALL, "batch", options.batch);
  const value = (w: number[]): number => options.loss(tensor(w));
  const [x, y] = [rangeOf([...stochastic, ...batch], 0), rangeOf([...stochastic, ...batch], 1)];
  const [noisy, full] = [stochastic.length - 1, batch.length - 1];
  const uphill = stochastic.filter(
    (w, i) => i > 0 && value([...w]) > value([...stochastic[i - 1]!]),
  );
  const ends = [stochastic[noisy]!, batch[full]!];
  return figure({
    alt: `${noisy} stochastic ${steps(noisy)} and ${full} full ${steps(full)} on one loss`,
    caption:
      `Level lines of the loss of all examples, dark is low. Vermillion: ${noisy} ${steps(noisy)}, each on one example; ${uphill.length} of them go uphill. ` +
      `Blue: ${full} ${steps(full)} on all examples, which take the straight way. ` +
      `The stochastic path ends at ${placeText(ends[0]!)} with the loss ${numberText(value([...ends[0]!]))}, the other at ${placeText(ends[1]!)} with ${numberText(value([...ends[1]!]))}. ` +
      "Look at the end of the noisy path: it does not settle, it wanders about the lowest place.",
    data: [
      landscape({ value, x, y }),
      trail(
        seen(stochastic, x, y),
        { color: VERMILLION, dash: "solid", symbol: "circle" },
        { name: "one example a step", line: { color: VERMILLION, width: 1 }, showlegend: true },
      ),
      trail(
        seen(batch, x, y),
        { color: BLUE, dash: "solid", symbol: "square" },
        { name: "full batch", showlegend: true },
      ),
      dots(
        [stochastic[0]!],
        { color: INK, symbol: "diamond" },
        { name: "start", showlegend: true },
      ),
    ],
    layout: houseLayout({
      height: 450,
      margin: { t: 50 },
      showlegend: true,
      legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" },
      xaxis: houseAxis("bias <i>b</i>", x, { zeroline: false }),
      yaxis: houseAxis("weight <i>w</i>", y, { zeroline: false }),
    }),
  });
}

function rangeOf(places: readonly Place[], axis: 0 | 1): Range {
  const [low, high] = [
    Math.min(...places.map((place) => place[axis])),
    Math.max(...places.map((place) => place[axis])),
  ];
  const room = 0.12 * (high - low || 1);
  return [low - room, high + room];
}

function steps(count: number): string {
  return count === 1 ? "step" : "steps";
}
