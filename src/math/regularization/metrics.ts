/**
 * Chapter 5, metrics: what one reports of a trained network, in place of the loss that it was trained
 * on: accuracy, the confusion matrix, the mean error.
 */
import { abs, sub } from "../arithmetic.js";
import { mean } from "../reductions.js";
import { ShapeError, sameShape } from "../shape.js";
import { type ArrayLike2d, Tensor, zeros } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { finiteTensor } from "./arguments.js";

/**
 * Accuracy: the share of examples whose predicted class is the true one, `(1/n) Σ 1[ŷᵢ = yᵢ]`.
 *
 * @param predicted - classes ŷ `[n]`, whole numbers (−1 and +1 will do)
 * @param actual - classes y `[n]`
 * @returns from 0 to 1
 * @throws {@link ShapeError} if they are not vectors of one length
 * @throws {@link ValueError} if a class is not a whole number, a probability for example
 *
 * @example
 * accuracy([0, 2, 1, 1], [0, 2, 1, 2]); // => 0.75
 */
export function accuracy(predicted: ArrayLike2d, actual: ArrayLike2d): number {
  const [guesses, truths] = pairs("accuracy", predicted, actual);
  assertClasses("accuracy", "predicted", guesses, Number.POSITIVE_INFINITY);
  assertClasses("accuracy", "actual", truths, Number.POSITIVE_INFINITY);
  return guesses.data.filter((guess, i) => guess === truths.data[i]).length / guesses.size;
}

/**
 * Accuracy of probabilities for class 1: those above the threshold count as class 1.
 *
 * @param probabilities - p `[n]`, from 0 to 1
 * @param labels - 0 or 1, `[n]`
 * @param threshold - from 0 to 1; ½ if the two mistakes cost the same
 * @returns from 0 to 1
 * @throws {@link ShapeError} if they are not vectors of one length
 * @throws {@link ValueError} if a probability or the threshold is outside [0, 1], or a label is not 0
 *   or 1
 *
 * @example
 * binaryAccuracy([0.9, 0.2, 0.6, 0.4], [1, 0, 0, 0]); // => 0.75
 */
export function binaryAccuracy(
  probabilities: ArrayLike2d,
  labels: ArrayLike2d,
  threshold = 0.5,
): number {
  const operation = "binaryAccuracy";
  const [p, y] = pairs(operation, probabilities, labels);
  const outside = [...p.data, threshold].find((share) => !(share >= 0 && share <= 1));
  if (outside !== undefined) {
    const rule = "probabilities and threshold are from 0 to 1";
    throw new ValueError({ operation, rule }, { "one of them": outside });
  }
  assertClasses(operation, "labels", y, 2, 0);
  return accuracy(
    new Tensor(
      p.shape,
      p.data.map((share) => (share > threshold ? 1 : 0)),
    ),
    y,
  );
}

/**
 * Confusion matrix: entry (i, j) counts the examples of true class i that were taken for class j. The
 * diagonal holds what is right.
 *
 * @param predicted - classes ŷ `[n]`, from 0 to k − 1
 * @param actual - classes y `[n]`, from 0 to k − 1
 * @param classes - k
 * @returns counts, `[k, k]`: rows the truth, columns the prediction
 * @throws {@link ShapeError} if they are not vectors of one length
 * @throws {@link ValueError} if a class is not a whole number from 0 to k − 1
 * @see tf.math.confusionMatrix, which takes the truth first
 *
 * @example
 * confusionMatrix([0, 1, 1], [0, 0, 1], 2).toArray(); // => [[1, 1], [0, 1]]
 */
export function confusionMatrix(
  predicted: ArrayLike2d,
  actual: ArrayLike2d,
  classes: number,
): Tensor {
  const operation = "confusionMatrix";
  const [guesses, truths] = pairs(operation, predicted, actual);
  if (!Number.isInteger(classes) || classes < 1) {
    const rule = "classes is how many there are, a whole number of at least 1";
    throw new ValueError({ operation, rule }, { classes });
  }
  assertClasses(operation, "predicted", guesses, classes, 0);
  assertClasses(operation, "actual", truths, classes, 0);
  const counts = zeros([classes, classes]).data;
  for (const [i, truth] of truths.data.entries()) {
    const at = truth * classes + guesses.data[i]!;
    counts[at] = counts[at]! + 1;
  }
  return new Tensor([classes, classes], counts);
}

/**
 * Mean error of a regression: `(1/n) Σ |ŷᵢ − yᵢ|`, the mean absolute error, in the units of y.
 *
 * @param predicted - ŷ, `[n]` or `[n, k]`
 * @param actual - y, of the same shape
 * @throws {@link ShapeError} if the shapes differ
 * @throws {@link ValueError} if an entry is not finite
 * @see tf.metrics.meanAbsoluteError
 *
 * @example
 * meanAbsoluteError([1, 2], [2, 5]); // => 2
 */
export function meanAbsoluteError(predicted: ArrayLike2d, actual: ArrayLike2d): number {
  const operation = "meanAbsoluteError";
  const [guesses, truths] = [
    finiteTensor(operation, "predicted", predicted),
    finiteTensor(operation, "actual", actual),
  ];
  if (sameShape(guesses.shape, truths.shape)) return mean(abs(sub(guesses, truths)));
  const rule = "every prediction has its own truth, so both have the same shape";
  throw new ShapeError({ operation, rule }, { predicted: guesses.shape, actual: truths.shape });
}

function pairs(
  operation: string,
  predicted: ArrayLike2d,
  actual: ArrayLike2d,
): readonly [Tensor, Tensor] {
  const [a, b] = [
    finiteTensor(operation, "predictions", predicted),
    finiteTensor(operation, "truths", actual),
  ];
  if (a.rank === 1 && b.rank === 1 && a.size === b.size) return [a, b];
  const rule = "every example has one prediction and one true class, vectors of one length";
  throw new ShapeError({ operation, rule }, { predictions: a.shape, truths: b.shape });
}

function assertClasses(
  operation: string,
  name: string,
  classes: Tensor,
  count: number,
  first: number = Number.NEGATIVE_INFINITY,
): void {
  const at = classes.data.findIndex(
    (index) => !Number.isInteger(index) || index < first || index >= count,
  );
  if (at < 0) return;
  const range = count < Number.POSITIVE_INFINITY ? ` from ${first} to ${count - 1}` : "";
  const rule = `${name} are classes, whole numbers${range}`;
  throw new ValueError({ operation, rule }, { [`${name}, entry ${at}`]: classes.data[at] });
}
