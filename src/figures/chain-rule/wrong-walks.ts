/** Chapter 3, walks back through a graph that go wrong: too early, or overwriting where one must add. */
import type { ExpressionNode } from "./expression-nodes.js";

/** A program that walks back, and the adjoint that it finds for each node. */
export interface Walk {
  readonly title: string;
  readonly found: readonly number[];
}

/** From a node to an operand, with the local slope. */
interface Road {
  readonly from: number;
  readonly to: number;
  readonly slope: number;
}

/**
 * Four ways back: in topological order and adding, Eq. (3.8); handing down at once, in two orders of
 * the roads; and in the right order, but overwriting.
 *
 * @param nodes - of an expression of single numbers
 */
export function walksBack(nodes: readonly ExpressionNode[]): readonly Walk[] {
  const roads = [...nodes]
    .reverse()
    .flatMap(({ trace }): Road[] =>
      trace.edges.flatMap(({ from, jacobian }) =>
        from === null || jacobian === null
          ? []
          : [{ from: trace.index, to: from, slope: jacobian[0]![0]! }],
      ),
    );
  const start = (): number[] => nodes.map((_, i) => (i === nodes.length - 1 ? 1 : 0));
  return [
    { title: "right: wait, and add", found: inOrder(start(), roads, true) },
    { title: "wrong: hand down at once", found: atOnce(start(), roads) },
    { title: "wrong: at once, roads reversed", found: atOnce(start(), [...roads].reverse()) },
    { title: "wrong: overwrite", found: inOrder(start(), roads, false) },
  ];
}

function inOrder(g: number[], roads: readonly Road[], adds: boolean): number[] {
  for (const { from, to, slope } of roads) g[to] = (adds ? g[to]! : 0) + slope * g[from]!;
  return g;
}

/** Every visit hands down all that the node has so far, and then visits the operands. */
function atOnce(g: number[], roads: readonly Road[]): number[] {
  const visit = (node: number): void => {
    const own = roads.filter(({ from }) => from === node);
    for (const { to, slope } of own) g[to] = g[to]! + slope * g[node]!;
    for (const { to } of own) visit(to);
  };
  visit(g.length - 1);
  return g;
}
