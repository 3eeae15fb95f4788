/** The reference, recorded: the library held against every recording there is. */
import { compareOn } from "../compare-on.js";
import type { RecordingReport } from "../report.js";
import { type RecordingFile, readRecordings } from "./files.js";
import { replay, staleness } from "./replay.js";

/** Compare the library with recordings; with all of the project's if none are given. */
export async function compareRecordings(
  files: readonly RecordingFile[] = readRecordings(),
): Promise<readonly RecordingReport[]> {
  const reports: RecordingReport[] = [];
  for (const { file, recording } of files) {
    const replayed = replay(recording);
    const report = await compareOn(replayed.oracle, replayed.known);
    reports.push({ ...report, file, date: recording.date, stale: staleness(replayed) });
  }
  return reports;
}
