/** Notebook: `table` shows rows of numbers so that they can be read. */
import { display } from "./display.js";
import { tableBundle } from "./html-table.js";
import { messageBundle } from "./message.js";
import type { MimeBundle } from "./mime-bundle.js";
import { type PlainValue, valueText } from "./value-text.js";

/**
 * Shows rows as a table: numbers to four significant digits, columns in the order of the first row.
 *
 * It never throws: rows that make no table are answered by a sentence that says why.
 *
 * @param rows - one object a row, all with the same keys
 * @param caption - a line above the table
 */
export function table(
  rows: readonly Readonly<Record<string, PlainValue>>[],
  caption?: string,
): void {
  display(rowsBundle(rows, caption));
}

/** The table that {@link table} shows. */
export function rowsBundle(
  rows: readonly Readonly<Record<string, PlainValue>>[],
  caption?: string,
): MimeBundle {
  const problem = problemOf(rows);
  if (problem !== null) return messageBundle(`table: ${problem}`);
  const columns = Object.keys(rows[0]!);
  const isNumeric = columns.map((name) => rows.every((row) => typeof row[name] === "number"));
  const texts = rows.map((row) => columns.map((name) => valueText(row[name])));
  return tableBundle({
    ...(caption === undefined ? {} : { caption: String(caption) }),
    columns,
    rows: texts,
    isNumeric,
  });
}

const FORM = "Give a list of objects, one a row, as in table([{ step: 0, loss: 0.7 }]).";

function problemOf(rows: unknown): string | null {
  if (!Array.isArray(rows)) return `the rows are not a list. ${FORM}`;
  if (rows.length === 0) return "there is no row to show.";
  for (const [index, row] of rows.entries()) {
    const place = `row ${index + 1}`;
    if (typeof row !== "object" || row === null || Array.isArray(row)) {
      return `${place} is not an object. ${FORM}`;
    }
    const names = Object.keys(row);
    if (names.length === 0) return `${place} has no entries. ${FORM}`;
    const first = Object.keys(rows[0]);
    const missing = first.filter((name) => !names.includes(name));
    const more = names.filter((name) => !first.includes(name));
    if (missing.length > 0) return `${place} has no ${list(missing)}, which row 1 has.`;
    if (more.length > 0) return `${place} has ${list(more)}, which row 1 has not.`;
    const odd = names.find((name) => !isPlain(Reflect.get(row, name)));
    if (odd !== undefined) {
      return `in ${place}, "${odd}" is neither a number nor a text nor true or false.`;
    }
  }
  return null;
}

function isPlain(value: unknown): value is PlainValue {
  return typeof value === "number" || typeof value === "string" || typeof value === "boolean";
}

function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
