/**
 * Grading: values as JSON, for the channel between the trusted side and the host process. What JSON
 * loses is tagged: NaN, infinities, −0, undefined, typed arrays, tensors, functions.
 *
 * Both sides check everything that they decode; nothing that arrives is ever executed.
 */
import { clipped, isRecord, isTensorData } from "./describe.js";
import { OPAQUE_KINDS, Opaque, type OpaqueKind } from "./opaque.js";

/** JSON with tags. */
export type Encoded =
  | null
  | boolean
  | number
  | string
  | readonly Encoded[]
  | { readonly $: string; readonly [field: string]: unknown };

/** How functions and tensors, which belong to one side, are turned into data and back. */
export interface CodecContext {
  /** Keeps a function and returns its number. */
  hold(f: (...args: unknown[]) => unknown): number;
  /** A function that calls the other side's function of that number. */
  proxy(handle: number, name: string): (...args: unknown[]) => unknown;
  /** A tensor from its parts; the trusted side keeps the parts. */
  tensor(shape: readonly number[], data: Float64Array): unknown;
}

/** What arrived is not a value: a broken or a forged message. */
export class CodecError extends Error {}

const MAX_DEPTH = 12;
const MAX_ITEMS = 200_000;
const TYPED_ARRAYS = {
  Float64Array,
  Float32Array,
  Int32Array,
  Uint32Array,
  Int16Array,
  Uint16Array,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  BigInt64Array,
  BigUint64Array,
} as const;
type TypedName = keyof typeof TYPED_ARRAYS;

/** Unwinds the encoding of a value with more than {@link MAX_ITEMS} parts. */
class TooManyParts extends Error {}

/** A value as tagged JSON; what cannot cross becomes a description of itself. */
export function encode(value: unknown, context: CodecContext): Encoded {
  let items = 0;
  const walk = (part: unknown, depth: number): Encoded => {
    if (++items > MAX_ITEMS) throw new TooManyParts();
    if (part === null || typeof part === "boolean" || typeof part === "string") return part;
    if (typeof part === "number") return encodeNumber(part);
    if (part === undefined) return { $: "undefined" };
    if (typeof part === "bigint") return opaque("bigint", `the bigint ${part}n`);
    if (typeof part === "symbol") return opaque("symbol", "a symbol");
    if (typeof part === "function") {
      const held = part as (...args: unknown[]) => unknown;
      return { $: "function", handle: context.hold(held), name: String(part.name).slice(0, 80) };
    }
    if (depth >= MAX_DEPTH) return opaque("too-large", "a value that is nested too deep");
    if (Array.isArray(part)) {
      // A sparse list may claim any length.
      if (part.length > MAX_ITEMS) throw new TooManyParts();
      return Array.from(part, (entry) => walk(entry, depth + 1));
    }
    const object: object = part;
    if (isTensorData(object)) {
      return { $: "tensor", shape: [...object.shape], data: bytesText(object.data) };
    }
    if (typeof (object as { then?: unknown }).then === "function") {
      if (object instanceof Promise) object.catch(() => undefined);
      return opaque("promise", "a promise");
    }
    const typed = typedName(object);
    if (typed !== null) return { $: "typed", type: typed, data: bytesText(object as Float64Array) };
    if (!isRecord(object)) return opaque("object", kindOfObject(object));
    const entries = Object.entries(object).map(([key, entry]) => [key, walk(entry, depth + 1)]);
    return { $: "record", entries };
  };
  try {
    return walk(value, 0);
  } catch (thrown) {
    if (thrown instanceof TooManyParts) return opaque("too-large", "a value with too many parts");
    throw thrown;
  }
}

/** "a Map", "a Network"; a class may have any name, or none. */
function kindOfObject(object: object): string {
  const { name } = (object.constructor ?? {}) as { readonly name?: unknown };
  const tag = (object as { readonly [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
  const known = [name, tag].find((one) => typeof one === "string" && one !== "");
  return known === undefined ? "an object without a class" : `a ${known}`;
}

/**
 * The value that tagged JSON stands for.
 *
 * @throws {@link CodecError} if a tag or a field is not what it must be
 */
export function decode(encoded: unknown, context: CodecContext): unknown {
  let items = 0;
  const walk = (part: unknown, depth: number): unknown => {
    if (++items > MAX_ITEMS || depth > MAX_DEPTH + 1) throw new CodecError("a value is too large");
    if (part === null || typeof part === "boolean" || typeof part === "string") return part;
    if (typeof part === "number") return part;
    if (Array.isArray(part)) return part.map((entry) => walk(entry, depth + 1));
    const tagged = part as Readonly<Record<string, unknown>>;
    const { $: tag, text: words, handle, name, type, data, kind } = tagged;
    switch (tag) {
      case "undefined":
        return undefined;
      case "number":
        return decodeNumber(words);
      case "function":
        return context.proxy(wholeNumber(handle), clipped(text(name), 80));
      case "tensor":
        return decodeTensor(tagged, context);
      case "typed":
        return typedArray(type, data);
      case "record": {
        const { entries } = tagged;
        const pairs = list(entries).map((entry) => {
          const [key, value] = list(entry);
          return [text(key), walk(value, depth + 1)];
        });
        return Object.fromEntries(pairs);
      }
      case "opaque": {
        const known = OPAQUE_KINDS.find((one) => one === kind);
        if (known === undefined) throw new CodecError("an unknown kind of value");
        return new Opaque(known, clipped(text(words), 120));
      }
      default:
        throw new CodecError("an unknown tag");
    }
  };
  return walk(encoded, 0);
}

function decodeTensor(
  { shape, data }: Readonly<Record<string, unknown>>,
  context: CodecContext,
): unknown {
  const lengths = list(shape).map(wholeNumber);
  const entries = typedArray("Float64Array", data) as Float64Array;
  const size = lengths.reduce((product, length) => product * length, 1);
  if (lengths.length > 2 || size !== entries.length) throw new CodecError("a broken tensor");
  return context.tensor(lengths, entries);
}

function opaque(kind: OpaqueKind, words: string): Encoded {
  return { $: "opaque", kind, text: words.slice(0, 120) };
}

function encodeNumber(x: number): Encoded {
  return Number.isFinite(x) && !Object.is(x, -0)
    ? x
    : { $: "number", text: Object.is(x, -0) ? "-0" : String(x) };
}

function decodeNumber(name: unknown): number {
  switch (name) {
    case "NaN":
      return Number.NaN;
    case "Infinity":
      return Number.POSITIVE_INFINITY;
    case "-Infinity":
      return Number.NEGATIVE_INFINITY;
    case "-0":
      return -0;
    default:
      throw new CodecError("an unknown number");
  }
}

function typedName(value: object): TypedName | null {
  const names = Object.keys(TYPED_ARRAYS) as TypedName[];
  return names.find((name) => value instanceof TYPED_ARRAYS[name]) ?? null;
}

function bytesText(data: Pick<Float64Array, "buffer" | "byteOffset" | "byteLength">): string {
  return Buffer.from(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength).toString(
    "base64",
  );
}

function typedArray(type: unknown, data: unknown): unknown {
  const names = Object.keys(TYPED_ARRAYS) as TypedName[];
  const name = names.find((known) => known === type);
  if (name === undefined) throw new CodecError("an unknown typed array");
  const bytes = Uint8Array.from(Buffer.from(text(data), "base64"));
  if (bytes.length % TYPED_ARRAYS[name].BYTES_PER_ELEMENT !== 0) {
    throw new CodecError("a typed array has a broken length");
  }
  return new TYPED_ARRAYS[name](bytes.buffer);
}

function text(value: unknown): string {
  if (typeof value !== "string") throw new CodecError("a text is missing");
  return value;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new CodecError("a list is missing");
  return value;
}

function wholeNumber(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) {
    throw new CodecError("a whole number is missing");
  }
  return value as number;
}
