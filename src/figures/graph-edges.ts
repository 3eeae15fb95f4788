/** Figures: the arrows of a graph and the words beside them. */
import { arrow, words } from "./marks.js";
import { BLUE, MUTED, VERMILLION } from "./palette.js";
import type { Point } from "./plane-geometry.js";
import type { Panel, ScatterTrace } from "./traces.js";

/** Words stand before the middle, where arrows that meet in a node are still apart. */
const AT = 0.42;

/** An arrow as it is drawn at some moment. */
export interface DrawnEdge {
  readonly start: Point;
  readonly end: Point;
  readonly above?: string;
  readonly below?: string;
  readonly at?: number;
  readonly on: boolean;
  readonly backward: boolean;
}

/** The arrow, its head before the rim of the node it points at. */
export function edgeTraces(edge: DrawnEdge, radius: number, panel: Panel): ScatterTrace[] {
  const color = edge.on ? (edge.backward ? VERMILLION : BLUE) : MUTED;
  const [from, to] = edge.backward ? [edge.end, edge.start] : [edge.start, edge.end];
  const drawn = arrow(from, to, color, panel, radius + 3);
  return [{ ...drawn, line: { color, width: edge.on ? 4.5 : 2 } }];
}

/** The words over all arrows in blue, and under them in vermillion, halves of one edge's words. */
export function edgeWords(edges: readonly DrawnEdge[], panel: Panel): ScatterTrace[] {
  const spots = edges.map(
    ({ start, end, at = AT }): Point => [
      start[0] + at * (end[0] - start[0]),
      start[1] + at * (end[1] - start[1]),
    ],
  );
  if (edges.length === 0) return [];
  const over = edges.map((edge, i) => shifted(spots[i]!, edge, 1));
  const under = edges.map((edge, i) => shifted(spots[i]!, edge, -1));
  return [
    words(
      over,
      edges.map(({ above = "" }) => above),
      "middle center",
      {
        textfont: { color: BLUE },
        ...panel,
      },
    ),
    words(
      under,
      edges.map(({ below = "" }) => below),
      "middle center",
      {
        textfont: { color: VERMILLION },
        ...panel,
      },
    ),
  ];
}

/** A place beside an arrow: across it, a fifth of a cell, farther for long words beside steep arrows. */
function shifted([x, y]: Point, edge: DrawnEdge, side: 1 | -1): Point {
  const [dx, dy] = [edge.end[0] - edge.start[0], edge.end[1] - edge.start[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [nx, ny] = dx < 0 ? [dy / length, -dx / length] : [-dy / length, dx / length];
  const text = (side === 1 ? edge.above : edge.below) ?? "";
  const letters = text.replace(/<[^>]*>/g, "").length;
  const across = 0.16 + Math.abs(nx) * 0.035 * letters;
  return [x + side * nx * across, y + side * ny * across];
}
