/** Chapter 2, parts that the figures of losses share: two panels above each other, a line of readings, the stop to start at. */
import { ValueError } from "../../math/value-error.js";
import type { Axis, Layout } from "../layout.js";
import { words } from "../marks.js";
import { INK } from "../palette.js";
import { houseAxis } from "../style.js";
import type { ScatterTrace } from "../traces.js";

/** Both panels share the horizontal axis; each has its own heights. */
export interface StackedPanels {
  readonly horizontal: string;
  readonly across: readonly [number, number];
  readonly upper: readonly [title: string, range: readonly [number, number], own?: Partial<Axis>];
  readonly lower: readonly [title: string, range: readonly [number, number], own?: Partial<Axis>];
}

/** The axes of two panels, one above the other. */
export function stacked({
  horizontal,
  across,
  upper,
  lower,
}: StackedPanels): Pick<Layout, "xaxis" | "yaxis" | "xaxis2" | "yaxis2"> {
  return {
    xaxis: houseAxis("", across, { anchor: "y", showticklabels: false, ticks: "" }),
    yaxis: houseAxis(upper[0], upper[1], {
      domain: [0.55, 1],
      anchor: "x",
      nticks: 5,
      ...upper[2],
    }),
    xaxis2: houseAxis(horizontal, across, { anchor: "y2" }),
    yaxis2: houseAxis(lower[0], lower[1], {
      domain: [0, 0.46],
      anchor: "x2",
      nticks: 5,
      ...lower[2],
    }),
  };
}

/** The axes of the lower panel. */
export const LOWER = { xaxis: "x2", yaxis: "y2" } as const;

/** Words that change with the slider, centred at a place of the panel. */
export function reading(
  at: readonly [number, number],
  text: string,
  own: Partial<ScatterTrace> = {},
): ScatterTrace {
  return words([at], [text], "middle center", { textfont: { color: INK }, ...own });
}

/**
 * The stop that a slider shows first.
 *
 * @throws {@link ValueError} if there is no such stop
 */
export function stopAt(operation: string, stops: readonly number[], start: number): number {
  const stop = stops[start];
  if (stop !== undefined) return stop;
  const rule = `start is a stop of the slider, from 0 to ${stops.length - 1}`;
  throw new ValueError({ operation, rule }, { start });
}
