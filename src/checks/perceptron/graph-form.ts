/** Chapter 1, exercise 1.13: a network as a graph of units, in whatever order they are listed. */
import fc from "fast-check";
import type { Exercise } from "../../grading/exercise.js";
import { workedByHand } from "../kinds.js";
import { agreesForAll } from "../properties.js";
import { GRAPH_FORM_SLIPS } from "./graph-form-slips.js";
import {
  type F,
  type Graph,
  graphForward,
  graphKind,
  maybeCyclic,
  relu,
  runs,
  squared,
  unitSum,
  type Values,
  weights,
  wholes,
} from "./unit-graphs.js";

const LECTURE: Graph = { y: { a: 1, b: -2 }, b: { a: 1, x: 1 }, a: { x: 2, y0: -1 } };

/** sᵢ over all units that i reads, zᵢ = f(sᵢ), and no unit before those that it reads. */
export const graphFormExercise: Exercise = {
  id: "perceptron/graph-form",
  number: "1.13",
  title: "A network as a graph",
  kind: "implement",
  syllabus: ["P14"],
  equations: ["1.18"],
  reference: { unitSum, graphForward, graphKind },
  hints: [
    "A unit can be computed as soon as all that it reads has a value. Start with the inputs: who is ready first? And what does it mean if at some point nobody is ready, though units are left?",
    "Eq. (1.18): $s_i = \\sum_{j \\in \\mathrm{UP}(i)} w_{ij} z_j$ and $z_i = f(s_i)$. `graph[i]` holds the weights $w_{ij}$ by the name of $j$, so its names are $\\mathrm{UP}(i)$. All values are single numbers, shape [].",
    "```ts\nfunction graphForward(graph: Graph, inputs: Values, f: (s: number) => number): Values {\n  const z: Record<string, number> = { ...inputs };\n  const compute = (i: string): void => {\n    for (const j of Object.keys(graph[i])) {\n      if (!(j in z)) …;              // what i reads comes first\n    }\n    z[i] = …;                        // (1.18)\n  };\n  for (const i of Object.keys(graph)) compute(i);\n  return z;\n}\n// graphKind: again and again, strike out the units that read none of those still waiting.\n```",
  ],
  why: "Layers are one way to draw a network; all that counts is who reads whom. An order in which every unit finds its inputs ready exists exactly when the graph has no cycle. Lecture 3 walks the same order backwards.",
  checks: [
    workedByHand({
      name: "unitSum: the sums worked by hand",
      points: 1,
      answer: "unitSum",
      cases: [
        { args: [{ x: 2 }, { x: 3 }], want: 6, byHand: "2·3 = 6" },
        {
          args: [
            { a: 1, b: -2 },
            { a: 3, b: 2 },
          ],
          want: -1,
          byHand: "1·3 − 2·2 = −1",
        },
        {
          args: [{ a: 1 }, { a: 5, b: 7 }],
          want: 5,
          byHand: "the unit does not read b, so 1·5 is all",
        },
      ],
    }),
    agreesForAll({
      name: "unitSum: any unit among any values",
      points: 1,
      hidden: true,
      answer: "unitSum",
      library: unitSum,
      inputs: fc.tuple(
        fc.record({ a: weights, b: weights }),
        fc.record({ a: wholes, b: wholes, c: wholes }),
      ),
    }),
    workedByHand({
      name: "graphForward: the graphs worked by hand",
      points: 1,
      answer: "graphForward",
      cases: [
        { args: [{ a: { x: 2 } }, { x: 3 }, squared], want: { a: 36 }, byHand: "s = 6, z = 6²" },
        {
          args: [{ a: { x: 2 }, b: { a: 3, x: -1 } }, { x: 1 }, relu],
          want: { a: 2, b: 5 },
          byHand: "a = 2, then b = ReLU(3·2 − 1) = 5",
        },
        {
          args: [{ b: { a: 3, x: -1 }, a: { x: 2 } }, { x: 1 }, relu],
          want: { a: 2, b: 5 },
          byHand: "the same graph, listed the other way round",
        },
        {
          args: [LECTURE, { x: 2, y0: 1 }, squared],
          want: { a: 9, b: 121, y: 54289 },
          byHand: "a = (4 − 1)² = 9, b = (9 + 2)² = 121, y = (9 − 242)² = 54289",
        },
      ],
    }),
    agreesForAll({
      name: "graphForward: any graph without a cycle, listed in any order",
      points: 2,
      answer: "graphForward",
      library: graphForward,
      inputs: runs,
    }),
    workedByHand({
      name: "graphKind: with and without a cycle",
      points: 1,
      answer: "graphKind",
      cases: [
        { args: [{ a: { x: 1 } }], want: "feedforward", byHand: "one unit that reads an input" },
        { args: [{ a: { x: 1, a: 1 } }], want: "recurrent", byHand: "a waits for itself" },
        { args: [LECTURE], want: "feedforward", byHand: "the order a, b, y works" },
        {
          args: [{ a: { x: 1, c: 1 }, b: { a: 1 }, c: { b: 1 } }],
          want: "recurrent",
          byHand: "a waits for c, c for b, b for a",
        },
      ],
    }),
    agreesForAll({
      name: "graphKind: any graph",
      points: 1,
      hidden: true,
      answer: "graphKind",
      library: graphKind,
      inputs: maybeCyclic,
    }),
  ],
  wrongAnswers: GRAPH_FORM_SLIPS,
  rightAnswers: [
    {
      unitSum: (w: Values, z: Values) => {
        let sum = 0;
        for (const j in w) sum += w[j]! * z[j]!;
        return sum;
      },
      graphForward: (graph: Graph, inputs: Values, f: F) => {
        const z = new Map(Object.entries(inputs));
        let waiting = Object.entries(graph);
        while (waiting.length > 0) {
          const ready = waiting.filter(([, w]) => Object.keys(w).every((j) => z.has(j)));
          for (const [i, w] of ready) z.set(i, f(unitSum(w, Object.fromEntries(z))));
          waiting = waiting.filter((one) => !ready.includes(one));
        }
        return Object.fromEntries(z);
      },
      graphKind: (graph: Graph) => {
        const reaches = (i: string, goal: string, seen: readonly string[]): boolean =>
          Object.keys(graph[i] ?? {}).some(
            (j) => j === goal || (!seen.includes(j) && reaches(j, goal, [...seen, j])),
          );
        return Object.keys(graph).some((i) => reaches(i, i, [])) ? "recurrent" : "feedforward";
      },
    },
    {
      unitSum: (w: Values, z: Values) =>
        Object.keys(w)
          .map((j) => w[j]! * z[j]!)
          .reduce((a, b) => a + b, 0),
      graphForward: (graph: Graph, inputs: Values, f: F) => {
        const outputOf = (i: string): number => {
          const own = graph[i];
          if (own === undefined) return inputs[i]!;
          return f(Object.entries(own).reduce((s, [j, w]) => s + w * outputOf(j), 0));
        };
        return Object.fromEntries(Object.keys(graph).map((i) => [i, outputOf(i)]));
      },
      graphKind: (graph: Graph) => {
        const open = new Set(Object.keys(graph));
        for (let size = -1; size !== open.size; ) {
          size = open.size;
          for (const i of [...open])
            if (!Object.keys(graph[i]!).some((j) => open.has(j))) open.delete(i);
        }
        return open.size > 0 ? "recurrent" : "feedforward";
      },
    },
  ],
};
