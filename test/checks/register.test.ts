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

  test("something far off lists them all", () => {
    const found = findExercise(EXERCISES, 7);
    expect(found).toHaveProperty("message", expect.stringContaining("The exercises are"));
    for (const { id } of EXERCISES) {
      expect(found).toHaveProperty("message", expect.stringContaining(`"${id}"`));
    }
  });
});
