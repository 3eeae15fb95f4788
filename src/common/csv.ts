/**
 * Common: rows as a CSV file (RFC 4180) that a spreadsheet opens without running anything in it.
 */

/** A number stays a number; null is an empty field. */
export type CsvValue = string | number | null;

/** What a spreadsheet takes for the start of a formula, also after white space; a full-width sign too. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
/** What must be quoted; `;` and tab as well, since they separate fields in some countries. */
const SPECIAL = /[",;\t\r\n]|^\s|\s$/;

/**
 * The rows as text: lines end with CR LF, fields are quoted where they must be.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe before it, so that it is
 * shown and not computed.
 */
export function csvText(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

function field(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
