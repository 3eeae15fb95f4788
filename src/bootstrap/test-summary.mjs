/** The end of `npm test`: one table, the total time, and one plain line that a machine can read. */

import { seconds } from "./progress.mjs";

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {import("./vitest-report.mjs").Counts} counts
 * @property {number} milliseconds
 * @property {string} detail
 * @property {readonly string[]} [failures] a line for each test that failed
 */

const WIDEST_DETAIL = 90;

/**
 * @param {readonly Row[]} rows
 * @param {readonly string[]} notes further lines, such as which reference was used
 * @param {number} total milliseconds
 * @returns {string}
 */
export function summary(rows, notes, total) {
  const cells = rows.map((row) => [
    row.name,
    verdict(row),
    seconds(row.milliseconds),
    short(row.detail),
  ]);
  const table = [["step", "verdict", "time", "detail"], ...cells];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  lines.splice(1, 0, "-".repeat(Math.max(...lines.map((line) => line.length))));
  const failures = rows.flatMap((row) => row.failures ?? []);
  // Last, since a log may be cut to its end.
  const end = [...failures.map((line) => `FAILED ${line}`), ...notes];
  return [...lines, "", ...end, `total time ${seconds(total)}`, countsLine(rows)].join("\n");
}

/**
 * @param {readonly Row[]} rows
 * @returns {string} "N passed, N failed", with ", N skipped" if there are any
 */
function countsLine(rows) {
  const sum = (/** @type {"passed" | "failed" | "skipped"} */ kind) =>
    rows.reduce((total, row) => total + row.counts[kind], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * @param {Row} row
 * @returns {string}
 */
function verdict({ counts }) {
  if (counts.failed > 0) return "FAILED";
  return counts.passed > 0 ? "passed" : "skipped";
}

/**
 * @param {string} detail
 * @returns {string}
 */
function short(detail) {
  return detail.length > WIDEST_DETAIL ? `${detail.slice(0, WIDEST_DETAIL - 1)}…` : detail;
}
