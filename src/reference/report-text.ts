/** The reference: a report as text, one table a backend. */
import { argumentsText } from "./compare-function.js";
import type { BackendReport, FunctionReport, ReferenceReport } from "./report.js";

const HEAD = ["function", "cases", "largest difference", "allowed there", "at", "tolerance", ""];
const WIDEST_CALL = 32;

/** The whole report. */
export function reportText(report: ReferenceReport): string {
  const parts = report.backends.map(backendText);
  const missing = report.unavailable.map(
    ({ backend, reason }) => `${backend}: not available here, ${reason}`,
  );
  if (missing.length > 0) parts.push(missing.join("\n"));
  parts.push(summaryText(report));
  return parts.join("\n\n");
}

/** Name, device, versions; a line a function; the reasons for the values decided by hand. */
function backendText(report: BackendReport): string {
  const versions = Object.entries(report.versions).map(([name, version]) => `${name} ${version}`);
  const heading = `${report.backend} on ${report.device} (${versions.join(", ")})`;
  const table = columns([HEAD, ...report.functions.map(rowOf)]);
  return [heading, "", table, ...footnotes(report)].join("\n");
}

function rowOf(f: FunctionReport): readonly string[] {
  const { off, allowed, call } = f.largest;
  return [
    f.name + (f.notes.length > 0 ? " *" : ""),
    `${f.cases}`,
    off === 0 ? "0" : off.toExponential(1),
    off === 0 ? "" : allowed.toExponential(1),
    off === 0 ? "everywhere" : shorten(argumentsText(call)),
    f.tolerance.name,
    f.verdict,
  ];
}

function footnotes(report: BackendReport): readonly string[] {
  const notes = report.functions.flatMap((f) => f.notes.map((note) => `* ${f.name}: ${note}`));
  const mismatches = report.functions
    .filter((f) => f.message !== null)
    .map((f) => `${f.name} differs ${f.message}`);
  return [notes, mismatches].filter((part) => part.length > 0).flatMap((part) => ["", ...part]);
}

/** One line: how many functions agree, on what, in what time. */
function summaryText({ backends, unavailable }: ReferenceReport): string {
  const lines = backends.map((report) => {
    const agreeing = report.functions.filter((f) => f.verdict === "agrees").length;
    const cases = report.functions.reduce((total, f) => total + f.cases, 0);
    const seconds = (report.milliseconds / 1000).toFixed(1);
    return (
      `${agreeing} of ${report.functions.length} functions agree with ${report.backend} ` +
      `in ${cases} cases (${seconds} s)`
    );
  });
  return lines.length > 0
    ? lines.join("\n")
    : `Nothing was compared: none of ${unavailable.length} backends can run here.`;
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}

function shorten(text: string): string {
  return text.length <= WIDEST_CALL ? text : `${text.slice(0, WIDEST_CALL - 1)}…`;
}
