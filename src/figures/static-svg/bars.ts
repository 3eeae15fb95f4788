/** Static SVG: bars with their whiskers and the words at their ends. */
import type { Layout } from "../layout.js";
import type { BarTrace, Trace } from "../traces.js";
import { markerColor } from "./marker-symbols.js";
import type { PlotPanel } from "./panels.js";
import { richText } from "./rich-text.js";
import { whiskersOf } from "./whiskers.js";
import { element } from "./xml.js";

/** Distance of a word from the end of its bar, in pixels. */
const AWAY = 4;

/** One bar: where it stands, how long it is, and its borders beside. */
interface Place {
  readonly middle: number;
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly thickness: number;
}

/**
 * The bars of a trace with their whiskers, to be clipped to the panel, and the words at their ends.
 *
 * @param own - all traces of the panel, among which its bars share their room
 */
export function barsOf(
  trace: BarTrace,
  own: readonly Trace[],
  panel: PlotPanel,
  layout: Layout,
): { readonly bars: string; readonly words: string } {
  const lying = trace.orientation === "h";
  const [along, across] = lying ? [panel.x, panel.y] : [panel.y, panel.x];
  const group = own.filter((other): other is BarTrace => other.type === "bar");
  const places = placesOf(trace, group, layout);
  const bars = places.map((place, i) => {
    if (place === null) return "";
    const ends = [along(place.from), along(place.to)];
    const half = place.thickness / 2;
    const sides = [across(place.middle - half), across(place.middle + half)];
    const [xs, ys] = lying ? [ends, sides] : [sides, ends];
    return element("rect", {
      x: Math.min(...xs),
      y: Math.min(...ys),
      width: Math.abs(xs[1]! - xs[0]!),
      height: Math.abs(ys[1]! - ys[0]!),
      fill: markerColor(trace.marker, i),
      stroke: trace.marker.line?.color,
      "stroke-width": trace.marker.line?.width,
      opacity: trace.opacity ?? trace.marker.opacity,
    });
  });
  const tips = places.map((place): readonly [number, number] | null => {
    if (place === null) return null;
    const [end, side] = [along(place.to), across(place.middle)];
    return lying ? [end, side] : [side, end];
  });
  return {
    bars: bars.join("") + whiskersOf(trace, tips, panel),
    words: labels(trace, places, tips, layout),
  };
}

function placesOf(
  trace: BarTrace,
  group: readonly BarTrace[],
  layout: Layout,
): readonly (Place | null)[] {
  const [lengths, spots] = trace.orientation === "h" ? [trace.x, trace.y] : [trace.y, trace.x];
  const room = spacing(group) * (1 - (layout.bargap ?? 0.2));
  const beside = layout.barmode !== "overlay" ? group.length : 1;
  const thickness = trace.width ?? room / beside;
  const turn = beside === 1 ? 0 : group.indexOf(trace) - (beside - 1) / 2;
  return spots.map((spot, i) => {
    const length = lengths[i];
    if (spot === null || length == null) return null;
    const from = trace.base ?? 0;
    return { middle: spot + turn * thickness, from, to: from + length, length, thickness };
  });
}

/** The least distance between two places where bars stand; 1 if there is only one. */
function spacing(group: readonly BarTrace[]): number {
  const spots = group.flatMap(({ orientation, x, y }) => (orientation === "h" ? y : x));
  const sorted = [...new Set(spots)].filter((spot) => spot !== null).sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((spot, i) => spot - sorted[i]!);
  return gaps.length === 0 ? 1 : Math.min(...gaps);
}

function labels(
  trace: BarTrace,
  places: readonly (Place | null)[],
  tips: readonly (readonly [number, number] | null)[],
  layout: Layout,
): string {
  if (trace.text === undefined || trace.textposition === "none") return "";
  const size = trace.textfont?.size ?? layout.font.size ?? 14;
  const color = trace.textfont?.color ?? layout.font.color ?? "#000";
  const written = tips.map((tip, i) => {
    if (tip === null) return "";
    const [x, y] = tip;
    const side = places[i]!.length < 0 ? -1 : 1;
    const text = trace.text?.[i] ?? "";
    if (trace.orientation === "h") {
      const anchor = side < 0 ? "end" : "start";
      return richText(text, { x: x + side * AWAY, y, anchor, size, color });
    }
    const above = y - side * (AWAY + size / 2);
    return richText(text, { x, y: above, anchor: "middle", size, color });
  });
  return written.join("");
}
