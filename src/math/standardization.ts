/**
 * Chapter 4, standardization: every input variable with mean 0 and standard deviation 1, so that
 * one learning rate suits all of them. Mean and deviation come from the training data alone.
 */
import { div, square, sub } from "./arithmetic.js";
import { mean } from "./reductions.js";
import { type Shape, ShapeError } from "./shape.js";
import { type ArrayLike2d, Tensor, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";

/** How the training data lay, and the two maps that follow from it. */
export interface Standardization {
  /** Mean of each variable, μ `[d]`. */
  readonly mean: Tensor;
  /** Standard deviation of each variable, σ `[d]`; 0 for one that is constant. */
  readonly std: Tensor;
  /** `(x − μ)/σ` for one example `[d]` or a row each `[n, d]`; a constant variable is only shifted. */
  readonly apply: (X: ArrayLike2d) => Tensor;
  /** `μ + σz`, back in the units of the data. */
  readonly invert: (Z: ArrayLike2d) => Tensor;
}

/**
 * Standardization fitted to training data: `x ← (x − μ)/σ` a variable, Eq. (4.21), with
 * `σ² = (1/n) Σ (x − μ)²`.
 *
 * A variable that is constant in the training data says nothing there, and σ = 0. It is only
 * shifted, as if σ were 1: 0 for every training example, and in new data the distance from
 * the constant, in its own units. Apply the same μ and σ to validation and test data.
 *
 * @param X - training data, an example a row, `[n, d]`
 * @throws {@link ShapeError} if X is not a matrix, or later data have other variables
 * @throws {@link ValueError} if an entry is NaN or infinite
 *
 * @example
 * const fitted = standardize([[1, 99], [3, 101]]);
 * fitted.apply([[1, 99], [2, 102]]).toArray(); // => [[-1, -1], [0, 2]]
 */
export function standardize(X: ArrayLike2d): Standardization {
  const data = assertData("standardize", X);
  if (data.rank !== 2) {
    const rule = "training data have an example a row, [n, d], Eq. (4.21)";
    throw new ShapeError({ operation: "standardize", rule }, { X: data.shape });
  }
  const [, d = 0] = data.shape;
  const [first, constant] = [data.data.subarray(0, d), isConstant(data)];
  // The rounded mean of n equal numbers may miss them, which would leave a σ of 1e-17.
  const average = mean(data, 0);
  const mu = new Tensor(
    [d],
    average.data.map((m, j) => (constant[j] ? first[j]! : m)),
  );
  const std = new Tensor([d], mean(square(sub(data, mu)), 0).data.map(Math.sqrt));
  const scale = new Tensor(
    [d],
    std.data.map((s) => (s === 0 ? 1 : s)),
  );
  return {
    mean: mu,
    std,
    apply: (later) => div(sub(fitting("apply", later, d), mu), scale),
    invert: (later) => restore(fitting("invert", later, d), mu, scale),
  };
}

function restore(Z: Tensor, mu: Tensor, scale: Tensor): Tensor {
  const d = mu.size;
  return new Tensor(
    Z.shape,
    Z.data.map((z, i) => mu.data[i % d]! + scale.data[i % d]! * z),
  );
}

/** Whether each column holds one number over and over. */
function isConstant({ shape: [, d = 0], data }: Tensor): readonly boolean[] {
  const constant = Array<boolean>(d).fill(true);
  for (let i = d; i < data.length; i++) if (data[i] !== data[i % d]) constant[i % d] = false;
  return constant;
}

function fitting(operation: string, X: ArrayLike2d, d: number): Tensor {
  const data = assertData(operation, X);
  const given: Shape = data.shape;
  if (given.length > 0 && given[given.length - 1] === d) return data;
  const rule = `the data must have the ${d} variable(s) of the training data, [n, ${d}] or [${d}]`;
  throw new ShapeError({ operation, rule }, { X: given });
}

function assertData(operation: string, X: ArrayLike2d): Tensor {
  const data = tensor(X);
  const at = data.data.findIndex((x) => !Number.isFinite(x));
  if (at < 0) return data;
  const rule = "every entry must be finite, or the mean is not";
  const place = data.rank === 2 ? [Math.floor(at / data.shape[1]!), at % data.shape[1]!] : [at];
  throw new ValueError({ operation, rule }, { [`entry [${place.join(", ")}]`]: data.data[at] });
}
