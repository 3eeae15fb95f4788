/** The command line: which notebooks a command means, how they are read, and how they are written. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { writeWhole } from "../common/write-whole.js";
import { type Notebook, parseNotebook, serializeNotebook } from "../notebook/notebook.js";
import { CommandError } from "./command-error.js";

/** The project's folder, from src/cli and dist/cli alike. */
export const ROOT: string = fileURLToPath(new URL("../../", import.meta.url));

/** The folders that hold the course's notebooks. */
export const COURSE_FOLDERS: readonly string[] = ["notebooks", "solutions", "exercises"];

/** A path as the reader wants to see it: relative to where they are, if that is shorter. */
export function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short === "" || short.startsWith("..") ? path : short.replaceAll("\\", "/");
}

/**
 * The notebook files that `arguments_` name, each once: files as they are, folders by what they
 * hold; without arguments, all of `folders` in the project.
 *
 * @throws {@link CommandError} for a path that does not exist or is no notebook
 */
export function notebookFiles(
  arguments_: readonly string[],
  folders: readonly string[] = COURSE_FOLDERS,
): string[] {
  if (arguments_.length === 0) return folders.flatMap((folder) => inFolder(join(ROOT, folder)));
  const files = arguments_.flatMap((argument) => {
    const path = resolve(argument);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) throw new CommandError(noSuchFile(argument), 2);
    if (stat.isDirectory()) return inFolder(path);
    if (path.endsWith(".ipynb")) return [path];
    throw new CommandError(`${argument} is no notebook: its name does not end in .ipynb.`, 2);
  });
  return [...new Set(files)];
}

/** Read a notebook; its path is shown as the reader knows it. */
export function readNotebook(path: string): Notebook {
  return parseNotebook(readFileSync(path, "utf8"), shown(path));
}

/** Write a notebook, whole or not at all. */
export function writeNotebook(path: string, notebook: Notebook): void {
  writeWhole(path, serializeNotebook(notebook));
}

function inFolder(folder: string): string[] {
  const names =
    statSync(folder, { throwIfNoEntry: false }) === undefined ? [] : readdirSync(folder);
  const notebooks = names.filter((name) => name.endsWith(".ipynb") && !name.startsWith("."));
  return notebooks.sort().map((name) => join(folder, name));
}

function noSuchFile(argument: string): string {
  const there = COURSE_FOLDERS.flatMap((folder) => inFolder(join(ROOT, folder))).map(shown);
  const list = there.length === 0 ? "" : ` The course has ${there.join(", ")}.`;
  return `There is no file or folder ${argument}.${list}`;
}
