/** Solution texts in one small file: raw-deflated JSON, exercise id to text. Read and written here only. */
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** The text of each exercise's solution, by the exercise's id. */
export type SolutionPack = Readonly<Record<string, string>>;

/** The bytes of a pack; the same texts give the same bytes with the same Node. */
export function packSolutions(texts: SolutionPack): Uint8Array {
  const sorted = Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1));
  return deflateRawSync(JSON.stringify(Object.fromEntries(sorted)), { level: 9 });
}

/**
 * The texts of a pack.
 *
 * @throws Error if the bytes are no such pack
 */
export function unpackSolutions(bytes: Uint8Array): SolutionPack {
  const texts: unknown = JSON.parse(inflateRawSync(bytes).toString("utf8"));
  const isPack =
    typeof texts === "object" &&
    texts !== null &&
    Object.values(texts).every((text) => typeof text === "string");
  if (!isPack) throw new Error("The pack of solutions does not hold texts.");
  return texts as SolutionPack;
}
