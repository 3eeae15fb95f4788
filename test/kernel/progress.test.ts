/** Notebook: the line below a check, and the tables of `progress`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";

import { EXERCISES } from "../../src/checks/index.js";
import { reluExercise } from "../../src/checks/perceptron/relu.js";
import { runChecks } from "../../src/grading/run-checks.js";
import { linesAfterCheck } from "../../src/kernel/after-check.js";
import { checkBundle } from "../../src/kernel/check.js";
import { progress, progressBundle } from "../../src/kernel/progress.js";
import { recordHint, recordResult } from "../../src/progress/keep.js";
import { freshFile, resultOf } from "../progress/results.js";

const RELU = "perceptron/relu";
const all = EXERCISES.length;
const offer = 'For the course\'s answer and why it is so, run solution("perceptron/relu").';
const passed = runChecks(reluExercise, reluExercise.reference);
const html = (bundle: Readonly<Record<string, unknown>>): string => String(bundle["text/html"]);
const text = (bundle: Readonly<Record<string, unknown>>): string => String(bundle["text/plain"]);

describe("below a check", () => {
  test("that passed stands how many exercises are complete, and where the answer is", () => {
    const file = freshFile();
    expect(linesAfterCheck(passed, { file })).toEqual([
      `Progress: 1 of ${all} exercises complete. ${offer}`,
    ]);
  });

  test("that failed stands nothing", () => {
    const failed = runChecks(reluExercise, { relu: () => 1, reluDerivative: () => 1 });
    expect(linesAfterCheck(failed, { file: freshFile() })).toEqual([]);
  });

  test("it says if progress is not kept, and why", () => {
    const blocked = freshFile();
    mkdirSync(dirname(blocked), { recursive: true });
    writeFileSync(blocked, "");
    const file = `${blocked}/progress.json`;
    expect(linesAfterCheck(passed, { file })).toEqual([
      offer,
      `Progress is not kept: ${file} (what should be its folder is a file).`,
    ]);
  });

  test("where progress is off only the answer is offered, in both forms", () => {
    const bundle = checkBundle(RELU, reluExercise.reference);
    expect(text(bundle).split("\n").at(-1)).toBe(offer);
    expect(html(bundle)).toMatch(/run solution\(&quot;perceptron\/relu&quot;\)\.<\/p>$/);
  });
});

describe("progress", () => {
  test("shows chapters and exercises as text", () => {
    const file = freshFile();
    recordResult(passed, { file });
    recordHint("perceptron/tanh", 2, { file });
    const shown = text(progressBundle({ file }));
    const lines = shown.split("\n");
    expect(lines[0]).toBe(`Your progress: 1 of ${all} exercises complete`);
    expect(lines[1]).toMatch(/^ +complete {2}tried {2}open {2}points {2}with a hint$/);
    expect(lines[2]).toMatch(/^Chapter 1, perceptron +1 +0 +\d+ +\d+\/\d+ +1$/);
    expect(shown).toMatch(/\n1\.4 +perceptron\/relu +complete +(\d+)\/\1 +1\n/);
    expect(shown).toMatch(/\n1\.5 +perceptron\/tanh +open +0\/\d+ +0 {2}level 2\n/);
    expect(shown).toContain(`Kept on this machine only, in ${file}.`);
  });

  test("shows them as tables with headers, and opens the chapter that is begun", () => {
    const file = freshFile();
    recordResult(passed, { file });
    const shown = html(progressBundle({ file }));
    expect(shown.match(/<details open>/g)).toHaveLength(1);
    expect(shown.match(/<details>/g)).toHaveLength(4);
    const { length } = EXERCISES.filter(({ number }) => number.startsWith("3."));
    expect(shown).toContain(`<summary>Chapter 3, chain rule: 0 of ${length} complete</summary>`);
    expect(shown).toMatch(/<th scope="row"[^>]*>Chapter 1, perceptron<\/th>/);
  });

  test("says if the file is damaged", () => {
    const file = freshFile();
    recordResult(resultOf(RELU, "pass"), { file });
    writeFileSync(file, "{");
    expect(text(progressBundle({ file }))).toContain(
      `The progress file ${file} is damaged; the next`,
    );
  });

  test("says if it is switched off, and returns nothing", () => {
    expect(text(progressBundle())).toBe("Progress is switched off (GRADUS_PROGRESS=off).");
    expect(progress()).toBeUndefined();
  });
});
