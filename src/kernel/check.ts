/** Notebook: `check` shows at once what holds of an answer, `hint` helps when it does not. */
import { EXERCISES } from "../checks/index.js";
import { type Exercise, findExercise } from "../grading/exercise.js";
import { escapeHtml, htmlReport, textReport } from "../grading/report.js";
import { runChecks } from "../grading/run-checks.js";
import { recordHint } from "../progress/keep.js";
import { linesAfterCheck } from "./after-check.js";
import { CHECK_LIMIT } from "./check-limit.js";
import { picturesHtml } from "./check-pictures.js";
import { display, type MimeBundle } from "./display.js";
import { whileChecking } from "./lend.js";
import { messageBundle } from "./message.js";

/**
 * Runs the visible checks of an exercise on your functions and shows a table. It never throws: an
 * unknown exercise, a missing function or a wrong result is shown as a message.
 *
 * @param id - the exercise, as in `perceptron/weighted-sum`
 * @param answers - your functions by name, as in `{ weightedSum }`
 */
export function check(id: string, answers?: object): void {
  display(checkBundle(id, answers));
}

/**
 * Shows a hint: level 1 is a nudge, 2 the equation with its shapes, 3 partial code.
 *
 * @param id - the exercise, as in `perceptron/weighted-sum`
 * @param level - 1, 2 or 3
 */
export function hint(id: string, level = 1): void {
  display(hintBundle(id, level));
}

/** The table that {@link check} shows. */
export function checkBundle(id: string, answers?: object): MimeBundle {
  const found = findExercise(EXERCISES, id);
  if (found.kind === "unknown") return messageBundle(found.message);
  if (typeof answers !== "object" || answers === null) {
    const names = Object.keys(found.exercise.reference).join(", ");
    return messageBundle(`Hand your functions over by name: check("${id}", { ${names} });`);
  }
  const options = { withPictures: true, timeLimit: CHECK_LIMIT };
  const result = whileChecking(id, () => runChecks(found.exercise, { ...answers }, options));
  const lines = linesAfterCheck(result);
  const below = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("");
  return {
    "text/html": htmlReport(result) + picturesHtml(result) + below,
    "text/plain": [textReport(result), ...lines].join("\n"),
  };
}

/** The text that {@link hint} shows. */
export function hintBundle(id: string, level: number): MimeBundle {
  const found = findExercise(EXERCISES, id);
  if (found.kind === "unknown") return messageBundle(found.message);
  const isLevel = found.exercise.hints[level - 1] !== undefined;
  const { notice } = isLevel ? recordHint(found.exercise.id, level) : { notice: null };
  const text = [hintText(found.exercise, level), notice]
    .filter((part) => part !== null)
    .join("\n\n");
  return { "text/markdown": text, "text/plain": text };
}

function hintText({ id, number, hints }: Exercise, level: number): string {
  const words = hints[level - 1];
  if (words === undefined) return `Hints have the levels 1, 2 and 3, as in hint("${id}", 2).`;
  const next =
    level < hints.length ? `\n\nStill stuck? hint("${id}", ${level + 1}) says more.` : "";
  // A block of code must begin on a line of its own.
  const gap = words.startsWith("```") ? "\n\n" : " ";
  return `**Hint ${level} of ${hints.length} for exercise ${number}.**${gap}${words}${next}`;
}
