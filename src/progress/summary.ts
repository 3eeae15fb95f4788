/** Progress: the record beside the register of exercises, as chapters with their totals. Pure. */
import { type Exercise, pointsOf } from "../grading/exercise.js";
import { EMPTY_PROGRESS, type ExerciseProgress, type ProgressRecord } from "./record.js";

/** Where an exercise stands: complete says that all visible checks have passed, and no more. */
export type ExerciseState = "complete" | "tried" | "open";

/** One exercise with what is known of it. */
export interface ExerciseLine extends ExerciseProgress {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: ExerciseState;
}

/** What holds of several exercises together. */
export interface Totals {
  readonly exercises: number;
  readonly complete: number;
  readonly tried: number;
  readonly open: number;
  readonly points: number;
  readonly possible: number;
  /** How many of them a hint was read for. */
  readonly withHint: number;
}

/** A chapter of exercises. */
export interface ChapterSummary {
  /** As in "Chapter 3, chain rule". */
  readonly name: string;
  readonly lines: readonly ExerciseLine[];
  readonly totals: Totals;
}

/** The whole course. */
export interface ProgressSummary {
  readonly chapters: readonly ChapterSummary[];
  readonly totals: Totals;
}

/** Every exercise of the register, in its order; what the record has of others is left out. */
export function summarize(exercises: readonly Exercise[], record: ProgressRecord): ProgressSummary {
  const lines = exercises.map((exercise) => lineOf(exercise, record.get(exercise.id)));
  const names = [...new Set(lines.map(chapterName))];
  const chapters = names.map((name) => {
    const own = lines.filter((line) => chapterName(line) === name);
    return { name, lines: own, totals: totalsOf(own) };
  });
  return { chapters, totals: totalsOf(lines) };
}

/** "7 of 62 exercises complete". */
export function completeText({ totals }: ProgressSummary): string {
  const { complete, exercises } = totals;
  return `${complete} of ${exercises} ${exercises === 1 ? "exercise" : "exercises"} complete`;
}

function lineOf(exercise: Exercise, known: ExerciseProgress = EMPTY_PROGRESS): ExerciseLine {
  const { id, number, title } = exercise;
  const possible = pointsOf(exercise).visible;
  const points = Math.min(known.points, possible);
  // A newer version may ask for more than what passed.
  const isComplete = known.passed !== null && points === possible;
  const state = isComplete ? "complete" : known.tries > 0 ? "tried" : "open";
  return { ...known, id, number, title, state, points, possible };
}

function chapterName({ id, number }: ExerciseLine): string {
  const concept = id.slice(0, id.indexOf("/")).replaceAll("-", " ");
  return `Chapter ${number.split(".")[0]}, ${concept}`;
}

function totalsOf(lines: readonly ExerciseLine[]): Totals {
  const inState = (wanted: ExerciseState): number =>
    lines.filter(({ state }) => state === wanted).length;
  return {
    exercises: lines.length,
    complete: inState("complete"),
    tried: inState("tried"),
    open: inState("open"),
    points: lines.reduce((sum, { points }) => sum + points, 0),
    possible: lines.reduce((sum, { possible }) => sum + possible, 0),
    withHint: lines.filter(({ hint }) => hint > 0).length,
  };
}
