/** Command line: which chapters and exercises a notebook is measured against, by its name or its cells. */
import { basename } from "node:path";
import { EXERCISES, type ExerciseSheet, SHEETS } from "../checks/index.js";
import { answerNames, type Exercise, KEPT_BACK } from "../grading/exercise.js";
import { declaredIn } from "../notebook/answers.js";
import { checkedIds } from "../notebook/check-calls.js";
import type { Notebook } from "../notebook/notebook.js";

/**
 * All exercises of the chapters in the name of a file, as in `02-loss-Copy1.ipynb`, `Copy of
 * 02-loss.ipynb` or `02_loss maria.ipynb`; none for a notebook of another name.
 */
export function exercisesByName(path: string): readonly Exercise[] {
  const name = plain(basename(path));
  return SHEETS.filter(({ notebook }) => {
    const at = name.indexOf(plain(notebook.slice(0, -".ipynb".length)));
    return at >= 0 && !/\d/.test(name.charAt(at - 1));
  }).flatMap(({ exercises }) => exercises);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_]/g, "-");
}

/**
 * The exercises that a notebook holds, whatever its name: those that it asks to check, and those whose
 * functions it declares. A helper that happens to be called like a function of another chapter is no
 * exercise.
 */
export function exercisesHeld(notebook: Notebook): readonly Exercise[] {
  const ids = checkedIds(notebook);
  const declared = declaredIn(notebook);
  const called = EXERCISES.filter(({ id }) => ids.has(id));
  const taken = new Set(called.flatMap(answerNames));
  const own = (exercise: Exercise): string[] =>
    answerNames(exercise).filter((name) => declared.has(name) && !taken.has(name));
  const others = EXERCISES.filter((one) => !ids.has(one.id) && own(one).length > 0);
  const whole = others.filter((one) => answerNames(one).every((name) => declared.has(name)));
  const held = new Set([...called, ...whole]);
  const chapters = new Set([...held].map(chapterOf));
  const isPartly = (one: Exercise): boolean =>
    others.includes(one) && (held.size === 0 || chapters.has(chapterOf(one)));
  return EXERCISES.filter((one) => held.has(one) || isPartly(one));
}

/** All exercises of the chapters of some. */
export function wholeChapters(exercises: readonly Exercise[]): readonly Exercise[] {
  const chapters = new Set(exercises.map(chapterOf));
  return EXERCISES.filter((one) => chapters.has(chapterOf(one)));
}

function chapterOf(exercise: Exercise): ExerciseSheet | undefined {
  return SHEETS.find(({ exercises }) => exercises.includes(exercise));
}

/** Whether hidden checks are only counted in this copy of the course, as in a learner's. */
export function lacksHidden(exercises: readonly Exercise[] = EXERCISES): boolean {
  return exercises.some(({ checks }) =>
    checks.some(({ hidden, name }) => hidden === true && name === KEPT_BACK),
  );
}
