/** Command line: type errors in the cells of an answer, as the kernel would tell them. */
import { basename, join } from "node:path";
import type { Notebook } from "../notebook/notebook.js";
import { type TypeFinding, typeCheck } from "../notebook/type-check.js";
import { type Checked, isUntouched, standingOf } from "./check-summary.js";
import { ROOT } from "./notebook-files.js";

const MOST = 3;

/** Type-checks a notebook when it is first asked for, and once. */
export class TypeNotes {
  readonly #notebook: Notebook | undefined;
  #findings: readonly TypeFinding[] | undefined;

  constructor(notebook: Notebook | undefined) {
    this.#notebook = notebook;
  }

  /** A sentence for each of the first type errors in the cells that an answer uses. */
  of({ task: { lines }, result }: Checked): string[] {
    // Nobody wants types of what is not there; so an untouched notebook costs no type check.
    const isThere = !isUntouched(result) && standingOf(result) !== "missing";
    if (this.#notebook === undefined || !isThere) return [];
    // A copy that lies elsewhere means the course's library and types all the same.
    const path = join(ROOT, "exercises", basename(this.#notebook.path));
    this.#findings ??= typeCheck([{ ...this.#notebook, path }], "kernel");
    const cells = new Set(lines.map((place) => place?.cell));
    const found = this.#findings.filter(({ cell }) => cells.has(cell));
    const rest = found.length - MOST;
    return [
      ...found
        .slice(0, MOST)
        .map(({ cell, line, message }) => `type error in cell ${cell}, line ${line}: ${message}`),
      ...(rest > 0 ? [`${rest} more type errors in these cells.`] : []),
    ];
  }
}
