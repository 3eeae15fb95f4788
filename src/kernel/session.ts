/** Kernel: what has been checked since the kernel started, whether or not progress is kept. */
import type { ExerciseResult } from "../grading/verdict.js";
import { isComplete } from "../progress/record.js";

/** The last result of an exercise. */
export interface Tried {
  readonly points: number;
  readonly possible: number;
}

const passed = new Set<string>();
const last = new Map<string, Tried>();

/** Remembers a check. */
export function noteTry(result: ExerciseResult): void {
  last.set(result.id, { points: result.points, possible: result.possible });
  if (isComplete(result)) passed.add(result.id);
}

/** Whether the exercise has passed once since the kernel started. */
export function hasPassed(id: string): boolean {
  return passed.has(id);
}

/** The last try since the kernel started. */
export function lastTry(id: string): Tried | undefined {
  return last.get(id);
}

/** Begins anew, as a kernel does that was restarted. */
export function forgetTries(): void {
  passed.clear();
  last.clear();
}
