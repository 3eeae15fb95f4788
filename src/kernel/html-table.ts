/** Kernel: one table in HTML and in plain text, narrow enough for a phone. */
import type { MimeBundle } from "./mime-bundle.js";
import { escapeHtml } from "./value-text.js";

/** A table whose cells are texts; numbers among them stand at the right. */
export interface TextTable {
  readonly caption?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Which columns stand at the right edge. */
  readonly isNumeric: readonly boolean[];
  /** Whether the first cell of a row names it. */
  readonly hasRowNames?: boolean;
  /** A sentence below the table. */
  readonly note?: string;
}

/** The table in both forms. */
export function tableBundle(table: TextTable): MimeBundle {
  return { "text/html": tableHtml(table), "text/plain": tableText(table) };
}

const TABLE = "border-collapse:collapse;margin-left:0;font-variant-numeric:tabular-nums";
const CAPTION = "text-align:left;font-weight:bold;padding:4px 0";
const CELL = "vertical-align:top;padding:4px 10px 4px 6px;white-space:normal";

function tableHtml({ caption, columns, rows, isNumeric, hasRowNames, note }: TextTable): string {
  const style = (column: number): string =>
    `style="${CELL};text-align:${isNumeric[column] === true ? "right" : "left"}"`;
  const head = columns.map(
    (name, column) => `<th scope="col" ${style(column)}>${escapeHtml(name)}</th>`,
  );
  const body = rows.map((row) => {
    const cells = row.map((text, column) =>
      hasRowNames === true && column === 0
        ? `<th scope="row" ${style(column)}>${escapeHtml(text)}</th>`
        : `<td ${style(column)}>${escapeHtml(text)}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  const title =
    caption === undefined
      ? ""
      : `<caption style="${CAPTION}${caption.length < 24 ? ";white-space:nowrap" : ""}">${escapeHtml(caption)}</caption>`;
  return (
    `<div style="overflow-x:auto"><table style="${TABLE}">${title}` +
    `<thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody></table></div>` +
    (note === undefined ? "" : `<p>${escapeHtml(note)}</p>`)
  );
}

function tableText({ caption, columns, rows, isNumeric, note }: TextTable): string {
  const all = [columns, ...rows];
  const width = columns.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) =>
        isNumeric[column] === true ? text.padStart(width[column]!) : text.padEnd(width[column]!),
      )
      .join("  ")
      .trimEnd();
  const lines = all.map(line);
  return [caption, ...lines, note].filter((text) => text !== undefined).join("\n");
}
