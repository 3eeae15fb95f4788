/** Pictures: an image of the learner's beside the given and the wanted one. */
import { imageGrid } from "../../figures/image-grid.js";
import type { Drawable, Picture } from "../../grading/picture.js";
import { errorMap } from "./error-map.js";
import { agrees, bothSides, drawableRows } from "./two-sides.js";

/** A seven of eight by eight pixels, from 0 to 1: no symmetry of a square leaves it as it is. */
export const SEVEN: readonly (readonly number[])[] = [
  "00000000",
  "09999990",
  "00000970",
  "00009600",
  "00585000",
  "00096000",
  "00970000",
  "00960000",
].map((row) => Array.from(row, (digit) => Number(digit) / 9));

/** Three images: as given, as the learner's function leaves it, as it should be. */
export function imagePicture(about: string, image: (f: Drawable) => unknown): Picture {
  return (pictured) => {
    const [got, want] = bothSides(pictured, image);
    if (agrees(got, want)) return null;
    const [own, wanted] = [drawableRows(got), drawableRows(want)];
    if (own === null || wanted === null) return null;
    const isSame = own.length === wanted.length && own[0]!.length === wanted[0]!.length;
    if (!isSame || own.flat().includes(null)) return errorMap(pictured.answer, own, wanted);
    const shown = [SEVEN, own, wanted].map((rows) => rows.flat().map(Number));
    const wrong = shown[1]!.filter((pixel, k) => Math.abs(pixel - shown[2]![k]!) > 1e-9).length;
    return imageGrid({
      images: shown,
      width: SEVEN[0]!.length,
      columns: 3,
      titles: ["given", "yours", "wanted"],
      range: [0, 1],
      marked: [1],
      alt: `An image that your ${pictured.answer} made, beside the wanted one`,
      caption: `${about} Left the image as it is given, in the middle what your ${pictured.answer} makes of it (framed), right what is wanted. ${wrong} of ${shown[1]!.length} pixels differ.`,
    });
  };
}
