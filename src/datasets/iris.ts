/** Data, iris: 150 flowers of three species, four measurements each. */
import { type LabelledDataset, readTable } from "./table.js";

/**
 * Fisher's irises: length and width of sepal and petal in cm, 50 flowers of each species, in the
 * order of the species. Setosa can be split from the others by a line; the other two overlap.
 *
 * @returns x `[150, 4]`, y `[150]` with classes 0 setosa, 1 versicolor, 2 virginica
 * @throws {@link DataError} if the file is missing or damaged
 * @see Fisher, "The use of multiple measurements in taxonomic problems" (1936)
 *
 * @example
 * const { x, y, classes } = iris();
 * [x.at(0, 0), classes[y.at(0)]]; // => [5.1, "setosa"]
 */
export function iris(): LabelledDataset {
  const table = readTable("iris.csv", { rows: 150, features: 4 });
  return { ...table, classes: ["setosa", "versicolor", "virginica"] };
}
