import { describe, expect, test } from "vitest";

import { cleanNotebook } from "../../src/notebook/clean.js";
import { parseNotebook, serializeNotebook } from "../../src/notebook/notebook.js";
import { NotebookError } from "../../src/notebook/notebook-error.js";
import { markdown, notebookOf, notebookText } from "./make-notebook.js";

/** Byte for byte what JupyterLab 4.6 wrote for a cell that ran. */
const SAVED = `{
 "cells": [
  {
   "cell_type": "code",
   "execution_count": null,
   "id": "ab12",
   "metadata": {},
   "outputs": [
    {
     "name": "stdout",
     "output_type": "stream",
     "text": [
      "1\\n",
      "2\\n"
     ]
    }
   ],
   "source": [
    "const a = 1;\\n",
    "a"
   ]
  }
 ],
 "metadata": {
  "kernelspec": {
   "display_name": "TypeScript",
   "language": "typescript",
   "name": "tslab"
  }
 },
 "nbformat": 4,
 "nbformat_minor": 5
}
`;

describe("reading", () => {
  test("takes a source as one string or as a list of lines", () => {
    const lines = notebookOf({ source: ["const a = 1;\n", "a"] }).cells[0]?.source;
    expect(lines).toBe("const a = 1;\na");
    expect(notebookOf("const a = 1;\na").cells[0]?.source).toBe(lines);
  });

  test("takes Windows line ends and a byte order mark", () => {
    const text = `\uFEFF${SAVED.replaceAll("\\n", "\\r\\n").replaceAll("\n", "\r\n")}`;
    expect(parseNotebook(text, "a.ipynb").cells[0]?.source).toBe("const a = 1;\na");
  });

  test("keeps two megabytes of output as they are", () => {
    const text = `${"x".repeat(99)}\n`.repeat(20_000);
    const big = { source: "1", outputs: [{ output_type: "stream", name: "stdout", text }] };
    const file = JSON.stringify({
      nbformat: 4,
      nbformat_minor: 5,
      cells: [{ cell_type: "code", ...big }],
    });
    const read = parseNotebook(file, "big.ipynb");
    const again = parseNotebook(serializeNotebook(read), "big.ipynb");
    expect(again).toEqual(read);
    expect(again.cells[0]).toMatchObject({ outputs: [{ text }] });
  });
});

test("writing gives the bytes that Jupyter wrote", () => {
  expect(serializeNotebook(parseNotebook(SAVED, "a.ipynb"))).toBe(SAVED);
});

test("writing leaves JSON outputs whole and splits the texts beside them", () => {
  const data = { "application/vnd.plotly.v1+json": { data: ["a\nb"] }, "text/plain": "a\nb" };
  const cell = { source: "", outputs: [{ output_type: "display_data", data, metadata: {} }] };
  const file = JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    cells: [{ cell_type: "code", ...cell }],
  });
  const written = JSON.parse(serializeNotebook(parseNotebook(file, "a.ipynb")));
  expect(written.cells[0].outputs[0].data).toEqual({ ...data, "text/plain": ["a\n", "b"] });
});

describe("a damaged file is named with its reason", () => {
  const conflict = SAVED.replace('   "metadata": {},\n', "<<<<<<< HEAD\n=======\n>>>>>>> x\n");
  const cut = SAVED.slice(0, SAVED.length / 2);
  const damaged: readonly (readonly [string, string, RegExp])[] = [
    ["an empty file", "\n", /^a\.ipynb: the file is empty\. The file was left as it is\.$/],
    ["not JSON", "<!DOCTYPE html>", /^a\.ipynb: it is not JSON \(line 1: Unexpected token/],
    ["a comma too many", '{\n "cells": [],\n}', /^a\.ipynb: it is not JSON \(line 3: /],
    ["cut half-way", cut, /it is not JSON \(line 16: .*\); the file seems to be cut short\./],
    ["a git conflict", conflict, /holds the marks of an unfinished git merge/],
    ["a list", "[]", /a notebook is a JSON object, and this is a list/],
    ["a number", "3", /a notebook is a JSON object, and this is the value 3/],
    ["an object of another kind", '{"name": "gradus"}', /it has no nbformat/],
    ["no cells", '{"nbformat": 4}', /it has no cells/],
    ["cells that are no list", '{"nbformat": 4, "cells": {}}', /its cells are not a list/],
    [
      "nbformat 3",
      '{"nbformat": 3, "worksheets": []}',
      /it is nbformat 3 and gradus reads nbformat 4/,
    ],
    [
      "a cell that is no object",
      '{"nbformat": 4, "cells": [7]}',
      /cell 1: it is not a JSON object/,
    ],
    ["a cell without source", notebookText("", { metadata: {} }), /cell 2: it has no source/],
    [
      "an unknown kind of cell",
      notebookText({ cell_type: "x", source: "" }),
      /its cell_type is "x"/,
    ],
    [
      "outputs that are no list",
      '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "outputs": 3}]}',
      /cell 1: its outputs are not a list/,
    ],
  ];

  test.each(damaged)("%s", (_, text, message) => {
    const read = () => parseNotebook(text, "a.ipynb");
    expect(read).toThrow(NotebookError);
    expect(read).toThrow(message);
  });
});

describe("cleaning", () => {
  const ran = {
    source: "1",
    execution_count: 3,
    metadata: {
      tags: ["exercise"],
      execution: { "iopub.status.busy": "2026-11-21T00:00:00Z" },
      collapsed: true,
      jupyter: { outputs_hidden: true, source_hidden: true },
    },
    outputs: [{ output_type: "stream", name: "stdout", text: "1\n" }],
  };

  test("takes outputs, counters and volatile metadata and leaves the rest", () => {
    const file = JSON.parse(notebookText(markdown("# Title"), ran));
    Object.assign(file.cells[1], ran);
    file.metadata.language_info = { name: "typescript", version: "3.7.2" };
    file.metadata.widgets = {};
    const clean = cleanNotebook(parseNotebook(JSON.stringify(file), "a.ipynb"));
    expect(clean.cells[0]).toMatchObject({ id: "cell-1", source: "# Title" });
    expect(clean.cells[1]).toEqual({
      kind: "code",
      id: "cell-2",
      source: "1",
      executionCount: null,
      outputs: [],
      metadata: { tags: ["exercise"], jupyter: { source_hidden: true } },
    });
    expect(Object.keys(clean.metadata)).toEqual(["kernelspec", "language_info"]);
    expect(JSON.stringify(clean.metadata)).not.toContain("3.7.2");
  });

  test("a second cleaning changes nothing", () => {
    const once = cleanNotebook(notebookOf(markdown("# Title"), "const a = 1;"));
    expect(cleanNotebook(once)).toEqual(once);
  });
});
