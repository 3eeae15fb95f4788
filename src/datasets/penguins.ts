/** Data, penguins: how heavy a penguin is, told from its bill and its flippers. */
import { type RealDataset, readTable } from "./table.js";

/**
 * Bill length, bill depth and flipper length in mm of 342 penguins of three species; y is their mass
 * in g, from 2700 to 6300. A linear model explains about three quarters of the variance.
 *
 * @returns x `[342, 3]`, y `[342]`
 * @throws {@link DataError} if the file is missing or damaged
 * @see Gorman, Williams and Fraser, "Ecological sexual dimorphism and environmental variability
 * within a community of Antarctic penguins" (2014)
 *
 * @example
 * const { x, y, features } = penguins();
 * [features[2], x.at(0, 2), y.at(0)]; // => ["flipper length (mm)", 181, 3750]
 */
export function penguins(): RealDataset {
  return readTable("penguins.csv", { rows: 342, features: 3 });
}
