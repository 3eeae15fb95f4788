/** Grading: one input of a function, with what came and what is right. */

/** One input, what the learner's function gave for it, and what is right. */
export interface Tried {
  readonly args: readonly unknown[];
  readonly got: unknown;
  readonly want: unknown;
}
