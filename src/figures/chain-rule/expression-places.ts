/** Chapter 3, where the nodes of an expression stand in a picture. */
import type { TraceNode } from "../../math/trace.js";
import type { Point } from "../plane-geometry.js";

/** Columns that are still legible on a phone; a longer chain turns around and goes on below. */
const COLUMNS = 4;
/** From one line of a long chain to the next. */
const LINE = 2.3;

/** A place, and the side on which words about it are out of the way of arrows. */
export interface Placed {
  readonly place: Point;
  readonly side: "above" | "below";
}

/**
 * A column for each stage, a value left of all that read it. The longest way to the result is the
 * spine; other values stand above it, one with a single reader straight above that reader. A spine
 * that is too long for the page turns around and goes back on the next line; at the turn, such a
 * value stands at the side.
 */
export function placesOf(nodes: readonly TraceNode[]): readonly Placed[] {
  const depth = depthsOf(nodes);
  const spine = spineOf(nodes, depth);
  const long = Math.max(...depth) > COLUMNS;
  const at = (column: number, row: number): Placed => {
    const line = long ? Math.floor(column / COLUMNS) : 0;
    const step = long ? column % COLUMNS : column;
    const x = line % 2 === 0 ? step : COLUMNS - 1 - step;
    const upwards = line === 0;
    const place: Point = [x, -LINE * line + (upwards ? row : -row) + 0];
    const turn = long && row === 0 ? turnAt(column, Math.max(...depth)) : null;
    if (turn !== null) return { place, side: turn === "leaves" ? "above" : "below" };
    return { place, side: (row === 0) === upwards ? "below" : "above" };
  };
  const filled = new Map<number, number>();
  return nodes.map(({ edges }, i) => {
    if (spine.has(i)) return at(depth[i]!, 0);
    const readers = readersOf(nodes, i);
    const only = readers.length === 1 && edges.length === 0 && spine.has(readers[0]!);
    const column = depth[only ? readers[0]! : i]!;
    if (only && long && turnAt(column, Math.max(...depth)) !== null && !filled.has(column)) {
      filled.set(column, 0);
      const { place, side } = at(column, 0);
      return { place: [place[0] + (place[0] === 0 ? -1 : 1), place[1]], side };
    }
    const row = (filled.get(column) ?? 0) + 1;
    filled.set(column, row);
    return at(column, row);
  });
}

/** Whether the spine leaves its line at this column, or has come down from the line before. */
function turnAt(column: number, last: number): "leaves" | "comes" | null {
  if (column % COLUMNS === COLUMNS - 1 && column < last) return "leaves";
  return column % COLUMNS === 0 && column > 0 ? "comes" : null;
}

/** How many stages lie before a value; one that was put in stands right before its first reader. */
function depthsOf(nodes: readonly TraceNode[]): readonly number[] {
  const depth: number[] = [];
  nodes.forEach(({ edges }, i) => {
    depth[i] = 1 + Math.max(-1, ...edges.map(({ from }) => (from === null ? -1 : depth[from]!)));
  });
  nodes.forEach(({ edges }, i) => {
    const readers = readersOf(nodes, i);
    if (edges.length > 0 || readers.length === 0) return;
    depth[i] = Math.min(...readers.map((k) => depth[k]!)) - 1;
  });
  return depth;
}

function readersOf(nodes: readonly TraceNode[], i: number): number[] {
  return nodes.flatMap(({ edges }, k) => (edges.some(({ from }) => from === i) ? [k] : []));
}

/** From the result back, always to the operand with the most stages before it. */
function spineOf(nodes: readonly TraceNode[], depth: readonly number[]): ReadonlySet<number> {
  const spine = new Set<number>();
  const given = (i: number): number => (nodes[i]!.edges.length === 0 ? 1 : 0);
  for (let i: number | undefined = nodes.length - 1; i !== undefined; ) {
    spine.add(i);
    const operands: number[] = nodes[i]!.edges.flatMap(({ from }) => (from === null ? [] : [from]));
    i = operands.sort((a, b) => depth[b]! - depth[a]! || given(a) - given(b) || a - b)[0];
  }
  return spine;
}
