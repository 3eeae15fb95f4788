/** Chapter 3, the graph of an expression, walked twice: values forwards, adjoints backwards, Eq. (3.12). */
import { add } from "../../math/arithmetic.js";
import type { Plain } from "../../math/dual.js";
import type { Variable } from "../../math/variable.js";
import { computationGraph } from "../computation-graph.js";
import { activeFrame, type Figure, type Frame, figure } from "../figure.js";
import { words } from "../marks.js";
import { INK } from "../palette.js";
import { houseSlider, playButton } from "../slider.js";
import { houseLayout } from "../style.js";
import {
  type ExpressionNode,
  expressionNodes,
  type NodeNames,
  plainText,
} from "./expression-nodes.js";
import { along, roomOf } from "./expression-room.js";

const CALL = "backpropStepper";
const MOST = 16;

/** What the picture shows at one stop. */
interface State {
  readonly says: string;
  /** How many nodes have their value. */
  readonly known: number;
  /** The node whose turn it is. */
  readonly turn: number | null;
  readonly back: boolean;
  /** How many nodes have handed down their adjoint, the last one first; null before the walk back. */
  readonly done: number | null;
}

/**
 * A graph with a slider and a play button. Forward, one node at a time gets its value; back, one node
 * at a time hands its adjoint down, times the local slope of each edge, Eq. (3.12); where two
 * contributions meet they add, Eq. (3.8).
 *
 * @param result - a single number that was computed from variables
 * @param names - names for its values, as in `{ a, b, y }`
 * @throws {@link ValueError} if the result is no variable or no single number, or has more than
 *   sixteen values
 *
 * @example
 * const a = variable(3);
 * backpropStepper(mul(2, a), { a }).alt; // => "Two walks through a graph of 2 values: forwards, then back"
 */
export function backpropStepper(result: Variable, names: NodeNames = {}): Figure {
  const nodes = expressionNodes(CALL, result, names, MOST);
  const states = statesOf(nodes);
  const active = states.length - 2; // the last node hands down: values, adjoints, local slopes
  const room = roomOf(nodes);
  const scene = computationGraph({
    nodes: nodes.map((node) => ({
      id: node.id,
      at: node.place,
      text: node.symbol,
      ...labels(node, true, node.adjoint),
    })),
    edges: nodes.flatMap((node) =>
      node.edges.map(({ from }) => ({
        from: nodes[from]!.id,
        to: node.id,
        at: along(nodes[from]!, node),
      })),
    ),
  });
  const line = words([room.title], [states[active]!.says], "middle center", {
    textfont: { size: 15, color: INK },
  });
  const at = scene.traces.length;
  const frames = states.map((state, i): Frame => {
    const frame = scene.frame(`step${i}`, stateOf(nodes, state));
    return {
      name: frame.name,
      traces: [...frame.traces, at],
      data: [...frame.data, { x: line.x, y: line.y, text: [state.says] }],
    };
  });
  const leaves = nodes.filter(({ isLeaf }) => isLeaf);
  const parts: Figure = {
    alt: `Two walks through a graph of ${nodes.length} values: forwards, then back`,
    caption:
      `The graph of ${nodes
        .filter(({ isLeaf }) => !isLeaf)
        .map(({ formula }) => formula)
        .join(
          ", ",
        )}. In each circle stands the operation, beside it the name with the value and, in bold, the adjoint. ` +
      `The slider and the play button walk: first forwards, from ${leaves.map((leaf) => `${leaf.name} = ${leaf.value}`).join(" and ")} to the value ${nodes[nodes.length - 1]!.value}, one node at a time; then back, from the adjoint 1. ` +
      `On the way back an edge shows its local slope and, in bold, what it hands down; what meets at a node adds up. ` +
      `The slider stands at the last of these steps: ${states[active]!.says.replace("back: ", "")}. ` +
      `At the end every node has its adjoint: ${leaves.map((leaf) => `${leaf.adjoint} for ${leaf.name}`).join(", ")}.`,
    data: [...scene.traces, line],
    frames,
    layout: houseLayout({
      height: room.height + 130,
      margin: { l: 8, r: 8, t: 8, b: 130 },
      hovermode: false,
      xaxis: scene.xaxis,
      yaxis: { ...scene.yaxis, range: room.range },
      sliders: [
        houseSlider({
          prefix: "step ",
          labels: states.map((_, i) => String(i)),
          frames: frames.map(({ name }) => name),
          active,
        }),
      ],
      updatemenus: [playButton({ frames: frames.map(({ name }) => name), duration: 1400 })],
    }),
  };
  return figure({ ...parts, data: activeFrame(parts).data });
}

function statesOf(nodes: readonly ExpressionNode[]): readonly State[] {
  const leaves = nodes.filter(({ isLeaf }) => isLeaf).length;
  const names = nodes.filter(({ isLeaf }) => isLeaf).map(({ name }) => name);
  const computed = nodes.flatMap((node, i) => (node.isLeaf ? [] : [i]));
  const last = nodes.length - 1;
  const states: State[] = [
    { says: `given: ${names.join(", ")}`, known: leaves, turn: null, back: false, done: null },
  ];
  computed.forEach((i, k) => {
    const { formula, value } = nodes[i]!;
    states.push({
      says: `forward: ${formula} = ${value}`,
      known: leaves + k + 1,
      turn: i,
      back: false,
      done: null,
    });
  });
  const all = nodes.length;
  states.push({
    says: `back: the adjoint of ${nodes[last]!.name} is 1`,
    known: all,
    turn: last,
    back: false,
    done: 0,
  });
  [...computed].reverse().forEach((i, k) => {
    const { name, adjoint } = nodes[i]!;
    states.push({
      says: `back: ${name} hands down its ${adjoint}`,
      known: all,
      turn: i,
      back: true,
      done: k + 1,
    });
  });
  states.push({
    says: "every value has its adjoint",
    known: all,
    turn: null,
    back: false,
    done: all,
  });
  return states;
}

/** Name and value of a node and, below that, its adjoint, on the side where no arrow passes. */
function labels(node: ExpressionNode, known: boolean, adjoint: string | undefined): NodeState {
  const number = typeof node.trace.value === "number";
  const name = known && number ? `${node.name} = ${node.value}` : node.name;
  const found = adjoint === undefined ? "\u00a0" : `<b>${adjoint}</b>`;
  const text = `${name}<br>${found}`;
  return node.side === "above" ? { above: text, below: "" } : { above: "", below: text };
}

type NodeState = { above: string; below: string; on?: true };
type EdgeState = { above?: string; below?: string; on?: true; backward?: true };

function stateOf(
  nodes: readonly ExpressionNode[],
  state: State,
): { nodes: Record<string, NodeState>; edges: Record<string, EdgeState> } {
  const order = nodes.flatMap((node, i) => (node.isLeaf ? [i] : []));
  const computed = nodes.flatMap((node, i) => (node.isLeaf ? [] : [i]));
  const known = new Set([...order, ...computed].slice(0, state.known));
  const sums = adjointsSoFar(nodes, computed, state);
  const shown: Record<string, NodeState> = {};
  nodes.forEach((node, i) => {
    shown[node.id] = {
      ...labels(node, known.has(i), sums.get(i)),
      ...(state.turn === i ? { on: true } : {}),
    };
  });
  const edges: Record<string, EdgeState> = {};
  const turn = state.turn === null ? undefined : nodes[state.turn];
  const seeding = state.done === 0;
  for (const { from, slope, contribution } of seeding ? [] : (turn?.edges ?? [])) {
    const key = `${nodes[from]!.id}>${turn!.id}`;
    edges[key] = state.back
      ? { above: `× ${slope}`, below: `<b>${contribution}</b>`, on: true, backward: true }
      : { on: true };
  }
  return { nodes: shown, edges };
}

/** The adjoints as far as the walk has come: sums of what was handed down until now, Eq. (3.8). */
function adjointsSoFar(
  nodes: readonly ExpressionNode[],
  computed: readonly number[],
  { done }: State,
): ReadonlyMap<number, string> {
  const sums = new Map<number, Plain>();
  if (done === null) return new Map();
  sums.set(nodes.length - 1, nodes[nodes.length - 1]!.trace.adjoint);
  for (const i of [...computed].reverse().slice(0, done)) {
    for (const { from, contribution } of nodes[i]!.trace.edges) {
      if (from === null || contribution === null) continue;
      const before = sums.get(from);
      sums.set(from, before === undefined ? contribution : (add(before, contribution) as Plain));
    }
  }
  return new Map([...sums].map(([i, value]) => [i, plainText(value)]));
}
