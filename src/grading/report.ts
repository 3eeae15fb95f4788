/** Grading: a result as a table, in plain text and in HTML. Words carry it; colour only helps. */
import type { ExerciseResult, Verdict } from "./verdict.js";

const WORDS: Readonly<Record<Verdict["kind"], string>> = {
  pass: "passed",
  fail: "failed",
  error: "error",
  timeout: "timed out",
  missing: "missing",
  "not-implemented": "not implemented",
};

/** One line of the table: what is repeated from an earlier line is left out. */
interface Row {
  readonly word: string;
  readonly points: string;
  readonly check: string;
  readonly cause: string;
  readonly message: string;
  /** What the picture shows, in words. */
  readonly picture: string;
  readonly passed: boolean;
}

/** What the checks that ran are called: the visible ones, or all, where hidden ones ran as well. */
export type RanChecks = "visible checks" | "checks";

/** The summary: what passed, of what ran; it never says more than that. */
export function summaryText(result: ExerciseResult, ran: RanChecks = "visible checks"): string {
  const passed = result.checks.filter(({ verdict }) => verdict.kind === "pass").length;
  const all = result.checks.length;
  const points = `${result.points} of ${result.possible} points`;
  if (passed === all) return `All ${all} ${ran} passed, ${points}.${keptBackText(result)}`;
  const hint = `For a hint, run hint("${result.id}").`;
  return `${passed} of ${all} ${ran} passed, ${points}. ${hint}`;
}

function keptBackText({ keptBack }: ExerciseResult): string {
  if (keptBack === 0) return "";
  return ` ${keptBack === 1 ? "One more runs" : `${keptBack} more run`} when the work is graded.`;
}

/** The result as lines of plain text. */
export function textReport(result: ExerciseResult, ran?: RanChecks): string {
  const lines = [`${result.number} ${result.title}`];
  for (const row of rowsOf(result)) {
    lines.push(`  ${row.word.padEnd(16)} ${row.points.padEnd(5)} ${row.check}`);
    for (const note of [row.cause, row.message, row.picture]) {
      if (note !== "") lines.push(`      ${note}`);
    }
  }
  lines.push(summaryText(result, ran));
  return lines.join("\n");
}

/** The result as an HTML table with a caption and row headers. */
export function htmlReport(result: ExerciseResult): string {
  const rows = rowsOf(result).map(htmlRow).join("");
  const caption = `${escapeHtml(result.number)} ${escapeHtml(result.title)}`;
  return (
    `<table style="${TABLE}"><caption style="${CAPTION}">${caption}</caption>` +
    `<thead><tr><th scope="col" style="${CELL}">Result</th><th scope="col" style="${CELL}">Points</th>` +
    `<th scope="col" style="${CELL}">Check</th></tr></thead><tbody>${rows}</tbody></table>` +
    `<p>${escapeHtml(summaryText(result))}</p>`
  );
}

const TABLE = "border-collapse:collapse;margin-left:0";
const CAPTION = "text-align:left;font-weight:bold;padding:4px 0";
const CELL = "text-align:left;vertical-align:top;padding:4px 12px 4px 8px;white-space:normal";

function htmlRow({ word, points, check, cause, message, passed }: Row): string {
  const edge = passed ? "3px solid #0072b2" : "3px dashed #d55e00";
  const why = cause === "" ? "" : `<br><strong>${escapeHtml(cause)}</strong>`;
  const where = message === "" ? "" : `<br>${escapeHtml(message)}`;
  return (
    `<tr><th scope="row" style="${CELL};border-left:${edge}">${word}</th>` +
    `<td style="${CELL}">${points}</td><td style="${CELL}">${escapeHtml(check)}${why}${where}</td></tr>`
  );
}

function rowsOf(result: ExerciseResult): Row[] {
  const said = new Set<string>();
  const once = (text: string, again: string): string => {
    if (said.has(text)) return again;
    said.add(text);
    return text;
  };
  return result.checks.map(({ check, verdict, points, possible, picture }) => ({
    word: WORDS[verdict.kind],
    points: `${points}/${possible}`,
    check,
    cause: verdict.kind === "pass" ? "" : once(verdict.cause ?? "", ""),
    message: verdict.kind === "pass" ? "" : once(verdict.message, "As above."),
    picture: picture === undefined ? "" : `Picture: ${picture.caption}`,
    passed: verdict.kind === "pass",
  }));
}

/** Text that HTML shows as it is. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
