/** Command line: what stays of a `gradus check`: the learner's progress. */
import { dirname, join } from "node:path";
import { recordResults } from "../progress/keep.js";
import type { Checked } from "./check-summary.js";
import { ROOT } from "./notebook-files.js";

const OWN_FOLDER = join(ROOT, "exercises");

/**
 * Notes the results of the learner's own notebooks, those in exercises/, as the visible checks found
 * them; a run with hidden checks is the instructor's and leaves no trace. It never throws.
 */
export function keepProgress(checked: readonly Checked[]): void {
  const own = checked.filter(
    ({ task }) => !task.withHidden && dirname(task.notebook) === OWN_FOLDER,
  );
  if (own.length === 0) return;
  const { notice } = recordResults(own.map(({ result }) => result));
  if (notice !== null) console.error(notice);
}
