/**
 * Figures: a computation as a graph, nodes and arrows with words on them, which frames light up step by
 * step: values on the way forward above an edge, derivatives on the way back below it.
 */
import { ValueError } from "../math/value-error.js";
import { finite } from "./arguments.js";
import type { Frame } from "./figure.js";
import { edgeTraces, edgeWords } from "./graph-edges.js";
import type { Axis } from "./layout.js";
import { columns } from "./marks.js";
import { INK, MUTED, PAPER, VERMILLION } from "./palette.js";
import type { Point } from "./plane-geometry.js";
import { hiddenAxis } from "./style.js";
import type { MarkerSymbol, Panel, ScatterTrace, TextPosition, TracePatch } from "./traces.js";

const CALL = "computationGraph";
/** Diameter of a node and height of a box, in pixels. */
const SIZE = 44;
/** Free border around the outermost nodes, in cells. */
const BORDER = 0.62;

/** A value or an operation. */
export interface GraphNode {
  readonly id: string;
  /** Cells to the right and upwards. */
  readonly at: Point;
  readonly text: string;
  /** A circle if absent; boxes and squares have the same size. */
  readonly shape?: "circle" | "box" | "square";
  readonly color?: string;
  /** Words over and under the node. */
  readonly above?: string;
  readonly below?: string;
}

/** An arrow from one node to another. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** Words over the arrow, as the value that it carries … */
  readonly above?: string;
  /** … and under it, as the derivative that comes back. */
  readonly below?: string;
  /** Where along the arrow the words stand, from 0 to 1; 0.42 if absent. */
  readonly at?: number;
}

/** What {@link computationGraph} draws, and where. */
export interface ComputationGraphOptions {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly panel?: Panel;
  /** The state that the traces show; nothing lit if absent. */
  readonly state?: GraphState;
  /** Position of the first trace in the figure's data; 0 if absent. */
  readonly first?: number;
}

/** How a node or an edge looks in a frame; what is absent is as in the graph. */
export interface NodeState extends Partial<Pick<GraphNode, "text" | "above" | "below">> {
  /** Lit. */
  readonly on?: boolean;
}

/** See {@link NodeState}. */
export interface EdgeState extends Partial<Pick<GraphEdge, "above" | "below">> {
  readonly on?: boolean;
  /** The arrow's head at its start, for what flows back. */
  readonly backward?: boolean;
}

/** A whole graph in a frame: nodes by their id, edges as "from>to". */
export interface GraphState {
  readonly nodes?: Readonly<Record<string, NodeState>>;
  readonly edges?: Readonly<Record<string, EdgeState>>;
}

/** A panel with a graph. */
export interface ComputationGraph {
  readonly traces: readonly ScatterTrace[];
  /** Axes that show nothing; a figure adds their domain and anchor. */
  readonly xaxis: Axis;
  readonly yaxis: Axis;
  /** The graph in a state, as a frame of a figure. */
  readonly frame: (name: string, state: GraphState) => Frame;
}

/**
 * A computation graph in a panel of a figure.
 *
 * @throws {@link ValueError} if there is no node, an id stands twice, or an edge or a state names a node
 *   or edge that does not exist
 *
 * @example
 * const graph = computationGraph({
 *   nodes: [{ id: "x", at: [0, 0], text: "x" }, { id: "z", at: [1, 0], text: "z" }],
 *   edges: [{ from: "x", to: "z", above: "2" }],
 * });
 * graph.frame("lit", { edges: { "x>z": { on: true } } }).traces.length; // => 7
 */
export function computationGraph(options: ComputationGraphOptions): ComputationGraph {
  const { nodes, edges, panel = {}, first = 0 } = options;
  assertGraph(nodes, edges);
  const xs = nodes.map(({ at }) => at[0]);
  const ys = nodes.map(({ at }) => at[1]);
  const traces = drawn(options, options.state ?? {}, panel);
  assertStates(options.state ?? {}, nodes, edges);
  return {
    traces,
    xaxis: hiddenAxis([Math.min(...xs) - BORDER, Math.max(...xs) + BORDER]),
    yaxis: hiddenAxis([Math.min(...ys) - BORDER, Math.max(...ys) + BORDER]),
    frame: (name, state) => {
      assertStates(state, nodes, edges);
      const patches = drawn(options, state, panel).map(patchOf);
      return { name, traces: traces.map((_, i) => first + i), data: patches };
    },
  };
}

/** An edge as states name it. */
export function edgeName({ from, to }: GraphEdge): string {
  return `${from}>${to}`;
}

function assertGraph(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): void {
  const ids = nodes.map(({ id }) => id);
  if (ids.length === 0 || new Set(ids).size < ids.length) {
    const rule = "a graph has nodes, each with an id of its own";
    throw new ValueError({ operation: CALL, rule }, { ids });
  }
  for (const { id, at } of nodes) for (const place of at) finite(CALL, `${id}.at`, place);
  assertKnown(
    "nodes",
    edges.flatMap(({ from, to }) => [from, to]),
    ids,
  );
}

function assertStates(
  state: GraphState,
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
): void {
  const ids = nodes.map(({ id }) => id);
  assertKnown("nodes", Object.keys(state.nodes ?? {}), ids);
  assertKnown("edges", Object.keys(state.edges ?? {}), edges.map(edgeName));
}

function assertKnown(what: string, asked: readonly string[], known: readonly string[]): void {
  const stranger = asked.find((name) => !known.includes(name));
  if (stranger === undefined) return;
  const rule = `the graph has no such one among its ${what}`;
  const hint = `It has ${known.join(", ")}.`;
  throw new ValueError({ operation: CALL, rule, hint }, { name: stranger });
}

function drawn(options: ComputationGraphOptions, state: GraphState, panel: Panel): ScatterTrace[] {
  const nodes = options.nodes.map((node) => ({ ...node, ...state.nodes?.[node.id] }));
  const places = new Map(nodes.map(({ id, at }) => [id, at]));
  const edges = options.edges.map((edge) => ({
    on: false,
    backward: false,
    ...edge,
    ...state.edges?.[edgeName(edge)],
    start: places.get(edge.from)!,
    end: places.get(edge.to)!,
  }));
  return [
    ...edges.flatMap((edge) => edgeTraces(edge, SIZE / 2, panel)),
    ...nodeTraces(nodes, panel),
    ...edgeWords(edges, panel),
    ...nodeWords(nodes, panel),
  ];
}

/** Circles and squares with their symbols; lit ones on a coloured ground. */
function nodeTraces(nodes: readonly (GraphNode & NodeState)[], panel: Panel): ScatterTrace[] {
  return nodes.map((node): ScatterTrace => {
    const { at, text, shape = "circle", color = MUTED, on = false } = node;
    const symbol: MarkerSymbol = shape === "circle" ? "circle" : "square";
    const line = { color: on ? VERMILLION : color, width: on ? 4 : 2.5 };
    return {
      type: "scatter",
      mode: "markers+text",
      ...columns([at]),
      marker: { color: on ? "#FDEBDD" : PAPER, symbol, size: SIZE, line },
      text: [text],
      textposition: "middle center",
      textfont: { size: /^\p{L}{4,}$/u.test(text) ? 13 : 16, color: INK }, // a word keeps inside
      hoverinfo: "skip",
      cliponaxis: false,
      ...panel,
    };
  });
}

/** The words over and under all nodes; unseen marks as large as the nodes keep them at a distance. */
function nodeWords(nodes: readonly (GraphNode & NodeState)[], panel: Panel): ScatterTrace[] {
  const beside = (text: readonly string[], textposition: TextPosition): ScatterTrace => ({
    type: "scatter",
    mode: "markers+text",
    ...columns(nodes.map(({ at }) => at)),
    marker: { color: PAPER, size: SIZE, opacity: 0 },
    text,
    textposition,
    textfont: { color: INK },
    hoverinfo: "skip",
    cliponaxis: false,
    ...panel,
  });
  return [
    beside(
      nodes.map(({ above = "" }) => above),
      "top center",
    ),
    beside(
      nodes.map(({ below = "" }) => below),
      "bottom center",
    ),
  ];
}

/** All that a state may change in a trace. */
function patchOf({ x, y, text, line, marker, textfont }: ScatterTrace): TracePatch {
  return {
    x,
    y,
    ...(text && { text }),
    ...(line && { line }),
    ...(marker && { marker }),
    ...(textfont && { textfont }),
  };
}
