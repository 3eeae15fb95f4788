/** Static SVG: error bars, a stroke through the point with a cross stroke at both ends. */
import type { BarTrace, ErrorBars, ScatterTrace } from "../traces.js";
import type { PlotPanel } from "./panels.js";
import { element, pathData } from "./xml.js";

type Pixel = readonly [number, number];

/** The whiskers of a trace around its points in pixels. */
export function whiskersOf(
  trace: ScatterTrace | BarTrace,
  points: readonly (Pixel | null)[],
  panel: PlotPanel,
): string {
  return points
    .map((point, i) => {
      const [x, y] = [trace.x[i], trace.y[i]];
      if (point === null || x == null || y == null) return "";
      const across = ends(trace.error_x, i, x, panel.x).map((at): Pixel => [at, point[1]]);
      const up = ends(trace.error_y, i, y, panel.y).map((at): Pixel => [point[0], at]);
      return whisker(across, trace.error_x, [0, 1]) + whisker(up, trace.error_y, [1, 0]);
    })
    .join("");
}

/** Where a whisker begins and ends, in pixels; nothing if it has no length. */
function ends(
  bars: ErrorBars | undefined,
  i: number,
  value: number,
  scale: (value: number) => number,
): readonly number[] {
  const more = bars?.array[i] ?? 0;
  const less = (bars?.symmetric === false ? bars.arrayminus?.[i] : more) ?? 0;
  return more === 0 && less === 0 ? [] : [scale(value - less), scale(value + more)];
}

function whisker(
  at: readonly Pixel[],
  bars: ErrorBars | undefined,
  [dx, dy]: readonly [number, number],
): string {
  const [from, to] = at;
  if (bars === undefined || from === undefined || to === undefined) return "";
  const cap = ([x, y]: Pixel): Pixel[] => [
    [x - dx * bars.width, y - dy * bars.width],
    [x + dx * bars.width, y + dy * bars.width],
  ];
  return element("path", {
    d: pathData([from, to, null, ...cap(from), null, ...cap(to)]),
    stroke: bars.color,
    "stroke-width": bars.thickness,
    fill: "none",
  });
}
