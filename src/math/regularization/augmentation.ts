/**
 * Chapter 5, augmentation: each time an image is shown it is shifted, mirrored, turned or lit a
 * little differently, so that the network learns what does not matter. Images are rows `[h · w]`.
 */
import type { Random } from "../random.js";
import { ShapeError } from "../shape.js";
import { type ArrayLike2d, Tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { finiteMatrix, notNegative, seeded } from "./arguments.js";
import { brighten, flipImage, type ImageSize, rotateImage, shiftImage } from "./image.js";

/** How far an image may be changed; what is left out is not done. */
export interface Augmentation {
  /** Shifts by whole pixels, from −shift to shift along each axis. */
  readonly shift?: number;
  /** Turns by an angle from −rotation to rotation, in degrees. */
  readonly rotation?: number;
  /** Mirrors left and right with probability ½. Not for digits or letters: a mirrored 2 is no 2. */
  readonly flip?: boolean;
  /** Adds a number from −brightness to brightness to every pixel. */
  readonly brightness?: number;
  /** Multiplies distances from the mean by a factor from 1 − contrast to 1 + contrast; below 1. */
  readonly contrast?: number;
  /** Lowest and highest pixel value, to which results are cut; left out, 0 and 1. */
  readonly range?: readonly [low: number, high: number];
}

/**
 * A batch of images, each changed at random and on its own: shifted, turned, mirrored, lit, in this
 * order. Call it on every batch anew ("on the fly"), and no image is shown twice alike. Only for
 * training data.
 *
 * @param images - one image a row, row by row of pixels, `[n, h · w]`
 * @param size - h and w, such as 8 × 8 or 28 × 28
 * @param changes - what may happen, and how much
 * @param random - where the changes come from
 * @returns `[n, h · w]`, new
 * @throws {@link ShapeError} if a row is not h · w long
 * @throws {@link ValueError} if a limit is negative, a pixel is outside the range, or the generator is
 *   missing
 * @see Simard, Steinkraus, Platt, "Best Practices for Convolutional Neural Networks" (2003)
 *
 * @example
 * augment([[0, 1, 0, 0]], { height: 2, width: 2 }, {}, new Random(1)).toArray(); // => [[0, 1, 0, 0]]
 */
export function augment(
  images: ArrayLike2d,
  size: ImageSize,
  changes: Augmentation,
  random: Random,
): Tensor {
  const batch = finiteMatrix("augment", "images", images);
  const limits = limitsOf(changes);
  const source = seeded("augment", random);
  const [rows = 0, pixels = 0] = batch.shape;
  if (pixels !== size.height * size.width) {
    const rule = `an image of ${size.height} × ${size.width} is a row of ${size.height * size.width}`;
    throw new ShapeError({ operation: "augment", rule }, { images: batch.shape });
  }
  const [low, high] = limits.range;
  if (batch.data.some((pixel) => pixel < low || pixel > high)) {
    const rule = `pixels must lie within range, from ${low} to ${high}`;
    const hint = "Say range: [0, 16] or [0, 255] if that is what they are.";
    throw new ValueError({ operation: "augment", rule, hint }, { range: limits.range });
  }
  const data = new Float64Array(batch.size);
  for (let i = 0; i < rows; i++) {
    const image = batch.data.subarray(i * pixels, (i + 1) * pixels);
    data.set(change(image, size, limits, source), i * pixels);
  }
  return new Tensor(batch.shape, data);
}

type Limits = Required<Augmentation>;

function change(
  image: Float64Array,
  size: ImageSize,
  limits: Limits,
  random: Random,
): Float64Array {
  const { shift, rotation, flip, brightness, contrast, range } = limits;
  let changed = image;
  // A limit of 0 draws nothing: what is left out costs no random numbers.
  if (shift > 0) {
    const [right, down] = [random.integer(2 * shift + 1), random.integer(2 * shift + 1)];
    changed = shiftImage(changed, size, right - shift, down - shift);
  }
  if (rotation > 0) changed = rotateImage(changed, size, random.uniform(-rotation, rotation));
  if (flip && random.integer(2) === 1) changed = flipImage(changed, size);
  if (brightness > 0 || contrast > 0) {
    const added = random.uniform(-brightness, brightness);
    changed = brighten(changed, added, 1 + random.uniform(-contrast, contrast), range);
  }
  return changed;
}

function limitsOf(changes: Augmentation): Limits {
  const operation = "augment";
  const limit = (name: "shift" | "rotation" | "brightness" | "contrast") =>
    notNegative(operation, name, changes[name] ?? 0);
  const shift = limit("shift");
  if (!Number.isInteger(shift)) {
    throw new ValueError({ operation, rule: "shift is a whole number of pixels" }, { shift });
  }
  const contrast = limit("contrast");
  if (contrast >= 1) {
    const rule = "contrast must be below 1, or images could turn into their negatives";
    throw new ValueError({ operation, rule }, { contrast });
  }
  const range = changes.range ?? [0, 1];
  if (!(range[0] < range[1])) {
    const rule = "range is the lowest and the highest pixel value, in this order";
    throw new ValueError({ operation, rule }, { range });
  }
  const [rotation, brightness] = [limit("rotation"), limit("brightness")];
  return { shift, rotation, brightness, contrast, flip: changes.flip ?? false, range };
}
