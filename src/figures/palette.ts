/**
 * Figures: the colours. Okabe and Ito's palette, told apart with every common colour vision; no
 * series is marked by colour alone, so each comes with a dash and a marker of its own.
 *
 * @see M. Okabe, K. Ito, "Color Universal Design" (2008)
 */
import type { ColorScale, Dash, MarkerSymbol } from "./traces.js";

export const BLUE = "#0072B2";
export const VERMILLION = "#D55E00";
export const GREEN = "#009E73";
export const PURPLE = "#CC79A7";
export const ORANGE = "#E69F00";
export const SKY = "#56B4E9";

/** The weight vector in pictures of the plane: the palette's purple, dark enough for words. */
export const NORMAL = "#8A3B6B";

export const INK = "#1F2430";
export const MUTED = "#5A6270";
export const FAINT = "#C4C9D1";
export const GRID = "#E7EAEE";
export const PAPER = "#FFFFFF";

/** How one series among several is drawn. */
export interface SeriesStyle {
  readonly color: string;
  readonly dash: Dash;
  readonly symbol: MarkerSymbol;
}

const SERIES: readonly SeriesStyle[] = [
  { color: BLUE, dash: "solid", symbol: "circle" },
  { color: VERMILLION, dash: "dash", symbol: "diamond" },
  { color: GREEN, dash: "dashdot", symbol: "square" },
  { color: PURPLE, dash: "dot", symbol: "triangle-up" },
  { color: INK, dash: "longdash", symbol: "cross" },
];

/** Style of the series at this position, counted from 0; they repeat after five. */
export function seriesStyle(index: number): SeriesStyle {
  return SERIES[index % SERIES.length]!;
}

/** Low values vermillion, middle white, high values blue; pale enough to read black text on it. */
export const DIVERGING: ColorScale = [
  [0, "#F0A272"],
  [0.25, "#F8D3BB"],
  [0.5, "#FFFFFF"],
  [0.75, "#BBDBEE"],
  [1, "#72B5DC"],
];

/** Low values deep blue, high values pale yellow: lightness alone tells them apart. */
export const ELEVATION: ColorScale = [
  [0, "#3F76A8"],
  [0.2, "#6BA3C4"],
  [0.45, "#A5CFCB"],
  [0.7, "#DCE8C0"],
  [1, "#FBF3C8"],
];
