/** Progress: what a try and a hint change. */
import { describe, expect, test } from "vitest";

import { type ProgressRecord, withHint, withResult } from "../../src/progress/record.js";
import { at, resultOf } from "./results.js";

const NONE: ProgressRecord = new Map();
const ID = "perceptron/relu";

describe("a try", () => {
  test("is noted with its points and its time", () => {
    expect(withResult(NONE, resultOf(ID, "pass", "fail"), at(8)).get(ID)).toEqual({
      points: 1,
      possible: 2,
      tries: 1,
      firstTry: "2026-10-05T08:00:00.000Z",
      lastTry: "2026-10-05T08:00:00.000Z",
      passed: null,
      hint: 0,
    });
  });

  test("that is worse than an earlier one leaves the best points", () => {
    const first = withResult(NONE, resultOf(ID, "pass", "pass", "fail"), at(8));
    const second = withResult(first, resultOf(ID, "error", "pass", "fail"), at(9));
    expect(second.get(ID)).toMatchObject({
      points: 2,
      tries: 2,
      firstTry: "2026-10-05T08:00:00.000Z",
      lastTry: "2026-10-05T09:00:00.000Z",
    });
  });

  test("that passes keeps its day, and later ones no longer count as tries", () => {
    const failed = withResult(NONE, resultOf(ID, "fail"), at(8));
    const passed = withResult(failed, resultOf(ID, "pass"), at(9));
    const broken = withResult(passed, resultOf(ID, "fail"), at(10));
    expect(broken.get(ID)).toMatchObject({
      points: 1,
      tries: 2,
      passed: "2026-10-05T09:00:00.000Z",
      lastTry: "2026-10-05T10:00:00.000Z",
    });
  });

  test("of a stub, or without a function, is none", () => {
    const stub = resultOf(ID, "not-implemented", "not-implemented");
    expect(withResult(NONE, stub, at(8))).toBe(NONE);
    expect(withResult(NONE, resultOf(ID, "missing"), at(8))).toBe(NONE);
    expect(withResult(NONE, resultOf(ID, "not-implemented", "fail"), at(8)).size).toBe(1);
  });

  test("after the exercise got other checks starts the points anew, and keeps the pass", () => {
    const before = withResult(NONE, resultOf(ID, "pass", "pass"), at(8));
    const after = withResult(before, resultOf(ID, "pass", "fail", "fail"), at(9));
    expect(after.get(ID)).toMatchObject({
      points: 1,
      possible: 3,
      passed: "2026-10-05T08:00:00.000Z",
    });
  });

  test("leaves the record before it as it was", () => {
    const before = withResult(NONE, resultOf(ID, "fail"), at(8));
    withResult(before, resultOf(ID, "pass"), at(9));
    expect(before.get(ID)?.points).toBe(0);
    expect(NONE.size).toBe(0);
  });
});

describe("a hint", () => {
  test("is noted at its highest level, and is no try", () => {
    const two = withHint(withHint(NONE, ID, 2), ID, 1);
    expect(two.get(ID)).toMatchObject({ hint: 2, tries: 0, firstTry: null });
  });
});
