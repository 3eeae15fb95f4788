/** Data, blobs: a normally distributed cloud for each class, which lines can split if they lie apart. */
import type { Random } from "../math/random.js";
import { ShapeError } from "../math/shape.js";
import { type ArrayLike2d, type Tensor, tensor } from "../math/tensor.js";
import { ValueError } from "../math/value-error.js";
import { assertGenerator } from "./arguments.js";
import { type Dataset, fromExamples } from "./dataset.js";

/** Where the clouds lie and how wide they are. */
export interface BlobOptions {
  /** One centre a class, `[classes, d]`; the corners of a triangle around (0, 0) if absent. */
  readonly centers?: ArrayLike2d;
  /** Standard deviation of every cloud along every axis; 0.5 if absent. */
  readonly std?: number;
}

const TRIANGLE = [
  [-2, -1],
  [2, -1],
  [0, 2],
];

/**
 * A cloud `x ~ N(center, std²)` around each centre. Row i has class i mod (number of centres).
 *
 * @param n - number of rows, at least one for each centre
 * @returns x `[n, d]`, y `[n]` with classes 0 … centers − 1
 * @throws {@link ValueError} if `n` is below the number of centres, `std` is negative or a centre is
 * not finite
 * @throws {@link ShapeError} if `centers` is not `[classes, d]`
 *
 * @example
 * blobs(new Random(1), 4, { centers: [[0, 5], [1, 7]], std: 0 }).y.toArray(); // => [0, 1, 0, 1]
 */
export function blobs(
  random: Random,
  n: number,
  { centers = TRIANGLE, std = 0.5 }: BlobOptions = {},
): Dataset {
  const places = centersFrom(centers);
  assertGenerator("blobs", { random, n, noise: 0, least: places.length });
  if (!Number.isFinite(std) || std < 0) {
    const rule = "std is a standard deviation: finite and not negative";
    throw new ValueError({ operation: "blobs", rule }, { std });
  }
  return fromExamples(n, places[0]!.length, (row) => {
    const label = row % places.length;
    return { x: places[label]!.map((entry) => random.normal(entry, std)), y: label };
  });
}

function centersFrom(centers: ArrayLike2d): number[][] {
  const places: Tensor = tensor(centers);
  if (places.rank !== 2) {
    const rule = "centers is [classes, d], one centre a row";
    throw new ShapeError({ operation: "blobs", rule }, { centers: places.shape });
  }
  if (!places.data.every(Number.isFinite)) {
    const rule = "every entry of centers must be finite";
    throw new ValueError({ operation: "blobs", rule }, { centers: places.toArray() });
  }
  return places.toArray() as number[][];
}
