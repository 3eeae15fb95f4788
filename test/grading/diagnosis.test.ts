/** Grading: general patterns are named when no known wrong answer fits. */
import { describe, expect, test } from "vitest";
import { oneInputExercise } from "../../src/checks/perceptron/one-input.js";
import { numericPattern } from "../../src/grading/patterns.js";
import { runChecks } from "../../src/grading/run-checks.js";
import { verdictText } from "../../src/grading/verdict.js";

const inputs = [[1], [2, 3], [4, -5, 6], [0.5]];
const total = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);
const pattern = (got: (want: number, list: readonly number[]) => unknown): string | null =>
  numericPattern(
    inputs.map((list) => ({ args: [list], got: got(total(list), list), want: total(list) })),
  );

describe("a pattern over all inputs", () => {
  test.each<[string, (want: number, list: readonly number[]) => unknown, string]>([
    ["a factor", (want) => 3 * want, "Every value is 3 times too large."],
    ["a fraction", (want) => want / 2, "Every value is 2 times too small."],
    ["a lost minus", (want) => -want, "Every value has the wrong sign."],
    ["minus and factor", (want) => -2 * want, "Every value is the wanted one times -2"],
    ["an offset", (want) => want + 1, "Every value is 1 too large."],
    ["an offset down", (want) => want - 0.25, "Every value is 0.25 too small."],
    ["a constant", () => 0, "Your function gives 0 whatever it is given."],
    ["a mean", (want, list) => want / list.length, "a mean stands where a sum is wanted"],
    ["noise", (want) => Math.fround(want * 1.0000001), "right to about five digits"],
  ])("%s", (_name, got, words) => {
    expect(pattern(got)).toContain(words);
  });

  test("nothing is made up where no pattern holds", () => {
    expect(pattern((want) => want ** 3 + 2)).toBeNull();
    expect(pattern(() => "text")).toBeNull();
  });

  test("signs that are lost, or wrong in places", () => {
    const tried = [1, -2, 3, -4].map((want) => ({ args: [want], want }));
    const lost = tried.map((one) => ({ ...one, got: Math.abs(one.want) }));
    const mixed = tried.map((one, i) => ({ ...one, got: i < 2 ? -one.want : one.want }));
    expect(numericPattern(lost)).toContain("the sign is lost");
    expect(numericPattern(mixed)).toContain("the sign is wrong at some inputs");
  });

  test("a turned table and a list that is one short", () => {
    const want = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    const turned = {
      args: [],
      got: [
        [1, 4],
        [2, 5],
        [3, 6],
      ],
      want,
    };
    expect(numericPattern([turned, turned])).toContain("transpose");
    const short = { args: [], got: [1, 2], want: [1, 2, 3] };
    expect(numericPattern([short, short])).toContain("one entry too short");
    const long = { args: [], got: [1, 2, 3, 4], want: [1, 2, 3] };
    expect(numericPattern([long, long])).toContain("one entry too long");
  });
});

test("NaN anywhere is explained before all else", () => {
  expect(pattern((want, list) => (list.length === 3 ? Number.NaN : want))).toMatch(
    /^NaN comes from/,
  );
});

describe("an exercise", () => {
  const messages = (oneInput: (x: number, w: number, w0: number) => number): string[] =>
    runChecks(oneInputExercise, { oneInput }).checks.map(({ verdict }) => verdictText(verdict));

  test("an unknown slip is explained by its numbers and the case by hand", () => {
    expect(messages((x, w, w0) => 2 * (w * x + w0))[0]).toBe(
      "Every value is 2 times too large. oneInput(0, 2, 1): got 2, want 1. By hand: 2·0 + 1 = 1.",
    );
  });

  test("a slip that only some inputs show gets no cause that the others contradict", () => {
    const text = messages((x, w, w0) => (x < 0 ? 0 : w * x + w0))[0];
    expect(text).toBe("oneInput(-1, 4, 0.5): got 0, want -3.5. By hand: 4·(−1) + 0.5 = −3.5.");
  });

  test("a right answer has no message at all", () => {
    expect(messages((x, w, w0) => w * x + w0)).toEqual(["", "", ""]);
  });
});
