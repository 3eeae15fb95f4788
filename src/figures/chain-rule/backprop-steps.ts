/** Chapter 3, backpropagation step by step: the walk forwards, then the walk back, as rows of a table. */

import { add } from "../../math/arithmetic.js";
import type { Plain } from "../../math/dual.js";
import type { Variable } from "../../math/variable.js";
import {
  type ExpressionNode,
  expressionNodes,
  type NodeNames,
  plainText,
} from "./expression-nodes.js";

/** One line of the walk. */
export type BackpropStep = {
  /** The stop of `backpropStepper`'s slider: 0 for what is given, then one for each node. */
  readonly step: number;
  readonly way: "forward" | "back";
  readonly node: string;
  /** Forward, what it computes; back, what it hands to whom. */
  readonly does: string;
  /** Forward, its value; back, the adjoint that its operand has so far, Eq. (3.8). */
  readonly result: string;
};

const MOST = 40;

/**
 * Every step of a computation and of its backward pass, Eq. (3.12): values in topological order, then,
 * from the result back, each local slope times the adjoint, added up where a value was read twice.
 *
 * @param result - a single number that was computed from variables
 * @param names - names for its values, as in `{ a, b, y }`
 * @throws {@link ValueError} if the result is no variable or no single number, or has more than forty
 *   values
 *
 * @example
 * const a = variable(3);
 * backpropSteps(mul(2, a), { a }).map(({ result }) => result); // => ["3", "6", "1", "a has 2"]
 */
export function backpropSteps(result: Variable, names: NodeNames = {}): readonly BackpropStep[] {
  const nodes = expressionNodes("backpropSteps", result, names, MOST);
  let step = 0;
  const forward = nodes.map(
    (node): BackpropStep => ({
      step: node.isLeaf ? 0 : ++step,
      way: "forward",
      node: node.name,
      does: node.isLeaf ? "is given" : node.formula,
      result: node.value,
    }),
  );
  const back: BackpropStep[] = [];
  const push = (node: ExpressionNode, does: string, has: string): void => {
    back.push({
      step,
      way: "back",
      node: node.name,
      does,
      result: has,
    });
  };
  const sums = new Map<number, Plain>();
  const last = nodes[nodes.length - 1]!;
  step++;
  push(last, "starts with 1", "1");
  for (const node of [...nodes].reverse()) {
    if (!node.isLeaf) step++;
    for (const edge of node.edges) {
      for (const { from, contribution } of node.trace.edges) {
        if (from !== edge.from || contribution === null) continue;
        const before = sums.get(from);
        sums.set(from, before === undefined ? contribution : (add(before, contribution) as Plain));
      }
      const operand = nodes[edge.from]!.name;
      const has = `${operand} has ${plainText(sums.get(edge.from)!)}`;
      push(
        node,
        `to ${operand}: ${node.adjoint} · ${bracketed(edge.slope)} = ${edge.contribution}`,
        has,
      );
    }
  }
  return [...forward, ...back];
}

function bracketed(slope: string): string {
  return /[−+]/.test(slope) ? `(${slope})` : slope;
}
