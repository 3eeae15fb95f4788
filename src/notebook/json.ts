/** Notebook files: the few words of JSON that a notebook is made of. */

/** Any JSON value. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** A JSON object. */
export type JsonObject = { readonly [key: string]: JsonValue };

/** Whether `value` is a JSON object: neither a list nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `value` with the keys of every object in code-unit order, as Jupyter writes them. */
export function sortKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isJsonObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sortKeys(value[key] as JsonValue)]));
}

/** Line (from 1) on which `JSON.parse` gave up, from its message; the last line if it ran out. */
export function jsonErrorLine(text: string, error: SyntaxError): number {
  const { message } = error;
  const line = /\(line (\d+) column/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return lineAt(text, Number(position));
  // V8 quotes an early unexpected token without its position, a cut-off text without any.
  const token = /^Unexpected token '?(.)'?,/u.exec(message)?.[1];
  return lineAt(text, token === undefined ? text.trimEnd().length : text.indexOf(token));
}

/** Line (from 1) of the character at `offset`. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, Math.max(0, offset)).split("\n").length;
}
