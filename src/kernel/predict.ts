/** Notebook: `predict` notes a guess before a cell computes, `reveal` puts the two side by side. */
import { display } from "./display.js";
import { howFar } from "./how-far.js";
import { tableBundle } from "./html-table.js";
import { messageBundle } from "./message.js";
import type { MimeBundle } from "./mime-bundle.js";
import { dropGuess, guessesOf, noteGuess, noteReveal } from "./predictions.js";
import { type PlainValue, valueText } from "./value-text.js";

/**
 * Notes what you expect, so that {@link reveal} can show it beside the result. Nothing is graded, and
 * it never throws.
 *
 * @param id - the section, as in "2.3", with a letter if it has several
 * @param guesses - your guess by name; `null` where you have none yet
 */
export function predict(id: string, guesses: Readonly<Record<string, PlainValue | null>>): void {
  display(predictBundle(id, guesses));
}

/**
 * Shows the results, and your guesses beside them if there are any.
 *
 * @param id - as in {@link predict}
 * @param values - the results, by the names of the guesses
 */
export function reveal(id: string, values: Readonly<Record<string, PlainValue>>): void {
  display(revealBundle(id, values));
}

/** What {@link predict} shows. */
export function predictBundle(
  id: string,
  guesses: Readonly<Record<string, PlainValue | null>>,
): MimeBundle {
  const form = `predict("${String(id)}", { change: null });`;
  if (!isRecord(guesses)) return messageBundle(`Guesses have names, as in ${form}`);
  const open: string[] = [];
  const noted: string[] = [];
  const odd: string[] = [];
  let isLate = false;
  for (const [name, value] of Object.entries(guesses)) {
    if (value === null || value === undefined) {
      dropGuess(id, name);
      open.push(name);
    } else if (!isPlain(value)) {
      odd.push(`${name} is ${described(value)}, which is no guess.`);
    } else {
      isLate = noteGuess(id, name, value).isLate || isLate;
      noted.push(`${name} = ${valueText(value)}`);
    }
  }
  if (noted.length + odd.length === 0) {
    if (open.length === 0) return messageBundle(`Name what you guess, as in ${form}`);
    return messageBundle(
      "Write your guess in place of null, run this cell, then go on. Nothing is graded.",
    );
  }
  const sentences = [
    ...(noted.length === 0 ? [] : [`Noted: ${noted.join(", ")}.`]),
    ...(isLate ? ["You had seen the result before."] : []),
    ...odd,
    ...(odd.length === 0 ? [] : ["A guess is a number, a text in quotes, true or false."]),
    ...(open.length === 0 ? [] : [`Still open: ${open.join(", ")}.`]),
  ];
  return messageBundle(sentences.join(" "));
}

/** What {@link reveal} shows. */
export function revealBundle(id: string, values: Readonly<Record<string, PlainValue>>): MimeBundle {
  if (!isRecord(values) || Object.keys(values).length === 0) {
    return messageBundle(`Results have names, as in reveal("${String(id)}", { change: 0.3 });`);
  }
  const guesses = guessesOf(id);
  noteReveal(id);
  const caption = `Prediction ${String(id)}`;
  const entries = Object.entries(values);
  const stray = [...guesses.keys()].filter((name) => !(name in values));
  if (!entries.some(([name]) => guesses.has(name))) {
    return tableBundle({
      caption,
      columns: ["", "computed"],
      rows: entries.map(([name, value]) => [name, shown(value)]),
      isNumeric: [false, entries.every(([, value]) => typeof value === "number")],
      hasRowNames: true,
      note: stray.length === 0 ? "No guess was noted." : strayNote(stray, entries),
    });
  }
  const rows = entries.map(([name, value]) => {
    const guess = guesses.get(name);
    if (guess === undefined) return [name, "none", shown(value), "no guess was noted"];
    const late = guess.isLate ? " (noted after the result was shown)" : "";
    return [name, valueText(guess.value), shown(value), howFar(guess.value, value) + late];
  });
  return tableBundle({
    caption,
    columns: ["", "your guess", "computed", "how far"],
    rows,
    isNumeric: [false, false, false, false],
    hasRowNames: true,
    ...(stray.length === 0 ? {} : { note: strayNote(stray, entries) }),
  });
}

function strayNote(
  stray: readonly string[],
  entries: readonly (readonly [string, unknown])[],
): string {
  const names = entries.map(([name]) => name).join(", ");
  return `You guessed ${stray.join(", ")}, and what came out is called ${names}.`;
}

function shown(value: unknown): string {
  return isPlain(value) || typeof value === "number" ? valueText(value) : described(value);
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): value is PlainValue {
  if (typeof value === "number") return !Number.isNaN(value);
  return typeof value === "string" || typeof value === "boolean";
}

function described(value: unknown): string {
  if (typeof value === "number") return "NaN";
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return "a list";
  return `a value of type ${typeof value}`;
}
