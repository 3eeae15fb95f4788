/** Notebook files: one cell, read from the file's JSON and written back. */
import { isJsonObject, type JsonObject, type JsonValue } from "./json.js";

/** One output of a code cell as the file holds it, its texts joined to one string each. */
export type Output = JsonObject & { readonly output_type: string };

/** What code, markdown and raw cells share. */
interface CellBase {
  /** Jupyter's name for the cell, kept over every rewrite; absent in files before nbformat 4.5. */
  readonly id?: string;
  readonly metadata: JsonObject;
  /** The text, its lines parted by `\n` whatever the file had. */
  readonly source: string;
}

/** A cell that runs. */
export interface CodeCell extends CellBase {
  readonly kind: "code";
  readonly executionCount: number | null;
  readonly outputs: readonly Output[];
}

/** A cell that is read. */
export interface TextCell extends CellBase {
  readonly kind: "markdown" | "raw";
  readonly attachments?: JsonObject;
}

/** One cell of a notebook. */
export type Cell = CodeCell | TextCell;

/** Whether a cell carries `tag` in its metadata. */
export function hasTag(cell: Cell, tag: string): boolean {
  const { tags } = cell.metadata as { tags?: JsonValue };
  return Array.isArray(tags) && tags.includes(tag);
}

type CellFields = {
  readonly [key in
    | "cell_type"
    | "id"
    | "source"
    | "metadata"
    | "outputs"
    | "execution_count"
    | "attachments"]?: JsonValue;
};

/** Read one cell; `fail` is told what is wrong with it. */
export function readCell(value: JsonValue, fail: (reason: string) => never): Cell {
  if (!isJsonObject(value)) return fail("it is not a JSON object");
  const cell = value as CellFields;
  const source = joinLines(cell.source);
  if (source === undefined) return fail("it has no source");
  const base = {
    ...(typeof cell.id === "string" ? { id: cell.id } : {}),
    metadata: isJsonObject(cell.metadata) ? cell.metadata : {},
    source: source.replace(/\r\n?/g, "\n"),
  };
  switch (cell.cell_type) {
    case "code":
      return {
        kind: "code",
        ...base,
        executionCount: typeof cell.execution_count === "number" ? cell.execution_count : null,
        outputs: readOutputs(cell.outputs ?? [], fail),
      };
    case "markdown":
    case "raw":
      return {
        kind: cell.cell_type,
        ...base,
        ...(isJsonObject(cell.attachments) ? { attachments: cell.attachments } : {}),
      };
    default:
      return fail(
        `its cell_type is ${JSON.stringify(cell.cell_type)}, not "code", "markdown" or "raw"`,
      );
  }
}

function readOutputs(value: JsonValue, fail: (reason: string) => never): Output[] {
  if (!Array.isArray(value)) return fail("its outputs are not a list");
  return value.map((output: JsonValue): Output => {
    const { output_type: type } = (isJsonObject(output) ? output : {}) as Partial<Output>;
    if (!isJsonObject(output) || typeof type !== "string") {
      return fail("one of its outputs has no output_type");
    }
    const { text, data } = output as { text?: JsonValue; data?: JsonValue };
    return {
      ...output,
      output_type: type,
      ...(text === undefined ? {} : { text: joinLines(text) ?? text }),
      ...(isJsonObject(data) ? { data: mapText(data, (part) => joinLines(part) ?? part) } : {}),
    };
  });
}

/** The cell as its file holds it. */
export function writeCell(cell: Cell): JsonObject {
  const base = {
    ...(cell.id === undefined ? {} : { id: cell.id }),
    cell_type: cell.kind,
    metadata: cell.metadata,
    source: splitLines(cell.source),
  };
  if (cell.kind !== "code") {
    return cell.attachments === undefined ? base : { ...base, attachments: cell.attachments };
  }
  return { ...base, execution_count: cell.executionCount, outputs: cell.outputs.map(writeOutput) };
}

function writeOutput(output: Output): JsonObject {
  const { text, data } = output as { text?: JsonValue; data?: JsonValue };
  const split = (part: JsonValue): JsonValue =>
    typeof part === "string" ? splitLines(part) : part;
  return {
    ...output,
    ...(text === undefined ? {} : { text: split(text) }),
    ...(isJsonObject(data) ? { data: mapText(data, split) } : {}),
  };
}

/** A MIME bundle with `change` made to its texts; parts that are JSON stay as they are. */
function mapText(bundle: JsonObject, change: (part: JsonValue) => JsonValue): JsonObject {
  const entries = Object.entries(bundle);
  return Object.fromEntries(
    entries.map(([mime, part]) => [mime, /[/+]json$/.test(mime) ? part : change(part)]),
  );
}

function joinLines(value: JsonValue | undefined): string | undefined {
  if (typeof value === "string") return value;
  const isText = Array.isArray(value) && value.every((line) => typeof line === "string");
  return isText ? value.join("") : undefined;
}

/** A text as the list of its lines, each with its line end, as Jupyter writes it. */
function splitLines(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}
