/** Grading: one returned value against the wanted one, in words that help to mend it. */
import { compare, type Tolerance } from "../math/compare.js";
import { sameShape, shapeText } from "../math/shape.js";
import {
  isRecord,
  isTensorData,
  kindText,
  type Nested,
  placeText,
  readNested,
  valueText,
} from "./describe.js";

/** Whatever the yardstick can compare. */
type Numbers = Parameters<typeof compare>[0];

/** What is said of a value that is not even of the right kind. */
const WANTED_NUMBER = "a number is wanted";

/**
 * `null` if the value agrees with the wanted one; else what is wrong, to follow the call's text.
 *
 * @param got - whatever the learner's function returned
 * @param want - a number, a list or a list of rows; a word; or a record of these
 */
export function mismatch(got: unknown, want: unknown, tolerance: Tolerance): string | null {
  if (isRecord(want) && !isTensorData(want)) return recordMismatch(got, want, tolerance);
  if (typeof want === "string") return wordMismatch(got, want);
  const wanted = readNested(want);
  if (wanted.kind !== "array") throw new TypeError(`internal: ${kindText(want)} cannot be wanted`);
  const read = readNumbers(got, wanted);
  if (read.kind === "problem") return read.problem;
  // Of the same shape, and without an entry that could differ.
  if (wanted.entries.length === 0) return null;
  // The wanted numbers may stand in a typed array, as a reference makes it of typed arguments.
  const wants = wanted.shape.length > 2 ? (want as Numbers) : nest(wanted.shape, wanted.entries);
  const { worst, agrees } = compare(read.value, wants, tolerance);
  if (agrees) return null;
  const place = worst.index.length === 0 ? "" : `entry ${shapeText(worst.index)}: `;
  const [gotText, wantText] = apart(worst.got, worst.want);
  return `${place}got ${gotText}, want ${wantText}`;
}

/** The first field that does not agree; fields that nobody asked for do no harm. */
function recordMismatch(
  got: unknown,
  want: Readonly<Record<string, unknown>>,
  tolerance: Tolerance,
): string | null {
  const wants = `a record { ${Object.keys(want).join(", ")} } is wanted`;
  if (got === undefined) return `returned undefined. Did you forget "return"? Here ${wants}`;
  if (!isRecord(got)) return `returned ${kindText(got)}; ${wants}`;
  for (const [name, value] of Object.entries(want)) {
    if (!Object.hasOwn(got, name)) return `the field ${name} is missing; ${wants}`;
    const problem = mismatch(got[name], value, tolerance);
    if (problem !== null) return `field ${name}: ${problem}`;
  }
  return null;
}

function wordMismatch(got: unknown, want: string): string | null {
  return got === want ? null : `got ${valueText(got)}, want ${valueText(want)}`;
}

/** The value as plain numbers in the shape of `like`, or what is wrong with it. */
export function numbersLike(got: unknown, like: unknown): Read {
  const wanted = readNested(like);
  if (wanted.kind !== "array") throw new TypeError(`internal: ${kindText(like)} has no shape`);
  return readNumbers(got, wanted);
}

/** The numbers of a flat list, typed array or tensor; `null` if it is anything else. */
export function listOf(value: unknown): number[] | null {
  const read = readNested(value);
  if (read.kind !== "array" || read.shape.length !== 1) return null;
  return read.entries.every((entry) => typeof entry === "number") ? [...read.entries] : null;
}

/** Two numbers in as few digits as tell them apart, at least six. */
function apart(got: number, want: number): [string, string] {
  for (let digits = 6; digits < 17; digits++) {
    const [a, b] = [got, want].map((x) => String(Number(x.toPrecision(digits))));
    if (a !== b) return [a!, b!];
  }
  return [String(got), String(want)];
}

/** Plain numbers, or what is wrong with a value that should consist of them. */
export type Read =
  | { readonly kind: "numbers"; readonly value: Numbers }
  | { readonly kind: "problem"; readonly problem: string };

/** The value as numbers of the wanted shape, or what is wrong with it. */
function readNumbers(got: unknown, wanted: Nested & { kind: "array" }): Read {
  const problem = (text: string): Read => ({ kind: "problem", problem: text });
  const scalar = wanted.shape.length === 0;
  const wants = scalar ? WANTED_NUMBER : `a list of shape ${shapeText(wanted.shape)} is wanted`;
  if (got === undefined) {
    return problem(`returned undefined. Did you forget "return"? Here ${wants}`);
  }
  const read = readNested(got);
  if (read.kind !== "array") return problem(`returned ${kindText(got)}; ${wants}`);
  if (!sameShape(read.shape, wanted.shape)) return problem(`returned ${kindText(got)}; ${wants}`);
  for (const [index, entry] of read.entries.entries()) {
    const where = scalar ? "" : ` at entry ${placeText(read.shape, index)}`;
    if (typeof entry !== "number") {
      return problem(`returned ${kindText(entry)}${where}; ${WANTED_NUMBER} there`);
    }
    if (Number.isNaN(entry)) return problem(`returned NaN${where}`);
  }
  return { kind: "numbers", value: nest(read.shape, read.entries as number[]) };
}

function nest(shape: readonly number[], given: readonly unknown[]): Numbers {
  const entries = given as readonly number[];
  const [rows = 0, columns = 0] = shape;
  if (shape.length === 0) return entries[0]!;
  if (shape.length === 1) return entries;
  return Array.from({ length: rows }, (_, i) => entries.slice(i * columns, (i + 1) * columns));
}
