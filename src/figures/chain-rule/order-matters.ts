/** Chapter 3, four ways back through one graph, of which one is right: wait for all readers, and add. */

import { ValueError } from "../../math/value-error.js";
import type { Variable } from "../../math/variable.js";
import { computationGraph } from "../computation-graph.js";
import { activeFrame, type Figure, type Frame, figure } from "../figure.js";
import { words } from "../marks.js";
import { numberText } from "../numbers.js";
import { INK } from "../palette.js";
import { houseSlider } from "../slider.js";
import { houseLayout } from "../style.js";
import { expressionNodes, type NodeNames } from "./expression-nodes.js";
import { along, roomOf } from "./expression-room.js";
import { walksBack } from "./wrong-walks.js";

const CALL = "orderMatters";
const MOST = 12;

/**
 * The graph of an expression of single numbers, with the adjoints that four programs find: in
 * topological order and adding, Eq. (3.8); handing down at once, in two orders; and overwriting.
 *
 * @param result - a number that was computed from variables that are numbers
 * @param names - names for its values, as in `{ a, b, y }`
 * @throws {@link ValueError} if a value is no single number, or there are more than twelve
 *
 * @example
 * const a = variable(3);
 * orderMatters(add(a, a), { a }).alt; // => "Four walks back through one graph, one of them right"
 */
export function orderMatters(result: Variable, names: NodeNames = {}): Figure {
  const nodes = expressionNodes(CALL, result, names, MOST);
  if (nodes.some(({ trace }) => typeof trace.value !== "number")) {
    const rule = "all values of the expression are single numbers";
    throw new ValueError({ operation: CALL, rule }, { values: nodes.map(({ value }) => value) });
  }
  const walks = walksBack(nodes);
  const right = walks[0]!.found;
  const active = 1;
  const room = roomOf(nodes);
  const labels = (found: readonly number[], i: number): { above: string; below: string } => {
    const { name, value, side } = nodes[i]!;
    const cross = found[i] === right[i] ? "" : " ✗";
    const text = `${name} = ${value}<br><b>${numberText(found[i]!)}</b>${cross}`;
    return side === "above" ? { above: text, below: "" } : { above: "", below: text };
  };
  const scene = computationGraph({
    nodes: nodes.map((node, i) => ({
      id: node.id,
      at: node.place,
      text: node.symbol,
      ...labels(walks[active]!.found, i),
    })),
    edges: nodes.flatMap((node) =>
      node.edges.map(({ from, slope }) => ({
        from: nodes[from]!.id,
        to: node.id,
        above: `× ${slope}`,
        at: along(nodes[from]!, node),
      })),
    ),
  });
  const line = words([room.title], [walks[active]!.title], "middle center", {
    textfont: { size: 15, color: INK },
  });
  const frames = walks.map(({ title, found }, k): Frame => {
    const states = nodes.map((node, i) => {
      const wrong = found[i] !== right[i];
      return [node.id, { ...labels(found, i), ...(wrong ? ({ on: true } as const) : {}) }] as const;
    });
    const frame = scene.frame(`walk${k}`, { nodes: Object.fromEntries(states) });
    return {
      name: frame.name,
      traces: [...frame.traces, scene.traces.length],
      data: [...frame.data, { x: line.x, y: line.y, text: [title] }],
    };
  });
  const leaves = nodes.flatMap((node, i) => (node.isLeaf ? [i] : []));
  const answers = walks.map(
    ({ title, found }, k) =>
      `${k + 1}, ${title.replace(": ", " (")}): ${leaves.map((i) => `${nodes[i]!.name} gets ${numberText(found[i]!)}`).join(", ")}`,
  );
  const parts: Figure = {
    alt: "Four walks back through one graph, one of them right",
    caption:
      `One graph and four programs that walk back through it; the slider chooses the program. On the edges stand the local slopes, beside each node its value and, in bold, the adjoint that the program finds, with a cross if it is wrong. Program ${answers.join("; ")}. ` +
      "Nodes near the end come out right in most of them. The mistakes grow on the way down, where values were read twice.",
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
          prefix: "program ",
          labels: walks.map((_, i) => String(i + 1)),
          frames: frames.map(({ name }) => name),
          active,
        }),
      ],
    }),
  };
  return figure({ ...parts, data: activeFrame(parts).data });
}
