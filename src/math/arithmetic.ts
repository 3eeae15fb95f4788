/**
 * Entry-wise arithmetic and the elementary functions. Each takes numbers, lists, tensors or dual
 * numbers; shapes are broadcast. Each line of a definition reads: name, value, derivative.
 *
 * These follow IEEE arithmetic: 1/0 is Infinity and 0/0 is NaN, as in the lecture's examples of
 * what goes wrong. The functions built from them refuse a NaN.
 */

import type { Plain } from "./dual.js";
import { type Binary, binary, times, type Unary, unary } from "./elementwise.js";
import {
  absInto,
  addInto,
  divInto,
  expInto,
  logInto,
  maximumInto,
  mulInto,
  negInto,
  sqrtInto,
  squareInto,
  subInto,
} from "./kernels.js";

/**
 * Sum, entry by entry: `a + b`; `d(a + b) = da + db`.
 *
 * @throws {@link ShapeError} if the shapes cannot be broadcast
 *
 * @example
 * add([[1, 2], [3, 4]], [10, 20]).toArray(); // => [[11, 22], [13, 24]]
 */
export const add: Binary = binary("add", (a, b) => a + b, [() => 1, () => 1], addInto);

/**
 * Difference, entry by entry: `a − b`; `d(a − b) = da − db`.
 *
 * @throws {@link ShapeError} if the shapes cannot be broadcast
 *
 * @example
 * sub(5, 7); // => -2
 */
export const sub: Binary = binary("sub", (a, b) => a - b, [() => 1, () => -1], subInto);

/**
 * Product, entry by entry (not the matrix product): `a · b`; `d(ab) = a db + b da`.
 *
 * @throws {@link ShapeError} if the shapes cannot be broadcast
 *
 * @example
 * mul([1, 2, 3], 2).toArray(); // => [2, 4, 6]
 */
export const mul: Binary = binary("mul", (a, b) => a * b, [(_a, b) => b, (a) => a], mulInto);

/**
 * Quotient, entry by entry: `a / b`; `d(a/b) = da/b − a db/b²`.
 *
 * @throws {@link ShapeError} if the shapes cannot be broadcast
 *
 * @example
 * div([1, 4], [2, 8]).toArray(); // => [0.5, 0.5]
 */
export const div: Binary = binary(
  "div",
  (a, b) => a / b,
  [(_a, b) => over(1, b), (_a, b, y) => over(times(-1, y), b)],
  divInto,
);

/**
 * The larger of two, entry by entry: `max(a, b)`. At a tie the slope goes to `a`, as in tfjs.
 *
 * @throws {@link ShapeError} if the shapes cannot be broadcast
 *
 * @example
 * maximum(0, [-1, 2]).toArray(); // => [0, 2]
 */
export const maximum: Binary = binary(
  "maximum",
  Math.max,
  [(a, b) => isLarger(a, b), (a, b) => minus(1, isLarger(a, b))],
  maximumInto,
);

/**
 * Opposite: `−x`.
 *
 * @example
 * neg(3); // => -3
 */
export const neg: Unary = unary(
  "neg",
  (x) => -x,
  () => -1,
  negInto,
);

/**
 * Exponential: `eˣ`; `(eˣ)′ = eˣ`. Overflows to Infinity above x ≈ 709.78.
 *
 * @example
 * exp(0); // => 1
 */
export const exp: Unary = unary("exp", Math.exp, (_x, y) => y, expInto);

/**
 * Natural logarithm: `ln x`; `(ln x)′ = 1/x`. −Infinity at 0, NaN below.
 *
 * @example
 * log(1); // => 0
 */
export const log: Unary = unary("log", Math.log, (x) => over(1, x), logInto);

/**
 * Square root: `√x`; `(√x)′ = 1/(2√x)`, Infinity at 0.
 *
 * @example
 * sqrt(9); // => 3
 */
export const sqrt: Unary = unary("sqrt", Math.sqrt, (_x, y) => over(0.5, y), sqrtInto);

/**
 * Square: `x²`; `(x²)′ = 2x`.
 *
 * @example
 * square([1, -3]).toArray(); // => [1, 9]
 */
export const square: Unary = unary(
  "square",
  (x) => x * x,
  (x) => times(2, x),
  squareInto,
);

/**
 * Absolute value: `|x|`; slope −1 below 0 and +1 above. At the kink we take the subgradient 0,
 * half-way between (tfjs takes −1 there).
 *
 * @example
 * abs(-2); // => 2
 */
export const abs: Unary = unary("abs", Math.abs, (x) => signOf(x), absInto);

/** Operations on plain values alone, for the slopes above. */
const over = (a: Plain, b: Plain): Plain => div(a, b) as Plain;
const minus = (a: Plain, b: Plain): Plain => sub(a, b) as Plain;
const signOf: (x: Plain) => Plain = unary("sign", Math.sign, () => 0);
/** 1 where `a ≥ b`, else 0. */
const isLarger = binary("isLarger", (a, b) => (a >= b ? 1 : 0), [() => 0, () => 0]) as (
  a: Plain,
  b: Plain,
) => Plain;
