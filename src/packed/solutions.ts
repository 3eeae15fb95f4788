/** Packed: the solutions' texts in one sealed file, shown by `solution(id)` once an answer passes. */
import { seal, unseal } from "./seal.js";

/** The text of each exercise's solution, by the exercise's id. */
export type SolutionPack = Readonly<Record<string, string>>;

/** The bytes of a pack; the same texts give the same bytes. */
export function packSolutions(texts: SolutionPack): Uint8Array {
  const sorted = Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1));
  return seal(JSON.stringify(Object.fromEntries(sorted)));
}

/**
 * The texts of a pack.
 *
 * @throws {@link SealError} if the bytes are no such pack
 */
export function unpackSolutions(bytes: Uint8Array): SolutionPack {
  const texts = JSON.parse(unseal(bytes)) as SolutionPack;
  // Without what every object inherits, such as "constructor".
  return Object.assign(Object.create(null) as SolutionPack, texts);
}
