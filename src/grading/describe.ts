/** Grading: values and calls in words, short enough for a table's cell. */
import { type Shape, shapeText } from "../math/shape.js";
import { Opaque } from "./opaque.js";

/** Anything with the outside of a Tensor; this zone does not know the class. */
export interface TensorData {
  readonly shape: Shape;
  readonly data: Float64Array;
}

/** Whether a value looks like a Tensor, with as much data as its shape says. */
export function isTensorData(value: unknown): value is TensorData {
  if (typeof value !== "object" || value === null) return false;
  const { shape, data } = value as Partial<TensorData>;
  if (!Array.isArray(shape) || shape.length > 2 || !(data instanceof Float64Array)) return false;
  let size = 1;
  for (const length of shape) {
    if (!Number.isSafeInteger(length) || length < 0) return false;
    size *= length;
  }
  return size === data.length;
}

/**
 * Text that a learner's code made, safe to print: control characters (which could move the cursor
 * and overwrite a report) are replaced, line ends and tabs stay.
 */
export function printableText(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n").replaceAll(CONTROL, "\u{FFFD}");
}

/** Such text on one line, cut. */
export function clipped(text: string, length: number): string {
  const line = printableText(text.slice(0, length + 1).replaceAll(LINE_ENDS, " "));
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

const LINE_ENDS = /[\n\r\t\u2028\u2029]+/gu;
/** Control characters and changes of the writing direction, but for line ends and tabs. */
const CONTROL = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu;

/** Whether a value is an object with fields and nothing else, as `{ W, b }` is. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A value as the learner could type it; long lists are cut. */
export function valueText(value: unknown): string {
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value === "string") {
    return printableText(JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value));
  }
  if (typeof value === "function") {
    return value.name === "" ? "a function" : clipped(value.name, 40);
  }
  if (Array.isArray(value)) {
    const shown = Array.from(value.slice(0, 6), valueText).join(", ");
    return value.length > 6 ? `[${shown}, … ${value.length} entries]` : `[${shown}]`;
  }
  if (isTensorData(value)) return `a tensor of shape ${shapeText(value.shape)}`;
  if (value instanceof Opaque) return clipped(value.text, 120);
  if (typeof value === "object" && value !== null) return recordText(value);
  return String(value);
}

/** A record with few fields in full, anything larger by its kind. */
function recordText(value: object): string {
  const fields = Object.entries(value);
  if (fields.length === 0 || fields.length > 4) return kindText(value);
  return `{ ${fields.map(([name, field]) => `${clipped(name, 40)}: ${valueText(field)}`).join(", ")} }`;
}

/** A call as the learner could type it, such as `weightedSum([1], [2], 3)`. */
export function callText(answer: string, args: readonly unknown[]): string {
  return `${answer}(${args.map(valueText).join(", ")})`;
}

/** What sort of thing a value is, with an article: "a number", "a list of shape [2]". */
export function kindText(value: unknown): string {
  if (value === undefined) return "undefined";
  if (value === null) return "null";
  if (isPromise(value)) return "a promise";
  if (value instanceof Opaque)
    return value.kind === "object"
      ? `an object (${clipped(value.text, 120)})`
      : clipped(value.text, 120);
  if (typeof value === "string") return `the text ${valueText(value)}`;
  if (typeof value === "boolean") return `the boolean ${value}`;
  if (typeof value === "number") return `the number ${valueText(value)}`;
  if (typeof value === "bigint") return `the bigint ${value}n`;
  if (typeof value === "function")
    return `a function${value.name === "" ? "" : ` (${clipped(value.name, 40)})`}`;
  if (typeof value === "symbol") return "a symbol";
  const nested = readNested(value);
  if (nested.kind === "ragged") return "a list whose rows differ in length";
  if (nested.kind === "array") return `a list of shape ${shapeText(nested.shape)}`;
  const keys = Object.keys(value as object)
    .slice(0, 4)
    .map((key) => clipped(key, 40));
  return keys.length === 0 ? "an object" : `an object with ${keys.join(", ")}`;
}

/** A promise, or anything else with a `then`. */
export function isPromise(value: unknown): boolean {
  if (value instanceof Opaque) return value.kind === "promise";
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { then?: unknown }).then === "function"
  );
}

/** A number, list, list of lists, typed array or tensor as its shape and its entries. */
export type Nested =
  | { readonly kind: "array"; readonly shape: Shape; readonly entries: readonly unknown[] }
  | { readonly kind: "ragged" }
  | { readonly kind: "other" };

/** Reads shape and entries, without judging the entries. */
export function readNested(value: unknown): Nested {
  if (typeof value === "number") return { kind: "array", shape: [], entries: [value] };
  if (isTensorData(value)) return { kind: "array", shape: value.shape, entries: [...value.data] };
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const entries = Array.from(value as unknown as ArrayLike<unknown>);
    return { kind: "array", shape: [entries.length], entries };
  }
  if (!Array.isArray(value)) return { kind: "other" };
  const items: unknown[] = Array.from(value);
  if (!items.some(isList)) return { kind: "array", shape: [items.length], entries: items };
  const rows = items.map(readNested);
  const [first] = rows;
  if (first?.kind !== "array" || first.shape.length === 0) return { kind: "ragged" };
  const entries: unknown[] = [];
  for (const row of rows) {
    if (row.kind !== "array" || shapeText(row.shape) !== shapeText(first.shape)) {
      return { kind: "ragged" };
    }
    entries.push(...row.entries);
  }
  return { kind: "array", shape: [items.length, ...first.shape], entries };
}

function isList(value: unknown): boolean {
  return Array.isArray(value) || ArrayBuffer.isView(value) || isTensorData(value);
}

/** Where the n-th entry stands, such as `[1, 0]` in a matrix. */
export function placeText(shape: Shape, index: number): string {
  const [, columns = 1] = shape;
  if (shape.length < 2) return `[${index}]`;
  return `[${Math.floor(index / columns)}, ${index % columns}]`;
}
