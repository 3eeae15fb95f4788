/** The manifest against the project's own files: nothing dangles, and what is claimed is there. */
import katex from "katex";
import { expect, test } from "vitest";

import { currentSyllabus } from "../../src/cli/syllabus.js";
import { collectEvidence } from "../../src/cli/syllabus-evidence.js";
import { EQUATIONS } from "../../src/syllabus/equations.js";

const evidence = collectEvidence();
const latexOf = new Map(EQUATIONS.map(({ number, latex }) => [number, latex]));

/** A formula without the white space that only moves its parts. */
const bare = (latex: string): string =>
  latex.replace(/\\[bB]igg?[lr]?(?=[^a-zA-Z])/g, "").replace(/\\[,!;]|\\q?quad|\s/g, "");

test("no name dangles and every claim holds", () => {
  expect(currentSyllabus().problems).toEqual([]);
});

test("every equation that code cites is in the list", () => {
  const cited = evidence.sources.flatMap(({ path, equations }) =>
    equations.map((number) => ({ path, number })),
  );
  expect(cited.length).toBeGreaterThan(50);
  expect(cited.filter(({ number }) => !latexOf.has(number))).toEqual([]);
});

test("every equation of a lecture is in the list, with the same formula", () => {
  const taught = evidence.sections.flatMap((section) => section.equations);
  const numbers = taught.map(({ number }) => number);
  const ofLectures = EQUATIONS.map(({ number }) => number).filter((n) => /^[1-5]\./.test(n));
  expect(new Set(numbers)).toEqual(new Set(ofLectures));
  expect(numbers.length, "each is stated once").toBe(ofLectures.length);
  for (const { number, latex } of taught) {
    expect(bare(latex), `(${number})`).toContain(bare(latexOf.get(number) ?? "not in the list"));
  }
});

test("every formula of the list can be set", () => {
  for (const { latex } of EQUATIONS) {
    expect(() => katex.renderToString(latex, { strict: "error" }), latex).not.toThrow();
  }
});
