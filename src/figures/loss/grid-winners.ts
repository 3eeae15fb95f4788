/** Chapter 2, a search on a grid: every place that was tried, and the best of them, for some grids. */
import { ValueError } from "../../math/value-error.js";
import { finite } from "../arguments.js";
import { contourField } from "../contour-field.js";
import { type Figure, figure } from "../figure.js";
import type { Axis } from "../layout.js";
import { dots } from "../marks.js";
import { numberText, tupleText } from "../numbers.js";
import { INK, MUTED, VERMILLION } from "../palette.js";
import { panelGrid } from "../panel-grid.js";
import { panelTitle } from "../panel-title.js";
import { houseAxis, houseLayout } from "../style.js";
import type { Trace } from "../traces.js";

const CALL = "gridWinners";
/** Low ground blue-grey, high ground nearly white, so that the places tried stand out. */
const PALE = [
  [0, "#BFD3E4"],
  [0.5, "#E2EBF1"],
  [1, "#FBFBF7"],
] as const;

/** One search: the values that were tried for each of two weights, and the pair that won. */
export interface GridSearched {
  readonly values: readonly number[];
  /** Shape [2]. */
  readonly winner: readonly number[];
}

/** What {@link gridWinners} draws. */
export interface GridWinnersOptions {
  /** J of two weights, shown from the least to the largest value of all searches. */
  readonly loss: (w1: number, w2: number) => number;
  /** One to four. */
  readonly searches: readonly GridSearched[];
  /** The lowest place, if it is known, shape [2]. */
  readonly minimum?: readonly number[];
}

/**
 * A panel for each search on a grid, `argmin J(W)`, Eq. (2.13): the places it tried as small dots on
 * the level lines of J, and the winner among them.
 *
 * @throws {@link ValueError} if there is no search or more than four, a search has fewer than two
 *   values, or a winner is not two numbers
 *
 * @example
 * const search = { values: [-1, 0, 1], winner: [0, 0] };
 * gridWinners({ loss: (a, b) => a * a + b * b, searches: [search] }).alt; // => "A search on a grid: 9 places, best at (0, 0)"
 */
export function gridWinners({ loss, searches, minimum }: GridWinnersOptions): Figure {
  if (!(searches.length >= 1 && searches.length <= 4)) {
    const rule = "there are one to four searches";
    throw new ValueError({ operation: CALL, rule }, { searches: searches.length });
  }
  const found = searches.map(({ values, winner }) => {
    if (values.length < 2) {
      throw new ValueError(
        { operation: CALL, rule: "a search tries two values or more" },
        { values },
      );
    }
    for (const value of values) finite(CALL, "values", value);
    const best = pair("winner", winner);
    return { values, best, loss: loss(...best), asked: values.length ** 2 };
  });
  const all = found.flatMap(({ values }) => values);
  const ends = [Math.min(...all), Math.max(...all)] as const;
  const room = 0.05 * (ends[1] - ends[0]);
  const range = [ends[0] - room, ends[1] + room] as const;
  const columns = Math.min(2, found.length);
  const grid = panelGrid({ count: found.length, columns, gap: [0.16, 0.2] });
  const axes: Record<string, Axis> = {};
  const ground = contourField({ ...floored(loss, range), log: true, levels: 8, colorscale: PALE });
  const data = found.flatMap(({ values, best }, k): Trace[] => {
    const { panel, x, y } = grid[k]!;
    axes[panel.xaxis.replace("x", "xaxis")] = houseAxis("<i>w</i>₁", range, { ...x, nticks: 5 });
    axes[panel.yaxis.replace("y", "yaxis")] = houseAxis(
      k % columns === 0 ? "<i>w</i>₂" : "",
      range,
      { ...y, nticks: 5 },
    );
    const tried = values.flatMap((a) => values.map((b) => [a, b] as const));
    const winner = dots([best], { color: VERMILLION, symbol: "diamond" }, panel);
    const small = dots(tried, { color: MUTED, symbol: "circle" }, panel);
    return [
      { ...ground, ...panel },
      { ...small, marker: { color: MUTED, size: values.length > 12 ? 3 : 5 } },
      { ...winner, marker: { color: VERMILLION, symbol: "diamond", size: 15 } }, // the star fits inside
      ...(minimum === undefined
        ? []
        : [dots([pair("minimum", minimum)], { color: INK, symbol: "star" }, panel)]),
    ];
  });
  const said = found.map(({ asked, best }) => `${asked} places, best at ${placeText(best)}`);
  const losses = found.map(
    ({ asked, best, loss: J }) =>
      `of ${asked} places the best is ${placeText(best)}, with J = ${numberText(Number(J.toPrecision(3)))}`,
  );
  return figure({
    alt: `A search on a grid: ${said.join("; ")}`,
    caption:
      `Level lines of a loss over two weights; dark is low. Small dots are the places that were tried, the diamond is the best of them${minimum === undefined ? "" : ", the star the lowest place of all"}. ` +
      `${capital(losses.join("; "))}.`,
    data,
    layout: houseLayout({
      height: 300 * Math.ceil(found.length / columns) + 20,
      margin: { l: 68, r: 16, t: 36, b: 52 },
      hovermode: false,
      xaxis: houseAxis("", range),
      yaxis: houseAxis("", range),
      ...axes,
      annotations: found.map(({ asked }, k) => panelTitle(`${asked} places`, grid[k]!)),
    }),
  });
}

/** J raised above 0, so that its level lines can crowd where it is low. */
function floored(
  loss: GridWinnersOptions["loss"],
  range: readonly [number, number],
): { f: GridWinnersOptions["loss"]; xRange: typeof range; yRange: typeof range } {
  const ticks = Array.from({ length: 41 }, (_, i) => range[0] + ((range[1] - range[0]) * i) / 40);
  const heights = ticks.flatMap((a) => ticks.map((b) => finite(CALL, "loss", loss(a, b))));
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const floor = 1e-3 * (high - low || 1);
  return { f: (a, b) => Math.max(loss(a, b) - low, 0) + floor, xRange: range, yRange: range };
}

function pair(name: string, place: readonly number[]): readonly [number, number] {
  if (place.length === 2) return [finite(CALL, name, place[0]), finite(CALL, name, place[1])];
  throw new ValueError({ operation: CALL, rule: `${name} is two numbers` }, { [name]: place });
}

function placeText(place: readonly number[]): string {
  return tupleText(place.map((w) => Number(w.toPrecision(3))));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
