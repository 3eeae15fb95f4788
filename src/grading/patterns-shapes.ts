/** Grading: right numbers in the wrong places: turned, flattened, wrapped, reversed, repeated. */
import { shapeText } from "../math/shape.js";
import { readNested } from "./describe.js";
import { agree } from "./patterns-pairs.js";
import type { Tried } from "./tried.js";

/** What came and what is wanted, each with its shape. */
interface Shaped {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly got: readonly number[];
  readonly want: readonly number[];
}

/** A sentence about places and shapes that explains every output, or `null`. */
export function shapePattern(tried: readonly Tried[]): string | null {
  const shaped = tried.map(shapedOf);
  if (shaped.some((one) => one === null)) return null;
  const all = shaped as readonly Shaped[];
  for (const pattern of [turned, rewrapped, lengthened, sameRows, reversed, permuted]) {
    const found = pattern(all);
    if (found !== null) return found;
  }
  return null;
}

function shapedOf({ got, want }: Tried): Shaped | null {
  const [a, b] = [readNested(got), readNested(want)];
  if (a.kind !== "array" || b.kind !== "array") return null;
  if (![...a.entries, ...b.entries].every((entry) => typeof entry === "number")) return null;
  return {
    from: a.shape,
    to: b.shape,
    got: a.entries as number[],
    want: b.entries as number[],
  };
}

function turned(all: readonly Shaped[]): string | null {
  let seen = 0;
  for (const { from, to, got, want } of all) {
    const [rows = 0, columns = 0] = to;
    if (to.length !== 2 || from.join() !== `${columns},${rows}`) return null;
    const expected = got.map((_, k) => want[(k % rows) * columns + Math.floor(k / rows)]!);
    if (!agree(got, expected)) return null;
    if (rows > 1 && columns > 1) seen++;
  }
  return seen > 0
    ? "Your result is the transpose of the wanted one: rows and columns are exchanged."
    : null;
}

/** All numbers are right, and in the right order; only the brackets differ. */
function rewrapped(all: readonly Shaped[]): string | null {
  const other = all.find(({ from, to }) => from.join() !== to.join());
  if (other === undefined || !all.every(({ got, want }) => agree(got, want))) return null;
  const [from, to] = [other.from, other.to].map((shape) =>
    shape.length === 0 ? "a number alone" : `a list of shape ${shapeText(shape)}`,
  );
  return `The numbers are right, but not their brackets: it is ${from}, and ${to} is wanted.`;
}

function lengthened(all: readonly Shaped[]): string | null {
  if (all.some(({ from, to }) => from.length !== 1 || to.length !== 1)) return null;
  const every = (difference: number): boolean =>
    all.every(({ got, want }) => got.length - want.length === difference);
  if (every(-1)) {
    const [start, end] = [1, 0].map((skip) =>
      all.every(({ got, want }) => agree(got, want.slice(skip, skip + got.length))),
    );
    if (start)
      return "Every list is one entry too short, the first: does a loop start one step late?";
    if (end) return "Every list is one entry too short, the last: does a loop stop one step early?";
    return "Every list is one entry too short.";
  }
  return every(1) ? "Every list is one entry too long: does a loop run one step too far?" : null;
}

/** One list that stands in every row. */
function sameRows(all: readonly Shaped[]): string | null {
  const tables = all.filter(({ from, to }) => from.length === 2 && from.join() === to.join());
  const rowsOf = (list: readonly number[], columns: number): string[] =>
    Array.from({ length: list.length / columns }, (_, r) =>
      list.slice(r * columns, (r + 1) * columns).join(),
    );
  const kinds = (list: readonly number[], to: readonly number[]): number =>
    new Set(rowsOf(list, to[1]!)).size;
  const tall = tables.filter(({ to }) => to[0]! > 1 && to[1]! > 0);
  if (tall.length === 0 || tables.length < all.length) return null;
  const low = tables.filter((one) => !tall.includes(one));
  if (!low.every(({ got, want }) => agree(got, want))) return null;
  if (!tall.every(({ got, to }) => kinds(got, to) === 1)) return null;
  if (!tall.some(({ want, to }) => kinds(want, to) > 1)) return null;
  return "All rows of your result are alike. Is one list put into every row, or used again for the next (as fill does)?";
}

function reversed(all: readonly Shaped[]): string | null {
  const fits = all.every(({ from, to, got, want }) => {
    return from.join() === to.join() && agree(got, [...want].reverse());
  });
  const told = all.some(({ want }) => !agree(want, [...want].reverse()));
  return fits && told ? "The entries are right, but in reverse order." : null;
}

/** The same numbers in other places. */
function permuted(all: readonly Shaped[]): string | null {
  const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
  const long = all.filter(({ want }) => new Set(want).size > 2);
  const fits = all.every(({ from, to, got, want }) => {
    return from.join() === to.join() && agree(sorted(got), sorted(want));
  });
  const told = all.some(({ got, want }) => !agree(got, want));
  return fits && told && long.length > 1
    ? "The right numbers are all there, but not in their places: look at the indices."
    : null;
}
