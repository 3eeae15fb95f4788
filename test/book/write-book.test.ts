import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { FormulaError, writeBook } from "../../src/book/write-book.js";
import { type CellSpec, markdown, notebookOf } from "../notebook/make-notebook.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gradus-book-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const LIVE: CellSpec = {
  cell_type: "code",
  source: "show()",
  outputs: [
    {
      output_type: "display_data",
      metadata: {},
      data: { "application/vnd.plotly.v1+json": { data: [], layout: {} }, "text/plain": "a" },
    },
  ],
};

test("writes a page a notebook, and Plotly once beside them", async () => {
  const notebooks = [
    { ...notebookOf(markdown("# One"), LIVE), path: "solutions/01-one.ipynb" },
    { ...notebookOf(markdown("# Two")), path: "solutions/02-two.ipynb" },
  ];
  const pages = await writeBook(notebooks, join(folder, "book"), writeFileSync);
  expect(pages).toEqual([join(folder, "book", "01-one.html"), join(folder, "book", "02-two.html")]);
  expect(readdirSync(join(folder, "book")).sort()).toEqual([
    "01-one.html",
    "02-two.html",
    "plotly-cartesian.min.js",
  ]);
  expect(readFileSync(pages[1]!, "utf8")).toContain("<title>Two</title>");
});

test("writes nothing if a formula of any page is damaged", async () => {
  const notebooks = [notebookOf(markdown("# One"), LIVE), notebookOf(markdown("$\\frac{$"))];
  const written = writeBook(notebooks, join(folder, "book"), writeFileSync);
  await expect(written).rejects.toThrow(FormulaError);
  await expect(written).rejects.toThrow("lecture.ipynb: KaTeX cannot read $\\frac{$.");
  expect(readdirSync(folder)).toEqual([]);
});
