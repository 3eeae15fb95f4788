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
    expect(run.failure?.message).toMatch(
      /^ *throw new RangeError\('too far'\);|RangeError: too far/,
    );
    expect(run.failure?.message).toContain("RangeError: too far\n    at boom (in a cell)");
    expect(run.failure?.message).not.toMatch(/tslab|node:vm|evalmachine/);
    expect(readFileSync(file, "utf8")).toBe(before);
    expect(existsSync(out)).toBe(false);
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
      /^UncaughtException: Error: late/,
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
  expect(kernelErrorText("3:5 - Cannot find name 'x'.\n4:1 - Again.\n")).toBe(
    "line 3, column 5: Cannot find name 'x'.\nline 4, column 1: Again.",
  );
});
