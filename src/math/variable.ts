/**
 * Chapter 3, the computation as a graph: a variable is a value that remembers which operation made
 * it, and of what. From the last value the graph can be walked backwards, and every value told how
 * the result depends on it: backpropagation.
 */
import type { Plain } from "./dual.js";
import { numberText, printsItself } from "./format.js";
import { ShapeError, sameShape, shapeText } from "./shape.js";
import { Tensor, type TensorLike, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";

/** `∂C/∂(one input)`, given `∂C/∂(output)`, all inputs and the output of an operation. */
export type Pullback = (adjoint: Plain, inputs: readonly Plain[], output: Plain) => Plain;

/** What the graph keeps of an operation: its name, and one pullback an input. */
export interface BackwardRule {
  readonly name: string;
  readonly backward: readonly Pullback[];
}

/** A leaf has no operation; its pullbacks are never asked for. */
const LEAF: BackwardRule = { name: "variable", backward: [] };

/**
 * A node of the graph: a value with the operation and the operands that it came from.
 *
 * Variables are never changed by operations; only `backward` writes `gradient`.
 */
export class Variable<V extends Plain = Plain> {
  readonly value: V;
  /** The operation that made it, or "variable" for one that was put in. */
  readonly rule: BackwardRule;
  /** What the operation was applied to: other variables, and constants. */
  readonly operands: readonly (Variable | Plain)[];
  /** `∂C/∂value`, of the value's shape, once `C.backward()` has reached it. */
  gradient: V | undefined = undefined;

  constructor(value: V, rule: BackwardRule = LEAF, operands: readonly (Variable | Plain)[] = []) {
    this.value = value;
    this.rule = rule;
    this.operands = operands;
  }

  /**
   * Sets `gradient` of this variable and of everything it was computed from: `∂C/∂C = 1`, then
   * Eq. (3.12) at every operation, the last one first. Where a value went several ways, Eq. (3.7), the
   * contributions add up, Eq. (3.8). Calling it again gives the same, it does not accumulate.
   *
   * @param seed - `∂C/∂(this)` where C is a later value, of this value's shape; 1 if left out
   * @throws {@link ValueError} if there is no seed and the value is not a single number
   * @throws {@link ShapeError} if the seed's shape is not the value's
   */
  backward(seed?: TensorLike): void {
    for (const [node, adjoint] of adjoints(this, seedFor(this.value, seed))) {
      node.gradient = adjoint;
    }
  }

  /** The operation and the value, readable. */
  toString(): string {
    const value = typeof this.value === "number" ? numberText(this.value) : String(this.value);
    return `Variable(${this.rule.name}) ${value}`;
  }
}
printsItself(Variable);

/**
 * A variable that was not computed: an input or a weight.
 *
 * @param value - a number, `[n]` or `[n, d]`
 * @throws {@link ValueError} or {@link ShapeError} as {@link tensor} does
 *
 * @example
 * variable([1, 2]).value.shape; // => [2]
 */
export function variable(value: number): Variable<number>;
export function variable(value: Exclude<TensorLike, number>): Variable<Tensor>;
export function variable(value: TensorLike): Variable<number> | Variable<Tensor> {
  return typeof value === "number" ? new Variable(value) : new Variable(tensor(value));
}

/**
 * Every variable that `result` was computed from, itself included, in an order in which each comes
 * after all it depends on (a topological order).
 *
 * The walk keeps its own stack: a chain of 100,000 operations would overflow that of the language.
 */
export function topologicalOrder(result: Variable): readonly Variable[] {
  const order: Variable[] = [];
  const seen = new Set<Variable>([result]);
  const stack: { readonly node: Variable; next: number }[] = [{ node: result, next: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const operand = top.node.operands[top.next++];
    if (operand === undefined) {
      order.push(top.node);
      stack.pop();
    } else if (operand instanceof Variable && !seen.has(operand)) {
      seen.add(operand);
      stack.push({ node: operand, next: 0 });
    }
  }
  return order;
}

/**
 * `∂C/∂v` for every variable v that `result` was computed from, given `∂C/∂(result)`: Eq. (3.12)
 * and (3.13), in reverse topological order, so that all contributions to a value have arrived
 * before it passes its own on.
 */
export function adjoints(result: Variable, seed: Plain): ReadonlyMap<Variable, Plain> {
  const found = new Map<Variable, Plain>([[result, seed]]);
  for (const node of [...topologicalOrder(result)].reverse()) {
    const adjoint = found.get(node)!;
    const inputs = node.operands.map(valueOfOperand);
    node.operands.forEach((operand, i) => {
      if (!(operand instanceof Variable)) return;
      const contribution = node.rule.backward[i]!(adjoint, inputs, node.value);
      const before = found.get(operand);
      found.set(operand, before === undefined ? contribution : plus(before, contribution));
    });
  }
  return found;
}

/** The value of an operand, variable or constant. */
export function valueOfOperand(operand: Variable | Plain): Plain {
  return operand instanceof Variable ? operand.value : operand;
}

/** Two contributions to one adjoint, Eq. (3.8). Both have the shape of the value they belong to. */
function plus(a: Plain, b: Plain): Plain {
  if (typeof a === "number" || typeof b === "number") return Number(a) + Number(b);
  const sum = a.data.slice();
  for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + b.data[i]!;
  return new Tensor(a.shape, sum);
}

/** The adjoint to start from: what was asked for, or 1 for a single number. */
export function seedFor(value: Plain, seed: TensorLike | undefined): Plain {
  const operation = "backward";
  if (seed === undefined) {
    if (typeof value === "number") return 1;
    if (value.size === 1) return new Tensor(value.shape, Float64Array.of(1));
    const rule = "only a single number has a gradient, as C in Eq. (3.1)";
    const hint = "Take sum(…) or mean(…) first, or give backward the adjoint of each entry.";
    throw new ValueError(
      { operation, rule, hint },
      { value: `of shape ${shapeText(value.shape)}` },
    );
  }
  const shape = typeof value === "number" ? [] : value.shape;
  const given = tensor(seed);
  if (!sameShape(given.shape, shape)) {
    const rule = "the seed is ∂C/∂(this value), so it has this value's shape";
    throw new ShapeError({ operation, rule }, { seed: given.shape, value: shape });
  }
  return typeof value === "number" ? given.item() : given;
}
