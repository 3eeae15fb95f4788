/** Notebook: what a reader guessed and answered. It lives in the kernel and is gone when that ends. */
import type { PlainValue } from "./value-text.js";

/** A guess, and whether the result had been shown before it was made. */
export interface Guess {
  readonly value: PlainValue;
  readonly isLate: boolean;
}

const guesses = new Map<string, Map<string, Guess>>();
const revealed = new Set<string>();
const answers = new Map<string, string[]>();

/** Notes a guess; one that is made again unchanged keeps its time. */
export function noteGuess(id: string, name: string, value: PlainValue): Guess {
  const known = guesses.get(id) ?? new Map<string, Guess>();
  guesses.set(id, known);
  const before = known.get(name);
  const guess = before?.value === value ? before : { value, isLate: revealed.has(id) };
  known.set(name, guess);
  return guess;
}

/** Takes a guess back, as `null` in its place does. */
export function dropGuess(id: string, name: string): void {
  guesses.get(id)?.delete(name);
}

/** The guesses of a prediction, by name. */
export function guessesOf(id: string): ReadonlyMap<string, Guess> {
  return guesses.get(id) ?? new Map();
}

/** Remembers that the result was shown: guesses from now on are late. */
export function noteReveal(id: string): void {
  revealed.add(id);
}

/** Notes the letter that was chosen; returns all letters chosen for this question, in order. */
export function noteAnswer(id: string, letter: string): readonly string[] {
  const chosen = answers.get(id) ?? [];
  answers.set(id, chosen);
  if (chosen.at(-1) !== letter) chosen.push(letter);
  return chosen;
}

/** Forgets everything, for tests. */
export function forgetPredictions(): void {
  guesses.clear();
  revealed.clear();
  answers.clear();
}
