/** Chapter 1, exercise 1.13: slips in the graph form of a network. */
import type { WrongAnswer } from "../../grading/exercise.js";
import {
  type F,
  type Forward,
  fromSum,
  type Graph,
  graphKind,
  unitSum,
  type Values,
  walk,
} from "./unit-graphs.js";

const inListedOrder =
  (absent: number): Forward =>
  (graph: Graph, inputs: Values, f: F) => {
    const z: Record<string, number> = { ...inputs };
    for (const [i, weights] of Object.entries(graph)) {
      const known = Object.keys(weights).map((j) => [j, z[j] ?? absent]);
      z[i] = f(unitSum(weights, Object.fromEntries(known)));
    }
    return Object.fromEntries(Object.keys(graph).map((i) => [i, z[i]!]));
  };

/** What goes wrong in sums, in the order of units, and with cycles. */
export const GRAPH_FORM_SLIPS: readonly WrongAnswer[] = [
  {
    misconception: "The weights are left out: each value read counts with the weight of its edge.",
    equation: "1.18",
    answers: {
      unitSum: (w: Values, z: Values) => Object.keys(w).reduce((sum, j) => sum + z[j]!, 0),
    },
  },
  {
    misconception: "Units that this one does not read are summed too: only UP(i) counts.",
    equation: "1.18",
    answers: {
      unitSum: (w: Values, z: Values) =>
        Object.entries(z).reduce((sum, [j, zj]) => sum + (w[j] ?? 1) * zj, 0),
    },
  },
  {
    misconception: "Only the last value read counts: each one replaces the sum so far.",
    equation: "1.18",
    answers: {
      unitSum: (w: Values, z: Values) => Object.entries(w).reduce((_sum, [j, wj]) => wj * z[j]!, 0),
    },
  },
  {
    misconception:
      "The units are computed as they are listed, so some read a value that is not there yet.",
    equation: "1.18",
    answers: { graphForward: inListedOrder(Number.NaN) },
  },
  {
    misconception:
      "The units are computed as they are listed, and a value that is not there yet counts as 0.",
    equation: "1.18",
    answers: { graphForward: inListedOrder(0) },
  },
  {
    misconception: "Units pass on their sums; what others read is f of the sum.",
    equation: "1.18",
    answers: { graphForward: fromSum((w, _z, s) => unitSum(w, s)) },
  },
  {
    misconception: "f is missing: the result holds the sums s, and z = f(s) is wanted.",
    equation: "1.18",
    answers: {
      graphForward: walk((w, z) => [0, unitSum(w, z)]),
    },
  },
  {
    misconception: "f is applied to every product; it comes once, after the sum.",
    equation: "1.18",
    answers: {
      graphForward: walk((w, z, f) => [
        0,
        Object.entries(w).reduce((sum, [j, wj]) => sum + f(wj * z[j]!), 0),
      ]),
    },
  },
  {
    misconception:
      "Only a unit that reads itself is noticed. A cycle may also lead through other units.",
    equation: "1.18",
    answers: {
      graphKind: (graph: Graph) =>
        Object.keys(graph).some((i) => Object.hasOwn(graph[i]!, i)) ? "recurrent" : "feedforward",
    },
  },
  {
    misconception:
      "A unit that stands before one it reads is taken for a cycle; the order of the list says nothing.",
    equation: "1.18",
    answers: {
      graphKind: (graph: Graph) =>
        Object.keys(graph).some((i, k, names) =>
          names.slice(k).some((j) => Object.hasOwn(graph[i]!, j)),
        )
          ? "recurrent"
          : "feedforward",
    },
  },
  {
    misconception: "The two words are exchanged: a graph with a cycle is a recurrent network.",
    equation: "1.18",
    answers: {
      graphKind: (graph: Graph) => (graphKind(graph) === "recurrent" ? "feedforward" : "recurrent"),
    },
  },
];
