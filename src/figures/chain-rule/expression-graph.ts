/** Chapter 3, the graph that an expression leaves behind, each value with its shape. */
import type { Variable } from "../../math/variable.js";
import { computationGraph } from "../computation-graph.js";
import { type Figure, figure } from "../figure.js";
import { GREEN, INK } from "../palette.js";
import { houseLayout } from "../style.js";
import { type ExpressionNode, expressionNodes, type NodeNames } from "./expression-nodes.js";

const CALL = "expressionGraph";
const MOST = 16;

/**
 * The graph of an expression: a node for each value with its operation and its shape, an edge for
 * each use.
 *
 * @param result - a single number that was computed from variables
 * @param names - names for its values, as in `{ W1, b1 }`
 * @throws {@link ValueError} if the result is no variable or no single number, or has more than
 *   sixteen values
 *
 * @example
 * const a = variable([1, 2]);
 * expressionGraph(sum(a), { a }).alt; // => "A graph of 2 values, 1 of them given"
 */
export function expressionGraph(result: Variable, names: NodeNames = {}): Figure {
  const nodes = expressionNodes(CALL, result, names, MOST);
  const given = nodes.filter(({ isLeaf }) => isLeaf);
  const computed = nodes.filter(({ isLeaf }) => !isLeaf);
  const ys = nodes.map(({ place }) => place[1]);
  const rows = Math.max(...ys) - Math.min(...ys) + 1;
  const scene = computationGraph({
    nodes: nodes.map((node) => ({
      id: node.id,
      at: node.place,
      text: node.symbol,
      color: node.isLeaf ? GREEN : INK,
      [node.side]: shapeText(node),
    })),
    edges: nodes.flatMap((node) =>
      node.edges.map(({ from }) => ({ from: nodes[from]!.id, to: node.id })),
    ),
  });
  return figure({
    alt: `A graph of ${nodes.length} values, ${given.length} of them given`,
    caption:
      `The graph behind one number: ${given.map((node) => `${node.name} ${shapeText(node)}`).join(", ")} are put in (green); the operations follow along the arrows, ${computed.map(({ symbol }) => symbol).join(", ")}. ` +
      "Data that are no variables, such as examples and targets, get no slope and are not drawn. " +
      "Beside each node stands the shape of its value, and its adjoint will have the same shape. The walk back starts where the arrows end, at a single number, and takes every edge once.",
    data: scene.traces,
    layout: houseLayout({
      height: Math.round(100 * rows + 40),
      margin: { l: 8, r: 8, t: 12, b: 12 },
      hovermode: false,
      xaxis: scene.xaxis,
      yaxis: scene.yaxis,
    }),
  });
}

function shapeText({ trace }: ExpressionNode): string {
  return typeof trace.value === "number" || trace.value.shape.length === 0
    ? "[ ]"
    : `[${trace.value.shape.join(", ")}]`;
}
