/** Chapter 4, a sweep of learning rates: the loss that each reaches, and which diverge. */
import { ValueError } from "../../math/value-error.js";
import { entries, type VectorLike } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { dots, type Path, stroke } from "../marks.js";
import { numberText } from "../numbers.js";
import { seriesStyle } from "../palette.js";
import { houseLayout, logAxis } from "../style.js";

const CALL = "rateSweep";

/** One line of the sweep. */
export interface SweepSeries {
  readonly name: string;
  /** Final loss at each rate, above 0; null where the training diverged, `[k]`. */
  readonly losses: readonly (number | null)[];
}

/** What {@link rateSweep} draws. */
export interface RateSweepOptions {
  /** The rates, all above 0, from small to large, `[k]`. */
  readonly rates: VectorLike;
  /** One to four lines. */
  readonly series: readonly SweepSeries[];
}

/**
 * The final loss over the learning rate, both in powers of ten; a cross at the top marks a training
 * that diverged.
 *
 * @throws {@link ValueError} if there are not as many losses as rates, one is not above 0, or all of a
 *   line diverged
 *
 * @example
 * rateSweep({ rates: [0.1, 1], series: [{ name: "Adam", losses: [0.2, null] }] }).alt; // => "Final loss over the learning rate: Adam"
 */
export function rateSweep(options: RateSweepOptions): Figure {
  const rates = entries(CALL, "rates", options.rates);
  const { series } = options;
  assertSeries(rates, series);
  const finite = series.flatMap(({ losses }) => losses.filter((loss) => loss !== null));
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const top = high * (high / low) ** 0.12;
  return figure({
    alt: `Final loss over the learning rate: ${series.map(({ name }) => name).join(", ")}`,
    caption:
      `The loss at the end of a training over its learning rate; both axes have powers of ten. ${series
        .map((one) => described(one, rates))
        .join(" ")} ` +
      "A cross at the top is a training that diverged. Look at the width of each valley: it is where one may choose.",
    data: series.flatMap(({ name, losses }, i) => {
      const style = seriesStyle(i);
      const kept: Path = rates.map((rate, k) => {
        const loss = losses[k]!;
        return loss === null ? null : ([rate, loss] as const);
      });
      const lost: Path = rates.flatMap((rate, k) =>
        losses[k] === null ? [[rate, top * 0.98 ** i] as const] : [],
      );
      const points = dots(kept, style);
      const { marker, mode: _, ...rest } = points;
      const line = stroke(kept, style, 2.5, { name, showlegend: true });
      return [
        { ...rest, ...line, mode: "lines+markers" as const, marker: { ...marker!, size: 9 } },
        ...(lost.length > 0
          ? [dots(lost, { color: style.color, symbol: "x" }, { showlegend: false })]
          : []),
      ];
    }),
    layout: houseLayout({
      height: 430,
      margin: { t: 22 + 26, l: 66 },
      showlegend: true,
      legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom", font: { size: 12 } },
      xaxis: logAxis("learning rate <i>η</i>", [
        Math.min(...rates) / 1.6,
        Math.max(...rates) * 1.6,
      ]),
      yaxis: logAxis("final loss", [low / 1.8, top * 1.5]),
    }),
  });
}

function assertSeries(rates: readonly number[], series: readonly SweepSeries[]): void {
  const operation = CALL;
  if (!Array.isArray(series) || series.length < 1 || series.length > 4) {
    const rule = "series must be a list of one to four lines";
    throw new ValueError({ operation, rule }, { series });
  }
  if (!rates.every((rate) => rate > 0)) {
    const rule = "rates on an axis with powers of ten are above 0";
    throw new ValueError({ operation, rule }, { rates });
  }
  for (const { name, losses } of series) {
    const sound = losses.every(
      (loss: number | null) => loss === null || (Number.isFinite(loss) && loss > 0),
    );
    if (
      losses.length === rates.length &&
      sound &&
      losses.some((loss: number | null) => loss !== null)
    )
      continue;
    const rule =
      "each line has a loss above 0 for each rate, or null where it diverged, not all null";
    throw new ValueError({ operation, rule }, { [name]: losses });
  }
}

function described({ name, losses }: SweepSeries, rates: readonly number[]): string {
  const kept = rates.flatMap((rate, k) => (losses[k] === null ? [] : [{ rate, loss: losses[k]! }]));
  const best = kept.reduce((a, b) => (b.loss < a.loss ? b : a));
  const lost = rates.filter((_, k) => losses[k] === null);
  const gone = lost.length === 0 ? "none diverges" : `from ${numberText(lost[0]!)} on it diverges`;
  const text = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return `${text}: the best of these is ${numberText(best.rate)} with the loss ${numberText(best.loss)}, the smallest rate gives ${numberText(kept[0]!.loss)}, and ${gone}.`;
}
