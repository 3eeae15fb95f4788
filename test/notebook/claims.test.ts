/** Lectures: numbers in prose, and the claims that vouch for them. */
import ts from "typescript";
import { describe, expect, test } from "vitest";
import {
  type ClaimValue,
  claimsCode,
  claimsOf,
  claimValues,
  judgeClaim,
} from "../../src/notebook/claims.js";
import { printedNumbers } from "../../src/notebook/printed-number.js";
import { unclaimedNumbers } from "../../src/notebook/unclaimed-numbers.js";
import { type CellSpec, markdown, notebookOf } from "./make-notebook.js";

const number = (value: number): ClaimValue => ({ kind: "number", value });

describe("numbers as they are printed", () => {
  test.each([
    ["the slope is $0.0025$", 0.0025, 0.00005],
    ["97.8 %", 97.8, 0.05],
    ["$97.8\\,\\%$", 97.8, 0.05],
    ["$-6$", -6, 0.5],
    ["gives −6.25", -6.25, 0.005],
    ["$w = -2$", -2, 0.5],
    ["$\\approx -2$", -2, 0.5],
    ["$(-2.50)", -2.5, 0.005],
    ["$1 - 0.3$", 0.3, 0.05],
    ["$x-3$", 3, 0.5],
    ["60,000 images", 60000, 0.5],
    ["$60{,}000$", 60000, 0.5],
    ["$60\\,000$", 60000, 0.5],
    ["1\u202f234\u202f567", 1234567, 0.5],
    ["$2.5 \\cdot 10^{-3}$", 0.0025, 0.00005],
    ["$2.5 \\times 10^{−3}$", 0.0025, 0.00005],
    ["$-2.5\\cdot10^3$", -2500, 50],
    ["2.5·10⁻³", 0.0025, 0.00005],
    ["2.5e-3", 0.0025, 0.00005],
    ["$10^{-3}$", 0.001, 0.0005],
    ["10⁻³", 0.001, 0.0005],
    ["$\\infty$", Number.POSITIVE_INFINITY, 0],
    ["−∞", Number.NEGATIVE_INFINITY, 0],
  ])("%s", (text, value, halfUnit) => {
    const [printed, ...more] = printedNumbers(text).slice(-1);
    expect(more).toEqual([]);
    expect(printed!.value).toBeCloseTo(value, 12);
    expect(printed!.halfUnit).toBeCloseTo(halfUnit, 12);
  });

  test("digits in names, versions and indices are none", () => {
    expect(printedNumbers("x2 w_3 5.0.4 15.0.4 a1.5")).toEqual([]);
    expect(printedNumbers("3, 4 and 1,234,567").map(({ value }) => value)).toEqual([3, 4, 1234567]);
    expect(Number.isNaN(printedNumbers("NaN")[0]!.value)).toBe(true);
  });
});

/** What is wrong with the one claim of a text. */
function judged(text: string, value: ClaimValue): string | null {
  const [claims] = claimsOf(notebookOf(markdown(text))).values();
  return judgeClaim(claims![0]!, value)?.message ?? null;
}

describe("a claim", () => {
  test("is found with its cell, its line and the number before it", () => {
    const cell =
      "One.\nThe slope is $0.25$<!-- a note --><!--= slope\n  (2); --> here.\nZero.<!--= a === 0 -->";
    const claims = claimsOf(notebookOf("1", markdown(cell))).get(2)!;
    expect(claims.map(({ cell: at, line, expression }) => [at, line, expression])).toEqual([
      [2, 2, "slope (2)"],
      [2, 4, "a === 0"],
    ]);
    expect(claims[0]!.number!.text).toBe("0.25");
  });

  test.each([
    ["$0.0025$<!--= s -->", 0.00247, null],
    ["$0.0025$<!--= s -->", 0.00256, "printed 0.0025, computed 0.00256 (claim: s)"],
    ["97.8 %<!--= 100 * a -->", 97.8499, null],
    ["−6<!--= z -->", 6, "printed −6, computed 6 (claim: z)"],
    ["$0.25$<!--= s -->", 0.255, null],
    ["NaN<!--= s -->", Number.NaN, null],
    ["$\\infty$<!--= s -->", Number.POSITIVE_INFINITY, null],
    ["0.5<!--= s -->", Number.NaN, "printed 0.5, computed NaN (claim: s)"],
    ["None<!--= s -->", 3, "there is no number before the claim; computed 3 (claim: s)"],
  ])("%s computed as %s", (text, value, message) => {
    expect(judged(text, number(value))).toBe(message);
  });

  test("may give a text that stands before it, or true", () => {
    expect(
      judged("the shape is **[2, 3]**<!--= s -->", { kind: "text", value: "[2, 3]" }),
    ).toBeNull();
    expect(judged("the *left* one<!--= s -->", { kind: "text", value: "right one" })).toBe(
      'printed "the *left* one", computed "right one" (claim: s)',
    );
    expect(judged("Zero.<!--= s -->", { kind: "boolean", value: true })).toBeNull();
    expect(judged("Zero.<!--= s -->", { kind: "boolean", value: false })).toMatch(/does not hold/);
    expect(judged("1<!--= s -->", { kind: "other", value: "object" })).toMatch(
      /value of type object/,
    );
    expect(judged("1<!--= -->", { kind: "other", value: "undefined" })).toMatch(
      /the claim is empty/,
    );
  });

  test("is evaluated by code whose answer can be read", () => {
    const source =
      "1<!--= 1 + 1 -->, x<!--= 'x' -->, t<!--= true -->, n<!--= null -->, 0<!--= nope() -->";
    const claims = claimsOf(notebookOf(markdown(source))).get(1)!;
    const code = ts.transpile(claimsCode(claims), { target: ts.ScriptTarget.ES2022 });
    const printed: string[] = [];
    new Function("console", code.replace("(f => unknown)", "(f)"))({
      log: (line: string) => printed.push(line),
    });
    expect(claimValues(`noise\n${printed[0]}\n`)).toEqual([
      number(2),
      { kind: "text", value: "x" },
      { kind: "boolean", value: true },
      { kind: "other", value: "null" },
      { kind: "error", value: "ReferenceError: nope is not defined" },
    ]);
    expect(claimValues("nothing")).toBeNull();
  });
});

/** Printed texts of the numbers that nothing vouches for. */
function unclaimed(...cells: readonly CellSpec[]): string[] {
  return unclaimedNumbers(notebookOf(...cells)).map(({ message }) => message.split(" has no")[0]!);
}

describe("numbers that nothing vouches for", () => {
  test("are those with a point or a percent sign, without claim, mark or code", () => {
    const text =
      "The slope is 0.25, after 20 steps 0.5<!--= s -->, then 30 %. In 2017<!--given--> it was 1.5<!--given-->.";
    expect(unclaimed(markdown(text))).toEqual(["0.25", "30 %"]);
  });

  test("a claim vouches for the number before it, and for those that it names", () => {
    expect(unclaimed(markdown("from 0.7 to 0.3<!--= a -->"))).toEqual(["0.7"]);
    expect(unclaimed(markdown("from 0.7 to 0.3<!--= near(a, 0.7) && near(b, 0.3) -->"))).toEqual(
      [],
    );
  });

  test("what stands in code of the same section is given", () => {
    const cells = [
      markdown("## 1.1 A\nwith 0.25 and −0.5 and 40 %"),
      "f(0.25, -0.5, 0.4);",
    ] as const;
    expect(unclaimed(...cells)).toEqual([]);
    expect(unclaimed(...cells, markdown("## 1.2 B\nwith 0.25"))).toEqual(["0.25"]);
    expect(unclaimed(...cells, markdown("## Summary\n- with 0.25"))).toEqual([]);
  });

  test("references, formulas, code, headings and links are no numbers of this kind", () => {
    const text = [
      "# 0.1 Title",
      "See (1.3), $(1.4)$, (1.5, 1.6), Exercise 1.3, Figures 1.3 and 1.4, Eq. 1.7, section 2.3, E4.",
      "$$x = 0.25 \\tag{1.3}$$ and `0.75` and [this](a.html#0.35) in lecture 2.3.",
      "```\n0.45\n```",
      "We will mend that in 1.3. Version 5.0.4.",
    ].join("\n\n");
    expect(unclaimed(markdown(text), markdown("## 1.3 Bias"))).toEqual([]);
    expect(unclaimed(markdown("it ends in 1.4"), markdown("## 1.3 Bias"))).toEqual(["1.4"]);
    expect(unclaimed(markdown("$\\sigma(2.5)$ and (0.5)"))).toEqual(["2.5", "0.5"]);
  });
});
