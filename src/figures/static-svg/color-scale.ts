/** Static SVG: numbers as colours. */
import type { ColorScale } from "../traces.js";

/** The colour of a value, mixed from the two nearest stops; beyond the ends, the end's colour. */
export function colorOf(scale: ColorScale, zmin: number, zmax: number): (value: number) => string {
  const stops = scale.map(([at, color]) => ({ at, rgb: channels(color) }));
  return (value) => {
    const place = Math.min(1, Math.max(0, zmax === zmin ? 0.5 : (value - zmin) / (zmax - zmin)));
    const next = Math.max(
      1,
      stops.findIndex(({ at }) => at >= place),
    );
    const [low, high] = [stops[next - 1]!, stops[next]!];
    const part = high.at === low.at ? 0 : (place - low.at) / (high.at - low.at);
    const mixed = low.rgb.map((channel, i) =>
      Math.round(channel + part * (high.rgb[i]! - channel)),
    );
    return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
  };
}

function channels(color: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
}
