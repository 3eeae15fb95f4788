/** Data, digits: 1,797 handwritten digits of 8 × 8 pixels, small enough to train on in seconds. */
import { type LabelledDataset, readTable } from "./table.js";

/**
 * Handwritten digits of 13 people. Each pixel says how many of 4 × 4 finer pixels were black, from
 * 0 to 16; the 64 pixels are read row by row. Divide by 16 before training.
 *
 * @returns x `[1797, 64]`, y `[1797]` with classes 0 … 9
 * @throws {@link DataError} if the file is missing or damaged
 * @see Alpaydin and Kaynak, "Cascading classifiers" (1998)
 *
 * @example
 * const { x, y } = digits();
 * [x.shape, y.at(0)]; // => [[1797, 64], 0]
 */
export function digits(): LabelledDataset {
  const table = readTable("digits.csv", { rows: 1797, features: 64 });
  return { ...table, classes: [..."0123456789"] };
}
