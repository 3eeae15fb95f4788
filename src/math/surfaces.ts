/**
 * Chapter 4, test surfaces: functions of one or two parameters whose slopes, curvatures and minima
 * are known by hand, so that a descent on them can be judged.
 */
import { add, mul, square, sub } from "./arithmetic.js";
import type { Dual } from "./dual.js";
import { dot } from "./linear-algebra.js";
import { assertNotNegative } from "./ranges.js";
import { ShapeError } from "./shape.js";
import { type ArrayLike2d, Tensor, tensor } from "./tensor.js";
import type { Variable } from "./variable.js";

/** The height J(w), in generic operations: a dual or tracked point gives such a height. */
export interface Height {
  (w: ArrayLike2d): number;
  (w: Dual<Tensor>): Dual;
  (w: Variable<Tensor>): Variable<number>;
}

/** A function of `dimension` parameters with everything that is known of it. */
export interface Surface {
  readonly name: string;
  readonly formula: string;
  /** Number of parameters d. */
  readonly dimension: number;
  /** J(w) at w `[d]`. */
  readonly value: Height;
  /** ∇J `[d]`. */
  readonly gradient: (w: ArrayLike2d) => Tensor;
  /** The matrix of second derivatives `[d, d]`. */
  readonly hessian: (w: ArrayLike2d) => Tensor;
  /** Where J is lowest, `[d]`; undefined where it has no lowest point. */
  readonly minimum: Tensor | undefined;
}

/** How a surface is made: the formulas on coordinates x, and y if there is one. */
interface SurfaceParts {
  readonly name: string;
  readonly formula: string;
  readonly minimum: readonly number[] | undefined;
  readonly value: (x: number, y: number) => number;
  readonly gradient: (x: number, y: number) => readonly number[];
  readonly hessian: (x: number, y: number) => readonly (readonly number[])[];
}

function surface(parts: SurfaceParts): Surface {
  const { name, formula, minimum, value, gradient, hessian } = parts;
  const dimension = gradient(0, 0).length;
  const unit = (axis: number) => Array.from({ length: dimension }, (_, i) => (i === axis ? 1 : 0));
  const at = <T>(w: ArrayLike2d, f: (x: number, y: number) => T): T => {
    const { shape, data } = tensor(w);
    if (shape.length === 1 && shape[0] === dimension) return f(data[0]!, data[1] ?? 0);
    const rule = `w holds the ${dimension} parameter(s) of the surface, shape [${dimension}]`;
    throw new ShapeError({ operation: name, rule }, { w: shape });
  };
  // A tracked point gives tracked coordinates, which the generic operations in `value` carry on.
  const coordinate = (w: ArrayLike2d, axis: number) =>
    axis < dimension ? (dot(w, unit(axis)) as number) : 0;
  const height = (w: ArrayLike2d | Dual<Tensor> | Variable<Tensor>): number => {
    if (Array.isArray(w) || w instanceof Tensor) return at(w as ArrayLike2d, value);
    return value(coordinate(w as never, 0), coordinate(w as never, 1));
  };
  return {
    name,
    formula,
    dimension,
    value: height as unknown as Height,
    gradient: (w) => tensor(at(w, gradient)),
    hessian: (w) => tensor(at(w, hessian)),
    minimum: minimum === undefined ? undefined : tensor(minimum),
  };
}

/**
 * A ravine, steep across and flat along: `J = (x² + κy²)/2`, Eq. (4.22), lowest at (0, 0).
 *
 * κ is the ratio of the curvatures, the condition number. Gradient descent needs η < 2/κ across,
 * zig-zags for η > 1/κ, and moves along x by only the share η of the distance.
 *
 * @param steepness - κ, at least 0
 * @throws {@link ValueError} if κ is negative or not finite
 *
 * @example
 * ravine(20).gradient([10, 1]).toArray(); // => [10, 20]
 */
export function ravine(steepness = 20): Surface {
  const kappa = assertNotNegative("ravine", "steepness", steepness);
  return surface({
    name: "ravine",
    formula: `(x² + ${kappa} y²)/2`,
    minimum: [0, 0],
    value: (x, y) => mul(0.5, add(square(x), mul(kappa, square(y)))),
    gradient: (x, y) => [x, kappa * y],
    hessian: () => [
      [1, 0],
      [0, kappa],
    ],
  });
}

/**
 * A saddle: `J = (x² − y²)/2`, Eq. (4.23); the gradient vanishes at (0, 0), yet along y it is a
 * summit. It has no lowest point.
 *
 * @example
 * saddle.gradient([0, 0]).toArray(); // => [0, 0]
 */
export const saddle: Surface = surface({
  name: "saddle",
  formula: "(x² − y²)/2",
  minimum: undefined,
  value: (x, y) => mul(0.5, sub(square(x), square(y))),
  gradient: (x, y) => [x, 0 - y],
  hessian: () => [
    [1, 0],
    [0, -1],
  ],
});

/** How far the double well is tilted, so that one of its two bottoms is the lower one. */
const TILT = 0.3;

/** The lowest point of {@link doubleWell}: the root of `4x³ − 4x + 0.3` near −1. */
const LOWEST = -1.0355787140888537;

/**
 * Two valleys and a hill between them, on one axis: `J = (x² − 1)² + 0.3x`, Eq. (4.24). The left
 * bottom, near −1.04, is the lower one; a descent from the right ends near 0.96.
 *
 * @example
 * doubleWell.value([1]); // => 0.3
 */
export const doubleWell: Surface = surface({
  name: "double well",
  formula: "(x² − 1)² + 0.3x",
  minimum: [LOWEST],
  value: (x) => add(square(sub(square(x), 1)), mul(TILT, x)),
  gradient: (x) => [4 * x * (x * x - 1) + TILT],
  hessian: (x) => [[12 * x * x - 4]],
});

/**
 * The double well with one parameter more: `J = (x² + y² − 1)² + 0.3x`, Eq. (4.25).
 *
 * On y = 0 it is {@link doubleWell}. But the two valleys are now one, a ring around the hill, and
 * the bottom that was a trap is a saddle, with a way down on either side.
 *
 * @example
 * openDoubleWell.value([0, 1]); // => 0
 */
export const openDoubleWell: Surface = surface({
  name: "double well with an extra parameter",
  formula: "(x² + y² − 1)² + 0.3x",
  minimum: [LOWEST, 0],
  value: (x, y) => add(square(sub(add(square(x), square(y)), 1)), mul(TILT, x)),
  gradient: (x, y) => {
    const beyond = x * x + y * y - 1;
    return [4 * x * beyond + TILT, 4 * y * beyond];
  },
  hessian: (x, y) => {
    const beyond = x * x + y * y - 1;
    return [
      [4 * beyond + 8 * x * x, 8 * x * y],
      [8 * x * y, 4 * beyond + 8 * y * y],
    ];
  },
});

/**
 * Rosenbrock's banana: `J = (1 − x)² + 100(y − x²)²`, Eq. (4.26), lowest at (1, 1), the end of a
 * curved ravine; the usual start is (−1.2, 1).
 *
 * @see Rosenbrock, "An Automatic Method for Finding the Greatest or Least Value of a Function" (1960)
 *
 * @example
 * rosenbrock.value([0, 1]); // => 101
 */
export const rosenbrock: Surface = surface({
  name: "Rosenbrock",
  formula: "(1 − x)² + 100(y − x²)²",
  minimum: [1, 1],
  value: (x, y) => add(square(sub(1, x)), mul(100, square(sub(y, square(x))))),
  gradient: (x, y) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
  hessian: (x, y) => [
    [2 - 400 * (y - 3 * x * x), -400 * x],
    [-400 * x, 200],
  ],
});
