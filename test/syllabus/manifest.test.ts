import { describe, expect, test } from "vitest";

import { EQUATIONS } from "../../src/syllabus/equations.js";
import { ERRATA } from "../../src/syllabus/errata.js";
import { SYLLABUS } from "../../src/syllabus/manifest.js";

const items = SYLLABUS.flatMap((group) => group.items);

/** "P1" to "P20" for the letter P and 20. */
const ids = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);

describe("the manifest", () => {
  test("lists the 79 items of the seven groups, each once and in order", () => {
    const sizes: readonly [string, number][] = [
      ["C", 9],
      ["P", 20],
      ["L", 8],
      ["B", 13],
      ["G", 11],
      ["R", 8],
      ["X", 10],
    ];
    expect(items.map(({ id }) => id)).toEqual(sizes.flatMap(([letter, n]) => ids(letter, n)));
    expect(items).toHaveLength(79);
  });

  test("keeps each item in the group of its letter", () => {
    for (const group of SYLLABUS) {
      expect(group.items.map(({ id }) => id[0])).toEqual(group.items.map(() => group.letter));
    }
  });

  test("lists the sixteen errata, each with the items that it touches", () => {
    expect(ERRATA.map(({ id }) => id)).toEqual(ids("E", 16));
    expect(ERRATA.filter(({ items: touched }) => touched.length === 0)).toEqual([]);
  });

  test("makes nothing up for the item whose content is lost", () => {
    const lost = items.filter(({ kind }) => kind === "lost");
    expect(lost.map(({ id }) => id)).toEqual(["P20"]);
    expect(Object.keys(lost[0]!)).toEqual(["id", "kind", "title"]);
  });

  test("names a function or an equation for every item that computes", () => {
    const empty = items.filter(
      ({ kind, functions = [], equations = [] }) =>
        kind === "computes" && functions.length + equations.length === 0,
    );
    expect(empty).toEqual([]);
  });

  test("has titles that differ", () => {
    expect(new Set(items.map(({ title }) => title)).size).toBe(items.length);
  });
});

describe("the equations", () => {
  test("are numbered without a gap, chapter by chapter", () => {
    const chapters = [23, 13, 17, 26, 11, 22];
    const numbers = chapters.flatMap((count, chapter) => ids(`${chapter + 1}.`, count));
    expect(EQUATIONS.map(({ number }) => number)).toEqual(numbers);
  });

  test("each belong to an item", () => {
    const named = new Set(items.flatMap(({ equations = [] }) => equations));
    expect(EQUATIONS.filter(({ number }) => !named.has(number))).toEqual([]);
  });

  test("have names and formulas of their own, with braces that close", () => {
    expect(new Set(EQUATIONS.map(({ name }) => name)).size).toBe(EQUATIONS.length);
    for (const { latex } of EQUATIONS) {
      const bare = latex.replace(/\\[{}]/g, "");
      expect(bare.split("{").length, latex).toBe(bare.split("}").length);
    }
  });
});
