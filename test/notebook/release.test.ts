import { describe, expect, test } from "vitest";

import { solutionRegions } from "../../src/notebook/marks.js";
import { codeCells, type Notebook } from "../../src/notebook/notebook.js";
import { NotebookError } from "../../src/notebook/notebook-error.js";
import { releaseNotebook } from "../../src/notebook/release.js";
import { markdown, notebookOf } from "./make-notebook.js";

const SOLVED = `import { dot, show } from "gradus";

/** Eq. (1.3) */
function weightedSum(x: number[], w: number[], w0: number): number {
  // BEGIN SOLUTION 1.2 weighted sum
  const z = dot(x, w);
  return w0 + z;
  // END SOLUTION
}
show(weightedSum);`;

function released(...sources: readonly string[]): string[] {
  return codeOf(releaseNotebook(notebookOf(...sources)));
}

function codeOf(notebook: Notebook): string[] {
  return codeCells(notebook).map(({ cell }) => cell.source);
}

/** A function whose body is `lines`, as one cell. */
function body(...lines: readonly string[]): string {
  return ["function f(x: number): number {", ...lines.map((line) => `  ${line}`), "}"].join("\n");
}

test("a solution becomes a stub with its indentation, and its imports change with it", () => {
  expect(released(SOLVED)).toEqual([
    `import { show, NotImplemented } from "gradus";

/** Eq. (1.3) */
function weightedSum(x: number[], w: number[], w0: number): number {
  // Your code here.
  throw new NotImplemented("1.2 weighted sum");
}
show(weightedSum);`,
  ]);
});

test("several solutions in a cell, and code of the author's around them", () => {
  const cell = body(
    "const a = 1;",
    "if (x > 0) {",
    "  // BEGIN SOLUTION 1.1 first",
    "  return x + a;",
    "  // END SOLUTION",
    "}",
    "// BEGIN SOLUTION 1.2 second",
    "return 0;",
    "// END SOLUTION 1.2 second",
  );
  expect(released(cell)).toEqual([
    `import { NotImplemented } from "gradus";\n\n${body(
      "const a = 1;",
      "if (x > 0) {",
      "  // Your code here.",
      '  throw new NotImplemented("1.1 first");',
      "}",
      "// Your code here.",
      'throw new NotImplemented("1.2 second");',
    )}`,
  ]);
});

test("an import that a learner's cell still uses stays, and so does one nobody used", () => {
  const imports = 'import { dot, exp, sum as total } from "gradus";';
  const solved = body("// BEGIN SOLUTION 1.1 a", "return dot([x], total([x]));", "// END SOLUTION");
  const [first] = released(imports, solved, "dot([1], [2]);");
  expect(first).toBe('import { dot, exp } from "gradus";');
});

test("an import of the stubs' error that is already there is not repeated", () => {
  const solved = body("// BEGIN SOLUTION 1.1 a", "return x;", "// END SOLUTION");
  const cells = released('import { NotImplemented } from "gradus";', solved, solved);
  expect(cells.join("\n").match(/import/g)).toHaveLength(1);
  expect(cells.join("\n").match(/throw new NotImplemented/g)).toHaveLength(2);
});

test("cells for the instructor and all outputs are gone, other cells keep their ids", () => {
  const tagged = { source: "secret();", metadata: { tags: ["instructor"] } };
  const notes = {
    cell_type: "markdown",
    source: "BEGIN SOLUTION",
    metadata: { tags: ["instructor"] },
  };
  const copy = releaseNotebook(notebookOf(markdown("# One"), tagged, notes, "const a = 1;"));
  expect(copy.cells.map(({ id, source }) => [id, source])).toEqual([
    ["cell-1", "# One"],
    ["cell-4", "const a = 1;"],
  ]);
});

test("marks in strings, templates and regular expressions are no marks", () => {
  const cell = body(
    'const a = "// BEGIN SOLUTION 1.1 a";',
    "const b = `",
    "// BEGIN SOLUTION 1.1 a",
    `\${x /* a comment */}`,
    "// END SOLUTION",
    "`;",
    "const c = /\\/\\/ END SOLUTION/;",
    "return x + a.length + b.length + Number(c.test(a));",
  );
  expect(released(cell)).toEqual([cell]);
});

test("a solution that itself contains a template with mark-like text is replaced whole", () => {
  const cell = body(
    "// BEGIN SOLUTION 1.1 a",
    "const text = `",
    `\${x}`,
    "  // END SOLUTION",
    "`;",
    "return text.length;",
    "// END SOLUTION",
  );
  const [code] = released(cell);
  expect(code).not.toContain("text");
  expect(code).toMatch(/NotImplemented\("1\.1 a"\);\n}$/);
});

describe("marks out of order are named with file, cell and line", () => {
  const begin = "// BEGIN SOLUTION 1.1 a";
  const end = "// END SOLUTION";
  const wrong: readonly (readonly [string, string, string])[] = [
    [
      "nested",
      body(begin, begin, "return x;", end, end),
      "line 3: BEGIN SOLUTION inside the solution that began on line 2",
    ],
    ["unclosed", body(begin, "return x;"), "line 2: BEGIN SOLUTION 1.1 a has no END SOLUTION"],
    [
      "end alone",
      body("return x;", end),
      "line 3: END SOLUTION without a BEGIN SOLUTION before it",
    ],
    [
      "no label",
      body("// BEGIN SOLUTION", "return x;", end),
      "line 2: BEGIN SOLUTION needs the exercise's number and name",
    ],
    [
      "a label without number",
      body("// BEGIN SOLUTION sum", "return x;", end),
      "line 2: BEGIN SOLUTION needs the exercise's number and name",
    ],
    [
      "another label at the end",
      body(begin, "return x;", `${end} 1.2 b`),
      'line 4: END SOLUTION names "1.2 b", and the solution it ends is "1.1 a"',
    ],
    [
      "lower case",
      body("// begin solution 1.1 a", "return x;", end),
      'line 2: "// begin solution 1.1 a" nearly is a solution mark',
    ],
    [
      "a block comment",
      body("/* BEGIN SOLUTION 1.1 a */", "return x;", end),
      "line 2: a solution mark must be a line comment",
    ],
    [
      "behind code",
      body(`const a = x; ${begin}`, "return a;", end),
      "line 2: a solution mark must stand alone on its line",
    ],
    [
      "outside a function",
      `${begin}\nconst a = 1;\n${end}`,
      "line 3: the solution must stand inside a function body",
    ],
    [
      "in different blocks",
      body(begin, "if (x > 0) {", "return x;", end, "}", "return x;"),
      "line 5: BEGIN SOLUTION and END SOLUTION stand in different blocks",
    ],
    [
      "in a cell that does not parse",
      body(begin, "return x +;", end),
      "line 3: the cell holds a solution and does not parse",
    ],
  ];

  test.each(wrong)("%s", (_, cell, message) => {
    const release = () => releaseNotebook(notebookOf(markdown("# Title"), cell));
    expect(release).toThrow(NotebookError);
    expect(release).toThrow(`lecture.ipynb cell 2 ${message}`);
  });

  test("in a markdown cell", () => {
    const release = () => releaseNotebook(notebookOf(markdown("text\nBEGIN SOLUTION 1.1")));
    expect(release).toThrow(
      "lecture.ipynb cell 1 line 2: a solution mark stands in a markdown cell",
    );
  });
});

test("regions are found with Windows line ends in the file", () => {
  const notebook = notebookOf(SOLVED.replaceAll("\n", "\r\n"));
  expect(
    solutionRegions(notebook)
      .get(1)
      ?.map(({ label }) => label),
  ).toEqual(["1.2 weighted sum"]);
});
