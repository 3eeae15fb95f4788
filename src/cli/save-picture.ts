/** Command line: the picture of a failed check as a file, since a terminal cannot show it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "../figures/figure.js";
import { renderSvg } from "../figures/static-svg.js";
import type { ExerciseResult } from "../grading/verdict.js";

/** Where pictures are kept, seen from the course's folder; git does not keep them. */
const PICTURES_FOLDER = join(".gradus", "pictures");

/**
 * Writes the pictures of a result and returns their paths, in the order of the checks.
 *
 * @param course - the course's folder
 * @returns paths seen from there; fewer where a picture could not be written
 */
export function savePictures({ number, checks }: ExerciseResult, course: string): string[] {
  const pictures = checks.flatMap(({ picture }) => (picture === undefined ? [] : [picture]));
  return pictures.flatMap((picture, k) => savePicture(picture, `${number}-${k + 1}`, course) ?? []);
}

/** Writes one picture, or says with null that the folder cannot be written. */
function savePicture(picture: Figure, name: string, course: string): string | null {
  const path = join(PICTURES_FOLDER, `${name}.svg`);
  try {
    mkdirSync(join(course, PICTURES_FOLDER), { recursive: true });
    writeFileSync(join(course, path), renderSvg(picture));
    return path;
  } catch {
    return null;
  }
}
