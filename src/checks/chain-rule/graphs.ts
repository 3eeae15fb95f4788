/**
 * Chapter 3, exercises: computation graphs as data. Nodes have numbers, edges run from a reader to
 * the operand that it reads, and each edge carries the local slope.
 */
import fc from "fast-check";
import { wholes } from "./whole-numbers.js";

/** One use of a value: `reader` was computed from `operand`, and moves `slope` times as far. */
export interface Edge {
  readonly reader: number;
  readonly operand: number;
  readonly slope: number;
}

/** c = a + b, d = a·b, y = (c + d) + c·d at a = 2, b = 3; the nodes are a, b, c, d, p, q, y. */
export const ANCHOR: readonly Edge[] = [
  { reader: 6, operand: 4, slope: 1 },
  { reader: 6, operand: 5, slope: 1 },
  { reader: 5, operand: 2, slope: 6 },
  { reader: 5, operand: 3, slope: 5 },
  { reader: 4, operand: 2, slope: 1 },
  { reader: 4, operand: 3, slope: 1 },
  { reader: 3, operand: 0, slope: 3 },
  { reader: 3, operand: 1, slope: 2 },
  { reader: 2, operand: 0, slope: 1 },
  { reader: 2, operand: 1, slope: 1 },
];

/** Adjoints of all nodes 0 … count − 1, where every operand has a smaller number than its reader. */
export function adjoints(count: number, edges: readonly Edge[]): number[] {
  const found = Array.from({ length: count }, (_, node) => (node === count - 1 ? 1 : 0));
  for (let node = count - 1; node >= 0; node--) {
    for (const { reader, operand, slope } of edges) {
      if (reader === node) found[operand]! += slope * found[node]!;
    }
  }
  return found;
}

/** Operands of each node: two earlier ones, perhaps twice the same; the first two nodes have none. */
const operandsOf = (count: number): fc.Arbitrary<[number, number][]> =>
  fc.tuple(
    ...Array.from({ length: count - 2 }, (_, k): fc.Arbitrary<[number, number]> => {
      const earlier = fc.nat({ max: k + 1 });
      return fc.tuple(earlier, earlier);
    }),
  );

/** A graph whose edges stand in any order: the number of its nodes, and the edges. */
export const edgeGraphs: fc.Arbitrary<[number, Edge[]]> = fc
  .integer({ min: 3, max: 7 })
  .chain((count) =>
    operandsOf(count).chain((operands) =>
      fc
        .array(wholes(3), { minLength: 2 * operands.length, maxLength: 2 * operands.length })
        .chain((slopes) => {
          const edges = operands.flatMap((pair, k) =>
            pair.map((operand, i) => ({ reader: k + 2, operand, slope: slopes[2 * k + i]! })),
          );
          return fc
            .shuffledSubarray(edges, { minLength: edges.length })
            .map((mixed): [number, Edge[]] => [count, mixed]);
        }),
    ),
  );

/** Operand lists whose nodes have numbers in any order, and an output among them. */
export const operandGraphs: fc.Arbitrary<[number[][], number]> = fc
  .integer({ min: 2, max: 8 })
  .chain((count) =>
    fc.tuple(
      operandsOf(count),
      fc.shuffledSubarray(
        Array.from({ length: count }, (_, node) => node),
        { minLength: count },
      ),
      fc.nat({ max: count - 1 }),
    ),
  )
  .map(([operands, names, output]): [number[][], number] => {
    const graph: number[][] = names.map(() => []);
    operands.forEach((pair, k) => {
      graph[names[k + 2]!] = pair.map((operand) => names[operand]!);
    });
    return [graph, names[output]!];
  });

/** Such a graph with a local slope for each operand: operands, slopes, output. */
export const slopedGraphs: fc.Arbitrary<[number[][], number[][], number]> = operandGraphs.chain(
  ([operands, output]) =>
    fc
      .array(wholes(3), { minLength: 2 * operands.length, maxLength: 2 * operands.length })
      .map((slopes): [number[][], number[][], number] => [
        operands,
        operands.map((own, node) => own.map((_, i) => slopes[2 * node + i]!)),
        output,
      ]),
);
