/** Command line: which exercises of which notebooks `gradus check` has to look at. */
import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { EXERCISES, SHEETS } from "../checks/index.js";
import { answerNames, type Exercise } from "../grading/exercise.js";
import { duplicateNotes } from "../notebook/answers.js";
import type { Notebook } from "../notebook/notebook.js";
import { NotebookError } from "../notebook/notebook-error.js";
import { answerSource } from "./answer-source.js";
import { exercisesByName, exercisesHeld, wholeChapters } from "./check-chapter.js";
import type { CheckTask } from "./check-task.js";
import { CommandError } from "./command-error.js";
import { chapterExercises, exerciseNamed } from "./exercise-names.js";
import { ROOT, readNotebook, shown } from "./notebook-files.js";

/** A notebook to check, and what is asked of it. */
export interface SheetPlan {
  /** Absolute. */
  readonly path: string;
  /** "held" for a notebook whose name says no chapter: what its cells hold is checked. */
  readonly exercises: readonly Exercise[] | "held";
}

/** A notebook as it is saved: its answers, or why there are none. */
export interface SheetAnswers {
  readonly path: string;
  /** The file's name without its end, as in 02-loss. */
  readonly chapter: string;
  readonly tasks: readonly CheckTask[];
  /** Why the file cannot be used, and how many exercises that leaves unchecked. */
  readonly problem?: { readonly message: string; readonly unchecked: number };
  /** For the type check. */
  readonly notebook?: Notebook;
}

/**
 * What the arguments mean: ids of exercises, chapters as in `loss`, notebooks, folders of notebooks;
 * without any, all exercises of the course.
 *
 * @throws {@link CommandError} for a name that means nothing
 */
export function planFor(names: readonly string[]): SheetPlan[] {
  if (names.length === 0) return SHEETS.map(({ exercises }) => planOf(exercises));
  const wanted = new Map<string, SheetPlan>();
  for (const plan of names.flatMap(plansNamed)) {
    const before = wanted.get(plan.path);
    wanted.set(plan.path, before === undefined ? plan : joined(before, plan));
  }
  return [...wanted.values()];
}

function plansNamed(name: string): SheetPlan[] {
  const stat = statSync(name, { throwIfNoEntry: false });
  if (name.endsWith(".ipynb")) {
    if (stat === undefined) throw new CommandError(`There is no notebook ${name}.`, 2);
    return [planOfFile(resolve(name))];
  }
  const chapter = chapterExercises(name);
  if (chapter.length > 0) return [planOf(chapter)];
  if (stat?.isDirectory() === true) return plansInFolder(name);
  if (stat?.isFile() === true) {
    throw new CommandError(`${name} is no notebook: its name does not end in .ipynb.`, 2);
  }
  return [planOf([exerciseNamed(name)])];
}

function plansInFolder(folder: string): SheetPlan[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
  if (names.length === 0) throw new CommandError(`There is no notebook in ${folder}.`, 2);
  return names.sort().map((name) => planOfFile(resolve(folder, name)));
}

/** The learner's own notebooks. */
const OWN_FOLDER = join(ROOT, "exercises");

/** Whether a notebook, by its absolute path, is the learner's own: one in exercises/. */
export function isOwn(path: string): boolean {
  return dirname(path) === OWN_FOLDER;
}

/** Exercises of one chapter, in the learner's own notebook. */
function planOf(exercises: readonly Exercise[]): SheetPlan {
  const sheet = SHEETS.find((one) => exercises.every((each) => one.exercises.includes(each)));
  if (sheet === undefined) throw new Error("internal: exercises of several notebooks");
  return { path: join(OWN_FOLDER, sheet.notebook), exercises };
}

/** A copy such as 02-loss-Copy1.ipynb is asked what its original is asked. */
function planOfFile(path: string): SheetPlan {
  const named = exercisesByName(path);
  return { path, exercises: named.length > 0 ? named : "held" };
}

function joined(a: SheetPlan, b: SheetPlan): SheetPlan {
  if (a.exercises === "held" || b.exercises === "held") return { ...a, exercises: "held" };
  const both = new Set([...a.exercises, ...b.exercises]);
  return { ...a, exercises: EXERCISES.filter((exercise) => both.has(exercise)) };
}

/**
 * Read a notebook, now, and take out the answers that are asked for. It is only read.
 *
 * @param withHidden - whether it is graded: a notebook of any name then stands for whole chapters
 */
export function answersOf({ path, exercises }: SheetPlan, withHidden: boolean): SheetAnswers {
  const chapter = basename(path, ".ipynb");
  const read = readOrReason(path);
  if (typeof read === "string") {
    const unchecked = exercises === "held" ? 0 : exercises.length;
    return { path, chapter, tasks: [], problem: { message: read, unchecked } };
  }
  const asked = exercises === "held" ? heldIn(read, withHidden) : exercises;
  const kernel = kernelNote(read);
  if (asked.length === 0) {
    const none = `No exercise was found in ${shown(path)}: it calls no check("…") and declares no function that an exercise asks for.`;
    const message = kernel === undefined ? none : `${none} ${kernel}`;
    return { path, chapter, tasks: [], problem: { message, unchecked: 0 } };
  }
  let said = kernel === undefined;
  const tasks = asked.map((exercise): CheckTask => {
    const { code, lines, absent } = answerSource(read, exercise);
    const isMissing = Object.values(absent).some(({ kind }) => kind === "missing");
    const notes = [
      ...duplicateNotes(read, answerNames(exercise)),
      ...(isMissing && kernel !== undefined && !said ? [kernel] : []),
    ];
    said ||= isMissing;
    const key = `${exercise.id} in ${path}`;
    return { key, id: exercise.id, notebook: path, code, lines, absent, notes, withHidden };
  });
  return { path, chapter, tasks, notebook: read };
}

function heldIn(notebook: Notebook, withHidden: boolean): readonly Exercise[] {
  const held = exercisesHeld(notebook);
  return withHidden ? wholeChapters(held) : held;
}

/** The notebook without its outputs, which may be large, or a sentence for the learner. */
function readOrReason(path: string): Notebook | string {
  try {
    const notebook = readNotebook(path);
    const cells = notebook.cells.map((cell) =>
      cell.kind === "code" ? { ...cell, outputs: [] } : cell,
    );
    return { ...notebook, cells };
  } catch (error) {
    if (error instanceof NotebookError) return error.message;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return `There is no notebook ${shown(path)}: it was moved or deleted.`;
    if (code === "EISDIR") return `${shown(path)} is a folder, not a notebook.`;
    if (code === "EACCES" || code === "EPERM") return `${shown(path)} may not be read: ${message}.`;
    throw error;
  }
}

/** What to say of a notebook that was saved for a kernel of another language. */
function kernelNote({ metadata, path }: Notebook): string | undefined {
  const { kernelspec } = metadata as { kernelspec?: Readonly<Record<string, unknown>> };
  const { language, display_name: name } = kernelspec ?? {};
  if (typeof language !== "string" || /^(typescript|javascript)$/i.test(language)) return undefined;
  const kernel = typeof name === "string" ? name : language;
  const file = basename(path);
  return `${file} is set to the kernel ${kernel}, and the exercises are written in TypeScript: choose the kernel TypeScript in JupyterLab.`;
}
