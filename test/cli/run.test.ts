import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { executeNotebook } from "../../src/cli/execute-notebook.js";
import { kernelErrorText } from "../../src/cli/kernel-error.js";
import { ROOT, readNotebook } from "../../src/cli/notebook-files.js";
import { runNotebooks } from "../../src/cli/run.js";
import { markdown } from "../notebook/make-notebook.js";
import { notebookFile, temporaryFolder, terminal } from "./files.js";

const PYTHON = process.platform === "win32" ? ".venv/Scripts/python.exe" : ".venv/bin/python";
const hasKernel = process.env["GRADUS_PYTHON"] !== undefined || existsSync(join(ROOT, PYTHON));

test("where everything is set up, as in CI, there is a kernel to test with", () => {
  expect(hasKernel || process.env["CI"] === undefined).toBe(true);
});

describe.runIf(hasKernel)("on the real kernel", { timeout: 60_000 }, () => {
  test("runs the cells in the notebook's folder, up to the first that fails", async () => {
    const folder = temporaryFolder();
    const file = notebookFile(
      join(folder, "a.ipynb"),
      markdown("# A"),
      "const x: number = 2;",
      "  \n",
      "console.log(process.cwd(), { x });",
      'import { sep } from "node:path";\n\nfunction boom(): never {\n  throw new RangeError("too far");\n}\nboom();',
      "console.log('never');",
    );
    const before = readFileSync(file, "utf8");
    const out = join(folder, "out", "a.ipynb");
    const started: number[] = [];
    const run = await executeNotebook(file, {
      timeout: 30,
      out,
      onStart: (cell) => started.push(cell),
    });
    expect(run.cells.map(({ cell }) => cell)).toEqual([2, 4]);
    expect(started).toEqual([2, 4, 5]);
    expect(run.failure).toMatchObject({ cell: 5, kind: "error" });
    expect(run.failure?.message).toBe("RangeError: too far\n    in boom, line 4\n    at line 6");
    expect(readFileSync(file, "utf8")).toBe(before);
    expect(existsSync(out)).toBe(false);
  });

  test("a cell that writes more messages than the socket takes at once loses none", async () => {
    const folder = temporaryFolder();
    const file = notebookFile(
      join(folder, "many.ipynb"),
      "for (let i = 0; i < 2000; i++) console.log(i);",
    );
    const out = join(folder, "many-out.ipynb");
    const { failure } = await executeNotebook(file, { timeout: 30, out });
    expect(failure).toBeNull();
    const numbers = readFileSync(out, "utf8").match(/(?<=")\d+(?=\\n")/g) ?? [];
    expect(numbers.map(Number)).toEqual(Array.from({ length: 2000 }, (_, i) => i));
  });

  test("writes a copy with outputs, shows its progress, and goes on after a notebook that fails", async () => {
    const folder = temporaryFolder();
    const noisy = notebookFile(join(folder, "noisy.ipynb"), 'console.error("on stderr");', "1");
    const good = notebookFile(join(folder, "good.ipynb"), markdown("# G"), "const a = 6 * 7;\na");
    let results: Awaited<ReturnType<typeof runNotebooks>> = new Map();
    const said = await terminal(async () => {
      const outFor = (file: string) => file.replace(".ipynb", "-out.ipynb");
      results = await runNotebooks([noisy, good], { timeout: 30, outFor });
    });
    expect(results.get(noisy)?.failure).toMatchObject({ cell: 1, kind: "stderr" });
    expect(results.get(good)?.failure).toBeNull();
    expect(readNotebook(join(folder, "good-out.ipynb")).cells[1]).toMatchObject({
      executionCount: 1,
      outputs: [{ output_type: "stream", name: "stdout", text: "42\n" }],
    });
    expect(said.out).toMatch(/noisy\.ipynb +1\/2 {2}console\.error\("on stderr"\); +FAILED/);
    expect(said.err).toMatch(/noisy\.ipynb cell 1: It wrote on stderr.*:\non stderr\n/);
    expect(said.out).toMatch(/good\.ipynb +1\/1 {2}const a = 6 \* 7; a +\d+ ms/);
    expect(said.out).toMatch(/Slowest cells:\n +\d+ ms {2}.*good\.ipynb cell 2/);
    expect(said.out).toMatch(
      /1 cells of 2 notebooks ran in \d+\.\d s; failed: .*noisy\.ipynb\.\n$/,
    );
  });

  test("evaluates claims where they stand, and leaves no trace of it", async () => {
    const folder = temporaryFolder();
    const file = notebookFile(
      join(folder, "a.ipynb"),
      "let x = 0.25;",
      markdown("It is $0.25$<!--= x -->, twice 0.6<!--= 2 * x -->, and\nwrong<!--= y -->."),
      markdown("A quarter: 25 %<!--= 100 * x -->."),
      "x = 0.5;\nx",
      markdown("Now 0.5<!--= x --> and [0.5]<!--= JSON.stringify([x]) -->."),
    );
    const out = join(folder, "out.ipynb");
    const run = await executeNotebook(file, { timeout: 30, out });
    expect(run.failure).toBeNull();
    expect(run.claims).toBe(6);
    expect(run.wrongClaims).toEqual([
      {
        cell: 2,
        line: 2,
        message: expect.stringMatching(/^the claim cannot be evaluated: y is not defined yet/),
      },
    ]);
    expect(readNotebook(out).cells.map(({ kind }) => kind)).toEqual(
      readNotebook(file).cells.map(({ kind }) => kind),
    );
  });

  test("a wrong claim, a number without one and a limit fail a notebook that runs", async () => {
    const file = notebookFile(
      join(temporaryFolder(), "notebooks", "a.ipynb"),
      "const x = 0.25;\nx",
      markdown("It is $0.26$<!--= x -->, and 0.75."),
    );
    let results: Awaited<ReturnType<typeof runNotebooks>> = new Map();
    const said = await terminal(async () => {
      const limits = { seconds: 0.001, megabytes: 1 };
      results = await runNotebooks([file], { timeout: 30, limits, outFor: () => undefined });
    });
    expect(results.get(file)?.complaints).toEqual([
      "cell 2 line 1: printed 0.26, computed 0.25 (claim: x)",
      expect.stringMatching(/^cell 2 line 1: 0\.75 has no claim/),
      expect.stringMatching(/^it took \d+\.\d s; the limit is 0\.001 s/),
      expect.stringMatching(/^the kernel held \d+(\.\d)? MB; the limit is 1 MB/),
    ]);
    expect(said.err).toContain("a.ipynb cell 2 line 1: printed 0.26, computed 0.25 (claim: x)\n");
    expect(said.out).toMatch(/a\.ipynb: \d+\.\d s, \d+ MB at most, 0 of 1 claims hold\n/);
    expect(said.out).toMatch(/failed: .*a\.ipynb\.\n$/);
  });

  test("runs twice in one kernel and says which cell then writes something else", async () => {
    const folder = temporaryFolder();
    const counter = "process.env.RUNS = String(Number(process.env.RUNS ?? 0) + 1);";
    const file = notebookFile(
      join(folder, "a.ipynb"),
      "const steady = [1, 2];\nsteady",
      `${counter}\nconsole.log("run", process.env.RUNS);`,
      "console.log(1);\nconsole.log(2);",
    );
    const out = join(folder, "out.ipynb");
    const run = await executeNotebook(file, { timeout: 30, out, twice: true });
    expect(run.failure).toBeNull();
    expect(run.differences).toEqual([
      expect.objectContaining({ cell: 2, first: "run 1\n", second: "run 2\n" }),
    ]);
    expect(run.cells.map(({ cell }) => cell)).toEqual([1, 2, 3]);
    expect(JSON.stringify(readNotebook(out).cells[1])).toContain("run 1");
  });

  test.concurrent.each([
    [
      "a loop without an end",
      "for (;;) {}",
      "timeout",
      /^It did not end within 2 s; the kernel was stopped/,
    ],
    ["a kernel that ends", "process.exit(3);", "dead", /^The kernel ended while the cell ran/],
    [
      "an error nobody awaited",
      'setTimeout(() => { throw new Error("late"); }, 5);\nawait new Promise((r) => setTimeout(r, 150));',
      "error",
      /^Uncaught Error: late\n {4}at line 1 of a cell$/,
    ],
    [
      "a promise that failed and nobody awaited",
      'void Promise.reject(new RangeError("lost"));\nawait new Promise((r) => setTimeout(r, 150));',
      "error",
      /^Uncaught RangeError: lost\n {4}at line 1 of a cell$/,
    ],
    [
      "a loop that is interrupted",
      'process.kill(process.pid, "SIGINT");\nfor (;;) {}',
      "error",
      /^Interrupted\.$/,
    ],
    [
      "a wait that is interrupted",
      'setTimeout(() => process.kill(process.pid, "SIGINT"), 20);\nawait new Promise((r) => setTimeout(r, 1500));',
      "error",
      /^Interrupted\.$/,
    ],
    [
      "a name that no cell declares",
      "const f = (): number => oneInput;",
      "error",
      /^line 1, column 25: oneInput is not defined yet: run the cell that declares it first\.$/,
    ],
  ])("%s has its own message", async (_, cell, kind, message) => {
    const file = notebookFile(join(temporaryFolder(), "a.ipynb"), cell);
    const { failure } = await executeNotebook(file, { timeout: 2 });
    expect(failure).toMatchObject({ cell: 1, kind });
    expect(failure?.message).toMatch(message);
  });
});

test("the kernel's stack and its line numbers are left out of an error", () => {
  const text =
    "evalmachine.<anonymous>:29\n    throw new RangeError('bad');\n    ^\n\nRangeError: bad\n" +
    "    at f (evalmachine.<anonymous>:29:11)\n    at evalmachine.<anonymous>:38:22\n" +
    "    at dot (file:///course/dist/math/dot.js:3:9)\n    at sigintHandlersWrap (node:vm:280:12)\n" +
    "    at Object.execute (/course/node_modules/tslab/dist/executor.js:160:38)\n";
  expect(kernelErrorText(text)).toBe(
    "    throw new RangeError('bad');\nRangeError: bad\n    at f (in a cell)\n    at dot (file:///course/dist/math/dot.js:3:9)",
  );
  expect(kernelErrorText("RangeError: bad\n    in f, line 2 of cell [7]\n    at line 1\n")).toBe(
    "RangeError: bad\n    in f, line 2 of a cell\n    at line 1",
  );
  expect(kernelErrorText("3:5 - Cannot find name 'x'.\n4:1 - Again.\n")).toBe(
    "line 3, column 5: Cannot find name 'x'.\nline 4, column 1: Again.",
  );
});
