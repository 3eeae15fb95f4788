/** `gradus release --out`: the students' copy of the course, proven before it is written. */
import { statSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";

import { EXERCISES, SHEETS } from "../checks/index.js";
import { answerNames } from "../grading/exercise.js";
import type { Notebook } from "../notebook/notebook.js";
import { solutionText } from "../notebook/solution-cells.js";
import { packSolutions } from "../packed/solutions.js";
import { fileTree } from "../release/file-tree.js";
import { findLeaks, type Leak, type Secret, whyClosed } from "../release/leaks.js";
import { exercisesIn, packProblems } from "../release/open-pack.js";
import { recordOf } from "../release/release-record.js";
import { checkSecrets, solutionSecrets } from "../release/secrets.js";
import { type Files, studentCopy } from "../release/student-copy.js";
import { FolderError, writeCopy } from "../release/write-copy.js";
import { CommandError } from "./command-error.js";
import { notebookFiles, ROOT, readNotebook, shown } from "./notebook-files.js";

const tree = fileTree(ROOT);

/**
 * Makes the copy, looks for solutions in it, and writes it.
 *
 * @param out - the folder
 * @param withSolutions - whether learners see the course's answer once theirs has passed
 * @throws {@link CommandError} before anything is written, if the copy holds what it must not
 */
export async function releaseCopy(out: string, withSolutions: boolean): Promise<void> {
  const folder = resolve(out);
  const inCourse = relative(ROOT, folder);
  // .gradus is git-ignored; anywhere else a copy in the course would be taken for a part of it.
  if (!inCourse.startsWith("..") && !isAbsolute(inCourse) && !inCourse.startsWith(".gradus")) {
    throw new CommandError(`${out} is in the course itself. Name a folder outside it.`, 2);
  }
  const files = await courseCopy(withSolutions);
  const secrets = courseSecrets();
  // The packs hold answers on purpose; sealed, they show none of their text.
  const going = [...files].map(([path, bytes]) => ({ path, bytes }));
  const leaks = findLeaks(going, secrets);
  if (leaks.length > 0) throw new CommandError(leaksText("Nothing was written", leaks));
  await provePack(files);
  const { version } = JSON.parse(tree.read("package.json")) as { version: string };
  const record = recordOf(files, version);
  try {
    const { written, unchanged, removed } = writeCopy(folder, files, record);
    const old = removed === 0 ? "" : `, ${removed} of an earlier release taken away`;
    const megabytes = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0) / 1e6;
    console.log(`${secrets.length} solutions, right answers and hidden checks: none of their text is in the copy.
${files.size} files, ${megabytes.toFixed(1)} MB: ${written} written, ${unchanged} as they were${old}.
release ${record.release.slice(0, 12)}, version ${version}: the same course gives the same bytes.
The students' copy is ${shown(folder)}. In it, npm start opens the course and npm test checks it.`);
  } catch (error) {
    throw error instanceof FolderError ? new CommandError(error.message, 2) : error;
  }
}

/**
 * Looks for solutions in any folder, such as what was published already.
 *
 * @throws {@link CommandError} that lists what was found
 */
export function scanFolder(folder: string): void {
  const at = resolve(folder);
  if (!statSync(at, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(`There is no folder ${folder}.`, 2);
  }
  const there = fileTree(at);
  const paths = there.under(".").filter((path) => !/(^|\/)(node_modules|\.venv)\//.test(path));
  if (paths.length === 0) throw new CommandError(`There is no file in ${folder}.`, 2);
  const secrets = courseSecrets();
  const files = paths.map((path) => ({ path, bytes: there.bytes(path) }));
  const leaks = findLeaks(files, secrets);
  const closed = files.flatMap((file) => {
    const why = whyClosed(file);
    return why === null ? [] : [`  ${file.path}: ${why}`];
  });
  if (closed.length > 0) {
    console.error(`Not looked into; unpack these and scan again:\n${closed.join("\n")}`);
  }
  if (leaks.length > 0) throw new CommandError(leaksText("Found", leaks));
  console.log(
    `${paths.length - closed.length} files in ${shown(at)}, compared with ${secrets.length} solutions, right answers and hidden checks: none of their text was found. (Renamed variables and single short lines are not seen.)`,
  );
  if (closed.length > 0) process.exitCode = 1;
}

/** The copy's files; the same for the same course, wherever it is made. */
export async function courseCopy(withSolutions: boolean): Promise<Files> {
  return studentCopy(tree, withSolutions ? packSolutions(solutionTexts()) : null);
}

/** Everything that must not go out. */
export function courseSecrets(): Secret[] {
  const solutions = solutionSecrets(solutionNotebooks());
  return [...solutions, ...checkSecrets(tree, solutions)];
}

function solutionNotebooks(): Notebook[] {
  return notebookFiles([], ["solutions"]).map(readNotebook);
}

function solutionTexts(): Record<string, string> {
  const notebooks = solutionNotebooks();
  const texts = SHEETS.flatMap(({ notebook: name, exercises }) => {
    const notebook = notebooks.find(({ path }) => path.endsWith(name));
    if (notebook === undefined) throw new CommandError(`solutions/${name} is missing.`);
    return exercises.map((one) => [one.id, solutionText(notebook, answerNames(one))] as const);
  });
  return Object.fromEntries(texts);
}

async function provePack(files: Files): Promise<void> {
  const pack = files.get("src/checks/index.pack");
  if (pack === undefined) throw new Error("internal: the copy has no pack of checks");
  const problems = packProblems(await exercisesIn(pack), EXERCISES);
  if (problems.length === 0) return;
  throw new CommandError(`The copy's checks are not the course's:\n  ${problems.join("\n  ")}`);
}

function leaksText(lead: string, leaks: readonly Leak[]): string {
  const lines = leaks.map(
    ({ file, secret, excerpt }) => `  ${file}: ${secret}\n    ${excerpt.slice(0, 160)}`,
  );
  return `${lead}: text of ${leaks.length === 1 ? "a solution" : `${leaks.length} solutions`} stands in these files.\n${lines.join("\n")}`;
}
