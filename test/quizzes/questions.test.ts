/** Quizzes: every question can be answered, its numbers are the library's, and a lecture asks it. */
import katex from "katex";
import { describe, expect, test } from "vitest";
import { notebookFiles, readNotebook } from "../../src/cli/notebook-files.js";
import { codeCells } from "../../src/notebook/notebook.js";
import { sectionsOf } from "../../src/notebook/sections.js";
import { QUESTIONS } from "../../src/quizzes/index.js";

const lectures = notebookFiles([], ["notebooks"]).map(readNotebook);

/** Each call of `quiz` in the lectures, with the section it stands in. */
const calls = lectures.flatMap((lecture) =>
  sectionsOf(lecture).flatMap(({ title, first, last }) =>
    codeCells(lecture)
      .filter(({ number }) => number >= first && number <= last)
      .flatMap(({ cell }) => [...cell.source.matchAll(/\bquiz\("([^"]+)"/g)])
      .map(([, id]) => ({ id: id!, section: title.split(" ")[0]! })),
  ),
);

test("ids are unique, a section with a letter", () => {
  const ids = QUESTIONS.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.filter((id) => !/^\d\.\d{1,2}[a-z]$/.test(id))).toEqual([]);
});

test("the right answer stands in every place about as often", () => {
  const places = QUESTIONS.map(({ options }) => options.findIndex(({ right }) => right === true));
  const share = (place: number): number =>
    places.filter((at) => at === place).length / Math.max(1, places.length);
  for (const place of [0, 1, 2]) expect(share(place), `place ${place}`).toBeGreaterThan(0.15);
});

test("a lecture asks every question, in the section that its id names, and asks no other", () => {
  const ids = new Set(QUESTIONS.map(({ id }) => id));
  const asked = new Set(calls.map(({ id }) => id));
  expect(calls.filter(({ id }) => !ids.has(id))).toEqual([]);
  expect([...ids].filter((id) => !asked.has(id))).toEqual([]);
  expect(calls.filter(({ id, section }) => id.replace(/[a-z]$/, "") !== section)).toEqual([]);
});

describe.each(QUESTIONS.map((question) => ({ id: question.id, question })))(
  "$id",
  ({ question }) => {
    const { ask, options, computed } = question;

    test("has three or four different options, one of them right, each with its reason", () => {
      expect([3, 4]).toContain(options.length);
      expect(new Set(options.map(({ text }) => text)).size).toBe(options.length);
      expect(options.filter(({ right }) => right === true)).toHaveLength(1);
      for (const { why } of options) expect(why.length).toBeGreaterThan(15);
    });

    test("has formulas that can be read", () => {
      const texts = [ask, ...options.flatMap(({ text, why }) => [text, why])];
      for (const text of texts) {
        expect((text.match(/(?<!\\)\$/g) ?? []).length % 2, text).toBe(0);
        for (const [, formula] of text.matchAll(/\$\$?([^$]+)\$\$?/g)) {
          expect(() =>
            katex.renderToString(formula!, { throwOnError: true, strict: "ignore" }),
          ).not.toThrow();
        }
      }
    });

    test.runIf(computed !== undefined)("has the library's number as its right answer alone", () => {
      const number = computed!();
      for (const { value, right, text } of options) {
        expect(value, text).toBeTypeOf("number");
        const isIt = Math.abs(value! - number) <= 5e-3 * Math.abs(number) + 1e-12;
        expect(isIt, `${text}: ${value}, computed ${number}`).toBe(right === true);
      }
    });
  },
);
