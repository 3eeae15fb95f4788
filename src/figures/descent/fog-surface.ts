/**
 * Chapter 4, the landscape in the fog: a slanting, oblong bowl whose lowest place the reader has to
 * find by the slope alone.
 */
import { mul, sub } from "../../math/arithmetic.js";
import type { Differentiable } from "../../math/descent.js";
import { ravine } from "../../math/surfaces.js";
import { type Tensor, tensor } from "../../math/tensor.js";
import { turned } from "../../math/turned-surface.js";

/** A bowl with its minimum, for the figure that measures how far one has come. */
export interface FogSurface extends Differentiable {
  readonly minimum: Tensor;
}

const MINIMUM = tensor([2, -1]);
const BOWL = turned(ravine(5), 25);
const SCALE = 0.25;

/**
 * The loss in the fog, a turned ravine, Eq. (4.22), with κ = 5, moved away from the middle.
 *
 * @example
 * fogSurface.value(fogSurface.minimum); // => 0
 */
export const fogSurface: FogSurface = {
  value: (w) => SCALE * BOWL.value(sub(w, MINIMUM)),
  gradient: (w) => mul(SCALE, BOWL.gradient(sub(w, MINIMUM))),
  minimum: MINIMUM,
};
