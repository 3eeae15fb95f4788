/** Notation: how a tensor looks in a notebook cell. */
import { type Shape, shapeText } from "./shape.js";

/** Rows or columns beyond this are cut in the middle, so that a cell stays readable. */
const SHOWN = 10;

/**
 * The shape, then the entries, lined up in columns and cut in the middle where there are many.
 *
 * @example
 * tensorText([2, 2], Float64Array.of(1, -2.5, 0, 3)); // => "Tensor [2, 2]\n  1  -2.5\n  0     3"
 */
export function tensorText(shape: Shape, data: Float64Array): string {
  const head = `Tensor ${shapeText(shape)}`;
  if (shape.length === 0) return `${head} ${numberText(data[0] ?? Number.NaN)}`;
  const columns = shape[shape.length - 1] ?? 0;
  const rows = shape.length === 2 ? (shape[0] ?? 0) : 1;
  const cells = shownIndices(rows).map((i) =>
    shownIndices(columns).map((j) => {
      if (i === "…" || j === "…") return "…";
      return numberText(data[i * columns + j] ?? Number.NaN);
    }),
  );
  const width = (j: number): number => Math.max(...cells.map((row) => row[j]?.length ?? 0));
  const lines = cells.map((row) => row.map((cell, j) => cell.padStart(width(j))).join("  "));
  return `${head}\n  ${lines.join("\n  ")}`;
}

/** At most six significant digits, without needless zeros. */
export function numberText(x: number): string {
  if (Number.isInteger(x) && Math.abs(x) < 1e9) return String(x);
  return String(Number(x.toPrecision(6)));
}

function shownIndices(length: number): readonly (number | "…")[] {
  if (length <= SHOWN) return Array.from({ length }, (_, i) => i);
  return [0, 1, 2, 3, 4, "…", length - 4, length - 3, length - 2, length - 1];
}

/** Let a cell, or Node's console, print objects of a class by their own toString. */
export function printsItself(printed: { readonly prototype: { toString(): string } }): void {
  Object.defineProperty(printed.prototype, Symbol.for("nodejs.util.inspect.custom"), {
    value(this: { toString(): string }): string {
      return this.toString();
    },
  });
}
