/** Notebook files as they are committed: no outputs, no counters, nothing a front end left behind. */
import { isJsonObject, type JsonObject } from "./json.js";
import type { Cell, Notebook } from "./notebook.js";

/** Cell metadata that changes by running or looking, not by writing. */
const VOLATILE_IN_CELLS: readonly string[] = [
  "ExecuteTime",
  "autoscroll",
  "collapsed",
  "execution",
  "executionInfo",
  "outputId",
  "pycharm",
  "scrolled",
  "trusted",
  "vscode",
];

/** Notebook metadata that the program which saved it last left behind. */
const VOLATILE_IN_NOTEBOOK: readonly string[] = [
  "celltoolbar",
  "colab",
  "orig_nbformat",
  "signature",
  "toc",
  "varInspector",
  "vscode",
  "widgets",
];

/** The kernel every notebook of the course names, whatever the kernel was called that saved it. */
const KERNEL: JsonObject = { display_name: "TypeScript", language: "typescript", name: "tslab" };

/** What the kernel says of its language, without its version. */
const LANGUAGE: JsonObject = {
  codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
  file_extension: ".ts",
  mimetype: "text/typescript",
  name: "typescript",
};

/** The notebook without outputs, execution counts and volatile metadata; the cells' ids stay. */
export function cleanNotebook(notebook: Notebook): Notebook {
  return {
    ...notebook,
    cells: notebook.cells.map(cleanCell),
    metadata: {
      ...without(notebook.metadata, VOLATILE_IN_NOTEBOOK),
      kernelspec: KERNEL,
      language_info: LANGUAGE,
    },
  };
}

function cleanCell(cell: Cell): Cell {
  const { jupyter, ...rest } = without(cell.metadata, VOLATILE_IN_CELLS);
  const folded = isJsonObject(jupyter) ? without(jupyter, ["outputs_hidden"]) : {};
  const metadata = Object.keys(folded).length === 0 ? rest : { ...rest, jupyter: folded };
  return cell.kind === "code"
    ? { ...cell, metadata, executionCount: null, outputs: [] }
    : { ...cell, metadata };
}

function without(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
