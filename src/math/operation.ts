/**
 * One vocabulary: how a rule for plain values becomes an operation that takes numbers, tensors, dual
 * numbers and variables alike. A rule says three things: the value, how a small change of the inputs
 * changes it (for dual numbers), and how a gradient passes back through it (for variables).
 */
import { Dual, type Plain } from "./dual.js";
import { Tensor, type TensorLike, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";
import { type BackwardRule, Variable, valueOfOperand } from "./variable.js";

/** A value that mathematics can be done with: plain, dual or tracked. */
export type Value = Plain | Dual<number> | Dual<Tensor> | Variable<number> | Variable<Tensor>;

/** Whatever an operation accepts: a value, or nested lists that stand for a tensor. */
export type Operand = TensorLike | Value;

/** An operation, for plain values of any number of inputs. */
export interface OperationRule extends BackwardRule {
  /** The value. */
  readonly forward: (inputs: readonly Plain[]) => Plain;
  /** `dy`, given the inputs, y and each input's own small change; without it duals are refused. */
  readonly tangent?: (inputs: readonly Plain[], output: Plain, tangents: readonly Plain[]) => Plain;
}

/**
 * Apply a rule to operands of any kind: plain in, plain out; a dual anywhere gives a dual, a
 * variable anywhere a variable that remembers.
 *
 * @throws {@link ValueError} if an operand is none of these, or duals and variables are mixed
 */
export function apply(rule: OperationRule, operands: readonly Operand[]): Value {
  const values = operands.map((operand) => toValue(rule.name, operand));
  if (values.some((value) => value instanceof Variable)) return record(rule, values);
  if (!values.some((value) => value instanceof Dual)) return rule.forward(values as Plain[]);
  const inputs = values.map(primalOf);
  const output = rule.forward(inputs);
  if (rule.tangent === undefined) {
    const hint = "It has a backward rule only: use grad or vjp.";
    const rule_ = "dual numbers need a tangent rule";
    throw new ValueError({ operation: rule.name, rule: rule_, hint }, { operand: operands[0] });
  }
  return makeDual(output, rule.tangent(inputs, output, values.map(tangentOf)));
}

function record(rule: OperationRule, values: readonly Value[]): Value {
  if (values.some((value) => value instanceof Dual)) {
    const operation = rule.name;
    const text = "a dual number and a variable cannot meet in one operation";
    const hint = "Differentiate forwards (jvp) or backwards (grad), one at a time.";
    throw new ValueError({ operation, rule: text, hint }, { operands: values });
  }
  const operands = values as readonly (Variable | Plain)[];
  const output = rule.forward(operands.map(valueOfOperand));
  return new Variable(output, rule, operands) as Variable<number> | Variable<Tensor>;
}

/** Whether an operand is followed by a derivative, forwards or backwards. */
export function isTracked(operand: unknown): operand is Dual<number> | Dual<Tensor> | Variable {
  return operand instanceof Dual || operand instanceof Variable;
}

/** The operand as a value: lists become tensors, everything else stays. */
export function toValue(operation: string, operand: Operand): Value {
  if (typeof operand === "number" || operand instanceof Tensor) return operand;
  if (operand instanceof Dual || operand instanceof Variable) return operand;
  if (Array.isArray(operand)) return tensor(operand);
  const rule = "takes numbers, lists of numbers, tensors, dual numbers or variables";
  throw new ValueError({ operation, rule }, { operand });
}

/** The value without its tangent or its history. */
export function primalOf(x: Value): Plain {
  return x instanceof Dual || x instanceof Variable ? x.value : x;
}

/** The tangent; a constant does not change, so its tangent is 0. */
export function tangentOf(x: Value): Plain {
  return x instanceof Dual ? x.tangent : 0;
}

/** A dual of matching kinds; a tangent that came out as a number is spread over the value's shape. */
export function makeDual(value: Plain, tangent: Plain): Dual<number> | Dual<Tensor> {
  if (typeof value === "number") {
    return new Dual(value, typeof tangent === "number" ? tangent : tangent.item());
  }
  const spread =
    typeof tangent === "number"
      ? new Tensor(value.shape, new Float64Array(value.size).fill(tangent))
      : tangent;
  return new Dual(value, spread);
}

/** Give a function the name that error messages and tables show. */
export function named<F extends (...args: never[]) => unknown>(name: string, f: F): F {
  return Object.defineProperty(f, "name", { value: name });
}
