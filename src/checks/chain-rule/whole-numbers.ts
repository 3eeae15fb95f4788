/** Chapter 3, exercises: inputs of whole numbers, on which products and sums have no rounding. */
import fc from "fast-check";

/** Whole numbers within ±size; they shrink to 0. */
export function wholes(size = 4): fc.Arbitrary<number> {
  return fc.integer({ min: -size, max: size });
}

/** A list of whole numbers, shape [length]. */
export function wholeLists(length: number, size = 4): fc.Arbitrary<number[]> {
  return fc.array(wholes(size), { minLength: length, maxLength: length });
}

/** Rows of whole numbers, shape [rows, columns]. */
export function wholeRows(rows: number, columns: number, size = 4): fc.Arbitrary<number[][]> {
  return fc.array(wholeLists(columns, size), { minLength: rows, maxLength: rows });
}

/** Steps h for a nudge: powers of two, so that dividing by them is exact. */
export function steps(): fc.Arbitrary<number> {
  return fc.constantFrom(1, 0.5, 0.25);
}

/** A function under a name that a failed check can print, as in `slope(w² + 1, 3, 1)`. */
export function named<F extends (...args: never[]) => unknown>(name: string, f: F): F {
  return Object.defineProperty(f, "name", { value: name });
}
