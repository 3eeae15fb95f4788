/** Chapter 1, a network drawn as a graph, Eq. (1.18): who feeds whom, with the values of one example. */
import { evaluateGraph, type NetworkGraph, unitOrder } from "../../math/graph-form.js";
import { ValueError } from "../../math/value-error.js";
import { finite } from "../arguments.js";
import { type Figure, figure } from "../figure.js";
import { arrow } from "../marks.js";
import { numberText } from "../numbers.js";
import { BLUE, MUTED, NORMAL } from "../palette.js";
import type { Point } from "../plane-geometry.js";
import { hiddenAxis, houseLayout } from "../style.js";
import { bubbles, note } from "./diagram.js";

const CALL = "graphDiagram";
const RADIUS = 21;
const MOST = 12;

/** What {@link graphDiagram} draws. */
export interface GraphDiagramOptions {
  /** The units, with plain numbers as weights. */
  readonly graph: NetworkGraph;
  /** A value for every input. */
  readonly inputs: Readonly<Record<string, number>>;
}

/**
 * A network as a graph, Eq. (1.18): inputs and units from left to right, each unit right of all that
 * it reads, the weights on the arrows, outputs and biases below the units.
 *
 * @throws {@link ValueError} if the graph has a cycle, more than twelve nodes, or an input is missing
 *
 * @example
 * graphDiagram({ graph: { y: { from: { x: 2 }, f: relu } }, inputs: { x: 3 } }).alt; // => "A graph of 1 unit and 1 input"
 */
export function graphDiagram({ graph, inputs }: GraphDiagramOptions): Figure {
  const order = unitOrder(graph);
  const states = evaluateGraph(graph, inputs);
  const names = [...Object.keys(inputs), ...order];
  if (names.length > MOST) {
    const rule = `a diagram has room for ${MOST} nodes`;
    throw new ValueError({ operation: CALL, rule }, { names });
  }
  const at = placed(graph, Object.keys(inputs), order);
  const values = new Map<string, number>([
    ...Object.entries(inputs),
    ...order.map((name) => [name, finite(CALL, name, states[name]!.z)] as const),
  ]);
  const edges = order.flatMap((to) =>
    Object.entries(graph[to]!.from).map(([from, w]) => ({ from, to, w: finite(CALL, from, w) })),
  );
  const biases = order.flatMap((name) => {
    const bias = finite(CALL, name, graph[name]!.bias ?? 0);
    return bias === 0 ? [] : [{ name, bias }];
  });
  const units = order.length;
  const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
  const inputNames = Object.keys(inputs);
  return figure({
    alt: `A graph of ${many(units, "unit")} and ${many(inputNames.length, "input")}`,
    caption: caption(order, edges, values, biases.length > 0),
    data: [
      ...edges.map(({ from, to }) => arrow(at.get(from)!, at.get(to)!, MUTED, {}, RADIUS + 2)),
      bubbles(
        inputNames.map((name) => at.get(name)!),
        inputNames,
        { color: MUTED },
        RADIUS,
      ),
      bubbles(
        order.map((name) => at.get(name)!),
        order,
        { color: BLUE },
        RADIUS,
      ),
    ],
    layout: houseLayout({
      height: 300,
      margin: { l: 8, r: 8, t: 12, b: 20 },
      hovermode: false,
      xaxis: hiddenAxis([0, 1]),
      yaxis: hiddenAxis([0, 1]),
      annotations: [
        ...edges.map(({ from, to, w }) => {
          const [a, b] = [at.get(from)!, at.get(to)!];
          const middle: Point = [a[0] + 0.42 * (b[0] - a[0]), a[1] + 0.42 * (b[1] - a[1])];
          return note(middle, numberText(w), { color: NORMAL, size: 13, background: true });
        }),
        ...names.map((name) =>
          note(at.get(name)!, numberText(values.get(name)!), { yshift: -34, size: 13 }),
        ),
        ...biases.map(({ name, bias }) =>
          note(at.get(name)!, `bias ${numberText(bias)}`, { yshift: -51, size: 13, color: NORMAL }),
        ),
      ],
    }),
  });
}

/** Inputs at the left, each unit one column right of the last one it reads; columns zigzag. */
function placed(
  graph: NetworkGraph,
  inputs: readonly string[],
  order: readonly string[],
): ReadonlyMap<string, Point> {
  const depth = new Map<string, number>(inputs.map((name) => [name, 0]));
  for (const name of order) {
    const below = Object.keys(graph[name]!.from).map((from) => depth.get(from) ?? 0);
    depth.set(name, 1 + Math.max(0, ...below));
  }
  const deepest = Math.max(1, ...depth.values());
  const column = (k: number): string[] => [...depth].filter(([, d]) => d === k).map(([n]) => n);
  const places = Array.from({ length: deepest + 1 }, (_, k) => {
    const members = column(k);
    return members.map((name, i): [string, Point] => {
      const zigzag =
        members.length === 1 && k > 0 && k < deepest ? (k % 2 === 1 ? 0.22 : -0.22) : 0;
      const y =
        0.54 + zigzag + ((members.length - 1) / 2 - i) * (0.86 / Math.max(members.length, 1.6));
      return [name, [0.09 + (0.82 * k) / deepest, y]];
    });
  });
  return new Map(places.flat());
}

function caption(
  order: readonly string[],
  edges: readonly { readonly from: string; readonly to: string; readonly w: number }[],
  values: ReadonlyMap<string, number>,
  hasBias: boolean,
): string {
  const outputs = order.map((name) => `${name} = ${numberText(values.get(name)!)}`).join(", ");
  return (
    `A network as a graph: an arrow goes from each node to every unit that reads it, ${edges.length} arrows with their weights${hasBias ? "; a bias stands below its unit" : ""}. ` +
    `All arrows point to the right, so there is an order in which every unit finds its inputs ready: ${order.join(", ")}. ` +
    `In that order the outputs are ${outputs}; each stands below its node.`
  );
}
