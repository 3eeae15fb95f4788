/** Source maps, by lines only: which line of the source each line of the output came from. */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * For each output line, from index 0, the source line (from 0) of its first mapped place; null for
 * a line that came from nowhere.
 *
 * @param mappings - the `mappings` of a version 3 source map with one source
 * @see https://tc39.es/ecma426/, "Mappings structure"
 */
export function sourceLines(mappings: string): (number | null)[] {
  let line = 0;
  return mappings.split(";").map((outputLine) => {
    let first: number | null = null;
    for (const segment of outputLine.split(",")) {
      // A segment is: output column, source, source line, source column; each as a difference.
      const [, , step] = decoded(segment);
      if (step === undefined) continue;
      line += step;
      first ??= line;
    }
    return first;
  });
}

/** The numbers of a segment: base 64, five bits a digit, lowest first, the sign in the lowest bit. */
function decoded(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = DIGITS.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if (bits >= 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
