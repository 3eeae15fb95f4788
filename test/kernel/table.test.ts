/** Kernel: tables and numbers as a reader sees them. */
import { describe, expect, test } from "vitest";
import { rowsBundle, table } from "../../src/kernel/table.js";
import { numberText } from "../../src/kernel/value-text.js";

const text = (bundle: Readonly<Record<string, unknown>>): unknown => bundle["text/plain"];

test("numbers stand at the right, with four digits and a real minus sign", () => {
  const bundle = rowsBundle(
    [
      { step: 0, loss: 0.69312, name: "start", done: false },
      { step: 10, loss: -0.0000123456, name: "end", done: true },
    ],
    "Training",
  );
  expect(text(bundle)).toBe(
    [
      "Training",
      "step         loss  name   done",
      "   0       0.6931  start  no",
      "  10  −1.235·10⁻⁵  end    yes",
    ].join("\n"),
  );
  expect(bundle["text/html"]).toContain('text-align:right">0.6931</td>');
  expect(bundle["text/html"]).toContain("overflow-x:auto");
});

test.each([
  [0, "0"],
  [-0, "0"],
  [1024, "1024"],
  [60000, "60,000"],
  [-1234567, "−1,234,567"],
  [1234.5678, "1235"],
  [0.1 + 0.2, "0.3"],
  [0.000123456, "0.0001235"],
  [0.999999, "0.999999"],
  [-0.9999999, "−0.9999999"],
  [1.5e12, "1.5·10¹²"],
  [1e-9, "1·10⁻⁹"],
  [Number.NaN, "NaN"],
  [Number.NEGATIVE_INFINITY, "−∞"],
])("%s is shown as %s", (value, shown) => {
  expect(numberText(value)).toBe(shown);
});

describe("what makes no table is explained", () => {
  test.each([
    [[], "table: there is no row to show."],
    [[{ a: 1 }, { a: 1, b: 2 }], 'table: row 2 has "b", which row 1 has not.'],
    [[{ a: 1, b: 2 }, { a: 1 }], 'table: row 2 has no "b", which row 1 has.'],
    [[{ a: 1 }, [2]], /^table: row 2 is not an object\. Give a list/],
    [[{ a: [1] }], 'table: in row 1, "a" is neither a number nor a text nor true or false.'],
    [[{}], /^table: row 1 has no entries/],
    [undefined, /^table: the rows are not a list/],
  ])("%j", (rows, message) => {
    expect(text(rowsBundle(rows as never))).toMatch(message);
    expect(table(rows as never)).toBeUndefined();
  });
});

test("texts, names and captions are shown as they are", () => {
  const html = String(rowsBundle([{ "<b>": "<script>" }], "<i>")["text/html"]);
  expect(html).not.toMatch(/<script|<b>|<i>/);
});
