/** Checks: results in several named parts, such as the gradient of each layer, against the wanted ones. */
import { isRecord, kindText } from "../grading/describe.js";
import { mismatch } from "../grading/judge.js";
import type { Tolerance } from "../math/compare.js";

/** Numbers, lists, rows, and lists or records of them. */
export type Parts = number | readonly Parts[] | { readonly [name: string]: Parts };

/**
 * `null` if all parts agree; else the first that does not, by its place: "[1].W: entry [0, 2]: …".
 * Lists of numbers are one part, lists and records of such are looked through.
 */
export function partsMismatch(got: unknown, want: unknown, tolerance: Tolerance): string | null {
  if (isRecord(want)) {
    const names = Object.keys(want);
    if (!isRecord(got))
      return `${kindText(got)} stands there; a record with ${names.join(", ")} is wanted`;
    return firstOf(names, (name) => {
      if (!Object.hasOwn(got, name)) return `.${name}: it is missing`;
      return at(`.${name}`, partsMismatch(got[name], want[name], tolerance));
    });
  }
  if (Array.isArray(want) && want.some(isRecord)) {
    if (!Array.isArray(got))
      return `${kindText(got)} stands there; a list of ${want.length} records is wanted`;
    if (got.length !== want.length)
      return `the list has ${got.length} entries, and ${want.length} are wanted`;
    return firstOf([...want.keys()], (i) =>
      at(`[${i}]`, partsMismatch(got[i], want[i], tolerance)),
    );
  }
  return mismatch(got, want, tolerance);
}

function firstOf<T>(items: readonly T[], problem: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = problem(item);
    if (found !== null) return found;
  }
  return null;
}

/** A problem with its place in front: places that follow each other stand side by side. */
function at(place: string, problem: string | null): string | null {
  if (problem === null) return null;
  return /^[.[]/.test(problem) ? place + problem : `${place}: ${problem}`;
}
