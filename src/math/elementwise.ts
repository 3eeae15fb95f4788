/**
 * One vocabulary: how a function of numbers becomes an operation that takes numbers, tensors or
 * dual numbers alike.
 */
import { Dual, type Plain } from "./dual.js";
import { type Layout, mapEntries, zipEntries } from "./kernels.js";
import { broadcastShape, type Shape } from "./shape.js";
import { type ArrayLike2d, Tensor, type TensorLike, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";

/** A value that mathematics can be done with: a number, a tensor, or a dual of either. */
export type Value = Plain | Dual<number> | Dual<Tensor>;

/** Whatever an operation accepts: a value, or nested lists that stand for a tensor. */
export type Operand = TensorLike | Dual<number> | Dual<Tensor>;

/** An operation on one operand. Numbers give numbers, lists and tensors tensors, duals duals. */
export interface Unary {
  (x: number): number;
  (x: Dual<number>): Dual<number>;
  (x: Dual<Tensor>): Dual<Tensor>;
  (x: ArrayLike2d): Tensor;
  <V extends Value>(x: V): V;
}

/** An operation on two operands, broadcast against each other; a dual on either side gives a dual. */
export interface Binary {
  (a: number, b: number): number;
  (a: Dual<number> | number, b: Dual<number> | number): Dual<number>;
  (a: ArrayLike2d, b: TensorLike): Tensor;
  (a: TensorLike, b: ArrayLike2d): Tensor;
  (a: Dual<Tensor>, b: Operand): Dual<Tensor>;
  (a: Operand, b: Dual<Tensor>): Dual<Tensor>;
  (a: Operand, b: Operand): Value;
}

/**
 * Lift `f` to an operation on one operand.
 *
 * @param f - the function on numbers
 * @param slope - `f′`, given the operand and the result; used by dual numbers
 * @param times - multiplication, handed in because it is itself made here
 */
export function unary(
  name: string,
  f: (x: number) => number,
  slope: (x: Plain, y: Plain) => Plain,
  times: (a: Plain, b: Plain) => Plain,
): Unary {
  const plain = (x: Plain): Plain =>
    typeof x === "number" ? f(x) : new Tensor(x.shape, mapEntries(x.data, f));
  const operation = (x: Operand): Value => {
    if (typeof x === "number") return f(x);
    if (x instanceof Dual) {
      const y = plain(x.value);
      return makeDual(y, times(slope(x.value, y), x.tangent));
    }
    return plain(toTensor(name, x));
  };
  return named(name, operation) as Unary;
}

/**
 * Lift `f` to an operation on two operands.
 *
 * @param tangent - the differential `df = ∂f/∂a · da + ∂f/∂b · db`; used by dual numbers
 */
export function binary(
  name: string,
  f: (a: number, b: number) => number,
  tangent: (a: Plain, b: Plain, da: Plain, db: Plain) => Plain,
): Binary {
  const plain = (a: Plain, b: Plain): Plain =>
    typeof a === "number" && typeof b === "number" ? f(a, b) : broadcast(name, f, a, b);
  const operation = (a: Operand, b: Operand): Value => {
    if (typeof a === "number" && typeof b === "number") return f(a, b);
    const [x, y] = [toValue(name, a), toValue(name, b)];
    if (!(x instanceof Dual || y instanceof Dual)) return plain(x, y);
    const [xv, yv] = [primalOf(x), primalOf(y)];
    return makeDual(plain(xv, yv), tangent(xv, yv, tangentOf(x), tangentOf(y)));
  };
  return named(name, operation) as Binary;
}

function broadcast(name: string, f: (a: number, b: number) => number, a: Plain, b: Plain): Tensor {
  const [ta, tb] = [tensor(a), tensor(b)];
  const shape = broadcastShape(name, ta.shape, tb.shape);
  const rows = shape.length === 2 ? shape[0]! : 1;
  const columns = shape[shape.length - 1] ?? 1;
  const entries = zipEntries(
    rows,
    columns,
    ta.data,
    layout(ta.shape),
    tb.data,
    layout(tb.shape),
    f,
  );
  return new Tensor(shape, entries);
}

function layout(shape: Shape): Layout {
  const columns = shape[shape.length - 1] ?? 1;
  const rows = shape.length === 2 ? shape[0]! : 1;
  return { rowStep: rows === 1 ? 0 : columns, columnStep: columns === 1 ? 0 : 1 };
}

/** The operand as a value: lists become tensors, everything else stays. */
export function toValue(operation: string, x: Operand): Value {
  return typeof x === "number" || x instanceof Dual ? x : toTensor(operation, x);
}

/** The value without its tangent. */
export function primalOf(x: Value): Plain {
  return x instanceof Dual ? x.value : x;
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

function toTensor(operation: string, x: ArrayLike2d): Tensor {
  if (x instanceof Tensor) return x;
  if (Array.isArray(x)) return tensor(x);
  const rule = "takes numbers, lists of numbers, tensors or dual numbers";
  throw new ValueError({ operation, rule }, { operand: x });
}

/** Give a function the name that error messages and tables show. */
export function named<F extends (...args: never[]) => unknown>(name: string, f: F): F {
  return Object.defineProperty(f, "name", { value: name });
}
