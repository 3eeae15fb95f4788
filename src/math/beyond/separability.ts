/**
 * Chapter 6, linear separability: weights that put every example on its own side of a hyperplane, or
 * a proof that there are none.
 */
import { ShapeError } from "../shape.js";
import { type ArrayLike2d, Tensor, tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { leastSquares } from "./linear-solve.js";

/**
 * Weights w with `yᵢ (w·xᵢ) > 0` for every example, through the origin; for a hyperplane with a bias
 * give every x a last entry 1.
 *
 * By Gordan's theorem either there are such weights, or some mixture `Σ λᵢ yᵢxᵢ` with `λᵢ ≥ 0`,
 * `Σ λᵢ = 1` is 0. The mixture nearest to 0 is sought by non-negative least squares; what is left of
 * it is w. Unlike the perceptron's rule this ends in both cases.
 *
 * @param X - examples, one a row, `[n, d]`
 * @param y - classes, each +1 or −1, `[n]`
 * @returns w `[d]`, or undefined if the classes cannot be separated
 * @throws {@link ShapeError} if X is not a matrix or y does not fit
 * @throws {@link ValueError} if a class is not ±1
 * @see Gordan (1873); Lawson and Hanson, "Solving Least Squares Problems" (1974), chapter 23
 *
 * @example
 * separatingWeights([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]], [-1, 1, 1, -1]); // => undefined
 */
export function separatingWeights(X: ArrayLike2d, y: ArrayLike2d): Tensor | undefined {
  const [examples, classes] = [tensor(X), tensor(y)];
  const [n = 0, d = 0] = examples.shape;
  if (examples.rank !== 2 || classes.rank !== 1 || classes.size !== n) {
    const rule = "X [n, d] and y [n] have one class an example";
    const shapes = { X: examples.shape, y: classes.shape };
    throw new ShapeError({ operation: "separatingWeights", rule }, shapes);
  }
  const odd = classes.data.find((label) => label !== 1 && label !== -1);
  if (odd !== undefined) {
    const rule = "a class is +1 or −1, Eq. (1.14)";
    throw new ValueError({ operation: "separatingWeights", rule }, { class: odd });
  }
  // One column an example, its side times x scaled to length 1, and below it the 1 of Σ λ = 1.
  const columns = Array.from({ length: n }, (_, i) => {
    const x = examples.data.subarray(i * d, (i + 1) * d);
    const scale = classes.data[i]! / (Math.hypot(...x) || 1);
    return [...Array.from(x, (entry) => entry * scale), 1];
  });
  const rest = nonNegativeRest(columns, [...Array<number>(d).fill(0), 1]);
  const w = rest.slice(0, d).map((entry) => -entry);
  const separates = columns.every((column) => dotLists(w, column) > 1e-9 * Math.hypot(...w));
  return separates ? new Tensor([d], Float64Array.from(w)) : undefined;
}

/** `b − Σ λᵢ columnᵢ` for the `λ ≥ 0` that make it shortest, by Lawson and Hanson's active sets. */
function nonNegativeRest(columns: readonly number[][], b: readonly number[]): number[] {
  let used: number[] = [];
  let shares: number[] = [];
  for (let round = 0; round < 10 * columns.length + 10; round++) {
    const rest = b.map(
      (entry, k) => entry - used.reduce((t, i, j) => t + shares[j]! * columns[i]![k]!, 0),
    );
    const gains = columns.map((column, i) => (used.includes(i) ? 0 : dotLists(column, rest)));
    const best = gains.indexOf(Math.max(...gains));
    if (gains[best]! <= 1e-12 || used.length === b.length) return rest;
    used = [...used, best];
    shares = [...shares, 0];
    for (;;) {
      const wanted = leastOf(
        used.map((i) => columns[i]!),
        b,
      );
      if (wanted.every((share) => share > 0)) {
        shares = wanted;
        break;
      }
      // Go as far towards the wanted shares as none turns negative, and let go of those at 0.
      const limits = wanted.map((w, j) => (w > 0 ? 1 : shares[j]! / (shares[j]! - w || 1)));
      const far = Math.min(...limits);
      shares = shares.map((share, j) => share + far * (wanted[j]! - share));
      const kept = shares.map((share, j) => limits[j]! > far && share > 1e-15);
      used = used.filter((_, j) => kept[j]);
      shares = shares.filter((_, j) => kept[j]);
      if (used.length === 0) break;
    }
  }
  return [...b.map(() => 0)];
}

function leastOf(columns: readonly number[][], b: readonly number[]): number[] {
  const rows = b.map((_, k) => columns.map((column) => column[k]!));
  return [...leastSquares(rows, b).data];
}

function dotLists(a: readonly number[], b: readonly number[]): number {
  return a.reduce((total, entry, i) => total + entry * b[i]!, 0);
}
