/** Pictures: the learner's curve against the wanted one, what lies between them shaded, gaps marked. */
import { figure } from "../../figures/figure.js";
import type { Layout } from "../../figures/layout.js";
import { type Path, stroke } from "../../figures/marks.js";
import { numberText } from "../../figures/numbers.js";
import { MUTED } from "../../figures/palette.js";
import { type GridPanel, panelGrid } from "../../figures/panel-grid.js";
import { panelTitle } from "../../figures/panel-title.js";
import { houseAxis, houseLayout } from "../../figures/style.js";
import type { ScatterTrace } from "../../figures/traces.js";
import type { Drawable, Picture } from "../../grading/picture.js";
import { type Gap, gapsOf, readCurves, type TwoCurves } from "./two-curves.js";
import { BETWEEN, bothSides, WANTED, YOURS } from "./two-sides.js";

/** One panel: a curve over an interval. */
export interface CurvePanel {
  readonly from: number;
  readonly to: number;
  /** Above the panel; needed where there are several. */
  readonly title?: string;
  /** The height of the curve, from the function in question. */
  readonly at: (f: Drawable, t: number) => unknown;
}

/** What {@link curvePicture} draws. */
export interface CurveOptions {
  /** Names of the axes. */
  readonly x: string;
  readonly y: string;
  /** What the caption calls the number on the x axis; the axis's name if absent. */
  readonly name?: string;
  /** What stays the same all along, as in `b = 1`, for the caption. */
  readonly given?: string;
  /** Only whole numbers are asked for, and each is marked. */
  readonly whole?: boolean;
  /** A panel in which nothing differs is left out. */
  readonly panels: readonly CurvePanel[];
  /** Shown where nothing differs in those: rounding and overflow far away, for example. */
  readonly otherwise?: readonly CurvePanel[];
}

/** Pale grey: where the learner's curve has no height. */
const NOTHING = "#ECEEF1";
const SAMPLES = 97;
const HEIGHT = 330;
const MARGIN = { l: 62, r: 20, t: 62, b: 52 };

/** A function of one number from `from` to `to`. */
export function curvePicture(
  options: Omit<CurveOptions, "panels"> & {
    readonly from: number;
    readonly to: number;
    /** What the function is called with; the number alone if absent. */
    readonly args?: (t: number) => readonly unknown[];
    /** The height in what it returns; the value itself if absent. */
    readonly pick?: (value: unknown) => unknown;
  },
): Picture {
  const { from, to, args = (t) => [t], pick = (value) => value } = options;
  return curvePanels({ ...options, panels: [{ from, to, at: (f, t) => pick(f(...args(t))) }] });
}

/** A function around 0, and where the exponentials of floats end. */
export function nearAndFar(
  options: Omit<CurveOptions, "panels"> & { readonly near: number; readonly far: number },
): Picture {
  const at: CurvePanel["at"] = (f, t) => f(t);
  const panels = [{ from: -options.near, to: options.near, at }];
  return curvePanels({
    ...options,
    panels,
    otherwise: [{ from: -options.far, to: options.far, at }],
  });
}

/** The same in several panels. */
export function curvePanels(options: CurveOptions): Picture {
  const { x, y, whole = false } = options;
  return (pictured) => {
    const differing = (panels: readonly CurvePanel[]) =>
      panels.flatMap((panel) => {
        const places = placesOf(panel, whole);
        const heights = bothSides(pictured, (f) => places.map((t) => panel.at(f, t)));
        const curves = readCurves(places, heights);
        return curves === null ? [] : [{ panel, curves }];
      });
    const first = differing(options.panels);
    const shown = first.length > 0 ? first : differing(options.otherwise ?? []);
    if (shown.length === 0) return null;
    const grid = panelGrid({ count: shown.length, columns: shown.length, gap: [0.16, 0] });
    const parts = shown.map((one, i) => ({ ...one, place: grid[i]! }));
    return figure({
      alt: `Your ${pictured.answer} beside the wanted curve`,
      caption: captionOf(pictured.answer, options, parts),
      data: parts.flatMap((part, i) => [
        ...gapsOf(part.curves).map((gap, k) => gapTrace(gap, part, i === 0 && k === 0)),
        ...tracesOf(part.curves, part.place, whole, i === 0),
      ]),
      layout: layoutOf(parts, x, y),
    });
  };
}

interface Part {
  readonly panel: CurvePanel;
  readonly curves: TwoCurves;
  readonly place: GridPanel;
}

function placesOf({ from, to }: CurvePanel, whole: boolean): number[] {
  const count = whole ? to - from + 1 : SAMPLES;
  // Half of a sum, so that the middle of a symmetric interval is 0 itself, where kinks are.
  return Array.from(
    { length: count },
    (_, i) => (from * (count - 1 - i) + to * i) / Math.max(1, count - 1),
  );
}

function tracesOf(
  { places, own, want, between }: TwoCurves,
  { panel }: GridPanel,
  whole: boolean,
  isNamed: boolean,
): ScatterTrace[] {
  const path = (heights: TwoCurves["own"]): Path =>
    heights.map((height, i) => (height === null ? null : ([places[i]!, height] as const)));
  const named = (name: string) => ({ ...panel, ...(isNamed ? { name } : { showlegend: false }) });
  const marked = ({ color, symbol }: typeof YOURS, size: number) =>
    whole ? { mode: "lines+markers" as const, marker: { color, symbol, size } } : {};
  const fill = { fill: "toself", fillcolor: BETWEEN, showlegend: false } as const;
  const nothing = { color: BETWEEN, dash: "solid" } as const;
  return [
    ...(between.length === 0 ? [] : [stroke(between, nothing, 0, { ...fill, ...panel })]),
    stroke(path(want), WANTED, 3, { ...named("wanted"), ...marked(WANTED, 6) }),
    stroke(path(own), YOURS, 3, { ...named("yours"), ...marked(YOURS, 8) }),
  ];
}

function layoutOf(parts: readonly Part[], x: string, y: string): Layout {
  const [first, second] = parts;
  const axes = ({ panel, curves, place }: Part) => ({
    x: houseAxis(x, [panel.from, panel.to], { ...place.x, nticks: parts.length > 1 ? 5 : 7 }),
    y: houseAxis(place === first?.place ? y : "", curves.range, { ...place.y, nticks: 6 }),
  });
  const [left, right] = [axes(first!), second === undefined ? undefined : axes(second)];
  return houseLayout({
    height: HEIGHT,
    margin: MARGIN,
    xaxis: left.x,
    yaxis: left.y,
    ...(right === undefined ? {} : { xaxis2: right.x, yaxis2: right.y }),
    showlegend: true,
    legend: {
      orientation: "h",
      x: 0,
      y: 1 + 30 / (HEIGHT - MARGIN.t - MARGIN.b),
      yanchor: "bottom",
    },
    annotations: parts.flatMap(({ panel, place }) =>
      panel.title === undefined ? [] : [panelTitle(panel.title, place)],
    ),
  });
}

function gapTrace({ from, to }: Gap, { curves, place }: Part, isNamed: boolean): ScatterTrace {
  const [low, high] = curves.range;
  const corners: Path = [
    [from, low],
    [from, high],
    [to, high],
    [to, low],
  ];
  const fill = { fill: "toself", fillcolor: NOTHING, showlegend: isNamed } as const;
  const name = { name: "yours: no finite number" };
  return stroke(corners, { color: MUTED, dash: "dot" }, 1, { ...fill, ...name, ...place.panel });
}

function captionOf(
  answer: string,
  { x, name = x.replaceAll(/<[^>]*>/g, ""), given }: CurveOptions,
  parts: readonly Part[],
): string {
  const also = given === undefined ? "" : ` (${given})`;
  const sentences = parts.map(({ panel, curves }) => {
    const { worst, leaves } = curves;
    const where = panel.title === undefined ? "" : `${panel.title}, `;
    const out = leaves ? ", out of the picture" : "";
    const apart =
      worst === null
        ? []
        : [
            `Farthest apart: ${where}at ${name} = ${numberText(worst.place)}${also} yours gives ${numberText(worst.own)}${out}, and ${numberText(worst.want)} is wanted.`,
          ];
    const gaps = gapsOf(curves).map(
      ({ from, to }) =>
        `Grey: yours gives no finite number ${where}from ${name} = ${numberText(from)} to ${numberText(to)}${also}.`,
    );
    return [...apart, ...gaps].join(" ");
  });
  return `Your ${answer} (dashed) beside the wanted curve (solid). ${sentences.join(" ")}`;
}
