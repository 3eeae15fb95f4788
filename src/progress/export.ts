/** Progress: what `gradus progress --export` writes, as JSON or CSV. */
import { type CsvValue, csvText } from "../common/csv.js";
import type { ExerciseLine, ProgressSummary } from "./summary.js";

/** The two forms of an export. */
export type ExportForm = "json" | "csv";

const COLUMNS = [
  "exercise",
  "number",
  "title",
  "state",
  "points of visible checks",
  "possible",
  "tries",
  "first try",
  "last try",
  "passed",
  "highest hint",
];
const HEADER = csvText([COLUMNS]);
const KIND = "progress of gradus";

/** The summary as the text of a file. */
export function exportText(
  summary: ProgressSummary,
  form: ExportForm,
  { course, now = new Date() }: { readonly course: string; readonly now?: Date },
): string {
  const lines = summary.chapters.flatMap((chapter) => chapter.lines);
  if (form === "csv") return HEADER + csvText(lines.map(csvRow));
  const file = {
    kind: KIND,
    course,
    exported: now.toISOString(),
    about: "points are those of the visible checks",
    totals: summary.totals,
    exercises: lines,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Whether a file's text is an earlier export, which a new one may replace. */
export function isExport(text: string): boolean {
  return text.startsWith(HEADER) || text.startsWith(`{\n "kind": ${JSON.stringify(KIND)}`);
}

function csvRow(line: ExerciseLine): CsvValue[] {
  const { id, number, title, state, points, possible, tries } = line;
  const { firstTry, lastTry, passed, hint } = line;
  return [id, number, title, state, points, possible, tries, firstTry, lastTry, passed, hint];
}
