/** Progress: a summary as tables of words and numbers, for the notebook and the terminal alike. */
import {
  type ChapterSummary,
  completeText,
  type ExerciseLine,
  type ProgressSummary,
  type Totals,
} from "./summary.js";

/** A table of texts, as the notebook's tables take it. */
export interface ProgressTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly isNumeric: readonly boolean[];
  readonly hasRowNames: true;
  readonly note?: string;
}

const CHAPTER_COLUMNS = ["", "complete", "tried", "open", "points", "with a hint"];
const EXERCISE_COLUMNS = ["exercise", "name", "state", "points", "tries", "hint"];

/** One line a chapter, and the total. */
export function chapterTable(summary: ProgressSummary, file: string): ProgressTable {
  const { chapters, totals } = summary;
  return {
    caption: `Your progress: ${completeText(summary)}`,
    columns: CHAPTER_COLUMNS,
    rows: [
      ...chapters.map((chapter) => [chapter.name, ...totalCells(chapter.totals)]),
      ["All", ...totalCells(totals)],
    ],
    isNumeric: CHAPTER_COLUMNS.map((_, column) => column > 0),
    hasRowNames: true,
    note: `Complete means that all visible checks have passed once; the best try counts, whatever stands in the notebook now. A few more run when the work is graded. Kept on this machine only, in ${file}.`,
  };
}

/** One line an exercise. */
export function exerciseTable({ name, lines, totals }: ChapterSummary): ProgressTable {
  return {
    caption: `${name}: ${totals.complete} of ${totals.exercises} complete`,
    columns: EXERCISE_COLUMNS,
    rows: lines.map(exerciseCells),
    isNumeric: EXERCISE_COLUMNS.map((column) => column === "points" || column === "tries"),
    hasRowNames: true,
  };
}

function totalCells({ complete, tried, open, points, possible, withHint }: Totals): string[] {
  return [String(complete), String(tried), String(open), `${points}/${possible}`, String(withHint)];
}

function exerciseCells(line: ExerciseLine): string[] {
  const { number, id, state, points, possible, tries, hint } = line;
  const level = hint === 0 ? "" : `level ${hint}`;
  return [number, id, state, `${points}/${possible}`, String(tries), level];
}
