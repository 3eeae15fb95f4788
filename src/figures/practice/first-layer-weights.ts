/** Chapter 5, practice: what each unit of the first layer looks for, as an image of its weights. */
import type { Tensor } from "../../math/tensor.js";
import { ValueError } from "../../math/value-error.js";
import type { Figure } from "../figure.js";
import { imageGrid } from "../image-grid.js";
import { numberText } from "../numbers.js";

const CALL = "firstLayerWeights";
const MOST = 40;

/**
 * The weights of a first layer, a picture for each unit: blue where ink speaks for the unit,
 * vermillion where it speaks against it.
 *
 * @param W - `[pixels, units]`, at most 40 units
 * @param width - pixels in a row of an image
 * @throws {@link ValueError} if W is not such a matrix, or the pixels fill no whole rows
 *
 * @example
 * firstLayerWeights(ones([4, 2]), 2).alt; // => "Weights of 2 units as images of 2 × 2 pixels"
 */
export function firstLayerWeights(W: Tensor, width: number): Figure {
  const [pixels = 0, units = 0] = W.shape;
  const height = pixels / width;
  if (W.shape.length !== 2 || !Number.isInteger(height) || units > MOST) {
    const rule = `W is [pixels, units] with whole rows of pixels and at most ${MOST} units`;
    throw new ValueError({ operation: CALL, rule }, { W: W.shape, width });
  }
  const images = Array.from({ length: units }, (_, unit) =>
    Array.from({ length: pixels }, (__, pixel) => W.data[pixel * units + unit]!),
  );
  const norms = images.map((image) => Math.hypot(...image));
  const strongest = norms.indexOf(Math.max(...norms));
  const largest = Math.max(...images.flat().map(Math.abs));
  return imageGrid({
    images,
    width,
    columns: Math.min(8, units),
    signed: true,
    range: [-largest, largest],
    marked: [strongest],
    alt: `Weights of ${units} units as images of ${width} × ${height} pixels`,
    caption:
      `Each picture shows the ${pixels} weights of one hidden unit, where its pixels lie. Blue: ink there pushes the unit up; vermillion: down; white: it does not care. ` +
      `The strongest weight is ${numberText(largest)} in size; the framed unit has the longest vector of weights, ${numberText(norms[strongest]!)}. Look for strokes and edges, and for margins that stay pale.`,
  });
}
