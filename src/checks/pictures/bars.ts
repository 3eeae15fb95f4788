/** Pictures: a list of numbers as bars beside the wanted ones, and a histogram beside the wanted one. */
import { figure } from "../../figures/figure.js";
import { histogramBars } from "../../figures/histogram-bars.js";
import type { Layout } from "../../figures/layout.js";
import { words } from "../../figures/marks.js";
import { numberText } from "../../figures/numbers.js";
import { INK, PAPER } from "../../figures/palette.js";
import { type GridPanel, panelGrid } from "../../figures/panel-grid.js";
import { panelTitle } from "../../figures/panel-title.js";
import { houseAxis, houseLayout } from "../../figures/style.js";
import type { BarTrace, ScatterTrace } from "../../figures/traces.js";
import type { Drawable, Picture } from "../../grading/picture.js";
import {
  agrees,
  bothSides,
  drawableList,
  drawableRows,
  extentOf,
  legendAbove,
  WANTED,
  YOURS,
} from "./two-sides.js";

const HEIGHT = 310;
const MARGIN = { l: 62, r: 16, t: 44, b: 52 };
/** More bars are too thin for their numbers. */
const MOST_NUMBERS = 5;
const BINS = 24;

/** What {@link barsPicture} draws. */
export interface BarsOptions {
  readonly x: string;
  readonly y: string;
  /** Under the bars; their places from 0 if absent. */
  readonly names?: readonly string[];
  /** The values share something out, so that their sum says something. */
  readonly isShared?: boolean;
  readonly values: (f: Drawable) => unknown;
}

/** Wanted bars are full, the learner's are hollow. */
export function barsPicture({ x, y, names, isShared = false, values }: BarsOptions): Picture {
  return (pictured) => {
    const [got, want] = bothSides(pictured, values);
    if (agrees(got, want)) return null;
    const [own, wanted] = [drawableList(got), drawableList(want)];
    if (own === null || wanted === null || extentOf(own) === null) return null;
    const count = Math.max(own.length, wanted.length);
    const [low, high] = extentOf([0, ...own, ...wanted])!;
    const room = 0.16 * (high - low || 1);
    const nameAt = (i: number): string => names?.[i] ?? String(i);
    const missing = own.flatMap((entry, i) => (entry === null ? [nameAt(i)] : []));
    const lost = missing.length === 0 ? "" : `Yours has no finite number at ${missing.join(", ")}.`;
    const difference = isShared
      ? `Yours add up to ${numberText(total(own))}, the wanted ones to ${numberText(total(wanted))}.`
      : farthestText(own, wanted, nameAt);
    return figure({
      alt: `What your ${pictured.answer} gives beside what is wanted`,
      caption: `What your ${pictured.answer} gives (hollow bars) and what is wanted (full bars). ${[difference, lost].filter((part) => part !== "").join(" ")}`,
      data: [
        barsOf("wanted", wanted, -0.2, {
          color: WANTED.color,
          line: { color: WANTED.color, width: 2 },
        }),
        barsOf("yours", own, 0.2, { color: PAPER, line: { color: YOURS.color, width: 2.5 } }),
        ...(count > MOST_NUMBERS ? [] : [labels(wanted, -0.2), labels(own, 0.2)]),
      ],
      layout: houseLayout({
        height: HEIGHT,
        margin: MARGIN,
        xaxis: houseAxis(x, [-0.5, count - 0.5], {
          tickvals: Array.from({ length: count }, (_, i) => i),
          ticktext: Array.from({ length: count }, (_, i) => nameAt(i)),
          showgrid: false,
          zeroline: false,
        }),
        yaxis: houseAxis(y, [low < 0 ? low - room : 0, high > 0 ? high + room : 0], { nticks: 6 }),
        barmode: "overlay",
        ...legendAbove(1.06),
      }),
    });
  };
}

/** The spread of many values, the learner's above the wanted, over the same interval. */
export function histogramPicture(x: string, values: (f: Drawable) => unknown): Picture {
  return (pictured) => {
    const [got, want] = bothSides(pictured, values);
    if (agrees(got, want)) return null;
    const [own, wanted] = [drawableRows(got)?.flat(), drawableRows(want)?.flat()];
    if (own === undefined || wanted === undefined) return null;
    const sides = [own, wanted].map((all) => all.filter((entry) => entry !== null));
    if (sides.some((side) => side.length < 2)) return null;
    const size = Math.max(...sides.map((side) => 3 * spread(side)), 1e-6);
    const range = [-size, size] as const;
    const places = panelGrid({ count: 2, columns: 1, gap: [0, 0.24] });
    const styles = [
      { color: PAPER, line: { color: YOURS.color, width: 2 } },
      { color: WANTED.color, line: { color: PAPER, width: 0.5 } },
    ];
    const bars = sides.map((side, i) => {
      const { panel } = places[i]!;
      const { trace, heights } = histogramBars({ values: side, bins: BINS, range, panel });
      return { trace: { ...trace, marker: styles[i]! }, heights };
    });
    // The same values in another order: nothing to see.
    if (bars[0]!.heights.join() === bars[1]!.heights.join()) return null;
    const text = sides.map(
      (side) => `deviation ${numberText(Number(spread(side).toPrecision(3)))}`,
    );
    const panels = bars.map(({ heights }, i) => ({
      place: places[i]!,
      title: `${["yours", "wanted"][i]}: ${text[i]}`,
      top: 1.08 * Math.max(...heights),
    }));
    return figure({
      alt: `How the values of your ${pictured.answer} spread`,
      caption: `${sides[0]!.length} values of your ${pictured.answer} above (hollow bars), ${sides[1]!.length} wanted ones below (full bars), from the same random numbers and on the same axis. Yours have the ${text[0]}, the wanted ones the ${text[1]}.`,
      data: bars.map(({ trace }) => trace),
      layout: histogramLayout(panels, x, range),
    });
  };
}

/** One panel above the other, with the name of the axis below both. */
function histogramLayout(
  panels: readonly { readonly place: GridPanel; readonly title: string; readonly top: number }[],
  x: string,
  range: readonly [number, number],
): Layout {
  const [upper, lower] = panels.map(({ place, top }, i) => ({
    x: houseAxis(i === 1 ? x : "", range, { ...place.x, nticks: 7 }),
    y: houseAxis("count", [0, top], { ...place.y, nticks: 4 }),
  }));
  return houseLayout({
    height: 400,
    margin: { ...MARGIN, t: 30 },
    xaxis: upper!.x,
    yaxis: upper!.y,
    xaxis2: lower!.x,
    yaxis2: lower!.y,
    annotations: panels.map(({ place, title }) => panelTitle(title, place)),
  });
}

function barsOf(
  name: string,
  values: readonly (number | null)[],
  shift: number,
  marker: BarTrace["marker"],
): BarTrace {
  const x = values.map((_, i) => i + shift);
  const y = values.map((value) => (value === null ? null : Number(value.toPrecision(6))));
  return { type: "bar", x, y, width: 0.34, name, marker, hoverinfo: "skip" };
}

function labels(values: readonly (number | null)[], shift: number): ScatterTrace {
  const path = values.map((value, i) => [i + shift, Math.max(0, value ?? 0)] as const);
  const texts = values.map((value) =>
    value === null ? "none" : numberText(Number(value.toPrecision(3))),
  );
  return words(path, texts, "top center", { textfont: { color: INK, size: 13 } });
}

/** Which bar is farthest off, if one is; or that the two sides have not as many. */
function farthestText(
  own: readonly (number | null)[],
  wanted: readonly (number | null)[],
  nameAt: (i: number) => string,
): string {
  if (own.length !== wanted.length) {
    return `Yours has ${own.length} ${own.length === 1 ? "entry" : "entries"}, and ${wanted.length} are wanted.`;
  }
  const apart = own.map((a, i) => (a === null ? -1 : Math.abs(a - (wanted[i] ?? a))));
  const worst = apart.indexOf(Math.max(...apart));
  const [got, want] = [own, wanted].map((side) => numberText(side[worst] ?? 0));
  if (got === want) return "";
  return `Farthest off: at ${nameAt(worst)} yours gives ${got}, and ${want} is wanted.`;
}

function total(values: readonly (number | null)[]): number {
  const sum = values.reduce<number>((so, value) => so + (value ?? 0), 0);
  return Number(sum.toPrecision(8));
}

/** The standard deviation. */
function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
