/** Progress: chapters, totals and exports. */
import { describe, expect, test } from "vitest";

import { EXERCISES } from "../../src/checks/index.js";
import { exportText, isExport } from "../../src/progress/export.js";
import { EMPTY_PROGRESS, type ExerciseProgress } from "../../src/progress/record.js";
import { completeText, summarize } from "../../src/progress/summary.js";
import { chapterTable, exerciseTable } from "../../src/progress/tables.js";
import { at } from "./results.js";

const DAY = "2026-10-05T08:00:00.000Z";
const done = (points: number): ExerciseProgress => ({
  ...EMPTY_PROGRESS,
  points,
  possible: points,
  tries: 3,
  firstTry: DAY,
  lastTry: DAY,
  passed: DAY,
});
const visiblePoints = (id: string): number =>
  EXERCISES.find((exercise) => exercise.id === id)!
    .checks.filter(({ hidden }) => hidden !== true)
    .reduce((sum, { points }) => sum + points, 0);

const RELU = "perceptron/relu";
const RECORD = new Map([
  [RELU, done(visiblePoints(RELU))],
  ["perceptron/tanh", { ...done(1), passed: null, hint: 2 }],
  ["loss/likelihood", { ...EMPTY_PROGRESS, hint: 1 }],
  ["gone/long-ago", done(5)],
]);
const SUMMARY = summarize(EXERCISES, RECORD);

describe("a summary", () => {
  test("has every chapter, and states that say no more than is known", () => {
    expect(SUMMARY.chapters.map(({ name }) => name)).toEqual([
      "Chapter 1, perceptron",
      "Chapter 2, loss",
      "Chapter 3, chain rule",
      "Chapter 4, descent",
      "Chapter 5, regularization",
    ]);
    const stateOf = (id: string): string | undefined =>
      SUMMARY.chapters.flatMap(({ lines }) => lines).find((line) => line.id === id)?.state;
    expect([RELU, "perceptron/tanh", "loss/likelihood"].map(stateOf)).toEqual([
      "complete",
      "tried",
      "open",
    ]);
  });

  test("counts", () => {
    const { totals } = SUMMARY;
    expect(totals).toMatchObject({ complete: 1, tried: 1, open: EXERCISES.length - 2 });
    expect(totals).toMatchObject({ withHint: 2, points: visiblePoints(RELU) + 1 });
    expect(completeText(SUMMARY)).toBe(`1 of ${EXERCISES.length} exercises complete`);
  });

  test("an exercise that asks for more than what passed is tried, not complete", () => {
    const few = new Map([[RELU, done(1)]]);
    const relu = EXERCISES.filter(({ id }) => id === RELU);
    expect(summarize(relu, few).chapters[0]?.lines[0]).toMatchObject({ state: "tried", points: 1 });
    expect(completeText(summarize(relu, few))).toBe("0 of 1 exercise complete");
  });
});

describe("tables", () => {
  test("give a line to each chapter and a total", () => {
    const { rows, caption, note } = chapterTable(SUMMARY, ".gradus/progress.json");
    expect(caption).toBe(`Your progress: 1 of ${EXERCISES.length} exercises complete`);
    expect(rows.map(([name]) => name).at(-1)).toBe("All");
    const { totals } = SUMMARY.chapters[0]!;
    expect(rows[0]).toEqual([
      "Chapter 1, perceptron",
      "1",
      "1",
      String(totals.exercises - 2),
      `${totals.points}/${totals.possible}`,
      "1",
    ]);
    expect(note).toContain("Complete means that all visible checks have passed");
  });

  test("give a line to each exercise", () => {
    const { rows } = exerciseTable(SUMMARY.chapters[0]!);
    const points = visiblePoints(RELU);
    expect(rows).toContainEqual(["1.4", RELU, "complete", `${points}/${points}`, "3", ""]);
    expect(rows.find(([, id]) => id === "perceptron/tanh")?.at(-1)).toBe("level 2");
  });
});

describe("an export", () => {
  const made = { course: "gradus 0.1.0", now: at(9) };

  test("as CSV has a header and a row an exercise", () => {
    const rows = exportText(SUMMARY, "csv", made).trimEnd().split("\r\n");
    expect(rows).toHaveLength(EXERCISES.length + 1);
    expect(rows[0]).toBe(
      "exercise,number,title,state,points of visible checks,possible,tries,first try,last try,passed,highest hint",
    );
    expect(rows[4]).toMatch(
      /^perceptron\/relu,1\.4,.*,complete,\d+,\d+,3,2026-10-05T08:00:00\.000Z,/,
    );
  });

  test("as JSON has the totals and says what made it", () => {
    const file = JSON.parse(exportText(SUMMARY, "json", made));
    expect(file).toMatchObject({
      kind: "progress of gradus",
      course: "gradus 0.1.0",
      exported: "2026-10-05T09:00:00.000Z",
      totals: { complete: 1 },
    });
    expect(file.exercises).toHaveLength(EXERCISES.length);
  });

  test("is known again, and nothing else is taken for one", () => {
    expect(isExport(exportText(SUMMARY, "csv", made))).toBe(true);
    expect(isExport(exportText(SUMMARY, "json", made))).toBe(true);
    expect(isExport('{ "name": "gradus" }')).toBe(false);
    expect(isExport("")).toBe(false);
  });
});
