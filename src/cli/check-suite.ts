/**
 * Command line: the suite that vitest runs for `gradus check`, a test an exercise. The learner's code
 * runs in a host process of its own, the verdict is made here, and a test fails only if the engine
 * itself does: a wrong answer is a result like any other.
 */
import { setImmediate as messagesSent } from "node:timers/promises";
import { inject, test } from "vitest";
import { EXERCISES } from "../checks/index.js";
import { runCode } from "../grading/run-code.js";
import type { CheckedAnswer, CheckTask } from "./check-task.js";

/** How much of what an answer prints is shown. */
const SHOWN_CHARACTERS = 2000;

for (const task of inject("gradusTasks")) {
  test(task.key, async ({ task: { meta } }) => {
    // The checks block this thread; what vitest has to tell of the test before goes out first.
    await messagesSent();
    meta.gradus = checked(task);
  });
}

function checked({ id, code, absent, lines, notebook, withHidden }: CheckTask): CheckedAnswer {
  const exercise = EXERCISES.find((candidate) => candidate.id === id);
  if (exercise === undefined) throw new Error(`internal: there is no exercise ${id}`);
  const placeOf = (line: number): string | undefined => {
    const place = lines[line - 1] ?? null;
    return place === null ? undefined : `cell ${place.cell}, line ${place.line}`;
  };
  const started = performance.now();
  const { result, printed } = runCode(
    exercise,
    { code, absent, placeOf },
    { file: notebook, withHidden, withPictures: true },
  );
  return {
    result,
    printed: { text: printed.text.slice(0, SHOWN_CHARACTERS), length: printed.length },
    milliseconds: Math.round(performance.now() - started),
  };
}
