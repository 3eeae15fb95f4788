/**
 * Chapter 3, a computation as data: every value, every local Jacobian, every adjoint, in the order in
 * which they were computed. The figures and the stepper draw it.
 */
import type { Plain } from "./dual.js";
import { Tensor, type TensorLike } from "./tensor.js";
import { adjoints, seedFor, topologicalOrder, Variable } from "./variable.js";

/** An edge of the graph, seen from the value that was computed. */
export interface TraceEdge {
  /** Position of the operand in the trace, or null for a constant. */
  readonly from: number | null;
  /** The operand's value. */
  readonly value: Plain;
  /** `∂(this value)/∂(operand)`, Eq. (3.10): rows are entries of this value, columns of the operand. */
  readonly jacobian: readonly (readonly number[])[] | null;
  /** What this value contributes to the operand's adjoint, a term of Eq. (3.8). */
  readonly contribution: Plain | null;
}

/** A value of the computation. */
export interface TraceNode {
  readonly index: number;
  /** The operation, or "variable" for a value that was put in. */
  readonly operation: string;
  readonly value: Plain;
  /** `∂C/∂value`. */
  readonly adjoint: Plain;
  readonly edges: readonly TraceEdge[];
}

/**
 * The whole computation behind a result, forward order; read it from the end for the backward pass.
 *
 * @param result - what was computed, a single number unless a seed is given
 * @throws {@link ValueError} as {@link Variable.backward} does
 *
 * @example
 * trace(add(variable(1), variable(2))).length; // => 3
 */
export function trace(result: Variable, seed?: TensorLike): readonly TraceNode[] {
  const order = topologicalOrder(result);
  const index = new Map(order.map((node, i) => [node, i]));
  const found = adjoints(result, seedFor(result.value, seed));
  return order.map((node, i) => ({
    index: i,
    operation: node.rule.name,
    value: node.value,
    adjoint: found.get(node)!,
    edges: edgesOf(node, found.get(node)!, index),
  }));
}

function edgesOf(
  node: Variable,
  adjoint: Plain,
  index: ReadonlyMap<Variable, number>,
): readonly TraceEdge[] {
  const inputs = node.operands.map((operand) =>
    operand instanceof Variable ? operand.value : operand,
  );
  return node.operands.map((operand, i) => {
    if (!(operand instanceof Variable)) {
      return { from: null, value: operand, jacobian: null, contribution: null };
    }
    const pull = (g: Plain): Plain => node.rule.backward[i]!(g, inputs, node.value);
    return {
      from: index.get(operand)!,
      value: operand.value,
      jacobian: unitAdjoints(node.value).map((unit) => entriesOf(pull(unit))),
      contribution: pull(adjoint),
    };
  });
}

/** Adjoints with a single 1, one for each entry: each pulls one row out of the Jacobian. */
function unitAdjoints(value: Plain): readonly Plain[] {
  if (typeof value === "number") return [1];
  return Array.from({ length: value.size }, (_, i) => {
    const unit = new Float64Array(value.size);
    unit[i] = 1;
    return new Tensor(value.shape, unit);
  });
}

function entriesOf(value: Plain): readonly number[] {
  return typeof value === "number" ? [value] : [...value.data];
}
