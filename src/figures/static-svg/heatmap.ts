/** Static SVG: a field as coloured cells, cells of one colour in a row drawn as one rectangle. */
import type { HeatmapTrace } from "../traces.js";
import { colorOf } from "./color-scale.js";
import type { PlotPanel } from "./panels.js";
import { element, pathData } from "./xml.js";

/** Steps of colour; more are hard to tell apart and make long files. */
const STEPS = 48;

/** The cells of a heatmap, one path a colour. */
export function heatmapOf(trace: HeatmapTrace, panel: PlotPanel): string {
  const { x, y, z, zmin, zmax, colorscale } = trace;
  const color = colorOf(colorscale, zmin, zmax);
  const step = (value: number | null): number | null => {
    if (value === null) return null;
    const place = zmax === zmin ? 0.5 : (value - zmin) / (zmax - zmin);
    return Math.min(STEPS - 1, Math.max(0, Math.floor(place * STEPS)));
  };
  const [xs, ys] = [borders(x), borders(y)];
  const [across, up] = [trace.xgap ?? 0, trace.ygap ?? 0];
  const paths = new Map<number, string>();
  z.forEach((row, j) => {
    const steps = row.map(step);
    let start = 0;
    for (let i = 1; i <= steps.length; i++) {
      const kind = steps[start]!;
      if (steps[i] === kind && across === 0) continue;
      const [left, right] = narrowed(panel.x(xs[start]!), panel.x(xs[i]!), across);
      const [bottom, top] = narrowed(panel.y(ys[j]!), panel.y(ys[j + 1]!), up);
      start = i;
      if (kind === null) continue;
      const cell = `${pathData([
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
      ])}Z`;
      paths.set(kind, (paths.get(kind) ?? "") + cell);
    }
  });
  const cells = [...paths].map(([k, d]) =>
    element("path", { d, fill: color(zmin + ((k + 0.5) / STEPS) * (zmax - zmin)) }),
  );
  return element("g", { "shape-rendering": "crispEdges", opacity: trace.opacity }, ...cells);
}

/** An interval whichever way it runs, without half a gap at both ends. */
function narrowed(from: number, to: number, gap: number): [number, number] {
  const half = (Math.sign(to - from) * gap) / 2;
  return [from + half, to - half];
}

/** Borders between cells, half way between their centres; one more than there are cells. */
function borders(centres: readonly number[]): number[] {
  const last = centres.length - 1;
  if (last === 0) return [centres[0]! - 0.5, centres[0]! + 0.5];
  const middle = centres.slice(1).map((centre, i) => (centre + centres[i]!) / 2);
  const first = 2 * centres[0]! - middle[0]!;
  return [first, ...middle, 2 * centres[last]! - middle[last - 1]!];
}
