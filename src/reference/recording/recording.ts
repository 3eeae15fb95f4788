/**
 * The reference, recorded: what a backend answered on the machine that it ran on, with the
 * questions, as one JSON file. Nobody types anything into it; where a graphics card is missing the
 * library can still be compared with the one that was recorded.
 */
import type { BackendIdentity } from "../backend.js";
import type { EncodedCall, EncodedValue } from "./encoding.js";

/** The form of the file; a reader refuses any other. */
export const FORMAT = 1;

/** A recording: who answered, on what, when, and what. */
export interface Recording extends BackendIdentity {
  readonly format: typeof FORMAT;
  /** The operating system, its processor's kind: `linux x64`. */
  readonly system: string;
  /** The day, by the clock of that machine: `2026-11-30`. */
  readonly date: string;
  readonly functions: readonly RecordedFunction[];
}

/** A function's questions and answers, in the same order. */
export interface RecordedFunction {
  readonly name: string;
  readonly calls: readonly EncodedCall[];
  readonly results: readonly EncodedValue[];
}

/** The file's text: a line a function, so that a change of one shows as that. */
export function recordingText({ functions, ...head }: Recording): string {
  const lines = functions.map((f) => JSON.stringify(f)).join(",\n");
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "functions": [\n${lines}\n]}\n`;
}

/**
 * Read a recording's text.
 *
 * @throws Error naming the file if it is not one
 */
export function parseRecording(text: string, file: string): Recording {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is no recording: ${(error as Error).message}.`);
  }
  const recording = data as Partial<Recording> | null;
  if (recording?.format !== FORMAT || !Array.isArray(recording.functions)) {
    throw new Error(
      `${file} is no recording of format ${FORMAT}; npm run reference:record makes one.`,
    );
  }
  return recording as Recording;
}

/** The file's name: the backend, and the device up to its first comma, `webgpu-nvidia-h200.json`. */
export function recordingFileName({ backend, device }: BackendIdentity): string {
  const name = (device.split(",")[0] ?? device)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${backend}-${name}.json`;
}
