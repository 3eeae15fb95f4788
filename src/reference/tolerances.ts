/** The reference's tolerances: float64 against float32 sums, and against graphics cards. */
import type { Tolerance } from "../math/compare.js";
import { FLOAT32 } from "../math/tolerances.js";
import type { BackendName } from "./backend.js";

/**
 * A sum of products in float32, such as a dot product.
 *
 * @param scale - `Σ |aᵢ bᵢ|`: rounding goes with the size of what is added, not of the result,
 *   which may cancel to nothing
 */
export function float32Sum(scale: number): Tolerance {
  return {
    name: "float32 sum",
    relative: 0,
    absolute: 1e-7 + 4e-7 * scale,
    reason: "4e-7 · Σ|aᵢbᵢ|; up to 1.8e-7 was measured for sums of up to 1024 products",
  };
}

/**
 * A function of such a sum, whose slope is at most 1 in size.
 *
 * @param scale - `Σ |aᵢ bᵢ|`
 */
export function float32Chain(scale: number): Tolerance {
  return {
    name: "float32 chain",
    relative: FLOAT32.relative,
    absolute: FLOAT32.absolute + 4e-7 * scale,
    reason: "the sum's error, 4e-7 · Σ|aᵢbᵢ|, passed on, and that of one function in float32",
  };
}

/**
 * Values and gradients of up to four layers of at most six units, with weights near 1.
 *
 * @param inputs - the largest |x|: the rounding of `1 − tanh²` in a slope is multiplied by it
 */
export function float32Network(inputs: number): Tolerance {
  return {
    name: "float32 network",
    relative: 2e-6,
    absolute: 4e-6 * Math.max(1, inputs),
    reason:
      "4e-6 · max |x|; tanh and its slope are off by 2e-7, and inputs and weights multiply that: " +
      "up to 57 % was measured in 40 times as many draws",
  };
}

/**
 * Parameters after many updates in float32.
 *
 * @param steps - k; the roundings of one update are passed on to the next
 */
export function float32Steps(steps: number): Tolerance {
  return {
    name: "float32 steps",
    relative: FLOAT32.relative,
    absolute: FLOAT32.absolute * Math.sqrt(steps),
    reason: "1e-6 · √k after k updates; after 100 of Adam, whose β₂ᵗ is rounded, 6e-6 was measured",
  };
}

/** The losses and weights of 50 steps of gradient descent. */
export const SGD_RUN: Tolerance = {
  name: "float32 run",
  relative: 1e-6,
  absolute: 2e-6,
  reason: "gradients are off by 1e-7 in a step; up to 1.2e-6 in a weight was measured in 30 runs",
};

/** The losses and weights of 50 steps of Adam. */
export const ADAM_RUN: Tolerance = {
  name: "float32 Adam run",
  relative: 1e-5,
  absolute: 1e-4,
  reason:
    "TensorFlow.js has β₂ᵗ in float32, which makes 1 − β₂ᵗ off by 1e-5; up to 7e-5 in a weight was " +
    "measured in 30 runs, and 3e-6 once that is imitated",
};

/** A value worked by hand, where the reference is the worse one or keeps another convention. */
export const BY_HAND: Tolerance = {
  name: "by hand",
  relative: 1e-7,
  absolute: 0,
  reason: "worked with the leading term of a series, whose rest is below 1e-8 of it",
};

/** The tolerance on a backend: WGSL and CUDA allow exp, tanh and sums a few units more. */
export function onBackend(tolerance: Tolerance, backend: BackendName): Tolerance {
  if (backend !== "webgpu" && backend !== "tfjs-node-gpu") return tolerance;
  return {
    name: `${tolerance.name}, GPU`,
    relative: 10 * tolerance.relative,
    absolute: 10 * tolerance.absolute,
    reason: `ten times wider on a graphics card, where e^30 was off by 1.2 times; ${tolerance.reason}`,
  };
}
