/** Chapter 3, how much room the picture of an expression takes, and where words on its edges stand. */
import type { Point } from "../plane-geometry.js";
import type { ExpressionNode } from "./expression-nodes.js";

/** Height of one row of nodes, in pixels. */
const ROW = 100;

/** The room of a graph with a line of words above it. */
export interface Room {
  /** In pixels. */
  readonly height: number;
  /** Of the vertical axis. */
  readonly range: readonly [number, number];
  /** Where the line of words stands. */
  readonly title: Point;
}

/** The room for nodes with two lines of words above or below each. */
export function roomOf(nodes: readonly ExpressionNode[]): Room {
  const xs = nodes.map(({ place }) => place[0]);
  const ys = nodes.map(({ place }) => place[1]);
  const [low, high] = [Math.min(...ys) - 0.85, Math.max(...ys) + 1.35];
  return {
    height: Math.round(ROW * (high - low)),
    range: [low, high],
    title: [(Math.min(...xs) + Math.max(...xs)) / 2, high - 0.2],
  };
}

/** Words stand in the middle of level and upright edges; on slanted ones before they cross. */
export function along(from: ExpressionNode, to: ExpressionNode): number {
  return from.place[0] === to.place[0] || from.place[1] === to.place[1] ? 0.5 : 0.3;
}
