import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";

import {
  type AnswerCode,
  type AnswerProblem,
  extractAnswer,
  placeInNotebook,
} from "../../src/notebook/answers.js";
import { type CellSpec, markdown, notebookOf } from "./make-notebook.js";

type Exports = Record<string, (...args: never[]) => unknown>;

function answer(names: readonly string[], ...cells: readonly CellSpec[]): AnswerCode {
  const found = extractAnswer(notebookOf(...cells), names);
  if (found.kind === "problem") throw new Error(found.message);
  return found;
}

function problem(names: readonly string[], ...cells: readonly CellSpec[]): AnswerProblem {
  const found = extractAnswer(notebookOf(...cells), names);
  if (found.kind === "code") throw new Error(`expected a problem, got:\n${found.code}`);
  return found;
}

/** Runs an answer as the host does and hands back one of its functions. */
function load({ code }: AnswerCode, name: string): (...args: unknown[]) => unknown {
  const exports: Exports = {};
  new Function("exports", "require", code)(exports, createRequire(import.meta.url));
  return exports[name] as (...args: unknown[]) => unknown;
}

const DOUBLE = "function f(x: number): number {\n  return 2 * x;\n}";

describe("what counts as the answer", () => {
  test("the last declaration in any cell, also in a cell added at the end", () => {
    const code = answer(["f"], DOUBLE, 'console.log("no");', "function f(x) { return 3 * x }");
    expect(load(code, "f")(2)).toBe(6);
    expect(code.code).not.toContain("2 * x");
  });

  test.each([
    ["an arrow function", "const f = (x: number): number => 2 * x;"],
    ["a function expression", "let f = function (x: number) { return 2 * x; };"],
    ["a function without semicolons", "const f = (x) => 2 * x\nf(3)"],
    ["a destructured function", "const { f, ...rest } = { f: (x: number) => 2 * x, g: 1 };"],
    ["one of several declarators", "const a = 1, f = (x: number) => 2 * x, b = boom();"],
    [
      "an overloaded function",
      "function f(x: number): number;\nfunction f(x: number) { return 2 * x; }",
    ],
    ["a declaration and a later assignment", "let f: (x: number) => number;\nf = (x) => 2 * x;"],
    [
      "a declaration with mark comments in it",
      DOUBLE.replace("{\n", "{\n  // BEGIN SOLUTION 1.1 a\n"),
    ],
    ["an exported function", `export ${DOUBLE}`],
  ])("%s", (_, cell) => {
    expect(load(answer(["f"], cell), "f")(4)).toBe(8);
  });

  test("Windows line ends and markdown between the cells do no harm", () => {
    const code = answer(["f"], markdown("# f"), DOUBLE.replaceAll("\n", "\r\n"));
    expect(load(code, "f")(4)).toBe(8);
  });

  test("a class with what it extends", () => {
    const base = "class Base { n(): number { return 1; } }";
    const code = answer(["Unit"], base, "class Unit extends Base {}");
    const Unit = load(code, "Unit") as unknown as new () => { n(): number };
    expect(new Unit().n()).toBe(1);
  });
});

describe("what comes along", () => {
  test("helpers, constants, enums and types of other cells, through several steps", () => {
    const code = answer(
      ["f"],
      "type Vector = readonly number[];\ninterface Unused { a: string }",
      "enum Kind { Sum = 2 }",
      "const scale = Kind.Sum, unused = boom();",
      "function helper(xs: Vector) { return xs.map((x) => x * scale); }",
      "function f(xs: Vector): number[] { return helper(xs); }",
    );
    expect(load(code, "f")([1, 2])).toEqual([2, 4]);
    expect(code.code).not.toContain("boom");
  });

  test("a constant that a cell further down declares is ready when it is needed", () => {
    const code = answer(
      ["f"],
      "const two = one() + one();\nfunction f() { return two; }",
      "const one = () => 1;",
    );
    expect(load(code, "f")()).toBe(2);
  });

  test("two functions that need each other", () => {
    const even = "const even = (n: number): boolean => n === 0 || odd(n - 1);";
    const odd = "const odd = (n: number): boolean => n !== 0 && even(n - 1);";
    expect(load(answer(["even"], even, odd), "even")(10)).toBe(true);
  });

  test("only the imports that are used, also renamed and as a whole", () => {
    const code = answer(
      ["f"],
      'import { sep as slash, nothing } from "node:path";\nimport * as os from "node:os";',
      'import missing from "no-such-package";\nimport "no-such-side-effect";',
      "function f() { return [slash, typeof os.cpus]; }",
    );
    expect(load(code, "f")()).toEqual(["/", "function"]);
    expect(code.code).not.toMatch(/no-such|nothing/);
  });

  test("statements that only do something are left out", () => {
    const loud = `${DOUBLE}\nf(boom());\nif (true) boom();\nfor (const x of [1]) boom();`;
    expect(load(answer(["f"], loud), "f")(4)).toBe(8);
  });

  test("a parameter, a local, a key or a property of the same name needs nothing", () => {
    const code = answer(
      ["f"],
      "const z = boom();\nconst w = boom();\nconst k = boom();\nconst p = boom();",
      "function f(z: { p: number }) { const { p: w } = z; const o = { k: w }; return o.k + z.p; }",
    );
    expect(load(code, "f")({ p: 2 })).toBe(4);
    expect(code.code).not.toContain("boom");
  });

  test("a shorthand property is a use", () => {
    expect(load(answer(["f"], "const w = 3;\nconst f = () => ({ w });"), "f")()).toEqual({ w: 3 });
  });

  test("a pattern gives way to a later declaration of one of its names", () => {
    const code = answer(
      ["f"],
      "const { a, b } = { a: 1, b: 2 };\nconst [c, d] = [3, 4];",
      "const b = 20;\nconst d = 40;",
      "const f = () => [a, b, c, d];",
    );
    expect(load(code, "f")()).toEqual([1, 20, 3, 40]);
  });

  test("an answer that was imported before and declared by the learner is the learner's", () => {
    const imported = 'import { dot as f } from "gradus";';
    expect(load(answer(["f"], imported, DOUBLE, imported), "f")(4)).toBe(8);
    const calls = "const twice = (x: number): number => f(f(x));";
    const own = "const f = (x: number): number => 2 * x;";
    const both = answer(["f", "twice"], own, imported, calls);
    expect(load(both, "twice")(1)).toBe(4);
    expect(both.code).not.toContain("gradus");
  });
});

describe("cells that do not parse", () => {
  const broken = "const q = (;\nfunction g( {";

  test("do not matter where nothing in them is needed", () => {
    expect(load(answer(["f"], broken, DOUBLE, "}}}"), "f")(4)).toBe(8);
  });

  test("are named with cell and line when the answer stands in one", () => {
    const found = problem(["f"], markdown("# f"), "function f(x) {\n  const a = ;\n  return a;\n}");
    expect(found).toMatchObject({ problem: "syntax", place: { cell: 2, line: 2 } });
    expect(found.message).toBe(
      "Cell 2 does not parse, and f stands in it. Line 2: Expression expected.",
    );
  });

  test("are named when a helper stands in one", () => {
    const found = problem(["f"], "const f = () => help();", "const help = () => 1;\nlet 5;");
    expect(found).toMatchObject({ problem: "syntax", place: { cell: 2, line: 2 } });
    expect(found.message).toContain("help stands in it");
  });
});

describe("an answer that is not there", () => {
  test("is named, with names that may be meant and where they stand", () => {
    const found = problem(
      ["weightedSum"],
      "const a = 1;",
      "\nfunction weightedsum() {}",
      "const sum = 1;",
    );
    expect(found).toMatchObject({ kind: "problem", problem: "missing" });
    expect(found.message).toBe(
      "No cell declares weightedSum. There is weightedsum (cell 2, line 2): rename it to weightedSum if it is your answer.",
    );
  });

  test.each([["weighted_sum"], ["weigtedSum"], ["myWeightedSum"], ["weightedSum2"]])(
    "%s is near weightedSum",
    (name) => {
      expect(problem(["weightedSum"], `const ${name} = 1;`).message).toContain(`There is ${name}`);
    },
  );

  test("is not guessed from a name that is far away", () => {
    expect(problem(["f"], "const perceptron = 1;").message).toBe("No cell declares f.");
  });

  test("an imported function is not an answer", () => {
    expect(problem(["dot"], 'import { dot } from "gradus";').message).toBe(
      'dot is only imported; the exercise asks for your own: declare "function dot(…)".',
    );
  });

  test("a cell that does not parse is told if the name stands in it", () => {
    expect(problem(["f"], "1", "fun ction f() {").message).toMatch(
      /^No cell declares f\. Cell 2 does not parse, and f stands in it\. Line 1: ./,
    );
  });

  test("a declaration inside a function does not count", () => {
    expect(problem(["f"], "function g() { function f() {} }").problem).toBe("missing");
  });

  test("an answer that awaits at the top level is refused in words", () => {
    const found = problem(["f"], "const data = await load();", "const f = () => data;");
    expect(found).toMatchObject({ problem: "await", place: { cell: 1, line: 1 } });
  });
});

test("a run-time error is told in the notebook's cells and lines", () => {
  const code = answer(
    ["f"],
    markdown("# f"),
    "interface A {\n  a: number;\n}\n\nconst help = (x: number): number => {\n  // why\n  if (x > 1) throw new RangeError('too large');\n  return x;\n};",
    "check();\nfunction f(\n  x: number,\n): number {\n  return help(x);\n}",
  );
  const lineOf = (text: string) =>
    code.code.split("\n").findIndex((line) => line.includes(text)) + 1;
  expect(placeInNotebook(code, lineOf("throw"))).toBe("cell 2, line 7");
  expect(placeInNotebook(code, lineOf("return help"))).toBe("cell 3, line 5");
  expect(placeInNotebook(code, 1)).toBeUndefined();
});
