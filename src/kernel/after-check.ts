/** Notebook: what follows a check. The result is kept, and a line below the table says how far you are. */
import { EXERCISES } from "../checks/index.js";
import type { ExerciseResult } from "../grading/verdict.js";
import { type KeepOptions, recordResult } from "../progress/keep.js";
import { isComplete } from "../progress/record.js";
import { completeText, summarize } from "../progress/summary.js";
import { noteTry } from "./session.js";

/** Keeps the result and returns the lines to show; progress that cannot be kept is one of them. */
export function linesAfterCheck(result: ExerciseResult, options?: KeepOptions): string[] {
  noteTry(result);
  const { record, notice } = recordResult(result, options);
  const notices = notice === null ? [] : [notice];
  if (!isComplete(result)) return notices;
  const offer = `For the course's answer and why it is so, run solution("${result.id}").`;
  if (record === null) return [offer, ...notices];
  return [`Progress: ${completeText(summarize(EXERCISES, record))}. ${offer}`, ...notices];
}
