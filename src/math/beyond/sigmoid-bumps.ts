/**
 * Chapter 6, universal approximation, built by hand: two sigmoids make a bump, bumps side by side make
 * any continuous function on [0, 1].
 */
import { sigmoid } from "../activations.js";
import { dense } from "../dense-layer.js";
import { type ArrayLike2d, Tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { assertCount, assertPositive } from "./search.js";

/** A network with one hidden layer of sigmoids, from one input to one output. */
export interface BumpNetwork {
  /** `[1, units]` */
  readonly hiddenWeights: Tensor;
  /** `[units]` */
  readonly hiddenBiases: Tensor;
  /** `[units, 1]` */
  readonly outputWeights: Tensor;
  /** `[1]` */
  readonly outputBias: Tensor;
  /** Hidden units: one fewer than bumps, because neighbours share an edge. */
  readonly units: number;
  /** ŷ `[n]` for inputs `[n]`, computed by two dense layers. */
  readonly predict: (x: ArrayLike2d) => Tensor;
}

/**
 * Weights, written down without learning, that approximate f on [0, 1] by n bumps,
 * `f̂(x) = Σₖ f(mₖ) [σ(s(x − eₖ)) − σ(s(x − eₖ₊₁))]`, Eq. (6.17), with edges `eₖ = k/n`, middles mₖ
 * between them and steepness s. Neighbouring bumps share an edge, and the outermost edges lie far away,
 * so n − 1 hidden units are enough.
 *
 * The error shrinks as 1/n for a function whose slope is bounded. So the theorem holds: for every ε
 * there is an n. It says nothing about whether descent would find these weights.
 *
 * @param f - continuous on [0, 1]
 * @param bumps - n, at least 2
 * @param steepness - s; left out it is 8n, edges about as wide as half a bump
 * @throws {@link ValueError} if n is below 2, s is not positive, or f gives no finite number
 * @see Cybenko, "Approximation by Superpositions of a Sigmoidal Function" (1989), for the theorem
 *
 * @example
 * sigmoidBumps((x) => (x < 0.5 ? 0 : 1), 2, 4000).predict([0.2, 0.8]).toArray(); // => [0, 1]
 */
export function sigmoidBumps(
  f: (x: number) => number,
  bumps: number,
  steepness: number = 8 * bumps,
): BumpNetwork {
  const operation = "sigmoidBumps";
  assertCount(operation, "bumps", bumps, 2);
  assertPositive(operation, "steepness", steepness);
  const heights = Float64Array.from({ length: bumps }, (_, k) => {
    const value: unknown = f((k + 0.5) / bumps);
    if (typeof value === "number" && Number.isFinite(value)) return value;
    const rule = "f must be a finite number everywhere on [0, 1]";
    throw new ValueError({ operation, rule }, { x: (k + 0.5) / bumps, "f(x)": value });
  });
  const units = bumps - 1;
  const list = (entry: (k: number) => number) =>
    Float64Array.from({ length: units }, (_, k) => entry(k));
  const hiddenWeights = new Tensor(
    [1, units],
    list(() => steepness),
  );
  const hiddenBiases = new Tensor(
    [units],
    list((k) => (-steepness * (k + 1)) / bumps),
  );
  const rises = list((k) => heights[k + 1]! - heights[k]!);
  const outputWeights = new Tensor([units, 1], rises);
  const outputBias = new Tensor([1], heights.slice(0, 1));
  const predict = (x: ArrayLike2d): Tensor => {
    const inputs = x instanceof Tensor ? x.data : Float64Array.from(x.flat());
    const hidden = dense(
      new Tensor([inputs.length, 1], inputs),
      hiddenWeights,
      hiddenBiases,
      sigmoid,
    );
    return new Tensor([inputs.length], dense(hidden, outputWeights, outputBias).data);
  };
  return { hiddenWeights, hiddenBiases, outputWeights, outputBias, units, predict };
}

/**
 * The largest `|f(x) − f̂(x)|` on a grid over [0, 1].
 *
 * @param f - what was to be approximated
 * @param predict - f̂ of a list of inputs
 * @param points - points of the grid; left out it is 1001
 * @throws {@link ValueError} if there are fewer than 2 points
 *
 * @example
 * largestError((x) => x, (x) => tensor(x.map(() => 0.25)), 5); // => 0.75
 */
export function largestError(
  f: (x: number) => number,
  predict: (x: number[]) => Tensor,
  points = 1001,
): number {
  assertCount("largestError", "points", points, 2);
  const grid = Array.from({ length: points }, (_, i) => i / (points - 1));
  const got = predict(grid).data;
  return grid.reduce((worst, x, i) => Math.max(worst, Math.abs(f(x) - got[i]!)), 0);
}
