/** Data, diabetes: ten measurements of 442 patients, and how the illness went on. */
import { type RealDataset, readTable } from "./table.js";

/**
 * Age, sex (1 or 2), body mass index, mean blood pressure and six blood values of 442 patients, in
 * their own units and so badly scaled; y is a measure of the illness a year later, from 25 to 346.
 * The noise is large: a linear model explains about half of the variance.
 *
 * @returns x `[442, 10]`, y `[442]`
 * @throws {@link DataError} if the file is missing or damaged
 * @see Efron, Hastie, Johnstone and Tibshirani, "Least angle regression" (2004)
 *
 * @example
 * const { x, y, features } = diabetes();
 * [features[2], x.at(0, 2), y.at(0)]; // => ["body mass index", 32.1, 151]
 */
export function diabetes(): RealDataset {
  return readTable("diabetes.csv", { rows: 442, features: 10 });
}
