/**
 * Release: the record that a student's copy carries of itself, `release.json`. It names the release
 * for whoever grades a submission, and tells a file that a student changed from one of the course.
 */
import { createHash } from "node:crypto";
import type { Files } from "./student-copy.js";

/** The record's place in the copy. */
export const RECORD_FILE = "release.json";

/** What a copy says of itself. */
export interface ReleaseRecord {
  readonly format: 1;
  readonly course: "gradus";
  readonly version: string;
  /** SHA-256 over all files: two copies with one id are the same to the byte. */
  readonly release: string;
  /** SHA-256 of each file, by its path. */
  readonly files: Readonly<Record<string, string>>;
}

/** The record of these files. */
export function recordOf(files: Files, version: string): ReleaseRecord {
  const hashes = Object.fromEntries([...files].map(([path, bytes]) => [path, sha256(bytes)]));
  const release = sha256(Buffer.from(JSON.stringify(hashes)));
  return { format: 1, course: "gradus", version, release, files: hashes };
}

/** The record in a text, or null if it is none. */
export function readRecord(text: string): ReleaseRecord | null {
  try {
    const record = JSON.parse(text) as Partial<ReleaseRecord> | null;
    const { format, course, release, files } = record ?? {};
    const isRecord = format === 1 && course === "gradus" && typeof release === "string";
    return isRecord && typeof files === "object" && files !== null
      ? (record as ReleaseRecord)
      : null;
  } catch {
    return null;
  }
}

/** The hash that a record holds of a file. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
