/** Command line: what `gradus check` hands to vitest for one exercise, and what comes back. */
import type {} from "vitest";
import type { Printed } from "../grading/host-protocol.js";
import type { ExerciseResult, Shortfall } from "../grading/verdict.js";
import type { CellLine } from "../notebook/notebook.js";

/** One exercise in one notebook, as plain data: it crosses to another process. */
export interface CheckTask {
  /** Names the task in one run. */
  readonly key: string;
  /** Id of the exercise. */
  readonly id: string;
  /** The notebook as the reader knows it. */
  readonly notebook: string;
  /** CommonJS JavaScript. */
  readonly code: string;
  /** Where each line of the code stands in the notebook, from index 0. */
  readonly lines: readonly (CellLine | null)[];
  /** Functions that the code cannot declare, with the reason. */
  readonly absent: Readonly<Record<string, Shortfall>>;
  /** What the learner should know of the notebook, whatever the verdict. */
  readonly notes: readonly string[];
  /** Whether the checks that are kept back run as well. */
  readonly withHidden: boolean;
}

/** What came of a task. */
export interface CheckedAnswer {
  readonly result: ExerciseResult;
  /** The beginning of what the code printed. */
  readonly printed: Printed;
  readonly milliseconds: number;
}

declare module "vitest" {
  interface TaskMeta {
    /** The result of the exercise that the test stands for. */
    gradus?: CheckedAnswer;
  }
  interface ProvidedContext {
    /** What the suite has to check. */
    gradusTasks: readonly CheckTask[];
  }
}
