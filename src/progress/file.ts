/**
 * Progress: the file on disk. It is written whole or not at all, changed by one process at a time,
 * and what cannot be read is set aside under another name.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeWhole } from "../common/write-whole.js";
import { withLock } from "./lock.js";
import { parseProgress, progressText, type ReadRecord } from "./progress-text.js";
import type { ProgressRecord } from "./record.js";

/** The project's folder, from src/progress and dist/progress alike. */
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A record after it was changed. */
export interface Changed {
  readonly record: ProgressRecord;
  /** What was done with a file that could not be read, in one sentence. */
  readonly notice: string | null;
}

/**
 * Where progress is kept: `.gradus/progress.json` of the project, wherever the kernel runs.
 *
 * @param setting - the variable GRADUS_PROGRESS: a path, or "off"
 * @returns null if progress is switched off
 */
export function progressFile(setting: string | undefined): string | null {
  if (setting?.trim().toLowerCase() === "off") return null;
  return setting === undefined || setting.trim() === ""
    ? resolve(ROOT, ".gradus", "progress.json")
    : resolve(setting);
}

/** The version of the course that runs, as in "gradus 0.1.0". */
export function courseVersion(): string {
  const text = readFileSync(resolve(ROOT, "package.json"), "utf8");
  const { name, version } = JSON.parse(text) as { readonly name: string; readonly version: string };
  return `${name} ${version}`;
}

/**
 * Reads the file; none is an empty record.
 *
 * @throws what the system says if there is one and it cannot be read
 */
export function readRecord(file: string): ReadRecord {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return { record: new Map(), problem: null };
    throw error;
  }
  return parseProgress(text);
}

/**
 * Reads, changes and writes the file, with no other process in between.
 *
 * @throws what the system says if that is not possible; the file then is as it was
 */
export function changeRecord(
  file: string,
  now: Date,
  change: (record: ProgressRecord) => ProgressRecord,
): Changed {
  mkdirSync(dirname(file), { recursive: true });
  return withLock(file, () => {
    const { record, problem } = readRecord(file);
    const aside = problem === null ? null : freeName(file, "set-aside-", now);
    if (aside !== null) renameSync(file, aside);
    const changed = change(record);
    if (changed !== record || aside !== null) {
      writeWhole(file, progressText(changed, courseVersion()));
    }
    return { record: changed, notice: aside === null ? null : asideText(problem, record, aside) };
  });
}

function asideText(problem: string | null, { size }: ProgressRecord, aside: string): string {
  const begins = size > 0 ? "what could be read of it stays" : "a new one begins";
  return `The progress file ${problem}; it was set aside as ${basename(aside)}, and ${begins}.`;
}

/** Copies the file to a name with the date, and returns that name. */
export function keepCopy(file: string, now: Date): string {
  const copy = freeName(file, "", now);
  copyFileSync(file, copy);
  return copy;
}

/** A name beside the file that nothing has yet, as in progress-2026-10-05T14-30-00.json. */
function freeName(file: string, word: string, now: Date): string {
  const time = now.toISOString().slice(0, 19).replaceAll(":", "-");
  const stem = `${file.replace(/\.json$/, "")}-${word}${time}`;
  for (let count = 1; ; count++) {
    const name = count === 1 ? `${stem}.json` : `${stem}-${count}.json`;
    if (!existsSync(name)) return name;
  }
}
