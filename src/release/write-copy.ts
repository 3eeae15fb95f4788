/** Release: puts a copy into a folder, over an older release of it, and over nothing else. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { RECORD_FILE, type ReleaseRecord, readRecord, sha256 } from "./release-record.js";
import type { Files } from "./student-copy.js";

/** A folder that a copy cannot be written to. */
export class FolderError extends Error {
  override readonly name = "FolderError";
}

/** How many files were written, were as they should be, and were taken away. */
export interface Written {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/**
 * Writes the copy. What is not the course's own, such as a `.git` folder, stays.
 *
 * @throws {@link FolderError} before anything is written, if the folder holds something else, or if a
 * file of the earlier release was changed in it
 */
export function writeCopy(folder: string, files: Files, record: ReleaseRecord): Written {
  const before = earlierRelease(folder);
  const changed = Object.entries(before).filter(([path, hash]) => hashAt(folder, path) !== hash);
  const lost = changed.filter(([path]) => existsSync(join(folder, path))).map(([path]) => path);
  if (lost.length > 0) {
    throw new FolderError(
      `${folder} holds an earlier release, and ${lost.length} of its files were changed there: ${lost.slice(0, 5).join(", ")}${lost.length > 5 ? ", …" : ""}. They would be lost. Name another folder, or take them away first.`,
    );
  }
  const gone = Object.keys(before).filter((path) => !files.has(path));
  for (const path of gone) rmSync(join(folder, path), { force: true });
  let written = 0;
  for (const [path, bytes] of files) {
    if (hashAt(folder, path) === record.files[path]) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    written++;
  }
  writeFileSync(join(folder, RECORD_FILE), `${JSON.stringify(record, null, 2)}\n`);
  return { written, unchanged: files.size - written, removed: gone.length };
}

/** The files of the release that stands in the folder; none if it is empty or not there. */
function earlierRelease(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const path = join(folder, RECORD_FILE);
  const record = existsSync(path) ? readRecord(readFileSync(path, "utf8")) : null;
  if (record !== null) return record.files;
  const there = readdirSync(folder).filter((name) => name !== ".git");
  if (there.length === 0) return {};
  throw new FolderError(
    `${folder} is not empty, and what is in it is no release of the course (${there.slice(0, 3).join(", ")}${there.length > 3 ? ", …" : ""}). Name a new or an empty folder.`,
  );
}

function hashAt(folder: string, path: string): string | null {
  const file = join(folder, path);
  return existsSync(file) ? sha256(readFileSync(file)) : null;
}
