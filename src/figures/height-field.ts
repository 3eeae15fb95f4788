/** Figures: a function of two variables over a rectangle, as surfaces and contours draw it. */
import { ValueError } from "../math/value-error.js";
import { finite, grid } from "./arguments.js";
import { numberText } from "./numbers.js";

/** A height for each place: a function, or its values on an even grid, [y, x], both upwards. */
export type Heights = ((x: number, y: number) => number) | readonly (readonly number[])[];

/** What is drawn, and over which rectangle. */
export interface HeightOptions {
  readonly f: Heights;
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
  /** The heights shown; what lies beyond is cut off. All that occur if absent. */
  readonly zRange?: readonly [number, number];
  /** Draws log₁₀ of the heights, so that a deep ravine and its steep walls are both seen. */
  readonly log?: boolean;
}

/** Heights as they are drawn, all finite and between `low` and `high`. */
export interface HeightField {
  readonly at: (x: number, y: number) => number;
  readonly low: number;
  readonly high: number;
  /** A drawn height as the number it stands for. */
  readonly text: (height: number) => string;
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
}

/** Samples each way from which the range of heights is found. */
const SAMPLES = 61;

/**
 * A function of two variables, made ready to be drawn.
 *
 * @throws {@link ValueError} if a range is empty, a value is not finite, or none is positive where the
 *   heights are drawn as logarithms
 */
export function heightField(operation: string, options: HeightOptions): HeightField {
  const xRange = range(operation, "xRange", options.xRange);
  const yRange = range(operation, "yRange", options.yRange);
  const raw = functionOf(operation, options.f, xRange, yRange);
  const value = (x: number, y: number): number => finite(operation, `f(${x}, ${y})`, raw(x, y));
  const log = options.log === true;
  const [least, most] =
    options.zRange === undefined
      ? extent(value, xRange, yRange, log)
      : range(operation, "zRange", options.zRange);
  if (log && !(least > 0)) {
    const rule = "with log the heights must be positive";
    const hint = "Give a zRange from a small positive number, or leave log out.";
    throw new ValueError({ operation, rule, hint }, { lowest: least });
  }
  const drawn = (z: number): number => (log ? Math.log10(z) : z);
  const [low, high] = [drawn(least), drawn(most)];
  return {
    at: (x, y) => drawn(Math.min(most, Math.max(least, value(x, y)))),
    low,
    high: high > low ? high : low + 1,
    text: (height) => numberText(log ? 10 ** height : tidy(height)),
    xRange,
    yRange,
  };
}

function range(operation: string, name: string, ends: readonly [number, number]): [number, number] {
  const [low, high] = [
    finite(operation, `${name}[0]`, ends?.[0]),
    finite(operation, `${name}[1]`, ends?.[1]),
  ];
  if (low < high) return [low, high];
  const rule = `${name} must run from a number to a larger one`;
  throw new ValueError({ operation, rule }, { [name]: ends });
}

function functionOf(
  operation: string,
  f: Heights,
  xRange: readonly [number, number],
  yRange: readonly [number, number],
): (x: number, y: number) => number {
  if (typeof f === "function") return f;
  const columns = f?.[0]?.length ?? 0;
  const even = Array.isArray(f) && f.every((row) => row.length === columns);
  if (!even || f.length < 2 || columns < 2) {
    const rule = "f must be a function of x and y, or rows of equal length, at least two by two";
    throw new ValueError({ operation, rule }, { f });
  }
  return (x, y) => {
    const [i, across] = cell(x, xRange, columns);
    const [j, up] = cell(y, yRange, f.length);
    const along = (row: number): number => f[row]![i]! + across * (f[row]![i + 1]! - f[row]![i]!);
    return along(j) + up * (along(j + 1) - along(j));
  };
}

/** The cell of a grid that holds a place, and how far into the cell it lies. */
function cell(at: number, [low, high]: readonly [number, number], count: number): [number, number] {
  const place = ((at - low) / (high - low)) * (count - 1);
  const index = Math.min(count - 2, Math.max(0, Math.floor(place)));
  return [index, place - index];
}

/** The lowest and the highest value on a grid; of the positive ones only, for logarithms. */
function extent(
  value: (x: number, y: number) => number,
  xRange: readonly [number, number],
  yRange: readonly [number, number],
  positive: boolean,
): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const y of grid(yRange[0], yRange[1], SAMPLES)) {
    for (const x of grid(xRange[0], xRange[1], SAMPLES)) {
      const z = value(x, y);
      if (!positive || z > 0) low = Math.min(low, z);
      high = Math.max(high, z);
    }
  }
  return Number.isFinite(low) ? [low, high] : [0, high];
}

/** Without the last digits that a sum of steps leaves. */
function tidy(value: number): number {
  return Number(value.toPrecision(10));
}
