/** Figures: means with their spread, one a row, so that long names stay legible on a phone. */
import { ValueError } from "../math/value-error.js";
import { finite } from "./arguments.js";
import { type Figure, figure } from "./figure.js";
import type { Annotation, Shape } from "./layout.js";
import { dots } from "./marks.js";
import { numberText } from "./numbers.js";
import { BLUE, INK, MUTED, PAPER, VERMILLION } from "./palette.js";
import { hiddenAxis, houseAxis, houseLayout, logAxis, TEXT_SIZE } from "./style.js";
import type { ErrorBars } from "./traces.js";

const CALL = "barsWithErrors";
/** Height of a row with its name above, in pixels. */
const ROW = 52;

/** One row. */
export interface MeasuredMean {
  readonly name: string;
  readonly mean: number;
  /** How far the whiskers reach to both sides, as a standard deviation does; no whiskers if absent. */
  readonly spread?: number;
  /** Drawn in vermillion, as the one that the text speaks about. */
  readonly marked?: boolean;
}

/** What {@link barsWithErrors} draws. */
export interface BarsWithErrorsOptions {
  readonly bars: readonly MeasuredMean[];
  /** What is measured, under the axis. */
  readonly label: string;
  /** A value to compare with, as an upright line. */
  readonly baseline?: { readonly value: number; readonly name: string };
  readonly range?: readonly [number, number];
  /** Powers of ten. */
  readonly log?: boolean;
  readonly caption: string;
  readonly alt: string;
}

/**
 * Means as dots with whiskers, one a row, each with its name and its value above.
 *
 * @throws {@link ValueError} if there are no rows or more than 14, a number is not finite, or a spread is
 *   negative
 *
 * @example
 * const about = { label: "accuracy", caption: "One mean. It is 0.9.", alt: "One mean" };
 * barsWithErrors({ bars: [{ name: "dropout", mean: 0.9, spread: 0.02 }], ...about }).layout.height; // => 146
 */
export function barsWithErrors(options: BarsWithErrorsOptions): Figure {
  const { bars, label, baseline, log = false, caption, alt } = options;
  if (!(bars.length >= 1 && bars.length <= 14)) {
    const rule = "there must be one to fourteen bars";
    throw new ValueError({ operation: CALL, rule }, { bars: bars.length });
  }
  const rows = bars.map((bar, i) => {
    const mean = finite(CALL, `the mean of ${bar.name}`, bar.mean);
    const spread = finite(CALL, `the spread of ${bar.name}`, bar.spread ?? 0);
    if (spread >= 0) return { ...bar, mean, spread, y: bars.length - 1 - i };
    const rule = `the spread of ${bar.name} must not be negative`;
    throw new ValueError({ operation: CALL, rule }, { spread });
  });
  const ends = rows.flatMap(({ mean, spread }) => [mean - spread, mean + spread]);
  const all = baseline === undefined ? ends : [...ends, finite(CALL, "baseline", baseline.value)];
  const range = options.range ?? extent(all, log);
  if (log && !(range[0] > 0)) {
    const rule = "with log all values must be positive";
    throw new ValueError({ operation: CALL, rule }, { lowest: range[0] });
  }
  const data = [false, true].flatMap((marked) => {
    const own = rows.filter((row) => (row.marked === true) === marked);
    const color = marked ? VERMILLION : BLUE;
    const whiskers: ErrorBars = {
      type: "data",
      array: own.map(({ spread }) => spread),
      color,
      thickness: 2,
      width: 5,
    };
    const path = own.map(({ mean, y }) => [mean, y] as const);
    const style = { color, symbol: marked ? "diamond" : "circle" } as const;
    return own.length === 0 ? [] : [dots(path, style, { error_x: whiskers })];
  });
  const top = baseline === undefined ? 12 : 34;
  return figure({
    caption,
    alt,
    data,
    layout: houseLayout({
      height: ROW * bars.length + top + 82 - (baseline === undefined ? 0 : 22),
      margin: { l: 18, r: 18, t: top, b: 56 },
      hovermode: false,
      xaxis: log ? logAxis(label, range) : houseAxis(label, range, { zeroline: false, nticks: 6 }),
      yaxis: hiddenAxis([-0.45, bars.length - 0.3]),
      annotations: [
        ...rows.flatMap((row) => named(row)),
        ...(baseline === undefined ? [] : [compared(baseline, log, range)]),
      ],
      shapes: baseline === undefined ? [] : [baseLine(baseline.value)],
    }),
  });
}

/** All of it with some room, from 0 if that is not far. */
function extent(values: readonly number[], log: boolean): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (log) return [low / 1.5, high * 1.5];
  const room = 0.08 * (high - low || Math.abs(high) || 1);
  return [low >= 0 && low < 0.4 * high ? 0 : low - room, high + room];
}

/** The name above the left end of a row, the value above its right end. */
function named(row: MeasuredMean & { readonly spread: number; readonly y: number }): Annotation[] {
  const spread = row.spread === 0 ? "" : ` ± ${numberText(row.spread)}`;
  const color = row.marked === true ? VERMILLION : INK;
  const common = {
    y: row.y,
    yref: "y",
    xref: "paper",
    showarrow: false,
    yanchor: "middle",
    yshift: 19,
    bgcolor: PAPER,
  } as const;
  const value = `<b>${numberText(row.mean)}</b>${spread}`;
  return [
    {
      ...common,
      x: 0,
      xanchor: "left",
      xshift: 4,
      text: row.name,
      font: { size: TEXT_SIZE, color },
    },
    {
      ...common,
      x: 1,
      xanchor: "right",
      xshift: -4,
      text: value,
      font: { size: TEXT_SIZE, color },
    },
  ];
}

function compared(
  { value, name }: { readonly value: number; readonly name: string },
  log: boolean,
  [low, high]: readonly [number, number],
): Annotation {
  const place = log ? Math.log10(value) : value;
  const ends = log ? [Math.log10(low), Math.log10(high)] : [low, high];
  const part = (place - ends[0]!) / (ends[1]! - ends[0]!);
  const xanchor = part < 0.3 ? "left" : part > 0.7 ? "right" : "center";
  return {
    x: place,
    y: 1,
    xref: "x",
    yref: "paper",
    text: `${name}: ${numberText(value)}`,
    showarrow: false,
    xanchor,
    yanchor: "bottom",
    yshift: 4,
    font: { color: MUTED },
  };
}

function baseLine(value: number): Shape {
  const line = { color: MUTED, width: 1.5, dash: "dash" } as const;
  return { type: "line", x0: value, x1: value, y0: 0, y1: 1, xref: "x", yref: "paper", line };
}
