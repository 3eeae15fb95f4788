/** Grading: in the notebook an endless loop ends by its limit, and is not waited for twice. */
import { describe, expect, test } from "vitest";
import { oneInputExercise } from "../../src/checks/perceptron/one-input.js";
import { reluExercise } from "../../src/checks/perceptron/relu.js";
import { runChecks } from "../../src/grading/run-checks.js";
import { verdictText } from "../../src/grading/verdict.js";

const LIMIT = 300;

function texts(given: Readonly<Record<string, unknown>>): string[] {
  const { checks } = runChecks(reluExercise, given, { timeLimit: LIMIT });
  return checks.map(({ verdict }) => `${verdict.kind}: ${verdictText(verdict)}`);
}

describe("a check with a time limit", () => {
  test("stops a loop that never ends, names the call, and does not run the others", () => {
    const relu = (): number => {
      for (;;);
    };
    const [first, ...rest] = texts({
      relu,
      reluDerivative: reluExercise.reference["reluDerivative"],
    });
    expect(first).toMatch(
      /^timeout: Stopped after 0\.3 s in relu\(.+\)\. Look for a loop that never ends\.$/,
    );
    expect(rest.length).toBeGreaterThan(2);
    for (const text of rest) {
      expect(text).toMatch(/^timeout: Not run, because a check before it was stopped\. Stopped/);
    }
  });

  test("keeps the points that were won before", () => {
    const reluDerivative = (): number => {
      for (;;);
    };
    const given = { relu: reluExercise.reference["relu"], reluDerivative };
    const { points, checks } = runChecks(reluExercise, given, { timeLimit: LIMIT });
    const before = checks.findIndex(({ verdict }) => verdict.kind === "timeout");
    expect(before).toBeGreaterThan(0);
    expect(points).toBe(checks.slice(0, before).reduce((sum, { possible }) => sum + possible, 0));
  });

  test("changes no verdict of an answer that ends", () => {
    for (const exercise of [reluExercise, oneInputExercise]) {
      for (const given of [
        exercise.reference,
        {},
        ...exercise.wrongAnswers.map((w) => w.answers),
      ]) {
        const free = runChecks(exercise, given);
        expect(runChecks(exercise, given, { timeLimit: 10_000 })).toEqual(free);
      }
    }
  });
});
