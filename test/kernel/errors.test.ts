/** The kernel's error texts, on the mended kernel: names that are not there yet, and what a cell throws. */

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";

interface CellResult {
  readonly status: string;
  readonly outputs: readonly { readonly stream?: string; readonly text?: string }[];
}

/** What each cell writes, all cells in one kernel. */
function runCells(cells: readonly string[], env: Readonly<Record<string, string>> = {}): string[] {
  const script = fileURLToPath(new URL("./tslab-cells.cjs", import.meta.url));
  const directory = fileURLToPath(new URL("../../notebooks", import.meta.url));
  const output = execFileSync(process.execPath, [script, directory, JSON.stringify(cells)], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const results = JSON.parse(output.toString()) as CellResult[];
  return results.map(({ outputs }) => outputs.map(({ text }) => text ?? "").join(""));
}

const THROWS_LATER =
  'interface Far {\n  limit: number;\n}\n\nfunction boom(far: Far): never {\n  // far away\n  throw new RangeError("too far");\n}';

const CASES: readonly (readonly [name: string, cell: string, said: string])[] = [
  [
    "a name of the library is told once, with the cell that imports it",
    "tensor([1]);\n{ let n: Network; }\ntensor([2]); check({ oneInput });",
    "1:1 - tensor is not defined yet: run the notebook's first cell, which imports it.\n" +
      "2:10 - Network is not defined yet: run the notebook's first cell, which imports it.\n" +
      "3:14 - check is not defined yet: run the notebook's first cell, which imports it.\n" +
      "3:22 - oneInput is not defined yet: run the cell that declares it first.\n",
  ],
  [
    "another name is told once, in the short form of an object and without it",
    "console.log({ oneInput }, oneInput);",
    "1:15 - oneInput is not defined yet: run the cell that declares it first.\n",
  ],
  [
    "every other diagnostic keeps its words",
    'const x: number = "1";\nmissing;',
    "1:7 - Type 'string' is not assignable to type 'number'.\n" +
      "2:1 - missing is not defined yet: run the cell that declares it first.\n",
  ],
  ["a cell that only declares says nothing", THROWS_LATER, ""],
  [
    "an error names the lines as they were typed, in this cell and in an earlier one",
    "type Limit = number;\n\nconst limit: Limit = 2;\n\n[1].map(() =>\n  boom({ limit }),\n);",
    "RangeError: too far\n    in boom, line 7 of cell [4]\n    at line 6\n    at line 5\n",
  ],
  [
    "of the library stands the function that was called",
    'import { tensor } from "gradus";\n\ntensor([[1], [2, 3]]);',
    "ShapeError: tensor: all rows of a matrix must be equally long; here row 0 is [1], row 1 is [2].\n" +
      "    in tensor (gradus)\n    at line 3\n",
  ],
  ["a cell that imports from the library", 'import { tensor } from "gradus";', ""],
  [
    "once the library is imported, a name that is missing has to be imported too",
    "dense;",
    '1:1 - dense is not imported yet: run import { dense } from "gradus"; first.\n',
  ],
  [
    "an error after an await, with its cause and the class that it is of",
    'class Late extends Error {}\nasync function f(): Promise<void> {\n  await 1;\n  throw new Late("why", { cause: new TypeError("inner") });\n}\nawait f();',
    "Late: why\n    in f, line 4\n    at line 6\n  because of TypeError: inner\n",
  ],
  [
    "a function without an end is named once",
    "function deep(): number {\n  return deep() + 1;\n}\ndeep();",
    "RangeError: Maximum call stack size exceeded\n    in deep, line 2\n",
  ],
  [
    "code that the kernel cannot read has its line",
    "type Y = 1;\n\nfor await (const x of []) {\n}",
    "SyntaxError: Unexpected reserved word\n    at line 3\n",
  ],
  [
    "functions that the kernel or Node named are not named",
    "await new Promise((_, reject) => {\n  setTimeout(() => reject(new Error()), 1);\n});",
    "Error\n    at line 2\n",
  ],
  ["what is thrown and is no error stands as it is", 'throw { reason: "x" };', "{ reason: 'x' }\n"],
];

describe("on the mended kernel", () => {
  let said: string[] = [];
  beforeAll(() => {
    said = runCells(CASES.map(([, cell]) => cell));
  }, 60_000);

  test.each(CASES.map(([name, , text], index) => ({ name, text, index })))(
    "$name",
    ({ text, index }) => {
      expect(said[index]).toBe(text);
    },
  );
});

test("with GRADUS_FULL_ERRORS=1 all stands there as the kernel says it", {
  timeout: 60_000,
}, () => {
  const [unknown, thrown] = runCells(["check({ oneInput });", 'throw new Error("x");'], {
    GRADUS_FULL_ERRORS: "1",
  });
  expect(unknown).toBe(
    "1:1 - Cannot find name 'check'.\n" +
      "1:9 - No value exists in scope for the shorthand property 'oneInput'. Either declare one or provide an initializer.\n",
  );
  expect(thrown).toMatch(/^evalmachine\.<anonymous>:\d+\n/);
  expect(thrown).toMatch(/Error: x\n {4}at evalmachine[\s\S]*tslab[\\/]dist[\\/]executor\.js/);
});
