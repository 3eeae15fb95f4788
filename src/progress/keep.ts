/**
 * Progress: keeps what a learner did, and never gets in the way. Whatever happens to the file, the
 * caller goes on and has one sentence to show.
 */
import type { ExerciseResult } from "../grading/verdict.js";
import { changeRecord, keepCopy, progressFile, readRecord } from "./file.js";
import { type ProgressRecord, withHint, withoutExercises, withResult } from "./record.js";

/** Where and when; by default the learner's file and now. */
export interface KeepOptions {
  /** Null keeps nothing. */
  readonly file?: string | null;
  readonly now?: Date;
}

/** What is known after it was kept, or why it was not. */
export interface Kept {
  /** Null if progress is switched off or could not be read. */
  readonly record: ProgressRecord | null;
  /** One sentence for the learner if something is not as usual. */
  readonly notice: string | null;
}

/** What {@link removeProgress} took away. */
export interface Removed {
  readonly ids: readonly string[];
  /** The file that still has it; null if there was nothing to remove. */
  readonly copy: string | null;
  /** One sentence if the file could not be read. */
  readonly notice: string | null;
}

/** Notes the result of the visible checks of an exercise; it never throws. */
export function recordResult(result: ExerciseResult, options?: KeepOptions): Kept {
  return recordResults([result], options);
}

/** Notes several results at once; it never throws. */
export function recordResults(results: readonly ExerciseResult[], options?: KeepOptions): Kept {
  return keep(options, (record, now) =>
    results.reduce((before, result) => withResult(before, result, now), record),
  );
}

/** Notes that a hint was shown; it never throws. */
export function recordHint(id: string, level: number, options?: KeepOptions): Kept {
  return keep(options, (record) => withHint(record, id, level));
}

/** What is known; it never throws, and changes nothing. */
export function knownProgress({ file = ownFile() }: KeepOptions = {}): Kept {
  if (file === null) return { record: null, notice: null };
  try {
    const { record, problem } = readRecord(file);
    if (problem === null) return { record, notice: null };
    const notice = `The progress file ${file} ${problem}; the next check sets it aside under another name, so nothing is lost.`;
    return { record, notice };
  } catch (error) {
    return { record: null, notice: `Progress cannot be read (${reason(error)}).` };
  }
}

/**
 * Removes the progress of exercises, or of all; a copy with the date in its name stays.
 *
 * @param ids - which; null for all
 * @throws what the system says if the file cannot be changed
 */
export function removeProgress(
  ids: readonly string[] | null,
  { file = ownFile(), now = new Date() }: KeepOptions = {},
): Removed {
  if (file === null) return { ids: [], copy: null, notice: null };
  let copy: string | null = null;
  let removed: string[] = [];
  const { notice } = changeRecord(file, now, (record) => {
    removed = [...record.keys()].filter((id) => ids === null || ids.includes(id));
    if (removed.length === 0) return record;
    copy = keepCopy(file, now);
    return withoutExercises(record, removed);
  });
  return { ids: removed, copy, notice };
}

/** The learner's file, or null if GRADUS_PROGRESS is "off". */
export function ownFile(): string | null {
  const { GRADUS_PROGRESS } = process.env as { readonly GRADUS_PROGRESS?: string };
  return progressFile(GRADUS_PROGRESS);
}

function keep(
  { file = ownFile(), now = new Date() }: KeepOptions = {},
  change: (record: ProgressRecord, now: Date) => ProgressRecord,
): Kept {
  if (file === null) return { record: null, notice: null };
  try {
    return changeRecord(file, now, (before) => change(before, now));
  } catch (error) {
    return { record: null, notice: `Progress is not kept: ${file} (${reason(error)}).` };
  }
}

/** What went wrong, in words where the system has only a code. */
function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return WORDS[code ?? ""] ?? message;
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: "it may not be written",
  EPERM: "it may not be written",
  EROFS: "this disk cannot be written",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  EISDIR: "it is a folder",
  ENOTDIR: "what should be its folder is a file",
  EEXIST: "what should be its folder is a file",
};
