/** Release: the texts that must not go out, gathered from the solutions and the checks. */

import { solutionRegions } from "../notebook/marks.js";
import { codeCells, type Notebook } from "../notebook/notebook.js";
import type { Secret } from "./leaks.js";
import type { FileTree } from "./modules.js";
import { secretParts } from "./visible-checks.js";

/** Every solution of the notebooks, with the code before it in its cell. */
export function solutionSecrets(notebooks: readonly Notebook[]): Secret[] {
  return notebooks.flatMap((notebook) => {
    const regions = solutionRegions(notebook);
    return codeCells(notebook).flatMap(({ number, cell }) =>
      (regions.get(number) ?? []).map(({ label, start, end }) => ({
        name: `the solution of ${label} (${notebook.path}, cell ${number})`,
        text: cell.source.slice(start, end),
        before: cell.source.slice(0, start),
      })),
    );
  });
}

/** Every hidden check and every list of right answers in src/checks. */
export function checkSecrets(tree: FileTree): Secret[] {
  const paths = tree.under("src/checks").filter((path) => path.endsWith(".ts"));
  return paths.flatMap((path) =>
    secretParts(path, tree.read(path)).map(({ kind, line, text }) => ({
      name: `${kind} (${path}:${line})`,
      text,
    })),
  );
}
