/** Test helper: notebooks written in the test that needs them, through the real file format. */
import { type Notebook, parseNotebook } from "../../src/notebook/notebook.js";

/** A code cell from its source, or a cell given in the file's own words. */
export type CellSpec = string | { readonly cell_type?: string; readonly [field: string]: unknown };

/** The text of a notebook's file with these cells. */
export function notebookText(...cells: readonly CellSpec[]): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" } },
    cells: cells.map((cell, index) => ({
      cell_type: "code",
      id: `cell-${index + 1}`,
      metadata: {},
      ...(typeof cell === "string" ? { source: cell } : cell),
      ...(typeof cell === "string" || cell.cell_type === undefined
        ? { outputs: [], execution_count: null }
        : {}),
    })),
  });
}

/** A markdown cell. */
export function markdown(source: string): CellSpec {
  return { cell_type: "markdown", source };
}

/** The notebook with these cells, at the path `lecture.ipynb`. */
export function notebookOf(...cells: readonly CellSpec[]): Notebook {
  return parseNotebook(notebookText(...cells), "lecture.ipynb");
}
