/** Kernel: where the text of a solution comes from: the authors' notebooks, or the pack of a copy. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SHEETS } from "../checks/index.js";
import { answerNames } from "../grading/exercise.js";
import { parseNotebook } from "../notebook/notebook.js";
import { solutionText } from "../notebook/solution-cells.js";
import { unpackSolutions } from "../packed/solutions.js";

/** The solution of an exercise as code, or null if this source does not have it. */
export type SolutionTexts = (id: string) => string | null;

const NOTEBOOKS = new URL("../../solutions/", import.meta.url);
const PACK = new URL("../../src/checks/solutions.pack", import.meta.url);

/** This copy's own: `solutions/` where it exists, else the pack. */
export const ownSolutionTexts: SolutionTexts = (id) =>
  textsOfNotebooks(NOTEBOOKS)(id) ?? textsOfPack(PACK)(id);

/** The solutions in a folder of notebooks. */
export function textsOfNotebooks(folder: URL): SolutionTexts {
  return (id) => {
    const sheet = SHEETS.find(({ exercises }) => exercises.some((one) => one.id === id));
    const exercise = sheet?.exercises.find((one) => one.id === id);
    if (sheet === undefined || exercise === undefined) return null;
    return found(() => {
      const path = fileURLToPath(new URL(sheet.notebook, folder));
      const notebook = parseNotebook(readFileSync(path, "utf8"), path);
      return solutionText(notebook, answerNames(exercise));
    });
  };
}

/** The solutions in a pack. */
export function textsOfPack(pack: URL): SolutionTexts {
  return (id) =>
    found(() => new Map(Object.entries(unpackSolutions(readFileSync(pack)))).get(id) ?? null);
}

/** A source that is not there, or not readable, has nothing. */
function found(read: () => string | null): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
