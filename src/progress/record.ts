/** Progress: what is known of a learner's work, and how a try or a hint changes it. Pure data. */
import type { ExerciseResult } from "../grading/verdict.js";

/** One exercise's progress. Times are written as in 2026-10-05T14:30:00.000Z. */
export interface ExerciseProgress {
  /** The most points won in one try, of the visible checks. */
  readonly points: number;
  /** The points of all visible checks when that was. */
  readonly possible: number;
  /** How often it was checked until it first passed; a check of an unwritten answer is no try. */
  readonly tries: number;
  readonly firstTry: string | null;
  readonly lastTry: string | null;
  /** When all visible checks passed for the first time. */
  readonly passed: string | null;
  /** The highest level of hint that was asked for, or 0. */
  readonly hint: number;
}

/** A learner's progress, by the ids of the exercises. */
export type ProgressRecord = ReadonlyMap<string, ExerciseProgress>;

/** Before the first try. */
export const EMPTY_PROGRESS: ExerciseProgress = {
  points: 0,
  possible: 0,
  tries: 0,
  firstTry: null,
  lastTry: null,
  passed: null,
  hint: 0,
};

/**
 * The record after a try. Points are those of the best try; if an exercise has got other checks
 * since, earlier points no longer count, but the day of the first pass stays.
 */
export function withResult(
  record: ProgressRecord,
  result: ExerciseResult,
  now: Date,
): ProgressRecord {
  if (!isTry(result)) return record;
  const before = record.get(result.id) ?? EMPTY_PROGRESS;
  const time = now.toISOString();
  const best = before.possible === result.possible ? before.points : 0;
  return new Map(record).set(result.id, {
    ...before,
    points: Math.max(best, result.points),
    possible: result.possible,
    tries: before.tries + (before.passed === null ? 1 : 0),
    firstTry: before.firstTry ?? time,
    lastTry: time,
    passed: before.passed ?? (isComplete(result) ? time : null),
  });
}

/** The record after a hint was shown. */
export function withHint(record: ProgressRecord, id: string, level: number): ProgressRecord {
  const before = record.get(id) ?? EMPTY_PROGRESS;
  if (level <= before.hint) return record;
  return new Map(record).set(id, { ...before, hint: level });
}

/** The record without these exercises. */
export function withoutExercises(record: ProgressRecord, ids: readonly string[]): ProgressRecord {
  return new Map([...record].filter(([id]) => !ids.includes(id)));
}

/** Whether all checks that ran have passed. */
export function isComplete({ checks }: ExerciseResult): boolean {
  return checks.length > 0 && checks.every(({ verdict }) => verdict.kind === "pass");
}

/** Whether there was something to check: a stub, or no function at all, is no try. */
function isTry({ checks }: ExerciseResult): boolean {
  return checks.some(({ verdict: { kind } }) => kind !== "not-implemented" && kind !== "missing");
}
