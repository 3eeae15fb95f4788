import { describe, expect, test } from "vitest";

import {
  citedEquations,
  exportedNames,
  namedErrata,
  namedImports,
  sectionsOf,
} from "../../src/syllabus/read-text.js";

describe("equations that a text cites", () => {
  test.each([
    ["`w x`, Eq. (1.1).", ["1.1"]],
    ["Eq. (1.6) to (1.9)", ["1.6", "1.7", "1.8", "1.9"]],
    ["Eq. (1.6) – (1.8)", ["1.6", "1.7", "1.8"]],
    ["Eq. (2.3) and (2.4), then Eq. (4.1)", ["2.3", "2.4", "4.1"]],
    ["Eqs. (1.1), (1.3), and (1.5)", ["1.1", "1.3", "1.5"]],
    ["Eq. (1.6) put into Eq. (2.3), and Eq. (1.6) again", ["1.6", "2.3"]],
    ["Eq. (4.12) to\n * (4.14)", ["4.12", "4.13", "4.14"]],
    ["`x`,\n * Eq. (4.16). Text", ["4.16"]],
    ["version (1.2) of Section 1.3", []],
  ])("%j", (text, numbers) => {
    expect(citedEquations(text)).toEqual(numbers);
  });
});

describe("names", () => {
  test("exported are values, in a declaration or a list, and no types", () => {
    const text = [
      "export function f(x: number): number;",
      "export function f(x: number): number {}",
      "export async function g(): Promise<void> {}",
      "export function* h(): Generator<number> {}",
      "export const a: number = 1;",
      "export class B {}",
      "export interface C {}",
      "export type D = 1;",
      'export { type E, k, l as m } from "./n.js";',
      'export type { F } from "./n.js";',
      "const inside = 1;",
    ].join("\n");
    expect(exportedNames(text)).toEqual(["f", "g", "h", "a", "B", "k", "m"]);
  });

  test("imported keep the name that they have where they come from", () => {
    const text =
      'import { type A, b, c as d } from "./x.js";\nimport {\n  e,\n} from "y";\nimport type { F } from "z";';
    expect(namedImports(text)).toEqual([
      { names: ["b", "c"], from: "./x.js" },
      { names: ["e"], from: "y" },
    ]);
  });

  test("of errata stand in parentheses of their own", () => {
    expect(namedErrata("W itself (E4); who was first (E8, E11); E1 and 3E2")).toEqual([
      "E4",
      "E8",
      "E11",
    ]);
  });
});

test("sections of a lecture carry their equations and errata", () => {
  const text = [
    "# Lecture 1",
    "$$a = b \\tag{1.1}$$",
    "## 1.1 One",
    "$$x$$ and $$y = \\frac12\n\\tag{1.2}$$",
    "## 1.2 Two",
    "Wrong (E2).",
    "## Summary",
    "$$z \\tag{1.3}$$",
  ].join("\n\n");
  expect(sectionsOf(text)).toEqual([
    {
      number: "1.1",
      title: "One",
      equations: [{ number: "1.2", latex: "y = \\frac12" }],
      errata: [],
    },
    {
      number: "1.2",
      title: "Two",
      equations: [{ number: "1.3", latex: "z" }],
      errata: ["E2"],
    },
  ]);
});
