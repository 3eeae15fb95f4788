/** Bootstrap: counting vitest's report, where only what ran and passed is a pass. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

interface Reading {
  readonly counts: { passed: number; failed: number; skipped: number };
  readonly detail: string;
  readonly failures: readonly string[];
}

const { readVitestReport } = (await import(
  new URL("../../src/bootstrap/vitest-report.mjs", import.meta.url).href
)) as { readVitestReport(path: string, exitCode: number | null): Reading };

const { summary } = (await import(
  new URL("../../src/bootstrap/test-summary.mjs", import.meta.url).href
)) as {
  summary(rows: readonly object[], notes: readonly string[], total: number): string;
};

function reading(content: string, exitCode: number | null): Reading {
  const folder = mkdtempSync(join(tmpdir(), "gradus-report-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "report.json"), content);
  return readVitestReport(join(folder, "report.json"), exitCode);
}

function report(...files: string[][]): string {
  const testResults = files.map((states) => ({
    name: "a.test.ts",
    status: states.includes("failed") || states.length === 0 ? "failed" : "passed",
    assertionResults: states.map((status) => ({ status })),
  }));
  return JSON.stringify({ testResults });
}

describe("vitest's report", () => {
  it.each([
    ["all passed", report(["passed", "passed"], ["passed"]), 0, [3, 0, 0]],
    ["one failed", report(["passed", "failed"]), 1, [1, 1, 0]],
    [
      "skipped and to do are neither",
      report(["passed", "skipped", "todo", "pending"]),
      0,
      [1, 0, 3],
    ],
    ["a file that could not be loaded", report(["passed"], []), 1, [1, 1, 0]],
    ["an error outside any test", report(["passed"]), 1, [1, 1, 0]],
    ["a run that was killed", report(["passed"]), null, [1, 1, 0]],
    ["no test at all", report(), 0, [0, 1, 0]],
    ["only a file that could not be loaded", report([]), 1, [0, 1, 0]],
    ["a damaged report", "{ half", 0, [0, 1, 0]],
  ])("%s", (_name, content, exitCode, [passed, failed, skipped]) => {
    expect(reading(content, exitCode).counts).toEqual({ passed, failed, skipped });
  });

  it("says so when there is none", () => {
    expect(readVitestReport("/nowhere/report.json", 0)).toEqual({
      counts: { passed: 0, failed: 1, skipped: 0 },
      detail: "vitest left no report",
      failures: [],
    });
  });

  it("names each test that failed, and a file that could not be loaded", () => {
    const file = (name: string, status: string, rest: object) => ({ name, status, ...rest });
    const content = JSON.stringify({
      testResults: [
        file("one.test.ts", "failed", {
          assertionResults: [
            { status: "passed", fullName: "holds" },
            {
              status: "failed",
              fullName: "adds up",
              failureMessages: ["expected 2 to be 3\n  at x"],
            },
          ],
        }),
        file("two.test.ts", "failed", { assertionResults: [], message: "Cannot find module" }),
      ],
    });
    expect(reading(content, 1).failures).toEqual([
      "one.test.ts: adds up: expected 2 to be 3",
      "two.test.ts: Cannot find module",
    ]);
  });
});

describe("the summary", () => {
  const row = (name: string, passed: number, failed: number, skipped: number) => ({
    name,
    counts: { passed, failed, skipped },
    milliseconds: 1234,
    detail: `about ${name}`,
  });

  it("ends in one line that adds up every step", () => {
    const text = summary(
      [row("unit", 40, 2, 1), row("lint", 1, 0, 0), row("browser", 0, 0, 1)],
      ["reference: plain"],
      125_000,
    );
    expect(text.split("\n")).toEqual([
      "step     verdict  time   detail",
      "--------------------------------------",
      "unit     FAILED   1.2 s  about unit",
      "lint     passed   1.2 s  about lint",
      "browser  skipped  1.2 s  about browser",
      "",
      "reference: plain",
      "total time 2 min 05 s",
      "41 passed, 2 failed, 2 skipped",
    ]);
  });

  it("repeats what failed near the end, where a log that was cut still has it", () => {
    const failing = { ...row("unit", 1, 1, 0), failures: ["a.test.ts: adds up: 2 is not 3"] };
    const lines = summary([failing], [], 5).split("\n");
    expect(lines.slice(-3)).toEqual([
      "FAILED a.test.ts: adds up: 2 is not 3",
      "total time 0.01 s",
      "1 passed, 1 failed",
    ]);
  });

  it("does not speak of skipped tests when there are none", () => {
    expect(
      summary([row("lint", 1, 0, 0)], [], 5)
        .split("\n")
        .at(-1),
    ).toBe("1 passed, 0 failed");
  });
});
