/** Grading: the tables that a learner reads. */
import { expect, test } from "vitest";
import { weightedSumExercise } from "../../src/checks/perceptron/weighted-sum.js";
import { htmlReport, summaryText, textReport } from "../../src/grading/report.js";
import { runChecks } from "../../src/grading/run-checks.js";

const forgotBias = (x: number[], w: number[]) => x.reduce((sum, xi, i) => sum + xi * w[i]!, 0);

test("the text names the slip once, then each input that shows it", () => {
  const text = textReport(runChecks(weightedSumExercise, { weightedSum: forgotBias }));
  expect(text.split("The bias w₀ is missing").length).toBe(2);
  expect(text.split("\n").slice(0, 4)).toEqual([
    "1.2 The weighted sum",
    "  failed           0/1   gives the numbers worked by hand",
    "      The bias w₀ is missing: nothing is left when every input is 0. See Eq. (1.3).",
    "      weightedSum([0], [5], 1): got 0, want 1. By hand: 1 + 0·5 = 1.",
  ]);
  expect(text).toContain('of 4 points. For a hint, run hint("perceptron/weighted-sum").');
});

test("a full score claims no more than what ran", () => {
  const result = runChecks(weightedSumExercise, weightedSumExercise.reference);
  expect(summaryText(result)).toBe("All 4 visible checks passed, 4 of 4 points.");
  expect(textReport(result, "checks")).toMatch(/\nAll 4 checks passed, 4 of 4 points\.$/);
});

test("the HTML has a caption, headers and words for each result, and escapes what learners wrote", () => {
  const weightedSum = () => "<img src=x onerror=\"alert('1')\">";
  const html = htmlReport(runChecks(weightedSumExercise, { weightedSum }));
  expect(html).toContain("1.2 The weighted sum</caption>");
  expect(html.split('<th scope="col"').length).toBe(4);
  expect(html.split('<th scope="row"').length).toBe(5);
  expect(html).toContain(">failed</th>");
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img src=x onerror=");
});

test("hidden checks stay out until the work is graded, and the summary says that they are there", () => {
  const [first, ...rest] = weightedSumExercise.checks;
  const guarded = {
    ...weightedSumExercise,
    checks: [{ ...first!, hidden: true as const }, ...rest],
  };
  const visible = runChecks(guarded, guarded.reference);
  expect(visible.checks.map(({ check }) => check)).not.toContain(first!.name);
  expect(summaryText(visible)).toBe(
    "All 3 visible checks passed, 3 of 3 points. One more runs when the work is graded.",
  );
  const graded = runChecks(guarded, guarded.reference, { withHidden: true });
  expect(graded.checks.map(({ check }) => check)).toContain(first!.name);
  expect(graded.points).toBe(4);
});
