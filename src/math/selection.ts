/** Choosing between two values entry by entry, as the conditional node of a graph does. */
import type { Dual, Plain } from "./dual.js";
import { layout } from "./elementwise.js";
import { chooseEntries, zipEntries } from "./kernels.js";
import {
  apply,
  named,
  type Operand,
  type OperationRule,
  primalOf,
  toValue,
  type Value,
} from "./operation.js";
import { sumTo } from "./reductions-plain.js";
import { broadcastShape, type Shape } from "./shape.js";
import { type ArrayLike2d, Tensor, type TensorLike, tensor } from "./tensor.js";
import type { Variable } from "./variable.js";

/** A question about two operands, answered entry by entry with 1 (yes) or 0 (no). */
export interface OrderTest {
  (a: number, b: number): number;
  (a: Operand, b: Operand): Plain;
}

/** One of two values, entry by entry; a dual among them gives a dual, a variable a variable. */
export interface Where {
  (condition: number, a: number, b: number): number;
  (condition: TensorLike, a: TensorLike, b: TensorLike): Tensor;
  (condition: number, a: Dual<number> | number, b: Dual<number> | number): Dual<number>;
  (condition: number, a: Variable<number> | number, b: Variable<number> | number): Variable<number>;
  (
    condition: ArrayLike2d,
    a: TensorLike | Dual<number>,
    b: TensorLike | Dual<number>,
  ): Dual<Tensor>;
  (
    condition: TensorLike,
    a: Dual<Tensor>,
    b: TensorLike | Dual<number> | Dual<Tensor>,
  ): Dual<Tensor>;
  (condition: TensorLike, a: TensorLike | Dual<number>, b: Dual<Tensor>): Dual<Tensor>;
  (condition: TensorLike, a: Variable<Tensor>, b: TensorLike | Variable): Variable<Tensor>;
  (condition: TensorLike, a: TensorLike | Variable, b: Variable<Tensor>): Variable<Tensor>;
  (condition: Operand, a: Operand, b: Operand): Value;
}

/**
 * 1 where `a > b`, else 0, for {@link where}. It has no slope that could be used, so the answer is
 * plain.
 *
 * @throws {@link ShapeError} if the shapes cannot be broadcast
 * @see tf.greater
 *
 * @example
 * greater([1, 2, 3], 2).toArray(); // => [0, 0, 1]
 */
export const greater: OrderTest = named("greater", (a: Operand, b: Operand): Plain => {
  const [x, y] = [a, b].map((operand) => primalOf(toValue("greater", operand))) as [Plain, Plain];
  const test = (one: number, other: number) => (one > other ? 1 : 0);
  if (typeof x === "number" && typeof y === "number") return test(x, y);
  const [s, t] = [tensor(x), tensor(y)];
  const shape = broadcastShape("greater", s.shape, t.shape);
  const [rows, columns] = extent(shape);
  const entries = zipEntries(rows, columns, s.data, layout(s.shape), t.data, layout(t.shape), test);
  return new Tensor(shape, entries);
}) as OrderTest;

/**
 * `a` where the condition is not 0, `b` where it is 0, entry by entry. The derivative follows the
 * way that was taken, and values of the other way, NaN included, are not looked at. Only on the way
 * back, a 0 passes through the other way too, and 0 times an infinite slope is NaN: where one of
 * the ways has such a slope, choose a harmless operand for it first.
 *
 * @param condition - 1 or 0, as {@link greater} gives
 * @returns the shape to which all three are broadcast
 * @throws {@link ShapeError} if the shapes cannot be broadcast
 * @see tf.where
 *
 * @example
 * where(greater([-4, 2], 0), [1, 2], 0).toArray(); // => [0, 2]
 */
export const where: Where = named("where", (condition: Operand, a: Operand, b: Operand): Value => {
  const test = primalOf(toValue("where", condition));
  const rule: OperationRule = {
    name: "where",
    forward: ([x, y]) => choose(commonShape(test, x!, y!), test, x!, y!),
    tangent: (_inputs, output, [dx, dy]) => choose(shapeOf(output), test, dx!, dy!),
    backward: [
      (adjoint, [x], y) => sumTo(choose(shapeOf(y), test, adjoint, 0), x!),
      (adjoint, [, x], y) => sumTo(choose(shapeOf(y), test, 0, adjoint), x!),
    ],
  };
  return apply(rule, [a, b]);
}) as Where;

/** The shape of a tensor; a number has none. */
const shapeOf = (x: Plain): Shape | undefined => (typeof x === "number" ? undefined : x.shape);

/** The shape of the result; none if all three are numbers, and so is the result. */
function commonShape(...operands: readonly Plain[]): Shape | undefined {
  const shapes = operands.map(shapeOf).filter((shape) => shape !== undefined);
  if (shapes.length === 0) return undefined;
  return shapes.reduce((common, shape) => broadcastShape("where", common, shape));
}

function choose(shape: Shape | undefined, test: Plain, a: Plain, b: Plain): Plain {
  if (shape === undefined) return (test === 0 ? b : a) as number;
  const [rows, columns] = extent(shape);
  const [t, x, y] = [tensor(test), tensor(a), tensor(b)];
  const [tAt, xAt, yAt] = [layout(t.shape), layout(x.shape), layout(y.shape)];
  return new Tensor(shape, chooseEntries(rows, columns, t.data, tAt, x.data, xAt, y.data, yAt));
}

/** Rows and columns of a shape, a vector being one row. */
function extent(shape: Shape): readonly [number, number] {
  return [shape.length === 2 ? shape[0]! : 1, shape[shape.length - 1] ?? 1];
}
