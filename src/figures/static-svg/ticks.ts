/** Static SVG: the round numbers along an axis. */
import { tickStep, ticks } from "d3-array";
import { format, precisionFixed } from "d3-format";
import type { Axis } from "../layout.js";
import { numberText } from "../numbers.js";

/** A place on an axis and what is written there. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** The ticks of an axis: those it names, or round numbers, at most `nticks` of them. */
export function ticksOf(axis: Axis): readonly Tick[] {
  const log = axis.type === "log";
  const [low, high] = [Math.min(...axis.range), Math.max(...axis.range)];
  const write = log ? powerText : tickFormat(low, high, axis.nticks ?? 7);
  if (axis.tickvals !== undefined) {
    const named = axis.tickvals.map((at, i) => ({ at, label: axis.ticktext?.[i] ?? write(at) }));
    const slack = 1e-9 * (high - low);
    const place = (at: number): number => (log ? Math.log10(at) : at);
    return named.filter(({ at }) => place(at) >= low - slack && place(at) <= high + slack);
  }
  if (log) return powersWithin(low, high, axis.nticks ?? 7);
  return roundNumbers(low, high, axis.nticks ?? 7).map((at) => ({ at, label: write(at) }));
}

/** Powers of ten, as many as there is room for. */
function powersWithin(low: number, high: number, most: number): readonly Tick[] {
  const first = Math.ceil(low - 1e-9);
  const count = Math.floor(high + 1e-9) - first + 1;
  const step = Math.max(1, Math.ceil(count / most));
  const powers = Array.from({ length: Math.ceil(count / step) }, (_, i) => first + i * step);
  return powers.map((power) => ({ at: 10 ** power, label: powerText(10 ** power) }));
}

function powerText(value: number): string {
  return numberText(value).replace(/^1·/, "");
}

/** A number with as many digits as all of them need. */
export function tickText(values: readonly number[]): (value: number) => string {
  const gaps = values.slice(1).map((value, i) => Math.abs(value - values[i]!));
  return format(`.${precisionFixed(Math.min(...gaps, 1) / 2)}~f`);
}

function roundNumbers(low: number, high: number, most: number): number[] {
  for (let count = most; count > 1; count--) {
    const found = ticks(low, high, count);
    if (found.length <= most) return found;
  }
  return ticks(low, high, 2);
}

function tickFormat(low: number, high: number, most: number): (value: number) => string {
  const shown = roundNumbers(low, high, most);
  const step = shown.length > 1 ? shown[1]! - shown[0]! : tickStep(low, high, most);
  return format(`.${precisionFixed(Math.abs(step))}~f`);
}
