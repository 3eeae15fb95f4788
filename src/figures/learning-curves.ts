/** Figures: curves over the epochs of a training, each with its name at its end. */
import { ValueError } from "../math/value-error.js";
import { entries, finite, type VectorLike } from "./arguments.js";
import { type Figure, figure } from "./figure.js";
import { spreadApart } from "./label-place.js";
import type { Annotation, Axis, Shape } from "./layout.js";
import { dots, type Path, stroke } from "./marks.js";
import { MUTED, NORMAL, PAPER, PURPLE, seriesStyle } from "./palette.js";
import { textWidth } from "./static-svg/rich-text.js";
import { houseAxis, houseLayout, logAxis, TEXT_SIZE } from "./style.js";
import type { ScatterTrace } from "./traces.js";

const CALL = "learningCurves";
/** Names share the right margin; longer ones break into rows. */
const WIDEST = 118;
/** Height of a row of a name, in pixels. */
const ROW = 18;

/** One training. */
export interface LearningSeries {
  /** Short; `<br>` breaks it into rows. */
  readonly name: string;
  /** Shape [n]. */
  readonly y: VectorLike;
  /** On data that the training does not see, drawn dashed, shape [n]. */
  readonly validation?: VectorLike;
  /** Epochs, shape [n]; 1, 2, … if absent. */
  readonly x?: VectorLike;
}

/** What {@link learningCurves} draws. */
export interface LearningCurvesOptions {
  readonly series: readonly LearningSeries[];
  readonly xLabel?: string;
  readonly yLabel: string;
  /** Powers of ten on the vertical axis. */
  readonly log?: boolean;
  readonly yRange?: readonly [number, number];
  /** Upright lines with a word at the top, as for the epoch at which to stop. */
  readonly marks?: readonly { readonly x: number; readonly text: string }[];
  /** In pixels; 360 if absent. */
  readonly height?: number;
  readonly caption: string;
  readonly alt: string;
}

/** One curve as it is drawn. */
interface Drawn {
  readonly label: string;
  readonly color: string;
  readonly trace: ScatterTrace;
  /** A few symbols on the curve, so that colour is not all that tells it. */
  readonly marks: ScatterTrace;
  readonly end: readonly [number, number];
}

/**
 * Curves over epochs: training solid, validation dashed, each labelled at its right end.
 *
 * @throws {@link ValueError} if there is no curve or more than five, lengths differ, a value is not
 *   finite, or with log not positive
 *
 * @example
 * const about = { yLabel: "loss", caption: "A loss. It falls.", alt: "A loss" };
 * learningCurves({ series: [{ name: "loss", y: [1, 0.5, 0.25] }], ...about }).data.length; // => 1
 */
export function learningCurves(options: LearningCurvesOptions): Figure {
  const { series, xLabel = "epoch", yLabel, log = false, height = 360, marks = [] } = options;
  if (!(series.length >= 1 && series.length <= 5)) {
    const rule = "there must be one to five series";
    const hint = "More curves than five cannot be told apart: draw two figures.";
    throw new ValueError({ operation: CALL, rule, hint }, { series: series.length });
  }
  const curves = series.flatMap((one, i) => curvesOf(one, i, series.length > 1));
  const [low, high] = options.yRange ?? extent(curves, log);
  if (log && !(low > 0)) {
    const hint = "Give a yRange from a small positive number, or leave log out.";
    throw new ValueError(
      { operation: CALL, rule: "with log all values must be positive", hint },
      { low },
    );
  }
  const xs = curves.flatMap(({ trace }) => trace.x.map(Number));
  const [from, to] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))];
  const xRange = from < to ? ([from, to] as const) : ([from - 1, to + 1] as const);
  const own: Partial<Axis> = log ? {} : { nticks: 6 };
  const yaxis = log ? logAxis(yLabel, [low, high], own) : houseAxis(yLabel, [low, high], own);
  const widest = Math.max(...curves.map(({ label }) => textWidth(label, TEXT_SIZE)));
  const margin = { l: 66, r: Math.min(WIDEST, widest) + 14, t: marks.length > 0 ? 30 : 16, b: 52 };
  return figure({
    caption: options.caption,
    alt: options.alt,
    data: curves.flatMap(({ trace, marks }) => (series.length > 1 ? [trace, marks] : [trace])),
    layout: houseLayout({
      height,
      margin,
      hovermode: "closest",
      xaxis: houseAxis(xLabel, xRange, { zeroline: false }),
      yaxis,
      annotations: [
        ...names(curves, yaxis.range, log, height - margin.t - margin.b),
        ...marks.map(({ x, text }) => markWord(finite(CALL, "marks.x", x), text)),
      ],
      shapes: marks.map(({ x }) => markLine(x)),
    }),
  });
}

function curvesOf(one: LearningSeries, index: number, several: boolean): Drawn[] {
  const y = entries(CALL, `series[${index}].y`, one.y);
  const x =
    one.x === undefined
      ? y.map((_, k) => k + 1)
      : entries(CALL, `series[${index}].x`, one.x, y.length);
  const { color, symbol } = seriesStyle(index);
  const curve = (values: readonly number[], label: string, dash: "solid" | "dash"): Drawn => {
    const path: Path = values.map((value, k) => [x[k]!, value]);
    const { hoverinfo: _, ...trace } = stroke(path, { color, dash }, 2.5);
    const hovertemplate = `${label.replace("<br>", " ")}: %{y:.4g}<extra></extra>`;
    const end = [x.at(-1)!, values.at(-1)!] as const;
    const some = [0.25, 0.5, 0.75, 1].map((part) => path[Math.round(part * (path.length - 1))]!);
    const filled = { color, symbol, size: 8, line: { color: PAPER, width: 1 } };
    const open = { color: PAPER, symbol, size: 8, line: { color, width: 1.5 } };
    const marks = dots(
      [...new Set(some)],
      { color, symbol },
      { marker: dash === "solid" ? filled : open },
    );
    return { label, color, trace: { ...trace, hovertemplate }, marks, end };
  };
  if (one.validation === undefined) return [curve(y, one.name, "solid")];
  const other = entries(CALL, `series[${index}].validation`, one.validation, y.length);
  const names = several
    ? [`${one.name},<br>training`, `${one.name},<br>validation`]
    : ["training", "validation"];
  return [curve(y, names[0]!, "solid"), curve(other, names[1]!, "dash")];
}

/** All values with a little room around them. */
function extent(curves: readonly Drawn[], log: boolean): readonly [number, number] {
  const values = curves.flatMap(({ trace }) => trace.y.map(Number));
  const [low, high] = [
    values.reduce((a, b) => Math.min(a, b)),
    values.reduce((a, b) => Math.max(a, b)),
  ];
  if (log) return [low / 1.3, high * 1.3];
  const room = 0.06 * (high - low || 1);
  return [low >= 0 && low < 0.3 * high ? 0 : low - room, high + room];
}

/** The names at the right ends, moved apart where curves end close together. */
function names(
  curves: readonly Drawn[],
  range: readonly [number, number],
  log: boolean,
  pixels: number,
): Annotation[] {
  const [low, high] = range;
  const heights = curves.map(({ end }) => {
    const at = log ? Math.log10(Math.max(end[1], Number.MIN_VALUE)) : end[1];
    return Math.max(low, Math.min(high, at));
  });
  const rows = Math.max(...curves.map(({ label }) => label.split("<br>").length));
  const gap = ((high - low) * ROW * rows) / pixels;
  const places = spreadApart(heights, gap, [low + gap / 2, high - gap / 2]);
  return curves.map(({ label, color }, i) => ({
    x: 1,
    y: places[i]!,
    xref: "paper",
    yref: "y",
    text: label,
    showarrow: false,
    xanchor: "left",
    yanchor: "middle",
    align: "left",
    xshift: 6,
    font: { size: TEXT_SIZE, color: color === PURPLE ? NORMAL : color },
  }));
}

function markWord(x: number, text: string): Annotation {
  return {
    x,
    y: 1,
    xref: "x",
    yref: "paper",
    text,
    showarrow: false,
    xanchor: "center",
    yanchor: "bottom",
    yshift: 2,
    font: { color: MUTED },
  };
}

function markLine(x: number): Shape {
  const line = { color: MUTED, width: 1.5, dash: "dot" } as const;
  return { type: "line", x0: x, x1: x, y0: 0, y1: 1, xref: "x", yref: "paper", line };
}
