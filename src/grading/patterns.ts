/**
 * Grading: what the outputs alone say about a wrong answer. The kinds of values come first, then their
 * shapes, then the numbers, and last the inputs at which a function goes wrong.
 */
import { alike, isFields } from "./alike.js";
import { readNested } from "./describe.js";
import { argumentPattern } from "./patterns-arguments.js";
import { numberPattern } from "./patterns-numbers.js";
import { placeOf, placePattern } from "./patterns-places.js";
import { shapePattern } from "./patterns-shapes.js";
import type { Tried } from "./tried.js";

/** A sentence about the pattern that explains every output, or `null`. */
export function numericPattern(tried: readonly Tried[]): string | null {
  const nan = nanPattern(tried);
  if (nan !== null) return nan;
  if (tried.length < 2) return null;
  const found = kindPattern(tried) ?? fieldPattern(tried) ?? shapePattern(tried);
  if (found !== null) return found;
  const finite = tried.filter(({ got }) => allFinite(got));
  const about = numberPattern(finite) ?? argumentPattern(finite);
  if (about !== null) {
    const rest = finite.length < tried.length ? " Elsewhere it is no finite number." : "";
    return about + rest;
  }
  return placePattern(tried);
}

const NAN_ADVICE =
  "NaN comes from 0/0, ∞/∞, ∞ − ∞, the root of a negative number, or from undefined, as when an index runs past the end of a list.";

/** Where NaN began; nothing if the first wrong output is a number, for then NaN came later. */
function nanPattern(tried: readonly Tried[]): string | null {
  const wrong = tried.filter(({ got, want }) => !alike(got, want));
  if (wrong[0] === undefined || !hasNaN(wrong[0].got)) return null;
  const place = wrong.every(({ got }) => hasNaN(got)) ? placeOf(tried)?.kind : undefined;
  if (place === "large") {
    return "NaN begins where a number is large: e to the power of 710 is ∞ in floats, and ∞/∞ and ∞ − ∞ are NaN. Smaller inputs give the right values.";
  }
  if (place === "longer") {
    return `${NAN_ADVICE} Here it comes with lists that have more than one entry; shorter ones are right.`;
  }
  return NAN_ADVICE;
}

function hasNaN(got: unknown): boolean {
  const read = readNested(got);
  return read.kind === "array" && read.entries.some(Number.isNaN);
}

/** Whether all of it are finite numbers. */
export function allFinite(got: unknown): boolean {
  const read = readNested(got);
  return read.kind === "array" && read.entries.every(Number.isFinite);
}

/** Values of another kind that stand for the right numbers. */
function kindPattern(tried: readonly Tried[]): string | null {
  const pairs = tried.flatMap(({ got, want }) => {
    const [a, b] = [entriesOf(got), entriesOf(want)];
    return a.map((entry, i) => [entry, b[i]] as const);
  });
  if (pairs.length === 0) return null;
  const kinds = new Set(pairs.map(([got]) => typeof got));
  if (kinds.size > 1) return null;
  if (kinds.has("boolean") && pairs.every(([, want]) => typeof want === "number")) {
    const same = pairs.every(([got, want]) => Number(got) === want);
    const wanted = same ? "1 and 0 are wanted" : "numbers are wanted";
    return `true and false stand where ${wanted}: a comparison alone gives no number.`;
  }
  if (!kinds.has("string") || pairs.some(([, want]) => typeof want !== "number")) return null;
  if (!pairs.every(([got]) => /\d/.test(String(got)))) return null;
  return "The result is a text. A + with a text on one side puts texts together instead of adding, and toFixed gives a text too.";
}

/** The entries of a list of lists, or the value alone. */
function entriesOf(value: unknown): readonly unknown[] {
  const read = readNested(value);
  return read.kind === "array" ? read.entries : [value];
}

/**
 * Records, field by field: the first field with a pattern of its own. A check quotes the first
 * field that is wrong, so that one is named even if it has none.
 */
function fieldPattern(tried: readonly Tried[]): string | null {
  const records = tried.filter(({ got, want }) => isFields(got) && isFields(want));
  if (records.length < tried.length || records.length === 0) return null;
  const fields = (value: unknown): Readonly<Record<string, unknown>> =>
    value as Readonly<Record<string, unknown>>;
  const names = Object.keys(fields(records[0]!.want));
  const quoted = names.find((name) =>
    records.some(({ got, want }) => !alike(fields(got)[name], fields(want)[name])),
  );
  for (const name of names) {
    if (!records.every(({ want }) => Object.hasOwn(fields(want), name))) return null;
    const own = records.map(({ args, got, want }) => ({
      args,
      got: fields(got)[name],
      want: fields(want)[name],
    }));
    if (own.every(({ got, want }) => alike(got, want))) continue;
    const found = numericPattern(own);
    if (found === null) continue;
    const first = name === quoted ? "" : `Field ${quoted}: its values follow no simple rule. `;
    return `${first}Field ${name}: ${found}`;
  }
  return null;
}
