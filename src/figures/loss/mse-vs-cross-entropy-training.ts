/** Chapter 2, two trainings from one bad start: one by squared error, one by cross-entropy. */
import { ValueError } from "../../math/value-error.js";
import { entries, finite, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, MUTED, VERMILLION } from "../palette.js";
import { houseLayout } from "../style.js";
import { LOWER, stacked } from "./panels.js";

const CALL = "mseVsCrossEntropyTraining";

/** What {@link mseVsCrossEntropyTraining} draws. */
export interface TwoTrainings {
  /** The weight before each step and after the last, shape [steps + 1]. */
  readonly bySquares: VectorLike;
  readonly byCrossEntropy: VectorLike;
  /** How many samples a weight has right … */
  readonly right: (w: number) => number;
  /** … of how many. */
  readonly samples: number;
}

/**
 * The weight of a one-weight classifier over the steps of two trainings, and below it how many
 * samples it has right.
 *
 * @throws {@link ValueError} if the two are not equally long, or `right` is not a count of samples
 *
 * @example
 * const trainings = { bySquares: [-8, -7.9], byCrossEntropy: [-8, 1], right: (w) => (w > 0 ? 4 : 0), samples: 4 };
 * mseVsCrossEntropyTraining(trainings).alt; // => "After 1 steps: 0 of 4 right by squared error, 4 by cross-entropy"
 */
export function mseVsCrossEntropyTraining(options: TwoTrainings): Figure {
  const bySquares = entries(CALL, "bySquares", options.bySquares);
  const byCrossEntropy = entries(CALL, "byCrossEntropy", options.byCrossEntropy, bySquares.length);
  const samples = finite(CALL, "samples", options.samples);
  const counts = (weights: readonly number[]): number[] => weights.map(options.right);
  const [squares, cross] = [counts(bySquares), counts(byCrossEntropy)];
  if ([...squares, ...cross].some((count) => !(count >= 0 && count <= samples))) {
    const rule = "right(w) is a count from 0 to samples";
    throw new ValueError({ operation: CALL, rule }, { samples });
  }
  const last = bySquares.length - 1;
  const path = (values: readonly number[]): Path => values.map((value, step) => [step, value]);
  const all = [...bySquares, ...byCrossEntropy, 0];
  const room = 0.1 * (Math.max(...all) - Math.min(...all) || 1);
  const heights = [Math.min(...all) - room, Math.max(...all) + room] as const;
  const wide = 1.02 * Math.max(1, last);
  return figure({
    alt: `After ${last} steps: ${squares[last]} of ${samples} right by squared error, ${cross[last]} by cross-entropy`,
    caption: caption(bySquares, byCrossEntropy, squares, cross, samples),
    data: [
      stroke(
        [
          [0, 0],
          [wide, 0],
        ],
        { color: MUTED, dash: "dot" },
        1.5,
      ),
      stroke(path(byCrossEntropy), { color: BLUE, dash: "solid" }, 3),
      stroke(path(bySquares), { color: VERMILLION, dash: "dash" }, 3),
      words([[wide, byCrossEntropy[last]!]], ["cross-entropy"], "middle right", {
        textfont: { color: BLUE },
      }),
      words([[wide, bySquares[last]!]], ["squared error"], "middle right", {
        textfont: { color: VERMILLION },
      }),
      stroke(path(cross), { color: BLUE, dash: "solid" }, 3, LOWER),
      stroke(path(squares), { color: VERMILLION, dash: "dash" }, 3, LOWER),
    ],
    layout: houseLayout({
      height: 440,
      margin: { r: 118 },
      ...stacked({
        horizontal: "step",
        across: [0, wide],
        upper: ["weight <i>w</i>", heights],
        lower: [`right of ${samples}`, [-0.06 * samples, 1.1 * samples]],
      }),
    }),
  });
}

function caption(
  bySquares: readonly number[],
  byCrossEntropy: readonly number[],
  squares: readonly number[],
  cross: readonly number[],
  samples: number,
): string {
  const last = bySquares.length - 1;
  const crossing = byCrossEntropy.findIndex((w) => w > 0);
  const turn =
    crossing < 0
      ? "stays below 0 too"
      : `is above 0, where the answers turn right, from step ${crossing} on`;
  return (
    `Two trainings from the same weight, w = ${numberText(bySquares[0]!)}, with the same data and the same length of step. ` +
    `Above, the weight: by cross-entropy it ${turn} and ends at ${numberText(byCrossEntropy[last]!)}; ` +
    `by squared error it has come to ${numberText(bySquares[last]!)} after ${last} steps. ` +
    `Below, the samples that are right: ${cross[last]} of ${samples} by cross-entropy, ${squares[last]} by squared error.`
  );
}
