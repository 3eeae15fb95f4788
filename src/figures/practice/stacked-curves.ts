/** Chapter 5, practice: curves over the same epochs in panels below each other, names at their ends. */
import { type Figure, figure } from "../figure.js";
import { spreadApart } from "../label-place.js";
import type { Layout } from "../layout.js";
import { type Path, stroke, words } from "../marks.js";
import { FAINT, INK, PURPLE, type SeriesStyle, seriesStyle } from "../palette.js";
import { panelGrid } from "../panel-grid.js";
import { textWidth } from "../static-svg/rich-text.js";
import { houseAxis, houseLayout, logAxis, TEXT_SIZE } from "../style.js";
import type { ScatterTrace } from "../traces.js";

/** Curves with more points than this are drawn thin. */
const MANY = 200;

/** One curve. */
export interface StackedSeries {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Thin and pale, behind the others, without a name at its end. */
  readonly isBackground?: true;
  /** Which of the house styles it has; by its place among the curves in front if absent. */
  readonly style?: number;
}

/** One panel with its curves, at most four of them in front. */
export interface StackedPanel {
  readonly title: string;
  readonly series: readonly StackedSeries[];
  /** In powers of ten; what is 0 lies on the lower edge. */
  readonly log?: true;
  /** Lowest and highest value; chosen by the numbers if absent. */
  readonly range?: readonly [number, number];
}

/** What {@link stackedCurves} draws. */
export interface StackedOptions {
  readonly panels: readonly StackedPanel[];
  readonly xLabel: string;
  readonly xRange: readonly [number, number];
  readonly height: number;
  readonly caption: string;
  readonly alt: string;
}

/** Panels below each other. Values that are not finite are left out. */
export function stackedCurves({ panels, xLabel, xRange, height, ...own }: StackedOptions): Figure {
  const grid = panelGrid({ count: panels.length, columns: 1, gap: [0, 0.09] });
  const axes: Record<string, unknown> = {};
  const data = panels.flatMap((panel, i): ScatterTrace[] => {
    const place = grid[i]!;
    const range = panel.range ?? rangeOf(panel);
    const isLast = i === panels.length - 1;
    const suffix = i === 0 ? "" : String(i + 1);
    axes[`xaxis${suffix}`] = houseAxis(isLast ? xLabel : "", xRange, {
      ...place.x,
      zeroline: false,
      ...(isLast ? {} : { showticklabels: false, ticks: "" }),
    });
    axes[`yaxis${suffix}`] =
      panel.log === true
        ? logAxis(panel.title, range, { ...place.y, nticks: 5 })
        : houseAxis(panel.title, range, { ...place.y, nticks: 5 });
    return [
      ...curvesOf(panel, range, xRange).map((trace) => ({ ...trace, ...place.panel })),
      ...namesOf(panel, range, xRange).map((trace) => ({ ...trace, ...place.panel })),
    ];
  });
  const layout = houseLayout({
    height,
    margin: { l: 66, r: roomFor(panels), t: 14 },
    ...(axes as Pick<Layout, "xaxis" | "yaxis">),
  });
  return figure({ ...own, data, layout });
}

/** Pixels for the longest name beside the panels. */
function roomFor(panels: readonly StackedPanel[]): number {
  const names = panels.flatMap((panel) => inFront(panel).map(({ name }) => name));
  return 16 + Math.ceil(Math.max(...names.map((name) => textWidth(name, TEXT_SIZE))));
}

const inFront = ({ series }: StackedPanel): readonly StackedSeries[] =>
  series.filter(({ isBackground }) => isBackground !== true);

function curvesOf(
  panel: StackedPanel,
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): ScatterTrace[] {
  const front = inFront(panel);
  const path = ({ x, y }: StackedSeries): Path =>
    x.flatMap((at, k): Path => {
      const value = y[k]!;
      if (!Number.isFinite(value) || at < from || at > to) return [];
      return [[at, Math.min(high, Math.max(low, value))]];
    });
  return panel.series.map((series) => {
    const style =
      series.isBackground === true
        ? ({ color: FAINT, dash: "solid" } as const)
        : styleOf(series, front.indexOf(series));
    const width = series.isBackground === true ? 1 : series.x.length > MANY ? 1.3 : 2.5;
    const { hoverinfo: _, ...trace } = stroke(path(series), style, width, { name: series.name });
    return { ...trace, hovertemplate: `%{x:.3~g}: ${series.name} %{y:.4~g}<extra></extra>` };
  });
}

function styleOf({ style }: StackedSeries, place: number): SeriesStyle {
  return seriesStyle(style ?? place);
}

/** The names beside the right ends, kept apart. */
function namesOf(
  panel: StackedPanel,
  [low, high]: readonly [number, number],
  [, to]: readonly [number, number],
): ScatterTrace[] {
  const scale = (value: number): number => (panel.log === true ? Math.log10(value) : value);
  const back = (height: number): number => (panel.log === true ? 10 ** height : height);
  const [bottom, top] = [scale(low), scale(high)];
  const ends = inFront(panel).map(({ y }) => {
    const value = y.filter(Number.isFinite).at(-1) ?? low;
    return scale(Math.min(high, Math.max(low, value)));
  });
  const room = top - bottom;
  const heights = spreadApart(ends, 0.155 * room, [bottom + 0.06 * room, top - 0.06 * room]);
  return inFront(panel).map((series, i) => {
    const { color } = styleOf(series, i);
    return words([[to, back(heights[i]!)]], [series.name], "middle right", {
      textfont: { color: color === PURPLE ? INK : color },
    });
  });
}

/** Room for all values; on a log axis whole powers of ten. */
function rangeOf({ series, log }: StackedPanel): readonly [number, number] {
  const values = series.flatMap(({ y }) => y.filter(Number.isFinite));
  if (log !== true) {
    const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
    const room = 0.06 * (high - low || 1);
    return [low === 0 ? 0 : low - room, high + room];
  }
  const positive = values.filter((value) => value > 0);
  const least = Math.max(1e-3, Math.min(1, ...positive));
  const most = Math.max(10, ...positive);
  return [10 ** Math.floor(Math.log10(least)), 10 ** Math.ceil(Math.log10(most) + 0.05)];
}
