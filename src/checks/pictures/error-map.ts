/** Pictures: a matrix of the learner's, the wanted one, and entry by entry what lies between. */
import { type Figure, figure } from "../../figures/figure.js";
import type { Axis, Layout, Shape } from "../../figures/layout.js";
import { words } from "../../figures/marks.js";
import { numberText } from "../../figures/numbers.js";
import { DIVERGING, INK, VERMILLION } from "../../figures/palette.js";
import { type GridPanel, panelGrid } from "../../figures/panel-grid.js";
import { panelTitle } from "../../figures/panel-title.js";
import { hiddenAxis, houseLayout } from "../../figures/style.js";
import type { HeatmapTrace, Trace } from "../../figures/traces.js";
import type { Drawable, Picture } from "../../grading/picture.js";
import { agrees, bothSides, drawableRows } from "./two-sides.js";

type Rows = readonly (readonly (number | null)[])[];

/** Larger matrices than this are drawn without numbers … */
const MOST_COLUMNS = 6;
/** … and larger ones than this not at all. */
const MOST = 40;
/** Height of a row of cells, in pixels. */
const ROW = 44;
/** Signs that fit into a cell. */
const ROOM = 6;
/** Three panels stand side by side while their cells have room for numbers. */
const NARROW = 3;

/**
 * Three maps of what the function gives: yours, wanted, and yours minus wanted.
 *
 * @param about - what the rows and columns are, as a sentence
 */
export function errorMapPicture(compute: (f: Drawable) => unknown, about = ""): Picture {
  return (pictured) => {
    const [got, want] = bothSides(pictured, compute);
    if (agrees(got, want)) return null;
    const [own, wanted] = [drawableRows(got), drawableRows(want)];
    if (own === null || wanted === null) return null;
    return errorMap(pictured.answer, own, wanted, about);
  };
}

/** The figure, from two matrices that may differ in shape. */
export function errorMap(answer: string, own: Rows, want: Rows, about = ""): Figure | null {
  if ([own, want].some((rows) => rows.length > MOST || rows[0]!.length > MOST)) return null;
  const isSame = own.length === want.length && own[0]!.length === want[0]!.length;
  const apart = own.map((row, i) =>
    row.map((entry, j) => {
      const wanted = want[i]?.[j];
      return entry === null || wanted == null ? null : tidy(entry - wanted);
    }),
  );
  const maps = [
    { title: isSame ? "yours" : `yours ${shapeText(own)}`, rows: own },
    { title: isSame ? "wanted" : `wanted ${shapeText(want)}`, rows: want },
    ...(isSame ? [{ title: "yours − wanted", rows: apart }] : []),
  ];
  const width = Math.max(own[0]!.length, want[0]!.length);
  const columns = width <= NARROW ? maps.length : 1;
  const places = panelGrid({ count: maps.length, columns, gap: [0.06, 0.14] });
  const size = largest([...own, ...want].flat());
  const data = maps.flatMap(({ rows }, i): Trace[] => {
    const scale = i === 2 ? largest(apart.flat()) : size;
    return [
      cells(rows, scale, places[i]!),
      ...numbersIn(rows, isSame ? apart : rows.map((row) => row.map(() => 0)), places[i]!),
    ];
  });
  return figure({
    alt: `Your ${answer} beside the wanted matrix`,
    caption: [captionOf(answer, own, want, isSame, apart), about].join(" ").trim(),
    data,
    layout: layoutOf(maps, places, columns, isSame ? apart : null),
  });
}

function layoutOf(
  maps: readonly { readonly title: string; readonly rows: Rows }[],
  places: readonly GridPanel[],
  columns: number,
  apart: Rows | null,
): Layout {
  const tallest = Math.max(...maps.map(({ rows }) => rows.length));
  const rows = Math.ceil(maps.length / columns);
  const axes: Record<string, Axis> = {};
  maps.forEach((map, i) => {
    const { panel, x, y } = places[i]!;
    const [down, across] = [map.rows.length, map.rows[0]!.length];
    axes[panel.xaxis.replace("x", "xaxis")] = { ...hiddenAxis([-0.52, across - 0.48]), ...x };
    // All maps have rows of the same height, from the top.
    axes[panel.yaxis.replace("y", "yaxis")] = {
      ...hiddenAxis([Math.max(down, tallest) - 0.48, -0.52]),
      ...y,
    };
  });
  const own = axes as Pick<Layout, "xaxis" | "yaxis">;
  return houseLayout({
    ...own,
    height: Math.max(120, rows * (tallest * Math.min(ROW, 400 / tallest) + 30) + 20),
    margin: { l: 12, r: 12, t: 34, b: 12 },
    hovermode: false,
    annotations: maps.map(({ title }, i) => panelTitle(title, places[i]!)),
    shapes: apart === null ? [] : places.slice(0, 1).flatMap((place) => frames(apart, place)),
  });
}

/** A frame around each entry that is wrong. */
function frames(apart: Rows, { panel }: GridPanel): Shape[] {
  return apart.flatMap((row, i) =>
    row.flatMap((entry, j): Shape[] => {
      if (isRight(entry)) return [];
      const corners = { x0: j - 0.46, x1: j + 0.46, y0: i - 0.44, y1: i + 0.44 };
      const line = { color: VERMILLION, width: 2.5, dash: "dash" } as const;
      return [{ type: "rect", ...corners, xref: panel.xaxis, yref: panel.yaxis, line }];
    }),
  );
}

function cells(rows: Rows, size: number, { panel }: GridPanel): HeatmapTrace {
  return {
    type: "heatmap",
    x: rows[0]!.map((_, j) => j),
    y: rows.map((_, i) => i),
    z: rows,
    zmin: -size,
    zmax: size,
    colorscale: DIVERGING,
    showscale: false,
    xgap: 2,
    ygap: 2,
    hoverinfo: "skip",
    ...panel,
  };
}

/** The entries as words; what is wrong stands bold. */
function numbersIn(rows: Rows, apart: Rows, { panel }: GridPanel): Trace[] {
  if (rows[0]!.length > MOST_COLUMNS) return [];
  const places = rows.flatMap((row, i) => row.map((_, j) => [j, i] as const));
  const texts = rows.flatMap((row, i) =>
    row.map((entry, j) => {
      const text = entry === null ? "none" : shortText(entry);
      return isRight(apart[i]?.[j] ?? null) ? text : `<b>${text}</b>`;
    }),
  );
  const style = { textfont: { color: INK, size: 14 }, ...panel };
  return [words(places, texts, "middle center", style)];
}

function captionOf(answer: string, own: Rows, want: Rows, isSame: boolean, apart: Rows): string {
  const colors = "Blue is positive, orange negative, white 0.";
  if (!isSame) {
    const turned = own.length === want[0]!.length && own[0]!.length === want.length;
    const also = turned ? " The shapes are each other's transposes." : "";
    return `Your ${answer} returns the shape ${shapeText(own)}, and ${shapeText(want)} is wanted.${also} ${colors}`;
  }
  const wrong = apart.flat().filter((entry) => !isRight(entry)).length;
  const all = apart.flat().length;
  const which =
    wrong === all ? `All ${all} entries are wrong` : `${wrong} of ${all} entries are wrong`;
  return `What your ${answer} returns, what is wanted, and the difference. ${which}: they are framed and bold. ${colors}`;
}

function isRight(apart: number | null): boolean {
  return apart !== null && Math.abs(apart) < 1e-9;
}

function largest(entries: readonly (number | null)[]): number {
  return entries.reduce<number>((most, entry) => Math.max(most, Math.abs(entry ?? 0)), 0) || 1;
}

function shapeText(rows: Rows): string {
  return `[${rows.length}, ${rows[0]!.length}]`;
}

/** So short that it fits into its cell. */
function shortText(value: number): string {
  const text = numberText(tidy(value));
  return text.length <= ROOM ? text : numberText(Number(value.toPrecision(2)));
}

/** Without the last digits that rounding leaves. */
function tidy(value: number): number {
  return Number(value.toPrecision(10)) + 0;
}
