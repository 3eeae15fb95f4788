/** Exercises: the graders are graded, on the saved notebooks, for every exercise of the register. */
import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { SHEETS } from "../../src/checks/index.js";
import { answerSource } from "../../src/cli/answer-source.js";
import { runChecks } from "../../src/grading/run-checks.js";
import { runCode } from "../../src/grading/run-code.js";
import { type CheckResult, verdictText } from "../../src/grading/verdict.js";
import { type Notebook, parseNotebook, serializeNotebook } from "../../src/notebook/notebook.js";
import { releaseNotebook } from "../../src/notebook/release.js";

// Each host is a process of its own, and a busy machine starts it slowly.
vi.setConfig({ testTimeout: 30_000 });

const textOf = (folder: string, notebook: string): string =>
  readFileSync(new URL(`../../${folder}/${notebook}`, import.meta.url), "utf8");
const read = (folder: string, notebook: string): Notebook =>
  parseNotebook(textOf(folder, notebook), `${folder}/${notebook}`);

const shortfalls = (checks: readonly CheckResult[]): string[] =>
  checks.flatMap(({ check, verdict }) =>
    verdict.kind === "pass" ? [] : [`${check}: ${verdict.kind}, ${verdictText(verdict)}`],
  );

describe.each(SHEETS)("$notebook", ({ notebook, exercises }) => {
  const released = read("exercises", notebook);
  const solved = read("solutions", notebook);

  test("the committed exercises are what the release makes of the solutions", () => {
    expect(textOf("exercises", notebook)).toBe(serializeNotebook(releaseNotebook(solved)));
  });

  test("every exercise has its check cell, in the order of the register", () => {
    const code = released.cells.map(({ source }) => source).join("\n");
    const asked = [...code.matchAll(/^check\("([^"]+)", \{ ([^}]+) \}\);$/gm)];
    expect(asked.map(([, id]) => id)).toEqual(exercises.map(({ id }) => id));
    expect(asked.map(([, , names]) => names!.split(", "))).toEqual(
      exercises.map(({ reference }) => Object.keys(reference)),
    );
  });

  describe.each([...exercises])("$number $id", (exercise) => {
    test("the stub fails every check by name, as not implemented", () => {
      const { result } = runCode(exercise, answerSource(released, exercise), { withHidden: true });
      expect(result.points).toBe(0);
      expect(result.checks.map(({ check }) => check)).toEqual(exercise.checks.map((c) => c.name));
      for (const { verdict } of result.checks) {
        expect(verdict.kind).toBe("not-implemented");
        expect(verdictText(verdict)).toContain(`Exercise ${exercise.number} `);
      }
    });

    test("the solution passes every check", () => {
      const { result } = runCode(exercise, answerSource(solved, exercise), { withHidden: true });
      expect(shortfalls(result.checks)).toEqual([]);
      expect(result.points).toBe(result.possible);
    });

    test("differently written right answers pass, whatever the seed", () => {
      expect(exercise.rightAnswers.length).toBeGreaterThanOrEqual(2);
      for (const seed of [2026, 1, 2, 3, 4, 5, 6, 7]) {
        for (const right of exercise.rightAnswers) {
          expect(shortfalls(runChecks(exercise, right, { seed, withHidden: true }).checks)).toEqual(
            [],
          );
        }
      }
    });

    test.each([...exercise.wrongAnswers])("names the slip: $misconception", (wrong) => {
      for (const seed of [2026, 1, 2]) {
        const { checks, points, possible } = runChecks(
          exercise,
          { ...exercise.reference, ...wrong.answers },
          { seed, withHidden: true },
        );
        expect(points).toBeLessThan(possible);
        const texts = checks
          .map(({ verdict }) => verdictText(verdict))
          .filter((text) => text !== "");
        for (const text of texts) {
          expect(text).toContain(`${wrong.misconception} See Eq. (${wrong.equation}).`);
        }
      }
    });
  });
});
