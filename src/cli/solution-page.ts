/** Command line: a solution notebook as a teacher reads it, without what only a learner needs. */
import { basename } from "node:path";

import { EXERCISES } from "../checks/index.js";
import type { Exercise } from "../grading/exercise.js";
import type { ExerciseResult } from "../grading/verdict.js";
import type { JsonObject } from "../notebook/json.js";
import type { Cell, Notebook, Output } from "../notebook/notebook.js";
import { KEY_PAGE, keyEntry, plain, pointsText, textCell } from "./answer-key.js";

/**
 * The notebook with its exercises' titles in the headings, and after each check a note that says
 * why the answer is so and what the hidden checks ask.
 *
 * @param notebook - executed
 * @param results - of its exercises, with their hidden checks
 */
export function solutionPage(notebook: Notebook, results: readonly ExerciseResult[]): Notebook {
  const cells = notebook.cells.flatMap((cell, index) => {
    const id = cell.kind === "code" ? /^check\("([^"]+)"/m.exec(cell.source)?.[1] : undefined;
    const exercise = EXERCISES.find((one) => one.id === id);
    const shown = index === 0 ? opening(cell) : forTeacher(cell);
    if (exercise === undefined) return [shown];
    const result = results.find((one) => one.id === exercise.id);
    return [shown, textCell(noteText(exercise, result))];
  });
  return { ...notebook, path: basename(notebook.path), cells };
}

/** Items that say what a learner may type. */
const FOR_LEARNERS = /^- .*(?:NotImplemented|not implemented|\b(?:hint|solution|progress)\()/;

function opening(cell: Cell): Cell {
  if (cell.kind !== "markdown") return forTeacher(cell);
  const lines = cell.source.split("\n").filter((line) => !FOR_LEARNERS.test(line));
  const items = lines.filter((line) => line.startsWith("- "));
  const text = lines.join("\n").trimEnd();
  // A list of one item is none.
  const rest = items.length === 1 ? text.replace(/^- /m, "") : text;
  const key = `The [answer key](${KEY_PAGE}) lists the points, checks and misconceptions of all exercises.`;
  return { ...cell, source: `${rest}\n\n${key}` };
}

function forTeacher(cell: Cell): Cell {
  if (cell.kind === "markdown") return { ...cell, source: titled(cell.source) };
  if (cell.kind !== "code") return cell;
  const source = cell.source.replace(/^[ \t]*\/\/\s*(?:BEGIN|END) SOLUTION\b.*\n?/gm, "");
  return { ...cell, source, outputs: cell.outputs.map(withoutOffer) };
}

/** "Exercise 4.6" with its title; the line below that only repeats it goes. */
function titled(source: string): string {
  return source.replace(
    /^## Exercise (\d+\.\d+)\n+(\*\*(.+?)\.\*\*\n+)?/m,
    (whole, number: string, line = "", text = "") => {
      const exercise = EXERCISES.find((one) => one.number === number);
      if (exercise === undefined) return whole;
      const repeats = text.replaceAll("$", "") === exercise.title;
      return `## Exercise ${number}: ${plain(exercise.title)}\n\n${repeats ? "" : line}`;
    },
  );
}

/** Below a check's table stands what to run next, and how far whoever ran it is. */
function withoutOffer(output: Output): Output {
  const { data } = output as { data?: JsonObject };
  const html = data?.["text/html"];
  if (typeof html !== "string") return output;
  const kept = html.replace(/<p>[^<]*\brun solution\([^<]*<\/p>/g, "");
  return { ...output, data: { ...data, "text/html": kept } };
}

function noteText(exercise: Exercise, result: ExerciseResult | undefined): string {
  return `**Why.** ${exercise.why}\n\n${hiddenText(exercise, result)}\n\n[In the answer key](${keyEntry(exercise)})`;
}

function hiddenText(exercise: Exercise, result: ExerciseResult | undefined): string {
  const hidden = exercise.checks.filter((check) => check.hidden === true);
  if (hidden.length === 0) return "**Hidden checks.** None: learners see every check.";
  const passed = hidden.filter(({ name }) =>
    result?.checks.some(({ check, verdict }) => check === name && verdict.kind === "pass"),
  );
  const all = hidden.length === 1 ? "it" : `all ${hidden.length}`;
  const outcome =
    passed.length === hidden.length
      ? `This solution passes ${all}.`
      : `This solution passes ${passed.length} of ${hidden.length}.`;
  const items = hidden.map((check) => {
    const state = passed.includes(check) ? "passed" : "**not passed**";
    return `- ${plain(check.name)} (${pointsText(check.points)}, ${state})`;
  });
  return `**Hidden check${hidden.length === 1 ? "" : "s"}.** ${outcome}\n\n${items.join("\n")}`;
}
