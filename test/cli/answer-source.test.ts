/** Command line: an answer taken out of a saved notebook, and its errors told with cell and line. */
import { describe, expect, test, vi } from "vitest";
import { EXERCISES } from "../../src/checks/index.js";
import { weightedSumExercise } from "../../src/checks/perceptron/weighted-sum.js";
import { answerSource } from "../../src/cli/answer-source.js";
import { runCode } from "../../src/grading/run-code.js";
import { verdictText } from "../../src/grading/verdict.js";
import { type Notebook, parseNotebook } from "../../src/notebook/notebook.js";

// Each host is a process of its own, and a busy machine starts it slowly.
vi.setConfig({ testTimeout: 30_000 });

function notebookOf(...cells: string[]): Notebook {
  const text = JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" } },
    cells: cells.map((source, k) => ({
      cell_type: "code",
      id: `cell-${k}`,
      metadata: {},
      execution_count: null,
      outputs: [],
      source,
    })),
  });
  return parseNotebook(text, "sheet.ipynb");
}

function messages(...cells: string[]): string[] {
  const source = answerSource(notebookOf(...cells), weightedSumExercise);
  return runCode(weightedSumExercise, source).result.checks.map(({ verdict }) =>
    verdictText(verdict),
  );
}

test("what the exercise asks for itself is not taken for another answer's misspelling", () => {
  const clinic = EXERCISES.find(({ id }) => id === "regularization/break-it-clinic");
  if (clinic === undefined) throw new Error("no clinic");
  const cells = ["function patient1() {}", "function patient2() {}", "function patien6() {}"];
  const { absent } = answerSource(notebookOf(...cells), clinic);
  expect(absent["patient6"]?.message).toBe(
    "No cell declares patient6. There is patien6 (cell 3, line 1): rename it to patient6 if it is your answer.",
  );
  expect(absent["patient1"]).toBeUndefined();
});

describe("an error of the learner's code", () => {
  test("is told with the cell and the line as the learner sees them", () => {
    const [first] = messages(
      "const unused = 1;",
      "// my answer\nfunction weightedSum(x: number[], w: number[], w0: number): number {\n  const rows = undefined as unknown as number[][];\n  return rows[0][0] + w0;\n}",
    );
    expect(first).toContain("threw TypeError: Cannot read properties of undefined");
    expect(first).toContain("It was thrown in cell 2, line 4.");
  });

  test("is found in a helper that stands in another cell", () => {
    const [first] = messages(
      'function times(a: number, b: number): number {\n\n  throw new RangeError("no product of " + a + " and " + b);\n}',
      "const weightedSum = (x: number[], w: number[], w0: number): number =>\n  w0 + times(x[0], w[0]);",
    );
    expect(first).toContain(
      "threw RangeError: no product of 0 and 5. It was thrown in cell 1, line 3.",
    );
  });

  test("while the cells are run is located too", () => {
    const [first] = messages(
      "const scale = (() => {\n  throw new Error('too early');\n})();",
      "const weightedSum = (): number => scale;",
    );
    expect(first).toContain("The cells throw when they are run (cell 1, line 2): Error: too early");
  });
});
