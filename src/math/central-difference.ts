/**
 * Central differences: the derivative as the quotient of two small changes, a witness for every
 * derivative that is written by hand.
 */
import { Tensor, type TensorLike, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";

/**
 * The step that balances two errors: cutting the series off costs about h², rounding about ε/h, and
 * their sum is smallest near h = ε^(1/3), scaled to the size of x.
 */
export function differenceStep(x: number): number {
  return Math.cbrt(Number.EPSILON) * Math.max(1, Math.abs(x));
}

/**
 * `f′(x) ≈ (f(x + h) − f(x − h)) / 2h`; the error shrinks as h².
 *
 * @param h - half the distance of the two points
 * @throws {@link ValueError} if h is not positive, or f gives NaN or an infinity near x
 *
 * @example
 * centralDifference((x) => x * x, 3, 0.5); // => 6
 */
export function centralDifference(
  f: (x: number) => number,
  x: number,
  h: number = differenceStep(x),
): number {
  if (!(h > 0) || !Number.isFinite(x)) {
    const rule = "x must be finite and h positive";
    throw new ValueError({ operation: "centralDifference", rule }, { x, h });
  }
  const [right, left] = [x + h, x - h];
  const [above, below] = [f(right), f(left)];
  if (!Number.isFinite(above) || !Number.isFinite(below)) {
    const rule = "f must be finite on both sides of x";
    throw new ValueError(
      { operation: "centralDifference", rule },
      { "f(x + h)": above, "f(x − h)": below },
    );
  }
  // The distance that the floats really have, which is not quite 2h.
  return (above - below) / (right - left);
}

/**
 * `∂f/∂xᵢ` for every entry, each by a central difference in that entry alone.
 *
 * @param f - takes a tensor of x's shape, returns a number
 * @param x - where, `[]`, `[n]` or `[n, d]`
 * @returns the gradient, of x's shape
 * @throws {@link ValueError} as {@link centralDifference} does
 *
 * @example
 * numericalGradient((x) => x.at(0) * x.at(1), [2, 5]).shape; // => [2]
 */
export function numericalGradient(f: (x: Tensor) => number, x: TensorLike): Tensor {
  const at = tensor(x);
  const gradient = at.data.map((entry, i) =>
    centralDifference((moved) => {
      const data = at.data.slice();
      data[i] = moved;
      return f(new Tensor(at.shape, data));
    }, entry),
  );
  return new Tensor(at.shape, gradient);
}
