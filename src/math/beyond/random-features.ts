/**
 * Chapter 6, random features: project x in random directions, bend, and leave the rest to a linear
 * read-out. A network whose hidden layer never learns.
 */
import { relu } from "../activations.js";
import { add, mul, neg } from "../arithmetic.js";
import type { Plain } from "../dual.js";
import { type Unary, unary } from "../elementwise.js";
import { matMul } from "../linear-algebra.js";
import type { Random } from "../random.js";
import { Tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { type FeatureMap, featureMap } from "./feature-map.js";
import { assertCount, assertPositive } from "./search.js";

/** What {@link randomFeatures} draws. */
export interface RandomFeatureOptions {
  /** Length of an example. */
  readonly inputs: number;
  /** Number of features m. */
  readonly features: number;
  readonly random: Random;
  /** The bend: the rectifier, or a cosine; left out it is the rectifier. */
  readonly bend?: "relu" | "cosine";
  /** ℓ, the distance over which a feature changes; left out it is 1. */
  readonly width?: number;
}

/**
 * Random projection and a bend: `φ(x) = g(xW + b)`, Eq. (6.12), with `W ~ N(0, 1/ℓ²)` `[d, m]`, drawn
 * once and then fixed.
 *
 * With the rectifier `b ~ N(0, 1)`. With the cosine, `φ(x) = √(2/m) cos(xW + b)` and b uniform on
 * [0, 2π): then `E φ(x)·φ(x′) = exp(−‖x − x′‖²/2ℓ²)`, so that a linear unit on these features is
 * nearly a kernel machine, at a cost that does not grow with the samples.
 *
 * @returns φ, `[n, d]` to `[n, m]`
 * @throws {@link ValueError} if a count or the width is not positive, or the bend is unknown
 * @see Rahimi and Recht, "Random Features for Large-Scale Kernel Machines" (2007)
 *
 * @example
 * const phi = randomFeatures({ inputs: 2, features: 50, random: new Random(1) });
 * phi([[0, 0], [1, 0], [0, 1]]).shape; // => [3, 50]
 */
export function randomFeatures(options: RandomFeatureOptions): FeatureMap {
  const { inputs, features, random, bend = "relu", width = 1 } = options;
  assertCount("randomFeatures", "inputs", inputs);
  assertCount("randomFeatures", "features", features);
  assertPositive("randomFeatures", "width", width);
  if (bend !== "relu" && bend !== "cosine") {
    const rule = 'the bend is "relu" or "cosine", Eq. (6.12)';
    throw new ValueError({ operation: "randomFeatures", rule }, { bend });
  }
  const draw = (count: number, next: () => number) => Float64Array.from({ length: count }, next);
  const W = new Tensor(
    [inputs, features],
    draw(inputs * features, () => random.normal(0, 1 / width)),
  );
  const shift = bend === "relu" ? () => random.normal() : () => random.uniform(0, 2 * Math.PI);
  const b = new Tensor([features], draw(features, shift));
  return featureMap("randomFeatures", inputs, (X) => {
    const z = add(matMul(X, W), b);
    return bend === "relu" ? relu(z) : mul(Math.sqrt(2 / features), cosine(z));
  });
}

const minusSine: Unary = unary(
  "minusSine",
  (x) => -Math.sin(x),
  (x) => minus(cosine(x)),
);
const cosine: Unary = unary("cosine", Math.cos, (x) => minusSine(x) as Plain);
const minus = (x: Plain): Plain => neg(x) as Plain;
