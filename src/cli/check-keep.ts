/** Command line: what stays of a `gradus check`: the learner's progress. */
import { recordResults } from "../progress/keep.js";
import { isOwn } from "./check-plan.js";
import type { Checked } from "./check-summary.js";

/**
 * Notes the results of the learner's own notebooks, those in exercises/, as the visible checks found
 * them; a run with hidden checks is the instructor's and leaves no trace. It never throws.
 */
export function keepProgress(checked: readonly Checked[]): void {
  const own = checked.filter(({ task }) => !task.withHidden && isOwn(task.notebook));
  if (own.length === 0) return;
  const { notice } = recordResults(own.map(({ result }) => result));
  if (notice !== null) console.error(notice);
}
