import { beforeAll, expect, test } from "vitest";

import { cellsModule } from "../../src/notebook/cells-module.js";
import { type Notebook, parseNotebook } from "../../src/notebook/notebook.js";
import { findingText, type TypeFinding, typeCheck } from "../../src/notebook/type-check.js";
import { type CellSpec, markdown, notebookText } from "./make-notebook.js";

const BEFORE = 'import { join } from "node:path";\nconst n = 1;';

/** Each a cell that comes third in a notebook, and what is said of it. */
const WRONG: Readonly<Record<string, readonly [cell: string, message: string]>> = {
  "an implicit any": [
    "function f(x) {\n  return x;\n}",
    "line 1: Parameter 'x' implicitly has an 'any' type. (TS7006)",
  ],
  "a null that is not checked": [
    "const n: number | null = Math.random() > 2 ? null : 1;\n\nn.toFixed();",
    "line 3: 'n' is possibly 'null'. (TS18047)",
  ],
  "an unknown name of a library": [
    'import {\n  sep,\n  nothing,\n} from "node:path";',
    "line 3: Module '\"node:path\"' has no exported member 'nothing'. (TS2305)",
  ],
  "an unknown package": [
    'const a = 1;\nimport b from "no-such-package";',
    "line 2: Cannot find module 'no-such-package' or its corresponding type declarations. (TS2307)",
  ],
  "a syntax error": ["const a = 1;\nconst b = ;", "line 2: Expression expected."],
};

const SOUND: readonly CellSpec[] = [
  'import { sep } from "node:path";\nimport type { Stats } from "node:fs";',
  markdown("const broken = ;"),
  'import { sep, join } from "node:path";\nconst a = await Promise.resolve(1);\na',
  '(join("x", sep));\nconst a = "text";\ntype T = string;',
  "const upper: string = a.toUpperCase();\ntype T = number;",
  "const t: T = 3;\nlet s: Stats | undefined;\nconsole.log(upper, t, s);\n[1, 2].map((x) => x)",
];

/** Three sections: the second uses a name of the first, and an import of it. */
const LECTURE: readonly CellSpec[] = [
  markdown("# Title\n\n## 1.1 One"),
  'import { sep } from "node:path";\nconst a = sep.length;',
  markdown("## 1.2 Two"),
  "const b = 1;\n[a, b, sep];",
  markdown("text\n## 1.3 Three"),
  'import { sep } from "node:path";\nconst a = sep;\n({ a, b });',
];

/** All notebooks of this file go through one program, as they do in `gradus types`. */
let findings: readonly TypeFinding[] = [];

beforeAll(() => {
  const notebook = (name: string, ...cells: readonly CellSpec[]): Notebook =>
    parseNotebook(notebookText(...cells), `notebooks/${name}.ipynb`);
  findings = typeCheck([
    notebook("sound", ...SOUND),
    notebook("lecture", ...LECTURE),
    parseNotebook(notebookText(...LECTURE), "exercises/whole.ipynb"),
    notebook("two", "if (", "const a: string = 1;"),
    ...Object.entries(WRONG).map(([name, [cell]]) =>
      notebook(name, markdown("# Title"), BEFORE, cell),
    ),
  ]);
});

function found(name: string): string[] {
  return findings.filter(({ path }) => path === `notebooks/${name}.ipynb`).map(findingText);
}

test("a sound notebook has no findings: imports again, top-level await, names declared again", () => {
  expect(found("sound")).toEqual([]);
});

test.each(Object.keys(WRONG))("%s is named with notebook, cell and line", (name) => {
  expect(found(name)).toEqual([`notebooks/${name}.ipynb cell 3 ${WRONG[name]?.[1]}`]);
});

test("each section of a lecture declares or imports what it uses", () => {
  const alone = "A section declares or imports what it uses.";
  expect(found("lecture")).toEqual([
    `notebooks/lecture.ipynb cell 4 line 2: Cannot find name 'a'. ${alone} (TS2304)`,
    `notebooks/lecture.ipynb cell 4 line 2: Cannot find name 'sep'. ${alone} (TS2304)`,
    `notebooks/lecture.ipynb cell 6 line 3: No value exists in scope for the shorthand property 'b'. Either declare one or provide an initializer. ${alone} (TS18004)`,
  ]);
});

test("an exercise is checked as a whole", () => {
  expect(findings.filter(({ path }) => path === "exercises/whole.ipynb")).toEqual([]);
});

test("a cell that does not parse does not hide what is wrong in the next", () => {
  expect(found("two")).toEqual([
    expect.stringContaining("cell 1 line 1: Expression expected."),
    expect.stringContaining("cell 2 line 1: Type 'number' is not assignable"),
  ]);
});

test("the module keeps each line of a cell on a line of its own, with its place", () => {
  const text = notebookText('import { sep } from "node:path";\nsep', "const a = 1;\n\na");
  const { text: code, lines } = cellsModule(parseNotebook(text, "a.ipynb"));
  const places = code.split("\n").map((line, index) => [line.trim(), lines[index] ?? null]);
  expect(places).toContainEqual(["sep", { cell: 1, line: 2 }]);
  expect(places).toContainEqual(["a", { cell: 2, line: 3 }]);
  expect(places).toContainEqual(['import { sep } from "node:path";', { cell: 1, line: 1 }]);
});
