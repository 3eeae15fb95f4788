/** Data with mistakes in them: labels of which a share has been replaced at random. */
import type { Random } from "../math/random.js";
import { Tensor } from "../math/tensor.js";
import { ValueError } from "../math/value-error.js";
import { assertRandom } from "./arguments.js";

/** How many labels are replaced, and by what. */
export interface WrongLabelsOptions {
  /** Probability that a label is replaced, from 0 to 1. */
  readonly share: number;
  /** Number of classes k; a replacement is one of 0 … k − 1, perhaps the right one by chance. */
  readonly classes: number;
}

/**
 * The labels, each replaced with probability `share` by a class drawn from all k alike: what a careless
 * hand would have typed. With `share` 1 nothing is left to be learned.
 *
 * @param labels - classes `[n]`
 * @returns `[n]`, new
 * @throws {@link ValueError} if the share is not from 0 to 1 or k is not a whole number of at least 1
 *
 * @example
 * wrongLabels(new Random(1), tensor([2, 0, 1]), { share: 0, classes: 3 }).toArray(); // => [2, 0, 1]
 */
export function wrongLabels(
  random: Random,
  labels: Tensor,
  { share, classes }: WrongLabelsOptions,
): Tensor {
  const operation = "wrongLabels";
  assertRandom(operation, random);
  if (!(labels instanceof Tensor) || labels.rank !== 1) {
    const rule = "labels are a tensor [n]";
    throw new ValueError({ operation, rule }, { labels });
  }
  if (!(share >= 0 && share <= 1)) {
    throw new ValueError({ operation, rule: "share must be from 0 to 1" }, { share });
  }
  if (!Number.isInteger(classes) || classes < 1) {
    const rule = "classes is how many there are, a whole number of at least 1";
    throw new ValueError({ operation, rule }, { classes });
  }
  return new Tensor(
    labels.shape,
    labels.data.map((label) => (random.uniform() < share ? random.integer(classes) : label)),
  );
}
