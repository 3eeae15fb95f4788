/**
 * Notebook files as data: what a notebook is, read from its text and written back.
 *
 * Reading checks the shape and says what is wrong with a damaged file; writing gives one text for
 * one notebook, laid out as Jupyter lays it out, so that saving in either makes no difference.
 */
import { type Cell, type CodeCell, readCell, writeCell } from "./cell.js";
import { isJsonObject, type JsonObject, type JsonValue, jsonErrorLine, sortKeys } from "./json.js";
import { NotebookError } from "./notebook-error.js";

export { type Cell, type CodeCell, hasTag, type Output, type TextCell } from "./cell.js";

/** A notebook: its cells in order, and where it came from. */
export interface Notebook {
  /** The file's path as the reader knows it, for messages. */
  readonly path: string;
  readonly cells: readonly Cell[];
  readonly metadata: JsonObject;
  /** The minor version of nbformat 4. */
  readonly minor: number;
}

/** Where a line of code stands for the reader: the cell (every cell counts, from 1) and its line. */
export interface CellLine {
  readonly cell: number;
  readonly line: number;
}

/** A code cell with its number, which counts the markdown cells too. */
export interface NumberedCodeCell {
  readonly number: number;
  readonly cell: CodeCell;
}

/** The code cells of a notebook with their numbers, in order. */
export function codeCells(notebook: Notebook): NumberedCodeCell[] {
  return notebook.cells.flatMap((cell, index) =>
    cell.kind === "code" ? [{ number: index + 1, cell }] : [],
  );
}

/**
 * Read a notebook from the text of its file.
 *
 * @param text - the whole file
 * @param path - its path, for messages
 * @throws {@link NotebookError} that names the file and the reason, if it is not a notebook of nbformat 4
 */
export function parseNotebook(text: string, path: string): Notebook {
  const fail = (reason: string): never => {
    throw new NotebookError(path, reason);
  };
  const file = parseJson(text.replace(/^\uFEFF/, ""), fail);
  if (!isJsonObject(file)) {
    const what = Array.isArray(file) ? "a list" : `the value ${JSON.stringify(file)}`;
    return fail(`a notebook is a JSON object, and this is ${what}`);
  }
  const { nbformat, nbformat_minor: minor, cells, metadata } = file as Fields;
  if (nbformat === undefined) fail("it has no nbformat, so it is not a notebook");
  if (nbformat !== 4) {
    fail(
      `it is nbformat ${JSON.stringify(nbformat)} and gradus reads nbformat 4; open it in JupyterLab and save it`,
    );
  }
  if (cells === undefined) return fail("it has no cells");
  if (!Array.isArray(cells)) return fail("its cells are not a list");
  return {
    path,
    cells: cells.map((cell: JsonValue, index) =>
      readCell(cell, (reason) => fail(`cell ${index + 1}: ${reason}`)),
    ),
    metadata: isJsonObject(metadata) ? metadata : {},
    minor: typeof minor === "number" ? minor : 0,
  };
}

/**
 * The text of a notebook's file: one space of indent, keys in order, a line end at the end; the
 * same bytes that Jupyter writes.
 */
export function serializeNotebook(notebook: Notebook): string {
  const file: JsonObject = {
    cells: notebook.cells.map(writeCell),
    metadata: notebook.metadata,
    nbformat: 4,
    nbformat_minor: notebook.minor,
  };
  return `${JSON.stringify(sortKeys(file), null, 1)}\n`;
}

type Fields = Readonly<Record<string, JsonValue | undefined>> & {
  readonly nbformat?: JsonValue;
  readonly nbformat_minor?: JsonValue;
  readonly cells?: JsonValue;
  readonly metadata?: JsonValue;
};

function parseJson(text: string, fail: (reason: string) => never): unknown {
  if (text.trim() === "") return fail("the file is empty");
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (/^<{7} /m.test(text)) {
      return fail(
        "it holds the marks of an unfinished git merge (<<<<<<<); settle the merge first",
      );
    }
    // What decodes to these characters was no text; nobody wants to see it quoted.
    if (/[\0\uFFFD]/.test(text.slice(0, 1000))) return fail("it is not a text file");
    const line = jsonErrorLine(text, error);
    const isCut = text.trimStart().startsWith("{") && !text.trimEnd().endsWith("}");
    const cut = isCut ? "; the file seems to be cut short" : "";
    return fail(`it is not JSON (line ${line}: ${error.message})${cut}`);
  }
}
