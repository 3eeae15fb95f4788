/** `gradus release`, first half: the learners' exercises, made from the solution notebooks. */
import { readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { writeWhole } from "../common/write-whole.js";
import { serializeNotebook } from "../notebook/notebook.js";
import { releaseNotebook } from "../notebook/release.js";
import { CommandError } from "./command-error.js";
import { notebookFiles, ROOT, readNotebook, shown } from "./notebook-files.js";

/** One exercise notebook: where it goes, what it should hold, and how the file there differs. */
interface ReleasedFile {
  readonly path: string;
  readonly text: string;
  /** What to tell of the file that stands there now; null if it is just so. */
  readonly difference: string | null;
}

/**
 * Convert solution notebooks. Nothing is written, and one that cannot be converted stops all.
 *
 * @param solutions - the solution notebooks' files
 * @param folder - where the exercises belong
 */
function releasedFiles(solutions: readonly string[], folder: string): ReleasedFile[] {
  return solutions.map((file) => {
    const path = join(folder, basename(file));
    const text = serializeNotebook(releaseNotebook(readNotebook(file)));
    return { path, text, difference: differenceOf(path, text) };
  });
}

/** The course's own: solutions/*.ipynb to exercises/*.ipynb. */
export function courseRelease(): ReleasedFile[] {
  return releasedFiles(notebookFiles([], ["solutions"]), join(ROOT, "exercises"));
}

/** Where exercises go, and whether they are only compared. */
interface ReleaseOptions {
  /** The course's own folder of exercises if absent. */
  readonly out?: string | undefined;
  readonly check?: boolean | undefined;
}

/**
 * Writes the exercises that are not as their solutions say, or with `check` fails if there are any.
 *
 * @param named - solution notebooks or folders; the course's own if there are none
 * @throws {@link CommandError} if there is no solution, or one would be overwritten
 */
export function releaseExercises(named: readonly string[], options: ReleaseOptions): void {
  const folder = resolve(options.out ?? join(ROOT, "exercises"));
  const solutions = notebookFiles(named, ["solutions"]);
  if (solutions.length === 0) throw new CommandError("There is no solution notebook.");
  for (const file of solutions) {
    if (resolve(file) === join(folder, basename(file))) {
      throw new CommandError(`The release of ${shown(file)} would overwrite it.`, 2);
    }
  }
  const released = releasedFiles(solutions, folder);
  const changed = released.filter(({ difference }) => difference !== null);
  if (options.check === true) {
    for (const { path, difference } of changed) console.error(`${shown(path)}: ${difference}`);
    if (changed.length > 0) {
      throw new CommandError("Run npx gradus release and commit the result.");
    }
    console.log(`${released.length} exercise notebooks are as their solutions say.`);
    return;
  }
  for (const { path, text } of changed) {
    writeWhole(path, text);
    console.log(`wrote ${shown(path)}`);
  }
  console.log(`${released.length} exercise notebooks, ${changed.length} changed.`);
}

function differenceOf(path: string, text: string): string | null {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return "it does not exist yet.";
  const there = readFileSync(path, "utf8").replace(/\r\n/g, "\n").split("\n");
  const wanted = text.split("\n");
  const line = wanted.findIndex((content, index) => content !== there[index]);
  if (line === -1 && there.length === wanted.length) return null;
  const at = line === -1 ? wanted.length : line;
  const quoted = (content: string | undefined): string => content?.trim() ?? "the end of the file";
  return `differs from its solution from line ${at + 1} on. It has:\n  ${quoted(there[at])}\nand the release has:\n  ${quoted(wanted[at])}`;
}
