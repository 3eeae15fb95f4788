/** The reference, recorded: where the recordings lie. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { parseRecording, type Recording, recordingFileName, recordingText } from "./recording.js";

/** The folder of the recordings that belong to the project. */
export const RECORDINGS: string = fileURLToPath(
  new URL("../../../test/reference/recordings/", import.meta.url),
);

/** A recording and its file. */
export interface RecordingFile {
  readonly file: string;
  readonly recording: Recording;
}

/**
 * All recordings of a folder, by name; none if there is no such folder.
 *
 * @throws Error naming the file that is no recording
 */
export function readRecordings(folder: string = RECORDINGS): readonly RecordingFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().map((file) => {
    return { file, recording: parseRecording(readFileSync(join(folder, file), "utf8"), file) };
  });
}

/** Write a recording into a folder, which is made if need be; returns its path. */
export function writeRecording(recording: Recording, folder: string = RECORDINGS): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, recordingFileName(recording));
  writeFileSync(path, recordingText(recording));
  return path;
}
