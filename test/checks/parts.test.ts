/** Checks: results in named parts are compared part by part, and the first slip is told by its place. */
import { describe, expect, test } from "vitest";
import { partsMismatch } from "../../src/checks/parts.js";
import { EXACT } from "../../src/math/tolerances.js";

const want = [
  { W: [[1, 2]], b: [3] },
  { W: [[4]], b: [5] },
];

describe("partsMismatch", () => {
  test("equal parts agree, whatever else a record holds", () => {
    expect(partsMismatch([{ W: [[1, 2]], b: [3], note: 7 }, want[1]], want, EXACT)).toBeNull();
  });

  test("a wrong number is told with its place", () => {
    const got = [want[0], { W: [[4]], b: [6] }];
    expect(partsMismatch(got, want, EXACT)).toBe("[1].b: entry [0]: got 6, want 5");
  });

  test("a missing part, a missing entry and another kind of value are told", () => {
    expect(partsMismatch([{ W: [[1, 2]] }, want[1]], want, EXACT)).toBe("[0].b: it is missing");
    expect(partsMismatch([want[0]], want, EXACT)).toContain("1 entries, and 2 are wanted");
    expect(partsMismatch(7, want, EXACT)).toContain("a list of 2 records is wanted");
    expect(partsMismatch([7, want[1]], want, EXACT)).toBe(
      "[0]: the number 7 stands there; a record with W, b is wanted",
    );
  });
});
