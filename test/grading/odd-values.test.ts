/**
 * Grading: whatever values answers return, every check of the course finds words for them: none of
 * them breaks a check, takes for ever, or passes.
 */
import { describe, expect, test, vi } from "vitest";
import { EXERCISES } from "../../src/checks/index.js";
import { Opaque } from "../../src/grading/opaque.js";
import { runChecks } from "../../src/grading/run-checks.js";
import { verdictText } from "../../src/grading/verdict.js";

vi.setConfig({ testTimeout: 60_000 });

const VALUES: readonly (readonly [name: string, value: unknown])[] = [
  ["−0", -0],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["a billion", 1e9],
  ["null", null],
  ["words", "pass"],
  ["rows of different length", [[1], [1, 2]]],
  ["many NaNs", new Array(2000).fill(Number.NaN)],
  ["a list without anything", [[]]],
  ["a record that cannot be written", { toString: 1, valueOf: null, W: [1], b: "x", w: {} }],
  ["a record that claims a length", { length: 1e9 }],
  ["records in a list", [{ W: 1 }, { b: 2 }]],
  ["a matrix without data", { shape: [2, 2], data: new Float64Array(0) }],
  ["a promise", new Opaque("promise", "a promise")],
  [
    "a function that throws",
    (): never => {
      throw new Error("no");
    },
  ],
];

describe.each(VALUES)("every answer returns %s", (_name, value) => {
  test.each(EXERCISES.map(({ id }) => id))("%s", (id) => {
    const exercise = EXERCISES.find((one) => one.id === id)!;
    const given = Object.fromEntries(
      Object.keys(exercise.reference).map((name) => [name, () => value]),
    );
    const { checks, points, possible } = runChecks(exercise, given, {
      withHidden: true,
      withPictures: true,
    });
    expect(points).toBeLessThan(possible);
    const texts = checks.map(({ verdict }) => verdictText(verdict));
    expect(texts.filter((text) => text.includes("internal"))).toEqual([]);
    expect(texts.filter((text) => text.length > 2000)).toEqual([]);
  });
});
