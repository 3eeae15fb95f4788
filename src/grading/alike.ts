/** Grading: whether two outputs are alike, of whatever kind they are. */
import { ANSWER } from "../math/tolerances.js";
import { readNested } from "./describe.js";
import { mismatch } from "./judge.js";

/** Whether two outputs are alike; here, and only here, NaN is like NaN. */
export function alike(got: unknown, want: unknown): boolean {
  if (Object.is(got, want)) return true;
  if (Array.isArray(got) && Array.isArray(want)) {
    return got.length === want.length && got.every((entry, i) => alike(entry, want[i]));
  }
  if (isFields(got) && isFields(want)) {
    const names = Object.keys(want);
    return (
      names.length === Object.keys(got).length &&
      names.every((name) => Object.hasOwn(got, name) && alike(got[name], want[name]))
    );
  }
  if (isFields(want)) return false;
  if (typeof want !== "number" && !(typeof want === "object" && want !== null)) return false;
  // Rows of different length are compared above, with a list; nothing else is like them.
  return readNested(want).kind === "array" && mismatch(got, want, ANSWER) === null;
}

/** A plain object with named entries, such as a diagnosis; a tensor is none. */
export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !("shape" in value)
  );
}
