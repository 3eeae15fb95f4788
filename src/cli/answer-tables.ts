/** Command line: the answer key as tables for a spreadsheet: exercises, checks, misconceptions. */
import type { ExerciseSheet } from "../checks/index.js";
import { type CsvValue, csvText } from "../common/csv.js";
import { type Exercise, pointsOf } from "../grading/exercise.js";

/** A table of the key: its file's name and its text. */
export interface AnswerTable {
  readonly file: string;
  readonly text: string;
}

/** A spreadsheet takes a file without this mark for one in the alphabet of its country. */
const UTF8_MARK = "\uFEFF";

/** One row an exercise; one a check, in the order in which they run; one a misconception. */
export function answerTables(sheets: readonly ExerciseSheet[]): AnswerTable[] {
  const exercises = sheets.flatMap((sheet) => sheet.exercises);
  const table = (
    file: string,
    columns: readonly string[],
    rowsOf: (exercise: Exercise) => CsvValue[][],
  ): AnswerTable => {
    const rows = exercises.flatMap((exercise) =>
      rowsOf(exercise).map((row) => [...place(exercise), ...row]),
    );
    return {
      file,
      text: UTF8_MARK + csvText([["chapter", "exercise", "id", ...columns], ...rows]),
    };
  };
  return [
    table(
      "answer-key.csv",
      ["title", "kind", "visible points", "hidden points", "syllabus", "equations"],
      (exercise) => {
        const { title, kind, syllabus, equations } = exercise;
        const { visible, hidden } = pointsOf(exercise);
        return [[title, kind, visible, hidden, syllabus.join(" "), equationField(equations)]];
      },
    ),
    table("checks.csv", ["check", "points", "hidden"], ({ checks }) =>
      checks.map(({ name, points, hidden }) => [name, points, hidden === true ? "yes" : "no"]),
    ),
    table("misconceptions.csv", ["equation", "misconception"], (exercise) =>
      misconceptions(exercise).map(({ equation, text }) => [equationField([equation]), text]),
    ),
  ];
}

/** A slip that the checks know by name. */
export interface Misconception {
  /** Number of the equation that it breaks. */
  readonly equation: string;
  readonly text: string;
}

/** Each once: one slip may be known in several forms. */
export function misconceptions({ wrongAnswers }: Exercise): Misconception[] {
  const all = wrongAnswers.map(({ equation, misconception }) => ({
    equation,
    text: misconception,
  }));
  return [...new Map(all.map((one) => [`${one.equation} ${one.text}`, one])).values()];
}

/** Two numbers and the id: as one number, 1.1 and 1.10 would be the same to a spreadsheet. */
function place({ number, id }: Exercise): CsvValue[] {
  const [chapter, exercise] = number.split(".").map(Number);
  return [chapter!, exercise!, id];
}

/** Begins with letters, so that it stays a text and (1.10) does not become (1.1). */
function equationField(numbers: readonly string[]): string {
  return `Eq. ${numbers.join(", ")}`;
}
