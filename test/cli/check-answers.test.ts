/** Command line: `gradus check` on answers of every bad kind; each costs its own exercise alone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "./files.js";
import { type CheckedExercise, checkToJson, LearnersNotebook } from "./learner.js";

const TIME = { timeout: 120_000 };

/** Standing, the first check's verdict and message, and the notes. */
function words(result: CheckedExercise | undefined): readonly string[] {
  const first = result?.checks[0];
  return [
    result?.standing ?? "not checked",
    first?.verdict ?? "",
    first?.message ?? "",
    ...(result?.notes ?? []),
  ];
}

test("each of fourteen answers gets its own verdict, in one notebook", TIME, async () => {
  const folder = temporaryFolder();
  const notebook = new LearnersNotebook()
    .remove("oneInput")
    .replace("weightedSum", (source) => source.replaceAll("weightedSum", "weightedsum"))
    .insert("last", 'function sigmoid(z: number): number {\n  throw new NotImplemented("1.3");\n}')
    .replace("relu", "function relu(z: number): number {\n  return z >> ;\n}")
    .replace("hyperbolicTangent", (source) => `throw new Error("early");\n\n${source}`)
    .replace("perceptron", (source) =>
      source.replace("let z = w0;", "let z = w0;\n  const wrong: string = z;"),
    )
    .replace("classify", (source) =>
      source.replace("{", "{\n  for (let i = 0; i < 200_000; i++) console.log(i);\n"),
    )
    .replace("denseLayer", "function denseLayer(): number[][] {\n  for (;;) {}\n}")
    .replace("softmax", "function softmax(): number[] {\n  process.exit(0);\n}")
    .replace(
      "deepForward",
      "function deepForward(): number[] {\n  Array.prototype.map = () => [];\n  JSON.parse = () => ({});\n  JSON.stringify = () => '';\n  Math.exp = () => 1;\n  console.log = () => undefined;\n  return [];\n}",
    );
  const names = [...notebook.text().matchAll(/check\(\\"([^"\\]+)\\", \{ (\w+)/g)];
  const [xor, shapes, graph, sick] = names.slice(10).map(([, , name]) => name as string);
  notebook
    .replace(xor!, (source) =>
      source.replace(/^function (\w+)(\([^)]*\)): [^{]*\{/m, "const $1 = $2 => {"),
    )
    .replace(shapes!, `class ${shapes} {}`)
    .replace(
      graph!,
      (source) => `import lodash from "no-such-package";\n${source.replace("{", "{\n  lodash();")}`,
    )
    .replace(
      sick!,
      (source) =>
        `const late = await Promise.resolve(1);\n${source.replace("{", "{\n  void late;")}`,
    );
  const path = notebook.save(join(folder, "01-perceptron.ipynb"));
  const before = readFileSync(path);
  const { code, out, err, results } = await checkToJson(join(folder, "results.json"), path);

  expect(code).toBe(1);
  expect(err).toBe("");
  expect(readFileSync(path).equals(before)).toBe(true);

  const told = (id: string) => words(results.get(`perceptron/${id}`));
  const cell = (name: string) => notebook.cellOf(name);
  const broken = `Cell ${cell("relu")} does not parse`;
  expect(told("one-input")).toEqual(["missing", "missing", "No cell declares oneInput."]);
  expect(told("weighted-sum")[2]).toMatch(
    /^No cell declares weightedSum\. There is weightedsum \(cell \d+, line 1\): rename it to weightedSum/,
  );
  const [standing, , , twice] = told("sigmoid");
  expect(standing).toBe("not implemented");
  expect(twice).toMatch(
    new RegExp(
      `^sigmoid is declared 2 times: cell ${cell("sigmoid")}, line 1; and cell \\d+, line 1\\. The last one counts`,
    ),
  );
  expect(told("relu").slice(0, 3)).toEqual([
    "wrong",
    "error",
    `${broken}, and relu stands in it. Line 2: Expression expected.`,
  ]);
  expect(told("tanh")).toEqual(["complete", "pass", ""]);
  expect(told("perceptron")).toEqual(["complete", "pass", ""]);
  expect(out).toContain(
    `  Note: type error in cell ${cell("perceptron")}, line 9: Type 'number' is not assignable to type 'string'.`,
  );
  expect(told("decision-line")).toEqual(["complete", "pass", ""]);
  expect(told("dense-layer").slice(1)).toEqual([
    "timeout",
    "Stopped after 2 s in denseLayer([[2]], [[3]], [1]). Look for a loop that never ends.",
  ]);
  expect(told("softmax")[2]).toMatch(/^Your code ended its own process in softmax\(\[5\]\)/);
  expect(told("deep-forward")[0]).toBe("wrong");
  expect(told("xor")).toEqual(["complete", "pass", ""]);
  expect(told("shapes")[2]).toContain("Class constructor shapes cannot be invoked without 'new'");
  expect(told("graph-form")[2]).toContain("there is no package no-such-package in the course");
  expect(told("graph-form")[2]).toContain(`cell ${cell(graph!)}, line 1`);
  expect(told("sick-layers")[2]).toBe(
    `Cell ${cell("late")}, line 1: late awaits at the top level, and an answer is checked without waiting. Move the await out of what your answer needs.`,
  );
  expect(out).toMatch(
    /Visible checks: 4 of 14 exercises complete, 7 wrong, 1 not implemented yet, 2 missing;/,
  );
});

test("answers in other places and of other forms count like any other", TIME, async () => {
  const folder = temporaryFolder();
  const moved = new LearnersNotebook();
  // All code in the first cell of all, functions as constants, one declared again in its own cell.
  const relu = "const relu = (z: number): number => (z > 0 ? z : 0);";
  moved
    .remove("softmax")
    .insert(
      "first",
      `function softmax(x: number[]): number[] {\n  const e = x.map((v) => Math.exp(v - Math.max(...x)));\n  const sum = e.reduce((a, b) => a + b);\n  return e.map((v) => v / sum);\n}`,
    )
    .replace("relu", (source) => source.replace(/function relu[\s\S]*?\n}\n/, `${relu}\n`))
    .replace("oneInput", (source) => `function oneInput(): number {\n  return 0;\n}\n${source}`)
    .insert("first", "console.log([1, 2, 3].map(nothing));");
  const path = moved.save(join(folder, "01-perceptron-Copy1.ipynb"));
  const { code, results, out } = await checkToJson(join(folder, "results.json"), path);
  expect(words(results.get("perceptron/one-input"))).toEqual([
    "complete",
    "pass",
    "",
    expect.stringMatching(
      /^oneInput is declared 2 times: cell 6, line 1; and cell 6, line 4\. The last/,
    ),
  ]);
  expect([...results.values()].filter(({ standing }) => standing !== "complete")).toEqual([]);
  expect([code, results.size]).toEqual([0, 14]);
  expect(out).toContain("type error in cell 6, line 1: Duplicate function implementation.");
});
