/** Test helper: results of checks as the runners give them, and a folder for a progress file. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

import type { ExerciseResult, Verdict } from "../../src/grading/verdict.js";

/** A result with these verdicts, each check worth a point. */
export function resultOf(id: string, ...kinds: readonly Verdict["kind"][]): ExerciseResult {
  const checks = kinds.map((kind, index) => ({
    check: `check ${index + 1}`,
    verdict: kind === "pass" ? { kind } : { kind, message: "It is so." },
    points: kind === "pass" ? 1 : 0,
    possible: 1,
  }));
  const points = kinds.filter((kind) => kind === "pass").length;
  const possible = kinds.length;
  return { id, number: "1.1", title: "A title", checks, keptBack: 0, points, possible };
}

/** The path of a progress file that does not exist yet; its folder is gone after the test. */
export function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "gradus-progress-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, ".gradus", "progress.json");
}

/** A day in October, at this hour. */
export function at(hour: number): Date {
  return new Date(Date.UTC(2026, 9, 5, hour));
}
