/** Kernel: the formula sheet of a chapter. */
import { expect, test } from "vitest";
import { formulaSheetBundle } from "../../src/kernel/formula-sheet.js";
import { EQUATIONS } from "../../src/syllabus/equations.js";

test("a sheet holds every equation of its chapter, in order, and no other", () => {
  for (const chapter of ["1", "2", "3", "4", "5", "6"]) {
    const markdown = String(formulaSheetBundle(chapter)["text/markdown"]);
    const numbers = [...markdown.matchAll(/^\*\*\((\d+\.\d+)\)\*\* \S/gm)].map(
      ([, number]) => number,
    );
    const expected = EQUATIONS.filter(({ number }) => number.startsWith(`${chapter}.`));
    expect(numbers).toEqual(expected.map(({ number }) => number));
    expect(numbers.length).toBeGreaterThan(0);
    for (const { latex } of expected) expect(markdown).toContain(`$$${latex}$$`);
  }
});

test("a chapter that does not exist is answered with those that do", () => {
  expect(formulaSheetBundle("9")["text/plain"]).toBe(
    'There are no equations of a chapter "9". The chapters are 1, 2, 3, 4, 5, 6, as in formulaSheet("2").',
  );
  expect(formulaSheetBundle(2 as never)["text/plain"]).toMatch(/^\(2\.1\) loss of one sample: /);
});
