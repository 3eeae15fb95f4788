/** Checks: every exercise has all the parts that the course promises. */
import { describe, expect, test } from "vitest";
import { EXERCISES } from "../../src/checks/index.js";
import { findExercise } from "../../src/grading/exercise.js";
import { EQUATIONS } from "../../src/syllabus/equations.js";
import { SYLLABUS } from "../../src/syllabus/manifest.js";
import { entryProblems } from "../../src/verify/entry-problems.js";

const COURSE = {
  exercises: EXERCISES,
  items: new Set(SYLLABUS.flatMap(({ items }) => items.map(({ id }) => id))),
  equations: new Set(EQUATIONS.map(({ number }) => number)),
};

const only = <T>(items: readonly T[]): number => new Set(items).size;

describe("the register", () => {
  test("has at least five exercises, each with its own id and number", () => {
    expect(EXERCISES.length).toBeGreaterThanOrEqual(5);
    expect(only(EXERCISES.map(({ id }) => id))).toBe(EXERCISES.length);
    expect(only(EXERCISES.map(({ number }) => number))).toBe(EXERCISES.length);
  });

  test("practises P1 to P10 and P17 of the syllabus, but for the items that are talk", () => {
    const items = new Set(EXERCISES.flatMap(({ syllabus }) => syllabus));
    for (const item of ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P10", "P17"]) {
      expect(items).toContain(item);
    }
  });

  test.each([...EXERCISES])("$number $id is complete", (exercise) => {
    expect(entryProblems(exercise, COURSE)).toEqual([]);
  });
});

describe("looking an exercise up", () => {
  test("an id with a slip gives the nearest ids", () => {
    expect(findExercise(EXERCISES, "perceptron/wieghted-sum")).toEqual({
      kind: "unknown",
      message:
        'There is no exercise "perceptron/wieghted-sum". Did you mean "perceptron/weighted-sum"?',
    });
  });

  test("the chapter may be forgotten, and words may be joined by spaces", () => {
    const found = findExercise(EXERCISES, "Dense layer");
    expect(found).toHaveProperty("message", expect.stringContaining('"perceptron/dense-layer"?'));
  });

  test.each([
    ["perceptron/sigmod", "perceptron/sigmoid"],
    ["percptron/relu", "perceptron/relu"],
    ["loss/relu", "perceptron/relu"],
    ["relo", "perceptron/relu"],
    ["perceptron/adam", "descent/adam"],
  ])("%s proposes only what is clearly near: %s", (id, meant) => {
    expect(findExercise(EXERCISES, id)).toHaveProperty(
      "message",
      `There is no exercise "${id}". Did you mean "${meant}"?`,
    );
  });

  test.each(["nonsense", "perceptron/nonsense", 7, undefined])(
    "%s, which is far from all, gives the chapters and where the exercises are listed",
    (id) => {
      expect(findExercise(EXERCISES, id)).toHaveProperty(
        "message",
        `There is no exercise "${id}". The chapters are perceptron, loss, chain-rule, descent and regularization; progress() in a notebook, or npx gradus progress in a terminal, lists their exercises.`,
      );
    },
  );
});
