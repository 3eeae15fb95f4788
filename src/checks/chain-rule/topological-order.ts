/** Chapter 3, exercise 3.7: an order in which every node stands after what it is computed from. */

import type { Answers } from "../../grading/answers.js";
import { callText, kindText } from "../../grading/describe.js";
import type { Check, Exercise } from "../../grading/exercise.js";
import { listOf } from "../../grading/judge.js";
import { fail, PASS, type Verdict } from "../../grading/verdict.js";
import { workedByHand } from "../kinds.js";
import { agreesForAll, holdsForAll } from "../properties.js";
import { operandGraphs, slopedGraphs } from "./graphs.js";
import {
  adjointsInOrder,
  chain,
  ladder,
  orderOf,
  TOPOLOGICAL_ORDER_SLIPS,
} from "./topological-order-slips.js";

type Operands = readonly (readonly number[])[];

/** q = c·d, y = p + q, d = a·b, b, c = a + b, p = c + d, a: numbers that say nothing. */
const LECTURE: Operands = [[4, 2], [5, 0], [6, 3], [], [6, 3], [4, 2], []];
const LECTURE_SLOPES: Operands = [[6, 5], [1, 1], [3, 2], [], [1, 1], [1, 1], []];

/** What is wrong with an order, in words, or null; a graph may have several that are right. */
function orderProblem(got: unknown, operands: Operands, output: number): string | null {
  const nodes = listOf(got);
  if (nodes === null) return `returned ${kindText(got)}; a list of nodes is wanted`;
  const place = new Map<unknown, number>();
  const needed = new Set(orderOf(operands, output));
  for (const [i, node] of nodes.entries()) {
    if (!needed.has(node)) return `${String(node)} is no node that the output needs`;
    if (place.has(node)) return `node ${String(node)} stands there twice`;
    place.set(node, i);
  }
  for (const node of needed) if (!place.has(node)) return `node ${node} is missing`;
  for (const node of needed) {
    for (const operand of operands[node]!) {
      if (place.get(operand)! > place.get(node)!) {
        return `node ${node} stands before node ${operand}, from which it is computed`;
      }
    }
  }
  return null;
}

function problemIn(answers: Answers, operands: Operands, output: number): string | null {
  const got = answers.call("topologicalOrder", operands, output);
  const problem = orderProblem(got, operands, output);
  const nodes = listOf(got);
  const given = nodes !== null && nodes.length <= 12 ? ` gives [${nodes.join(", ")}]` : "";
  const call = callText("topologicalOrder", [operands, output]);
  return problem === null ? null : `${call}${given}: ${problem}.`;
}

const SMALL: readonly (readonly [Operands, number])[] = [
  [[[]], 0],
  [[[], [0]], 1],
  [[[1], []], 0],
  [[[], [0, 0], [1, 1]], 2],
  [[[1, 2], [2], []], 0],
  [[[2, 1], [2], [3], [], [0]], 0],
  [[[1, 3], [2], [3], []], 0],
  [LECTURE, 1],
];

/** All graphs are tried, so that a diagnosis has much to go by; the first slip is told. */
const smallGraphs: Check = {
  name: "order: eight small graphs",
  points: 1,
  run: (answers): Verdict => {
    const slips = SMALL.map(([operands, output]) => problemIn(answers, operands, output));
    const first = slips.find((slip) => slip !== null);
    return first === undefined || first === null ? PASS : fail(first);
  },
};

/** A walk that calls itself once a node may need a deeper stack than there is: say so. */
const deepChain: Check = {
  name: "order: a chain of 2,000 nodes",
  points: 1,
  run: (answers): Verdict => {
    const operands = chain(2000);
    const outcome = answers.try("topologicalOrder", operands, 2000);
    if (outcome.kind === "stopped") {
      const deep = outcome.verdict.message.includes("call stack");
      return deep ? fail(TOO_DEEP) : outcome.verdict;
    }
    const problem = orderProblem(outcome.value, operands, 2000);
    return problem === null ? PASS : fail(`A chain of 2,000 nodes: ${problem}.`);
  },
};
const TOO_DEEP =
  "A chain of 2,000 nodes: the calls inside calls have filled the stack. Keep a list of what is still to do, and loop over it.";

/** Every node once, operands before readers; then the walk back along it. */
export const topologicalOrderExercise: Exercise = {
  id: "chain-rule/topological-order",
  number: "3.7",
  title: "An order for the walk",
  kind: "implement",
  syllabus: ["B9", "B13"],
  equations: ["3.8", "3.12"],
  reference: { topologicalOrder: orderOf, adjoints: adjointsInOrder },
  hints: [
    "When may a node be put on the list? When everything that it is computed from stands there already. So look after its operands first, and put the node down last.",
    "Eq. (3.12) is walked from the end of this order, so that by Eq. (3.8) all readers of a node have spoken before it speaks. `operands[node]` lists the nodes it is computed from; the order has one entry for each node that the output needs, the output last.",
    "```ts\nconst order: number[] = [];\nconst seen = new Set<number>();\nfunction visit(node: number): void {\n  if (seen.has(node)) return;        // it is read twice, but stands once\n  seen.add(node);\n  for (const operand of operands[node]) …;\n  order.push(…);                     // after its operands\n}\n```\nA `visit` that calls itself is fine for 2,000 nodes. To be safe at any depth, keep a list of open nodes and loop.",
  ],
  why: "Nodes need no numbers in any order, and no layers: knowing who reads whom is enough. This is how every library for automatic differentiation prepares its walk back.",
  checks: [
    smallGraphs,
    holdsForAll<[number[][], number]>({
      name: "order: any graph, any output",
      points: 2,
      inputs: operandGraphs,
      problem: (answers, [operands, output]) => problemIn(answers, operands, output),
    }),
    deepChain,
    {
      name: "order: eight doublings, where 256 roads lead to one node",
      points: 1,
      run: (answers): Verdict => {
        const problem = problemIn(answers, ladder(8), 8);
        return problem === null ? PASS : fail(problem);
      },
    },
    workedByHand({
      name: "adjoints: the numbers worked by hand",
      points: 1,
      answer: "adjoints",
      cases: [
        { args: [[[]], [[]], 0], want: [1], byHand: "only the output" },
        { args: [[[], []], [[], []], 0], want: [1, 0], byHand: "node 1 is not needed" },
        { args: [[[1], [2], []], [[5], [2], []], 0], want: [1, 5, 10], byHand: "1, 5·1, 2·5" },
        { args: [[[], [0, 0]], [[], [3, 4]], 1], want: [7, 1], byHand: "two roads, 3 + 4" },
        {
          args: [LECTURE, LECTURE_SLOPES, 1],
          want: [1, 1, 6, 19, 7, 1, 25],
          byHand: "the graph of the lecture, y = 41: ∂y/∂a = 25 at node 6, ∂y/∂b = 19 at node 3",
        },
      ],
    }),
    agreesForAll({
      name: "adjoints: any graph with any slopes",
      points: 1,
      hidden: true,
      answer: "adjoints",
      library: adjointsInOrder,
      inputs: slopedGraphs,
    }),
  ],
  wrongAnswers: TOPOLOGICAL_ORDER_SLIPS,
  rightAnswers: [
    {
      topologicalOrder: (operands: Operands, output: number) => {
        const order: number[] = [];
        const visit = (node: number): void => {
          if (order.includes(node)) return;
          for (const operand of operands[node]!) visit(operand);
          order.push(node);
        };
        visit(output);
        return order;
      },
      adjoints: (operands: Operands, slopes: Operands, output: number) => {
        const found = operands.map((_, node) => Number(node === output));
        for (const node of orderOf(operands, output).reverse()) {
          for (const [i, operand] of operands[node]!.entries()) {
            found[operand]! += slopes[node]![i]! * found[node]!;
          }
        }
        return found;
      },
    },
    {
      // Kahn's way: count the open readers, take whoever has none left, turn the list around.
      topologicalOrder: (operands: Operands, output: number) => {
        const readers = operands.map(() => 0);
        for (const node of orderOf(operands, output))
          for (const operand of operands[node]!) readers[operand]! += 1;
        const order = [output];
        for (const node of order) {
          for (const operand of operands[node]!) {
            readers[operand]! -= 1;
            if (readers[operand] === 0) order.push(operand);
          }
        }
        return order.reverse();
      },
      adjoints: adjointsInOrder,
    },
  ],
};
