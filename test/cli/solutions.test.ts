/** Command line, solutions: the answer key tells all that a teacher needs, and gets it from the register. */
import { describe, expect, test } from "vitest";
import { EXERCISES, SHEETS } from "../../src/checks/index.js";
import { answerKeyPage, answerKeyTable } from "../../src/cli/answer-key.js";
import { type Exercise, pointsOf } from "../../src/grading/exercise.js";

const page = answerKeyPage(SHEETS)
  .cells.map(({ source }) => source)
  .join("\n\n");

function allPoints(exercises: readonly Exercise[]): number {
  return exercises.flatMap(({ checks }) => checks).reduce((sum, { points }) => sum + points, 0);
}

describe("the answer key", () => {
  test.each(EXERCISES.map((exercise) => [exercise.number, exercise] as const))(
    "%s stands there with its points, its items and its misconceptions",
    (number, exercise) => {
      const { visible, hidden } = pointsOf(exercise);
      expect(visible + hidden).toBe(allPoints([exercise]));
      const row = page.split("\n").find((line) => line.startsWith(`| ${number} |`)) ?? "";
      expect(row).toContain(`| ${exercise.title} | ${exercise.kind} | ${visible} + ${hidden} |`);
      expect(row).toContain(exercise.syllabus.join(", "));
      for (const { misconception } of exercise.wrongAnswers) expect(page).toContain(misconception);
    },
  );

  test("adds up", () => {
    expect(page).toContain(`${EXERCISES.length} exercises, ${allPoints(EXERCISES)} points: `);
  });

  test("is a table too, with a row for each exercise and as many fields as its head", () => {
    const lines = answerKeyTable(SHEETS).trimEnd().split("\r\n");
    expect(lines.length).toBe(EXERCISES.length + 1);
    expect(lines[0]).toBe(
      "number,id,title,kind,visible points,hidden points,syllabus,equations,misconceptions",
    );
    const first = EXERCISES[0]!;
    expect(lines[1]).toMatch(
      new RegExp(`^${first.number},${first.id},"?${first.title.slice(0, 5)}`),
    );
  });
});
