/**
 * Entry-wise operations: how a function of one or two numbers, together with its slopes, becomes an
 * operation on numbers, tensors, dual numbers and variables, with broadcasting.
 */
import type { Dual, Plain } from "./dual.js";
import {
  addInto,
  type Layout,
  type MapLoop,
  mapEntries,
  mulInto,
  type ZipLoop,
  zipEntries,
} from "./kernels.js";
import { apply, named, type Operand, type OperationRule, type Value } from "./operation.js";
import { sumTo } from "./reductions-plain.js";
import { broadcastShape, type Shape, sameShape } from "./shape.js";
import { type ArrayLike2d, Tensor, type TensorLike, tensor } from "./tensor.js";
import type { Variable } from "./variable.js";

/** An operation on one operand. What goes in comes out: a number, a tensor, a dual, a variable. */
export interface Unary {
  (x: number): number;
  (x: Dual<number>): Dual<number>;
  (x: Dual<Tensor>): Dual<Tensor>;
  (x: Variable<number>): Variable<number>;
  (x: Variable<Tensor>): Variable<Tensor>;
  (x: ArrayLike2d): Tensor;
  <V extends Value>(x: V): V;
}

/**
 * An operation on two operands, broadcast against each other. A dual on either side gives a dual, a
 * variable a variable.
 */
export interface Binary {
  (a: number, b: number): number;
  (a: Dual<number> | number, b: Dual<number> | number): Dual<number>;
  (a: Variable<number> | number, b: Variable<number> | number): Variable<number>;
  (a: ArrayLike2d, b: TensorLike): Tensor;
  (a: TensorLike, b: ArrayLike2d): Tensor;
  (a: Dual<Tensor>, b: TensorLike | Dual<number> | Dual<Tensor>): Dual<Tensor>;
  (a: TensorLike | Dual<number> | Dual<Tensor>, b: Dual<Tensor>): Dual<Tensor>;
  (a: Variable<Tensor>, b: TensorLike | Variable): Variable<Tensor>;
  (a: TensorLike | Variable, b: Variable<Tensor>): Variable<Tensor>;
  (a: ArrayLike2d, b: Variable<number>): Variable<Tensor>;
  (a: Variable<number>, b: ArrayLike2d): Variable<Tensor>;
  (a: Operand, b: Operand): Value;
}

/**
 * Lift `f` to an operation on one operand.
 *
 * @param f - the function on numbers
 * @param slope - `f′` at an operand x, given also the result y, which often is the shorter way
 * @param loop - the kernel that computes f for many entries, if there is one of its own
 */
export function unary(
  name: string,
  f: (x: number) => number,
  slope: (x: Plain, y: Plain) => Plain,
  loop?: MapLoop,
): Unary {
  const forward = (x: Plain): Plain =>
    typeof x === "number" ? f(x) : new Tensor(x.shape, mapEntries(x.data, f, loop));
  const rule: OperationRule = {
    name,
    forward: ([x]) => forward(x!),
    tangent: ([x], y, [dx]) => times(slope(x!, y), dx!),
    backward: [(adjoint, [x], y) => times(adjoint, slope(x!, y))],
  };
  const operation = (x: Operand): Value => (typeof x === "number" ? f(x) : apply(rule, [x]));
  return named(name, operation) as Unary;
}

/** `∂f/∂(one operand)`, given both operands and the result. */
export type Partial2 = (a: Plain, b: Plain, y: Plain) => Plain;

/**
 * Lift `f` to an operation on two operands.
 *
 * @param partials - `∂f/∂a` and `∂f/∂b`
 * @param loop - the kernel that computes f for many entries, if there is one of its own
 */
export function binary(
  name: string,
  f: (a: number, b: number) => number,
  partials: readonly [Partial2, Partial2],
  loop?: ZipLoop,
): Binary {
  const forward = (a: Plain, b: Plain): Plain =>
    typeof a === "number" && typeof b === "number" ? f(a, b) : broadcast(name, f, a, b, loop);
  const [byA, byB] = partials;
  const rule: OperationRule = {
    name,
    forward: ([a, b]) => forward(a!, b!),
    tangent: ([a, b], y, [da, db]) =>
      spreadTo(y, plus(times(byA(a!, b!, y), da!), times(byB(a!, b!, y), db!))),
    // An operand that was repeated has as many contributions as it had copies: they add up.
    backward: [
      (adjoint, [a, b], y) => sumTo(times(adjoint, byA(a!, b!, y)), a!),
      (adjoint, [a, b], y) => sumTo(times(adjoint, byB(a!, b!, y)), b!),
    ],
  };
  const operation = (a: Operand, b: Operand): Value =>
    typeof a === "number" && typeof b === "number" ? f(a, b) : apply(rule, [a, b]);
  return named(name, operation) as Binary;
}

/** A tangent in the shape of its value: that of a repeated operand is repeated with it. */
function spreadTo(value: Plain, tangent: Plain): Plain {
  if (typeof value === "number" || typeof tangent === "number") return tangent;
  if (sameShape(value.shape, tangent.shape)) return tangent;
  return broadcast("spread", (_value, entry) => entry, value, tangent);
}

/** Products and sums of plain values, for the derivative rules; a factor 1 is not worth a pass. */
export function times(a: Plain, b: Plain): Plain {
  if (typeof a === "number" && typeof b === "number") return a * b;
  if (a === 1) return b;
  if (b === 1) return a;
  return broadcast("mul", (x, y) => x * y, a, b, mulInto);
}

/** Their sum; adding the number 0 is not worth a pass either. */
export function plus(a: Plain, b: Plain): Plain {
  if (typeof a === "number" && typeof b === "number") return a + b;
  if (a === 0) return b;
  if (b === 0) return a;
  return broadcast("add", (x, y) => x + y, a, b, addInto);
}

function broadcast(
  name: string,
  f: (a: number, b: number) => number,
  a: Plain,
  b: Plain,
  loop?: ZipLoop,
): Tensor {
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
    loop,
  );
  return new Tensor(shape, entries);
}

/** How a tensor of this shape is read beside larger ones: an axis of length 1 is repeated. */
export function layout(shape: Shape): Layout {
  const columns = shape[shape.length - 1] ?? 1;
  const rows = shape.length === 2 ? shape[0]! : 1;
  return { rowStep: rows === 1 ? 0 : columns, columnStep: columns === 1 ? 0 : 1 };
}

export {
  makeDual,
  named,
  type Operand,
  primalOf,
  tangentOf,
  toValue,
  type Value,
} from "./operation.js";
