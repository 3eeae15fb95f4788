/** Chapter 3, exercise 3.7: the walk along an order, and the ways in which orders go wrong. */
import type { WrongAnswer } from "../../grading/exercise.js";

type Operands = readonly (readonly number[])[];

/** Every node that the output needs, after all that it is computed from. */
export function orderOf(operands: Operands, output: number): number[] {
  const order: number[] = [];
  const seen = new Set<number>([output]);
  const stack = [{ node: output, next: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const operand = operands[top.node]![top.next++];
    if (operand === undefined) {
      order.push(top.node);
      stack.pop();
    } else if (!seen.has(operand)) {
      seen.add(operand);
      stack.push({ node: operand, next: 0 });
    }
  }
  return order;
}

/** What an operand makes of what it is told by one more reader. */
type Hear = (before: number, told: number) => number;
const add: Hear = (before, told) => before + told;

function walked(
  operands: Operands,
  slopes: Operands,
  output: number,
  order: readonly number[],
  hear: Hear = add,
): number[] {
  const found = operands.map((_, node) => Number(node === output));
  for (const node of order) {
    operands[node]!.forEach((operand, i) => {
      found[operand] = hear(found[operand]!, slopes[node]![i]! * found[node]!);
    });
  }
  return found;
}

/** Adjoints of all nodes, 0 where the output does not depend on one. */
export function adjointsInOrder(operands: Operands, slopes: Operands, output: number): number[] {
  return walked(operands, slopes, output, orderOf(operands, output).reverse());
}

/** A loop of additions: node k + 1 reads node k and node 0. */
export function chain(length: number): number[][] {
  return Array.from({ length: length + 1 }, (_, k) => (k === 0 ? [] : [k - 1, 0]));
}

/** Doublings: each node reads the one before twice. */
export function ladder(length: number): number[][] {
  return Array.from({ length: length + 1 }, (_, k) => (k === 0 ? [] : [k - 1, k - 1]));
}

/** Each node before its operands, in the order in which a walk meets them. */
function asMet(operands: Operands, output: number): number[] {
  const order: number[] = [];
  const open = [output];
  const seen = new Set<number>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    order.push(node);
    open.push(...[...operands[node]!].reverse());
  }
  return order;
}

/** Level by level from the output, each node when it is met first. */
function byLevel(operands: Operands, output: number): number[] {
  const order = [output];
  for (const node of order) {
    for (const operand of operands[node]!) if (!order.includes(operand)) order.push(operand);
  }
  return order;
}

/** After its operands, but once for every road. */
function repeated(operands: Operands, output: number, order: number[] = []): number[] {
  for (const operand of operands[output]!) repeated(operands, operand, order);
  order.push(output);
  return order;
}

/** Every node of the graph, needed or not: as if one more node read them all. */
function everyNode(operands: Operands, output: number): number[] {
  const all = operands.map((_, node) => node);
  return orderOf([...operands, [output, ...all]], operands.length).slice(0, -1);
}

/** Typical wrong answers of exercise 3.7. */
export const TOPOLOGICAL_ORDER_SLIPS: readonly WrongAnswer[] = [
  {
    misconception: "The order is the wrong way round: it begins with the output.",
    equation: "3.12",
    answers: {
      topologicalOrder: (operands: Operands, output: number) => orderOf(operands, output).reverse(),
    },
  },
  {
    misconception:
      "Nodes are put down when they are met, before their operands; the output comes first of all.",
    equation: "3.12",
    answers: { topologicalOrder: asMet },
  },
  {
    misconception:
      "Nodes are put down when they are met, and the list is turned around at the end. An operand that was met early, by another road, then stands too late.",
    equation: "3.12",
    answers: {
      topologicalOrder: (operands: Operands, output: number) => asMet(operands, output).reverse(),
    },
  },
  {
    misconception:
      "This goes level by level and keeps a node where it was met first. But a node must wait for its deepest operand, not for its nearest reader.",
    equation: "3.12",
    answers: {
      topologicalOrder: (operands: Operands, output: number) => byLevel(operands, output).reverse(),
    },
  },
  {
    misconception: "A node that is read several times stands there several times.",
    equation: "3.8",
    answers: {
      topologicalOrder: (operands: Operands, output: number) => repeated(operands, output),
    },
  },
  {
    misconception: "All nodes are listed, also those that the output does not need.",
    equation: "3.12",
    answers: { topologicalOrder: everyNode },
  },
  {
    misconception:
      "The nodes are sorted by their numbers. In the exercise before, numbers said who came first; here they do not.",
    equation: "3.12",
    answers: {
      topologicalOrder: (operands: Operands, output: number) =>
        orderOf(operands, output).sort((a, b) => a - b),
    },
  },
  {
    misconception: "The output itself is missing at the end of its order.",
    equation: "3.12",
    answers: {
      topologicalOrder: (operands: Operands, output: number) =>
        orderOf(operands, output).slice(0, -1),
    },
  },
  {
    misconception: "Nodes without operands are left out, but the inputs are nodes as well.",
    equation: "3.12",
    answers: {
      topologicalOrder: (operands: Operands, output: number) =>
        orderOf(operands, output).filter((node) => operands[node]!.length > 0),
    },
  },
  {
    misconception: "A node keeps only what its last reader says.",
    equation: "3.8",
    answers: {
      adjoints: (operands: Operands, slopes: Operands, output: number) =>
        walked(
          operands,
          slopes,
          output,
          orderOf(operands, output).reverse(),
          (_before, told) => told,
        ),
    },
  },
  {
    misconception:
      "The order is walked from its beginning, so the inputs speak before anyone has told them anything.",
    equation: "3.12",
    answers: {
      adjoints: (operands: Operands, slopes: Operands, output: number) =>
        walked(operands, slopes, output, orderOf(operands, output)),
    },
  },
  {
    misconception:
      "The walk goes down from the output as it meets the nodes, and some speak before all their readers have spoken.",
    equation: "3.12",
    answers: {
      adjoints: (operands: Operands, slopes: Operands, output: number) =>
        walked(operands, slopes, output, asMet(operands, output)),
    },
  },
  {
    misconception: "The walk follows the numbers of the nodes, which say nothing here.",
    equation: "3.12",
    answers: {
      adjoints: (operands: Operands, slopes: Operands, output: number) =>
        walked(
          operands,
          slopes,
          output,
          orderOf(operands, output).sort((a, b) => b - a),
        ),
    },
  },
];
