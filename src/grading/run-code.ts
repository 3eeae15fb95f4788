/** Grading: the checks of one exercise on code, run in a host process of its own. */
import { CheckStopped } from "./answers.js";
import { answerNames, type Exercise } from "./exercise.js";
import { AnswerHost, type HostOptions } from "./host.js";
import type { Printed } from "./host-protocol.js";
import { type RunOptions, runChecks, VISIBLE_SEED } from "./run-checks.js";
import type { ExerciseResult, Shortfall } from "./verdict.js";

/** The code of an exercise's functions, and what is to be said of those that have none. */
export interface AnswerSource {
  /** CommonJS JavaScript. */
  readonly code: string;
  /** "cell 5, line 3" for a line of the code, from 1. */
  readonly placeOf?: (line: number) => string | undefined;
  /** Functions that the code cannot declare, with the reason. */
  readonly absent: Readonly<Record<string, Shortfall>>;
}

/** An exercise's result, and what the code printed meanwhile. */
export interface CodeResult {
  readonly result: ExerciseResult;
  readonly printed: Printed;
}

/**
 * Runs the checks on code that is not trusted. Whatever the code does costs only this exercise.
 *
 * @throws Error if the host process itself cannot run, which says nothing of the code
 */
export function runCode(
  exercise: Exercise,
  { code, absent, placeOf }: AnswerSource,
  {
    withHidden = false,
    withPictures = false,
    seed = VISIBLE_SEED,
    ...limits
  }: HostOptions & RunOptions = {},
): CodeResult {
  const names = answerNames(exercise).filter((name) => !Object.hasOwn(absent, name));
  const refusals = Object.entries(absent).map(([name, verdict]) => {
    const refuse = (): never => {
      throw new CheckStopped(verdict);
    };
    return [name, refuse];
  });
  if (names.length === 0) {
    // There is no code to keep apart.
    const result = runChecks(exercise, Object.fromEntries(refusals), { seed, withHidden });
    return { result, printed: { text: "", length: 0 } };
  }
  const host = AnswerHost.start(code, names, { ...limits, ...(placeOf && { placeOf }) });
  let result: ExerciseResult | undefined;
  let printed: Printed | undefined;
  try {
    const given = { ...Object.fromEntries(refusals), ...host.answers };
    result = runChecks(exercise, given, { seed, withHidden, withPictures });
  } finally {
    printed = host.close();
  }
  return { result, printed };
}
