/** Progress: CSV that every reader splits alike and no spreadsheet computes. */
import { describe, expect, test } from "vitest";

import { csvText } from "../../src/common/csv.js";

const field = (value: string | number | null): string => csvText([[value]]).slice(0, -2);

describe("a row", () => {
  test("has its fields between commas and ends with CR LF", () => {
    expect(
      csvText([
        ["a", 1, null],
        ["b", -2.5, ""],
      ]),
    ).toBe("a,1,\r\nb,-2.5,\r\n");
  });

  test.each([
    ["a comma", "a,b", '"a,b"'],
    ["a quotation mark", 'say "a"', '"say ""a"""'],
    ["a line end", "a\nb", '"a\nb"'],
    ["what separates fields elsewhere", "a;b", '"a;b"'],
    ["a space at its edge", " a", '" a"'],
    ["nothing special", "ŷ = w₀", "ŷ = w₀"],
  ])("quotes a field with %s", (_, text, written) => {
    expect(field(text)).toBe(written);
  });
});

describe("a text that looks like a formula", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠A"])(
    "%s gets an apostrophe",
    (text) => {
      expect(field(text)).toBe(`'${text}`);
    },
  );

  test.each(["\t=1", "\r=1", "\n=1", "\ta"])("also after white space: %j", (text) => {
    expect(field(text)).toBe(`"'${text}"`);
  });

  test("is quoted as well where it must be", () => {
    expect(field('=HYPERLINK("http://a.example","b")')).toBe(
      `"'=HYPERLINK(""http://a.example"",""b"")"`,
    );
    expect(field("  =1")).toBe("'  =1");
    expect(field("a;=1")).toBe('"a;=1"');
  });

  test("is no number: numbers below zero stay numbers", () => {
    expect(field(-3)).toBe("-3");
    expect(field("2-1")).toBe("2-1");
  });
});
