/** Grading: what the inputs have in common at which a function goes wrong, and at no others. */
import { alike } from "./alike.js";
import { readNested } from "./describe.js";
import type { Tried } from "./tried.js";

/** What an argument may be like. */
type Kind = "longer" | "rows" | "columns" | "large" | "negative" | "zero" | "fraction";

/** The argument, counted from 0, that is so wherever the function goes wrong. */
export interface Place {
  readonly kind: Kind;
  readonly argument: number;
}

/**
 * The place where all wrong inputs lie, if a function is right everywhere else and mostly wrong there.
 */
export function placeOf(tried: readonly Tried[]): Place | null {
  const judged = tried.map(({ args, got, want }) => ({ args, right: alike(got, want) }));
  const most = Math.min(...judged.map(({ args }) => args.length));
  for (const kind of Object.keys(PLACES) as Kind[]) {
    for (let argument = 0; argument < most; argument++) {
      const inside = judged.filter(({ args }) => PLACES[kind].holds(args[argument]));
      const outside = judged.filter((one) => !inside.includes(one));
      const wrong = inside.filter(({ right }) => !right).length;
      if (outside.length < FEWEST || wrong < FEWEST || 3 * wrong < 2 * inside.length) continue;
      if (outside.every(({ right }) => right)) return { kind, argument };
    }
  }
  return null;
}

/** A sentence about that place. */
export function placePattern(tried: readonly Tried[]): string | null {
  const place = placeOf(tried);
  if (place === null) return null;
  const { where, elsewhere, advice } = PLACES[place.kind];
  const name = `the ${ORDINALS[place.argument] ?? "last"} argument`;
  return `Of the inputs tried, it goes wrong only where ${name} ${where}, and never where it ${elsewhere}: ${advice}`;
}

/** The names of arguments by their places. */
export const ORDINALS: readonly string[] = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
];

/** Fewer inputs of a kind than this say nothing. */
const FEWEST = 3;

function numbersIn(argument: unknown): number[] {
  const read = readNested(argument);
  return read.kind === "array" ? (read.entries.filter(Number.isFinite) as number[]) : [];
}

/** Whether a list so deep has more than one entry along an axis. */
function isLong(argument: unknown, depth: number, axis: number): boolean {
  const read = readNested(argument);
  return read.kind === "array" && read.shape.length === depth && read.shape[axis]! > 1;
}

interface Words {
  readonly holds: (argument: unknown) => boolean;
  readonly where: string;
  readonly elsewhere: string;
  readonly advice: string;
}

const PLACES: Readonly<Record<Kind, Words>> = {
  longer: {
    holds: (argument) => isLong(argument, 1, 0),
    where: "is a list of several entries",
    elsewhere: "has one",
    advice: "look at what runs over the entries.",
  },
  rows: {
    holds: (argument) => isLong(argument, 2, 0),
    where: "has several rows",
    elsewhere: "has one",
    advice: "look at what runs over the rows.",
  },
  columns: {
    holds: (argument) => isLong(argument, 2, 1),
    where: "has several columns",
    elsewhere: "has one",
    advice: "look at what runs along a row.",
  },
  large: {
    holds: (argument) => numbersIn(argument).some((x) => Math.abs(x) >= 30),
    where: "is large",
    elsewhere: "is small",
    advice: "what becomes ∞, or 0, on the way?",
  },
  negative: {
    holds: (argument) => numbersIn(argument).some((x) => x < 0),
    where: "is negative or has a negative entry",
    elsewhere: "has none",
    advice: "follow the sign through your formula.",
  },
  zero: {
    holds: (argument) => numbersIn(argument).includes(0),
    where: "is 0 or has an entry 0",
    elsewhere: "has none",
    advice: "put 0 into your formula and see what is left.",
  },
  fraction: {
    holds: (argument) => numbersIn(argument).some((x) => !Number.isInteger(x)),
    where: "has decimals",
    elsewhere: "is whole",
    advice: "is something cut, or made for the examples of the text alone?",
  },
};
