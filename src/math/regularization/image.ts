/**
 * Chapter 5, single changes to an image that augmentation draws from. An image is a row of `h · w`
 * pixels, line by line; what comes in from outside its frame is 0, the background.
 */
import { ShapeError } from "../shape.js";
import { type ArrayLike2d, Tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { finiteMatrix } from "./arguments.js";

/** Lines and columns of an image. */
export interface ImageSize {
  readonly height: number;
  readonly width: number;
}

/** A row of pixels. */
export type Pixels = readonly number[] | Float64Array;

/**
 * Every image of a batch, changed alike: row k of the result is `change(row k)`.
 *
 * @param images - one image a row, `[n, h · w]`
 * @param change - from pixels to as many pixels, as `(image) => shiftImage(image, size, 1, 0)`
 * @returns `[n, h · w]`, new
 * @throws {@link ShapeError} if images is not a matrix, or a changed image has another length
 *
 * @example
 * mapImages([[1, 2], [3, 4]], (image) => flipImage(image, { height: 1, width: 2 })).toArray(); // => [[2, 1], [4, 3]]
 */
export function mapImages(images: ArrayLike2d, change: (image: Float64Array) => Pixels): Tensor {
  const batch = finiteMatrix("mapImages", "images", images);
  const [n = 0, pixels = 0] = batch.shape;
  const data = new Float64Array(batch.size);
  for (let i = 0; i < n; i++) {
    const made = change(batch.data.slice(i * pixels, (i + 1) * pixels));
    if (made.length !== pixels) {
      const rule = "a changed image has as many pixels as before";
      throw new ShapeError({ operation: "mapImages", rule }, { [`image ${i}`]: [made.length] });
    }
    data.set(made, i * pixels);
  }
  return new Tensor(batch.shape, data);
}

/**
 * The image moved by whole pixels; what leaves the frame is lost.
 *
 * @param image - `[h · w]`
 * @param right - pixels to the right; negative to the left
 * @param down - pixels down; negative up
 * @throws {@link ShapeError} if the row is not h · w long
 * @throws {@link ValueError} if a distance is not a whole number
 *
 * @example
 * [...shiftImage([1, 2, 3, 4], { height: 2, width: 2 }, 1, 0)]; // => [0, 1, 0, 3]
 */
export function shiftImage(
  image: Pixels,
  size: ImageSize,
  right: number,
  down: number,
): Float64Array {
  if (!Number.isInteger(right) || !Number.isInteger(down)) {
    const rule = "right and down are whole numbers of pixels";
    throw new ValueError({ operation: "shiftImage", rule }, { right, down });
  }
  const at = reader("shiftImage", image, size);
  return draw(size, (line, column) => at(line - down, column - right));
}

/**
 * The mirror image, left and right exchanged.
 *
 * @param image - `[h · w]`
 * @throws {@link ShapeError} if the row is not h · w long
 * @see tf.image.flipLeftRight
 *
 * @example
 * [...flipImage([1, 2, 3, 4], { height: 2, width: 2 })]; // => [2, 1, 4, 3]
 */
export function flipImage(image: Pixels, size: ImageSize): Float64Array {
  const at = reader("flipImage", image, size);
  return draw(size, (line, column) => at(line, size.width - 1 - column));
}

/**
 * The image turned about its centre. Each new pixel is looked up where it came from; between pixels
 * the four neighbours are averaged by nearness (bilinear sampling).
 *
 * @param image - `[h · w]`
 * @param degrees - counter-clockwise as one sees it
 * @throws {@link ShapeError} if the row is not h · w long
 * @throws {@link ValueError} if the angle is not finite
 *
 * @example
 * [...rotateImage([1, 2, 3, 4], { height: 2, width: 2 }, 90)]; // => [2, 4, 1, 3]
 */
export function rotateImage(image: Pixels, size: ImageSize, degrees: number): Float64Array {
  if (!Number.isFinite(degrees)) {
    const rule = "the angle must be a finite number of degrees";
    throw new ValueError({ operation: "rotateImage", rule }, { degrees });
  }
  const at = reader("rotateImage", image, size);
  const [cos, sin] = cosineAndSine(degrees);
  const [middle, centre] = [(size.height - 1) / 2, (size.width - 1) / 2];
  return draw(size, (line, column) => {
    const [x, y] = [column - centre, line - middle];
    // Lines count downwards, so a turn that looks counter-clockwise is undone by this one.
    return between(at, middle + sin * x + cos * y, centre + cos * x - sin * y);
  });
}

/**
 * The image with more light or contrast: `low ≤ m + c (x − m) + b ≤ high`, m the image's mean.
 *
 * @param image - any number of pixels
 * @param brightness - b, added to every pixel
 * @param contrast - c, the factor for distances from the mean
 * @param range - results are cut to lie within
 *
 * @example
 * [...brighten([0, 0.5, 0.25, 0.25], 0.25, 2, [0, 1])]; // => [0, 1, 0.5, 0.5]
 */
export function brighten(
  image: Pixels,
  brightness: number,
  contrast: number,
  range: readonly [low: number, high: number],
): Float64Array {
  const pixels = Float64Array.from(image);
  const average = pixels.reduce((total, pixel) => total + pixel, 0) / pixels.length;
  const [low, high] = range;
  return pixels.map((pixel) => {
    const lit = average + contrast * (pixel - average) + brightness;
    return Math.min(high, Math.max(low, lit));
  });
}

/** The pixel at a line and column, 0 outside the frame. */
type Reader = (line: number, column: number) => number;

function reader(operation: string, image: Pixels, { height, width }: ImageSize): Reader {
  if (image.length !== height * width || !(height >= 1 && width >= 1)) {
    const rule = `an image of ${height} × ${width} is a row of ${height * width}`;
    throw new ShapeError({ operation, rule }, { image: [image.length] });
  }
  return (line, column) =>
    line >= 0 && line < height && column >= 0 && column < width ? image[line * width + column]! : 0;
}

function draw({ height, width }: ImageSize, pixel: Reader): Float64Array {
  const image = new Float64Array(height * width);
  for (let line = 0; line < height; line++) {
    for (let column = 0; column < width; column++)
      image[line * width + column] = pixel(line, column);
  }
  return image;
}

/** The value between pixels: the four neighbours, weighted by nearness. */
function between(at: Reader, line: number, column: number): number {
  const [top, left] = [Math.floor(line), Math.floor(column)];
  const [v, u] = [line - top, column - left];
  const upper = (1 - u) * at(top, left) + u * at(top, left + 1);
  const lower = (1 - u) * at(top + 1, left) + u * at(top + 1, left + 1);
  return (1 - v) * upper + v * lower;
}

/** Quarter turns are exact, so that they move pixels and do not blur them. */
function cosineAndSine(degrees: number): readonly [number, number] {
  if (degrees % 90 === 0) {
    const quarters = (((degrees / 90) % 4) + 4) % 4;
    return [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ][quarters] as [number, number];
  }
  const angle = (degrees / 180) * Math.PI;
  return [Math.cos(angle), Math.sin(angle)];
}
