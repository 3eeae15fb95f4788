/** Checks: every exercise has all the parts that the course promises. */
import { describe, expect, test } from "vitest";
import { EXERCISES } from "../../src/checks/index.js";
import { findExercise, pointsOf } from "../../src/grading/exercise.js";

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
    expect(exercise.id).toMatch(/^[a-z-]+\/[a-z-]+$/);
    expect(exercise.number).toMatch(/^\d+\.\d+$/);
    expect(pointsOf(exercise)).toBeGreaterThanOrEqual(3);
    expect(exercise.hints.every((hint) => hint.length > 40)).toBe(true);
    expect(exercise.hints[1]).toContain("Eq. (");
    expect(exercise.hints[2]).toContain("```ts");
    expect(exercise.wrongAnswers.length).toBeGreaterThanOrEqual(4);
    expect(only(exercise.wrongAnswers.map((w) => w.misconception))).toBe(
      exercise.wrongAnswers.length,
    );
    expect(only(exercise.checks.map(({ name }) => name))).toBe(exercise.checks.length);
    for (const { equation, answers } of exercise.wrongAnswers) {
      expect(exercise.equations).toContain(equation);
      for (const name of Object.keys(answers)) expect(exercise.reference).toHaveProperty(name);
    }
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
