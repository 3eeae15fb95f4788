/**
 * Pictures: what all of them share. The learner's side is dashed, vermillion, with diamonds; the wanted
 * side is solid, blue, with circles: colour is never the only mark.
 */
import type { Layout } from "../../figures/layout.js";
import { BLUE, PAPER, type SeriesStyle, VERMILLION } from "../../figures/palette.js";
import type { Marker } from "../../figures/traces.js";
import { mismatch } from "../../grading/judge.js";
import type { Drawable, Pictured } from "../../grading/picture.js";
import { ANSWER } from "../../math/tolerances.js";

/** How the learner's side is drawn. */
export const YOURS: SeriesStyle = { color: VERMILLION, dash: "dash", symbol: "diamond" };
/** How the wanted side is drawn. */
export const WANTED: SeriesStyle = { color: BLUE, dash: "solid", symbol: "circle" };
/** Pale vermillion: what lies between the two sides, and where one is missing. */
export const BETWEEN = "#F6E0D3";

/** One mark that stands out: what an answer chose, or what it should have chosen. */
export function largeMark({ color, symbol }: SeriesStyle, size: number): Marker {
  return { color, symbol, size, line: { color: PAPER, width: 2 } };
}

/** A legend over the picture; `y` is 1 at its upper edge. */
export function legendAbove(y: number): Pick<Layout, "showlegend" | "legend"> {
  return { showlegend: true, legend: { orientation: "h", x: 0, y, yanchor: "bottom" } };
}

/** Longer lists than this are not drawn. */
const MOST = 400;

/** What something comes to with the learner's function, and with the wanted one. */
export function bothSides<T>(
  { answer, own, want }: Pictured,
  compute: (f: Drawable) => T,
): readonly [own: T, want: T] {
  return [compute(own[answer]!), compute(want[answer]!)];
}

/** The number, or null for anything that cannot be drawn as one. */
export function drawable(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** The entries of a list, null for those that are no finite numbers; null if it is no list. */
export function drawableList(value: unknown): (number | null)[] | null {
  const list = plain(value);
  if (!Array.isArray(list) || list.length === 0 || list.length > MOST) return null;
  return list.some((entry) => Array.isArray(entry)) ? null : list.map(drawable);
}

/** The rows of a matrix, or null if it is none; a list is one row. */
export function drawableRows(value: unknown): (number | null)[][] | null {
  const rows = plain(value);
  if (!Array.isArray(rows) || rows.length === 0 || rows.length > MOST) return null;
  if (!Array.isArray(rows[0])) {
    const list = drawableList(rows);
    return list === null ? null : [list];
  }
  const lists = rows.map(drawableList);
  const width = lists[0]?.length;
  const even = lists.every((row) => row !== null && row.length === width);
  return even ? (lists as (number | null)[][]) : null;
}

/** A point of the plane, or null. */
export function drawablePoint(value: unknown): readonly [number, number] | null {
  const [x, y] = drawableList(value) ?? [];
  return typeof x === "number" && typeof y === "number" ? [x, y] : null;
}

/** Whether the learner's value is as good as the wanted one, so that no picture shows a difference. */
export function agrees(got: unknown, want: unknown): boolean {
  return mismatch(got, want, ANSWER) === null;
}

/** A field of a record that a learner returned. */
export function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** The lowest and the highest of some numbers. */
export function extentOf(values: readonly (number | null)[]): readonly [number, number] | null {
  const numbers = values.filter((value) => value !== null);
  if (numbers.length === 0) return null;
  return [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))];
}

/** Tensors as the lists they hold. */
function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("toArray" in value)) return value;
  return typeof value.toArray === "function" ? value.toArray() : value;
}
