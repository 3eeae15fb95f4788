/** Progress: the record as the text of its file, and back. What is no such file is said, not guessed. */
import { EMPTY_PROGRESS, type ExerciseProgress, type ProgressRecord } from "./record.js";

/** Raised when a reader of this version would no longer understand the file. */
const FORMAT = 1;

/** A record read from text, and what is wrong with the text. */
export interface ReadRecord {
  /** What could be read; empty if nothing could. */
  readonly record: ProgressRecord;
  /** Half a sentence, as in "is damaged", or null if all is well. */
  readonly problem: string | null;
}

/** The file's text: the format, the course's version that wrote it, then a few lines an exercise. */
export function progressText(record: ProgressRecord, course: string): string {
  const exercises = [...record].sort(([a], [b]) => (a < b ? -1 : 1));
  const file = { format: FORMAT, course, exercises: Object.fromEntries(exercises) };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Reads the text of a progress file; entries that are sound survive those that are not. */
export function parseProgress(text: string): ReadRecord {
  const empty = new Map<string, ExerciseProgress>();
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { record: empty, problem: "is damaged" };
  }
  const { format, exercises } = fieldsOf(file);
  if (typeof format === "number" && format > FORMAT) {
    return { record: empty, problem: "was written by a newer version of the course" };
  }
  if (format !== FORMAT || typeof exercises !== "object" || exercises === null) {
    return { record: empty, problem: "is no progress file" };
  }
  const entries = Object.entries(exercises).map(([id, entry]) => [id, soundEntry(entry)] as const);
  const sound = entries.flatMap(([id, entry]) => (entry === null ? [] : [[id, entry] as const]));
  return {
    record: new Map(sound),
    problem: sound.length < entries.length ? "is damaged in part" : null,
  };
}

function soundEntry(value: unknown): ExerciseProgress | null {
  const entry = fieldsOf(value);
  const counts = [entry.points, entry.possible, entry.tries, entry.hint];
  const times = [entry.firstTry, entry.lastTry, entry.passed];
  if (!counts.every(isCount) || !times.every(isTime)) return null;
  const names = Object.keys(EMPTY_PROGRESS) as (keyof ExerciseProgress)[];
  return Object.fromEntries(
    names.map((name) => [name, entry[name]]),
  ) as unknown as ExerciseProgress;
}

type Fields = { readonly [Name in keyof ExerciseProgress | "format" | "exercises"]?: unknown };

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? value : {};
}

/** Points may be halves; none of the numbers is below 0. */
function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isTime(value: unknown): boolean {
  return value === null || (typeof value === "string" && !Number.isNaN(Date.parse(value)));
}
