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
        given: proseBefore(notebook, number),
      })),
    );
  });
}

/** The text cells between a code cell and the one before: what its exercise tells and shows. */
function proseBefore({ cells }: Notebook, number: number): string {
  const before = cells.slice(0, number - 1);
  const last = before.map(({ kind }) => kind).lastIndexOf("code");
  return before
    .slice(last + 1)
    .map(({ source }) => source)
    .join("\n");
}

/**
 * Every hidden check and every list of right answers in src/checks.
 *
 * @param solutions - the solutions' secrets, for what their exercises give
 */
export function checkSecrets(tree: FileTree, solutions: readonly Secret[]): Secret[] {
  const paths = tree.under("src/checks").filter((path) => path.endsWith(".ts"));
  return paths.flatMap((path) => {
    const text = tree.read(path);
    const number = /\bnumber: "(\d+\.\d+)"/.exec(text)?.[1];
    const own = solutions.filter(({ name }) => name.includes(` of ${number} `));
    const given = own.map((secret) => secret.given ?? "").join("\n");
    return secretParts(path, text).map(({ kind, line, text: secret }) => ({
      name: `${kind} (${path}:${line})`,
      text: secret,
      given,
    }));
  });
}
