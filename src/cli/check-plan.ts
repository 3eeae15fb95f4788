/** Command line: which exercises of which notebooks `gradus check` has to look at. */
import { readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { EXERCISES, SHEETS } from "../checks/index.js";
import { answerNames, type Exercise } from "../grading/exercise.js";
import { declaresAny, duplicateNotes } from "../notebook/answers.js";
import type { Notebook } from "../notebook/notebook.js";
import { NotebookError } from "../notebook/notebook-error.js";
import { answerSource } from "./answer-source.js";
import type { CheckTask } from "./check-task.js";
import { CommandError } from "./command-error.js";
import { chapterExercises, exerciseNamed } from "./exercise-names.js";
import { ROOT, readNotebook, shown } from "./notebook-files.js";

/** A notebook to check, and what is asked of it. */
export interface SheetPlan {
  /** Absolute. */
  readonly path: string;
  /** "all" for a notebook that is none of the course's: whatever it declares is checked. */
  readonly exercises: readonly Exercise[] | "all";
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

/** Exercises of one chapter, in the learner's own notebook. */
function planOf(exercises: readonly Exercise[]): SheetPlan {
  const sheet = SHEETS.find((one) => exercises.every((each) => one.exercises.includes(each)));
  if (sheet === undefined) throw new Error("internal: exercises of several notebooks");
  return { path: join(ROOT, "exercises", sheet.notebook), exercises };
}

/** A copy such as 02-loss-Copy1.ipynb is asked what its original is asked. */
function planOfFile(path: string): SheetPlan {
  const sheet = SHEETS.find(({ notebook }) =>
    basename(path).startsWith(notebook.slice(0, -".ipynb".length)),
  );
  return { path, exercises: sheet?.exercises ?? "all" };
}

function joined(a: SheetPlan, b: SheetPlan): SheetPlan {
  if (a.exercises === "all" || b.exercises === "all") return { ...a, exercises: "all" };
  const both = new Set([...a.exercises, ...b.exercises]);
  return { ...a, exercises: EXERCISES.filter((exercise) => both.has(exercise)) };
}

/** Read a notebook, now, and take out the answers that are asked for. It is only read. */
export function answersOf({ path, exercises }: SheetPlan, withHidden: boolean): SheetAnswers {
  const chapter = basename(path, ".ipynb");
  const read = readOrReason(path);
  if (typeof read === "string") {
    const unchecked = exercises === "all" ? 0 : exercises.length;
    return { path, chapter, tasks: [], problem: { message: read, unchecked } };
  }
  const asked =
    exercises === "all"
      ? EXERCISES.filter((exercise) => declaresAny(read, answerNames(exercise)))
      : exercises;
  const kernel = kernelNote(read);
  if (asked.length === 0) {
    const none = `${shown(path)} declares no function that an exercise of the course asks for.`;
    const message = kernel === undefined ? none : `${none} ${kernel}`;
    return { path, chapter, tasks: [], problem: { message, unchecked: 0 } };
  }
  const tasks = asked.map((exercise): CheckTask => {
    const { code, lines, absent } = answerSource(read, exercise);
    const isMissing = Object.values(absent).some(({ kind }) => kind === "missing");
    const notes = [
      ...duplicateNotes(read, answerNames(exercise)),
      ...(isMissing && kernel !== undefined ? [kernel] : []),
    ];
    const key = `${exercise.id} in ${path}`;
    return { key, id: exercise.id, notebook: path, code, lines, absent, notes, withHidden };
  });
  return { path, chapter, tasks, notebook: read };
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
