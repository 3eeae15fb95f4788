/** Static SVG: the round numbers along an axis. */
import { tickStep, ticks } from "d3-array";
import { format, precisionFixed } from "d3-format";
import type { Axis } from "../layout.js";

/** A place on an axis and what is written there. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** The ticks of an axis: those it names, or round numbers, at most `nticks` of them. */
export function ticksOf(axis: Axis): readonly Tick[] {
  const [low, high] = axis.range;
  const write = tickFormat(low, high, axis.nticks ?? 7);
  if (axis.tickvals !== undefined) {
    return axis.tickvals.map((at, i) => ({ at, label: axis.ticktext?.[i] ?? write(at) }));
  }
  return roundNumbers(low, high, axis.nticks ?? 7).map((at) => ({ at, label: write(at) }));
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
