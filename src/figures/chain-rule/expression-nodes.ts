/** Chapter 3, an expression as nodes with names, symbols and places: what the pictures of graphs are made of. */
import type { Plain } from "../../math/dual.js";
import { type TraceNode, trace } from "../../math/trace.js";
import { ValueError } from "../../math/value-error.js";
import { topologicalOrder, Variable } from "../../math/variable.js";
import { numberText, tupleText } from "../numbers.js";
import type { Point } from "../plane-geometry.js";
import { placesOf } from "./expression-places.js";

/** Names that a reader gave to values of an expression. */
export type NodeNames = Readonly<Record<string, Variable>>;

/** One value of an expression. */
export interface ExpressionNode {
  /** As in "n3", for the scene. */
  readonly id: string;
  readonly name: string;
  /** What stands in the circle: the operation, or the name of a value that was put in. */
  readonly symbol: string;
  /** The whole step, as in "c = a + b". */
  readonly formula: string;
  readonly value: string;
  readonly adjoint: string;
  readonly isLeaf: boolean;
  readonly place: Point;
  /** Where words about it are out of the way of arrows. */
  readonly side: "above" | "below";
  readonly trace: TraceNode;
  /** To the values that it was computed from; one a pair of nodes. */
  readonly edges: readonly ExpressionEdge[];
}

/** From a value to one that was computed from it. */
export interface ExpressionEdge {
  /** Position of the operand among the nodes. */
  readonly from: number;
  /** The local slope, or the shape of the Jacobian. */
  readonly slope: string;
  /** What goes back along it. */
  readonly contribution: string;
}

const INFIX: Readonly<Record<string, string>> = { add: "+", sub: "−", mul: "×", div: "÷" };
const PREFIX: Readonly<Record<string, string>> = {
  neg: "−",
  exp: "exp",
  log: "ln",
  sigmoid: "σ",
  sum: "Σ",
  relu: "ReLU",
  maximum: "max",
  meanSquaredError: "MSE",
  softmaxCrossEntropy: "CE",
  matMul: "∙",
};

/**
 * The nodes of an expression, in an order in which each comes after all it was computed from.
 *
 * @throws {@link ValueError} if the result is no variable, has no single number, or has more than
 *   `most` nodes
 */
export function expressionNodes(
  operation: string,
  result: unknown,
  names: NodeNames,
  most: number,
): readonly ExpressionNode[] {
  if (!(result instanceof Variable)) {
    const rule = "result is a variable, as operations on variables return it";
    throw new ValueError({ operation, rule }, { result });
  }
  const order = topologicalOrder(result);
  if (order.length > most) {
    const rule = `a picture has room for ${most} values`;
    throw new ValueError({ operation, rule }, { values: order.length });
  }
  const nodes = trace(result);
  const given = new Map(Object.entries(names).map(([name, node]) => [node, name]));
  const called = order.map((node, i) => given.get(node) ?? `v${i + 1}`);
  const places = placesOf(nodes);
  return nodes.map((node, i): ExpressionNode => {
    const isLeaf = node.edges.length === 0;
    const operands = node.edges.map((edge) =>
      edge.from === null ? plainText(edge.value) : called[edge.from]!,
    );
    return {
      id: `n${i}`,
      name: called[i]!,
      symbol: isLeaf ? called[i]! : symbolOf(node),
      formula: isLeaf ? called[i]! : `${called[i]} = ${written(node.operation, operands)}`,
      value: plainText(node.value),
      adjoint: plainText(node.adjoint),
      isLeaf,
      ...places[i]!,
      trace: node,
      edges: edgesOf(node),
    };
  });
}

/** A number, a short vector, or the shape of what is longer. */
export function plainText(value: Plain): string {
  if (typeof value === "number") return numberText(value);
  if (value.size === 1) return numberText(value.data[0]!);
  return value.size <= 3 && value.shape.length === 1
    ? tupleText([...value.data])
    : `[${value.shape.join(", ")}]`;
}

/** Two operands that are the same value share one edge, and its labels say both. */
function edgesOf(node: TraceNode): readonly ExpressionEdge[] {
  const found = new Map<number, ExpressionEdge>();
  for (const { from, jacobian, contribution } of node.edges) {
    if (from === null || jacobian === null || contribution === null) continue;
    const [rows, columns] = [jacobian.length, jacobian[0]!.length];
    const slope = rows * columns === 1 ? numberText(jacobian[0]![0]!) : `${rows} × ${columns}`;
    const before = found.get(from);
    const own = { from, slope, contribution: plainText(contribution) };
    found.set(
      from,
      before === undefined
        ? own
        : {
            from,
            slope: `${before.slope} + ${own.slope}`,
            contribution: `${before.contribution} + ${own.contribution}`,
          },
    );
  }
  return [...found.values()];
}

function symbolOf({ operation, edges }: TraceNode): string {
  const sign = INFIX[operation];
  const constant = edges.findIndex(({ from }) => from === null);
  if (sign === undefined || constant < 0) return sign ?? PREFIX[operation] ?? shortened(operation);
  const text = plainText(edges[constant]!.value);
  if (text.length > 2) return sign;
  return constant === 0 ? `${text}${sign}` : `${sign}${text}`;
}

function shortened(operation: string): string {
  return operation === "square" ? "( )²" : operation;
}

function written(operation: string, operands: readonly string[]): string {
  const sign = INFIX[operation];
  if (sign !== undefined) return operands.join(` ${sign} `);
  if (operation === "square") return `${operands[0]}²`;
  if (operation === "matMul") return operands.join(" ∙ ");
  const called = operation === "sum" ? operation : (PREFIX[operation] ?? operation);
  return `${called}(${operands.join(", ")})`;
}
