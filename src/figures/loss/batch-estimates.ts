/** Chapter 2, parts of the data as estimates of the empirical loss, Eq. (2.2): larger parts scatter less. */
import { batches } from "../../math/sampling.js";
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { dots, type Path, stroke, words } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, INK, VERMILLION } from "../palette.js";
import { houseAxis, houseLayout } from "../style.js";

const CALL = "batchEstimates";

/** What {@link batchEstimates} draws. */
export interface BatchEstimatesOptions {
  /** The loss of every sample, shape [n]. */
  readonly losses: VectorLike;
  /** Sizes of the batches, one a column of points. */
  readonly sizes: readonly number[];
}

/** All batches of one size. */
interface Column {
  readonly size: number;
  readonly means: readonly number[];
  readonly spread: number;
}

/**
 * The mean loss of each batch, a column of points for each size; the line is J, the mean of all
 * samples, Eq. (2.2).
 *
 * @throws {@link ValueError} if a size is not a whole number from 1 to n, or there are more than six
 *
 * @example
 * batchEstimates({ losses: [1, 3, 5, 7], sizes: [1, 2] }).alt; // => "Batches of 1, 2 as estimates of J = 4"
 */
export function batchEstimates(options: BatchEstimatesOptions): Figure {
  const losses = entries(CALL, "losses", options.losses);
  const { sizes } = options;
  if (!Array.isArray(sizes) || sizes.length === 0 || sizes.length > 6) {
    const rule = "sizes is a list of one to six batch sizes";
    throw new ValueError({ operation: CALL, rule }, { sizes });
  }
  const J = meanOf(losses);
  const columns = sizes.map((size): Column => {
    const means = batches(losses.length, size).map((rows) => meanOf(rows.map((i) => losses[i]!)));
    return { size, means, spread: Math.sqrt(meanOf(means.map((one) => (one - J) ** 2))) };
  });
  const all = columns.flatMap(({ means }) => means);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = 0.08 * (high - low || 1);
  const right = sizes.length - 0.4;
  return figure({
    alt: `Batches of ${sizes.join(", ")} as estimates of J = ${numberText(J)}`,
    caption: caption(columns, J, losses.length),
    data: [
      ...columns.map(({ means }, k) =>
        dots(
          scattered(means, k),
          { color: BLUE, symbol: "circle" },
          {
            marker: { color: BLUE, symbol: "circle", size: 6, opacity: 0.55 },
          },
        ),
      ),
      stroke(
        [
          [-0.5, J],
          [right, J],
        ],
        { color: VERMILLION, dash: "dash" },
        2.5,
      ),
      words([[right, J]], [`J = ${numberText(J)}`], "middle right", {
        textfont: { color: VERMILLION },
      }),
      words(
        columns.map((_, k) => [k, high + room] as const),
        columns.map(({ spread }) => `± ${numberText(Number(spread.toPrecision(2)))}`),
        "middle center",
        { textfont: { color: INK, size: 13 } },
      ),
    ],
    layout: houseLayout({
      height: 380,
      margin: { r: 96 },
      xaxis: houseAxis("samples in a batch", [-0.5, right], {
        tickvals: sizes.map((_, k) => k),
        ticktext: sizes.map(String),
        showgrid: false,
        zeroline: false,
      }),
      yaxis: houseAxis("mean loss of the batch", [low - room, high + 2 * room]),
    }),
  });
}

/** Points of one column, beside each other in the order of the batches. */
function scattered(means: readonly number[], column: number): Path {
  const width = 0.32 * (1 - 1 / means.length);
  return means.map((mean, i) => {
    const place = means.length === 1 ? 0 : (2 * i) / (means.length - 1) - 1;
    return [column + width * place, mean] as const;
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function caption(columns: readonly Column[], J: number, n: number): string {
  const [first, last] = [columns[0]!, columns[columns.length - 1]!];
  return (
    `Each point is the mean loss of one batch; the batches of one size stand in one column, and together they are all ${n} samples. ` +
    `The dashed line is J = ${numberText(J)}, the mean of all. ` +
    `Single batches of ${first.size} scatter by ${numberText(first.spread)} around it, batches of ${last.size} by ${numberText(last.spread)}: ` +
    "these are the numbers above the columns, and they shrink as the square root of the size grows."
  );
}
