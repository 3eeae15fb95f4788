/**
 * Chapter 6, linear regions: a network of rectifiers is linear on each of many pieces. How many there
 * can be, and how many a given network has.
 */
import { relu } from "../activations.js";
import { dense } from "../dense-layer.js";
import { ShapeError } from "../shape.js";
import { type ArrayLike2d, linspace, Tensor, tensor } from "../tensor.js";
import { assertRange } from "./genetic-algorithm.js";
import { binomial } from "./polynomial-features.js";
import { assertCount } from "./search.js";

/** Weights `[in, out]` and biases `[out]` of a layer of rectifiers. */
export interface ReluLayer {
  readonly W: ArrayLike2d;
  readonly b: ArrayLike2d;
}

/**
 * Zaslavsky's count: n hyperplanes in general position cut a d-dimensional space into
 * `Σ C(n, j)` regions, j = 0 … d, Eq. (6.18), exactly. So many linear pieces has a layer of n
 * rectifiers on d inputs at most: a polynomial in the width n.
 *
 * @param units - n
 * @param inputs - d
 * @throws {@link ValueError} if an argument is not a whole number of at least 1
 * @see Zaslavsky, "Facing up to Arrangements" (1975)
 *
 * @example
 * maximalRegions(3, 2); // => 7n
 */
export function maximalRegions(units: number, inputs: number): bigint {
  assertCount("maximalRegions", "units", units);
  assertCount("maximalRegions", "inputs", inputs);
  let regions = 0n;
  for (let j = 0; j <= Math.min(units, inputs); j++) regions += binomial(units, j);
  return regions;
}

/**
 * Which units of all layers are active at each example: 1 where a pre-activation is above 0. Two
 * examples with the same pattern lie on the same linear piece of the network.
 *
 * @param layers - layers of rectifiers, first one first
 * @param X - examples, `[n, in]`
 * @returns one text of 0s and 1s an example
 * @throws {@link ShapeError} if the layers do not fit together or X does not fit the first
 *
 * @example
 * activationPatterns([{ W: [[1, -1]], b: [0, 1] }], [[-2], [0.5], [3]]); // => ["01", "11", "10"]
 */
export function activationPatterns(layers: readonly ReluLayer[], X: ArrayLike2d): string[] {
  let inputs = tensor(X);
  const patterns = Array.from({ length: inputs.shape[0] ?? 0 }, () => "");
  for (const { W, b } of layers) {
    const z = dense(inputs, W, b);
    const width = z.shape[1]!;
    for (const i of patterns.keys()) {
      for (const entry of z.data.subarray(i * width, (i + 1) * width))
        patterns[i] += entry > 0 ? "1" : "0";
    }
    inputs = relu(z);
  }
  return patterns;
}

/**
 * Number of linear regions that a network of rectifiers with two inputs shows on a square grid, and
 * the region of every grid point for a figure. Regions that slip between grid points are missed.
 *
 * @param layers - layers of rectifiers, the first with 2 inputs
 * @param options - the square from `low` to `high`, and grid points a side (`points`, at least 2)
 * @returns how many regions, and for each point its region's number, `[points, points]`, rows upwards
 * @throws {@link ValueError} if the square is empty or there are fewer than 2 points a side
 * @throws {@link ShapeError} if the layers do not fit
 *
 * @example
 * regionsOnGrid([{ W: [[1, 0], [0, 1]], b: [0, 0] }], { low: -1, high: 1, points: 4 }).count; // => 4
 */
export function regionsOnGrid(
  layers: readonly ReluLayer[],
  options: { readonly low: number; readonly high: number; readonly points: number },
): { readonly count: number; readonly regions: Tensor } {
  const { low, high } = options;
  assertRange("regionsOnGrid", low, high);
  const points = assertCount("regionsOnGrid", "points", options.points, 2);
  const ticks = [...linspace(low, high, points).data];
  const patterns = activationPatterns(
    layers,
    ticks.flatMap((y) => ticks.map((x) => [x, y])),
  );
  const numbers = new Map([...new Set(patterns)].map((pattern, number) => [pattern, number]));
  const regions = Float64Array.from(patterns, (pattern) => numbers.get(pattern)!);
  return { count: numbers.size, regions: new Tensor([points, points], regions) };
}

/**
 * Where a network of rectifiers bends along a straight line `x(t) = from + t (to − from)`, 0 < t < 1:
 * every t at which some unit switches, exactly, layer by layer. Between two of them the network is
 * linear; so the line meets one region more than there are switches.
 *
 * @param layers - layers of rectifiers, first one first
 * @param from - start of the line, `[in]`
 * @param to - its end, `[in]`
 * @returns t of the switches, in ascending order
 * @throws {@link ShapeError} if the ends or the layers do not fit together
 *
 * @example
 * switchesAlongLine([{ W: [[1, 1]], b: [-1, -2] }], [0], [4]); // => [0.25, 0.5]
 */
export function switchesAlongLine(
  layers: readonly ReluLayer[],
  from: ArrayLike2d,
  to: ArrayLike2d,
): number[] {
  const [start, end] = [tensor(from), tensor(to)];
  if (start.rank !== 1 || end.rank !== 1 || start.size !== end.size) {
    const rule = "a line runs between two points [in] of one length";
    const shapes = { from: start.shape, to: end.shape };
    throw new ShapeError({ operation: "switchesAlongLine", rule }, shapes);
  }
  // On a piece between two switches everything is linear in t, so its two ends say all of it.
  let ends = new Map<number, Tensor>([
    [0, start],
    [1, end],
  ]);
  for (const { W, b } of layers) {
    const z = new Map([...ends].map(([t, input]) => [t, dense(input, W, b)]));
    const places = [...z.keys()];
    for (const [i, right] of places.entries()) {
      if (i === 0) continue;
      const left = places[i - 1]!;
      for (const share of crossings(z.get(left)!, z.get(right)!)) {
        const blend = z.get(left)!.data.map((a, k) => a + share * (z.get(right)!.data[k]! - a));
        z.set(left + share * (right - left), new Tensor(z.get(left)!.shape, blend));
      }
    }
    ends = new Map([...z].sort(([s], [t]) => s - t).map(([t, value]) => [t, relu(value)]));
  }
  return [...ends.keys()].slice(1, -1);
}

/** Where, between 0 and 1, entries change their sign on the way from a to b. */
function crossings(a: Tensor, b: Tensor): number[] {
  return [...a.data].flatMap((left, k) => {
    const right = b.data[k]!;
    return left * right < 0 ? [left / (left - right)] : [];
  });
}
