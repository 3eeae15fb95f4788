/** Opening: handwritten digits as pictures, and the weights of a unit that reads them as a picture. */
import { type Dataset, takeRows } from "../../datasets/dataset.js";
import type { Tensor } from "../../math/tensor.js";
import { ValueError } from "../../math/value-error.js";
import type { Figure } from "../figure.js";
import { imageGrid } from "../image-grid.js";

/** Pixels in a row of a digit. */
const WIDTH = 8;

/**
 * Some pictures of each kind, side by side.
 *
 * @param data - pictures as rows `[n, pixels]`, 8 pixels wide, from 0 to 16, with their kinds `[n]`
 * @param kinds - which kinds to show
 * @param each - how many of each
 * @throws {@link ValueError} if the data has not enough pictures of a kind
 *
 * @example
 * digitPictures(digits(), [0, 1], 2).alt; // => "4 handwritten digits: 0, 0, 1, 1"
 */
export function digitPictures(data: Dataset, kinds: readonly number[], each: number): Figure {
  const rows = kinds.flatMap((kind) => {
    const found = [...data.y.data.keys()].filter((i) => data.y.data[i] === kind).slice(0, each);
    if (found.length < each || each < 1) {
      const rule = "the data has enough pictures of each kind";
      throw new ValueError({ operation: "digitPictures", rule }, { kind, found: found.length });
    }
    return found;
  });
  const names = rows.map((i) => String(data.y.data[i]));
  return imageGrid({
    images: rows.map((i) => [...takeRows(data, [i]).x.data]),
    width: WIDTH,
    range: [0, 16],
    columns: Math.min(4, rows.length),
    titles: names,
    alt: `${rows.length} handwritten digits: ${names.join(", ")}`,
    caption: `Handwritten digits of ${WIDTH} by ${WIDTH} pixels, ${each} of each of ${kinds.length} kinds, dark where there is ink. Look at the middle of each picture: that is where the hand-made feature looks.`,
  });
}

/**
 * The weights of some units that read pictures, each drawn as a picture and scaled by its largest.
 *
 * @param weights - one weight a pixel, by the name of the unit, each `[pixels]`
 *
 * @example
 * weightPictures({ "by hand": zeros([64]) }).alt; // => "Weights as pictures: by hand"
 */
export function weightPictures(weights: Readonly<Record<string, Tensor>>): Figure {
  const names = Object.keys(weights);
  const images = Object.values(weights).map(({ data }) => {
    const largest = Math.max(...data.map(Math.abs), Number.MIN_VALUE);
    return [...data].map((weight) => Number((weight / largest).toFixed(3)));
  });
  const used = images.map((image) => image.filter((weight) => weight !== 0).length);
  return imageGrid({
    images,
    width: WIDTH,
    signed: true,
    range: [-1, 1],
    columns: Math.min(4, names.length),
    titles: names,
    alt: `Weights as pictures: ${names.join(", ")}`,
    caption: `The weights of ${names.length === 1 ? "a unit" : `${names.length} units`}, one a pixel: blue where ink speaks for the second kind, red where it speaks for the first, white where it does not count. Compare how many pixels each of them uses: ${names.map((name, i) => `${used[i]} for “${name}”`).join(", ")}.`,
  });
}
