/** Checks: the inputs that properties draw. All of them shrink to small whole numbers near 0. */
import fc from "fast-check";

/** Numbers with at most two decimals, short enough to retype; they shrink to 0, 1, −1, 2 … */
export function numbers(size = 3): fc.Arbitrary<number> {
  const ladder = bySimplicity(size);
  return fc.nat({ max: ladder.length - 1 }).map((rank) => ladder[rank]!);
}

/** The ladders that were made; a chained input asks for its own at every draw. */
const ladders = new Map<number, readonly number[]>();

/** All hundredths within ±size, the easiest to calculate with first: whole, then halves, then tenths. */
function bySimplicity(size: number): readonly number[] {
  const known = ladders.get(size);
  if (known !== undefined) return known;
  const made = ladderOf(size);
  ladders.set(size, made);
  return made;
}

function ladderOf(size: number): readonly number[] {
  const hundredths = Array.from({ length: 200 * size + 1 }, (_, k) => k - 100 * size);
  const steps = [100, 50, 10, 1];
  const roughness = (n: number): number => steps.findIndex((step) => n % step === 0);
  return hundredths
    .sort((a, b) => roughness(a) - roughness(b) || Math.abs(a) - Math.abs(b) || b - a)
    .map((n) => n / 100);
}

/** Numbers above 0, as a rate, a width or a probability's odds may be. */
export function positives(size = 3): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max: 100 * size }).map((n) => n / 100);
}

/** Numbers strictly between 0 and 1, away from both ends. */
export function probabilities(): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max: 99 }).map((n) => n / 100);
}

/** A list of `length` numbers, shape [length]. */
export function vectors(length: number, size = 3): fc.Arbitrary<number[]> {
  return fc.array(numbers(size), { minLength: length, maxLength: length });
}

/** Rows of numbers, shape [rows, columns]. */
export function matrices(rows: number, columns: number, size = 3): fc.Arbitrary<number[][]> {
  return fc.array(vectors(columns, size), { minLength: rows, maxLength: rows });
}

/** Lengths from 1 to `most`, for inputs whose parts must fit each other: `lengths(4).chain(…)`. */
export function lengths(most: number): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max: most });
}
