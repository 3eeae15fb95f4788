/**
 * Chapter 4, sampling: which examples make up a batch. Batches are lists of row numbers, so that
 * inputs and labels are picked alike.
 */
import type { Random } from "./random.js";
import { assertCount } from "./ranges.js";
import { Tensor } from "./tensor.js";
import { assertNumber, ValueError } from "./value-error.js";

/** Row numbers of the examples in a batch. */
export type Batch = readonly number[];

/**
 * One epoch in the order of the data: rows 0 to count − 1 cut into batches of B, Eq. (4.3). The last
 * batch is short where B does not divide the count.
 *
 * Data that are sorted by class make every batch one-sided: see {@link shuffledBatches}.
 *
 * @param count - number of examples
 * @param size - B
 * @throws {@link ValueError} if B is larger than the data or not a whole number of at least 1
 *
 * @example
 * batches(5, 2); // => [[0, 1], [2, 3], [4]]
 */
export function batches(count: number, size: number): Batch[] {
  assertBatchSize("batches", count, size);
  return cut(
    Array.from({ length: count }, (_, row) => row),
    size,
  );
}

/**
 * One epoch in random order: every example exactly once. Call it again for the next epoch, with the
 * same generator, and the order is a new one.
 *
 * @param count - number of examples
 * @param size - B
 * @throws {@link ValueError} if B is larger than the data, or there is no generator
 *
 * @example
 * shuffledBatches(5, 2, new Random(1)).flat().sort(); // => [0, 1, 2, 3, 4]
 */
export function shuffledBatches(count: number, size: number, random: Random): Batch[] {
  assertBatchSize("shuffledBatches", count, size);
  assertGenerator("shuffledBatches", random);
  return cut(random.shuffle(Array.from({ length: count }, (_, row) => row)), size);
}

/**
 * A batch with every class alike, however rare: numbers of examples a class differ by 1 at most.
 * Within its class an example is drawn with replacement, so that rare ones repeat.
 *
 * The batch shows other shares of the classes than the data do; so will the predictions.
 *
 * @param labels - class of each example, `[n]`
 * @param size - B, which may be larger than the data
 * @throws {@link ValueError} if there is no label, B is not a whole number of at least 1, or there is
 *   no generator
 *
 * @example
 * balancedBatch([0, 0, 0, 0, 1], 4, new Random(1)).filter((row) => row === 4).length; // => 2
 */
export function balancedBatch(
  labels: readonly (number | string)[] | Tensor,
  size: number,
  random: Random,
): Batch {
  const name = "balancedBatch";
  assertCount(name, "size", size);
  assertGenerator(name, random);
  const rowsOf = new Map<number | string, number[]>();
  const classes = labels instanceof Tensor ? [...labels.data] : labels;
  for (const [row, label] of classes.entries()) {
    if (typeof label === "number") assertNumber(name, `label ${row}`, label);
    const rowsOfClass = rowsOf.get(label);
    if (rowsOfClass === undefined) rowsOf.set(label, [row]);
    else rowsOfClass.push(row);
  }
  assertSome(name, "labels", rowsOf.size);
  // In turn through the classes, whose order is random: the extra places fall to any of them.
  const turn = random.shuffle([...rowsOf.values()]);
  const rows = Array.from({ length: size }, (_, i) => turn[i % turn.length]!);
  return random.shuffle(
    rows.map((rowsOfClass) => rowsOfClass[random.integer(rowsOfClass.length)]!),
  );
}

/**
 * A batch that prefers what the network still gets wrong: example k is drawn, with replacement, with
 * the probability `pₖ = Lₖ / Σ L`.
 *
 * The mean gradient of such a batch is not an estimate of `∂J/∂W` unless each gradient is
 * multiplied by `1/(n pₖ)`; mislabelled examples are drawn again and again.
 *
 * @param losses - loss L of each example, `[n]`, none negative; if all are 0, all are equally likely
 * @param size - B, which may be larger than the data
 * @throws {@link ValueError} if a loss is negative, infinite or NaN, B is not a whole number of at
 *   least 1, or there is no generator
 *
 * @example
 * hardExampleBatch([0, 0, 7, 0], 3, new Random(1)); // => [2, 2, 2]
 */
export function hardExampleBatch(
  losses: readonly number[] | Tensor,
  size: number,
  random: Random,
): Batch {
  const name = "hardExampleBatch";
  assertCount(name, "size", size);
  assertGenerator(name, random);
  const list = losses instanceof Tensor ? [...losses.data] : losses;
  assertSome(name, "losses", list.length);
  let total = 0;
  const reached = list.map((loss, row) => {
    if (!Number.isFinite(loss) || loss < 0) {
      const rule = "a loss that serves as a probability must be finite and at least 0";
      throw new ValueError({ operation: name, rule }, { [`loss ${row}`]: loss });
    }
    total += loss;
    return total;
  });
  return Array.from({ length: size }, () => {
    if (total === 0) return random.integer(list.length);
    const u = random.uniform(0, total);
    return firstAbove(reached, u);
  });
}

/** The first place whose running total exceeds u, by halving. */
function firstAbove(reached: readonly number[], u: number): number {
  let [low, high] = [0, reached.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached[middle]! > u) high = middle;
    else low = middle + 1;
  }
  return low;
}

function cut(rows: readonly number[], size: number): Batch[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
    rows.slice(i * size, (i + 1) * size),
  );
}

function assertBatchSize(operation: string, count: number, size: number): void {
  assertCount(operation, "count", count);
  assertCount(operation, "size", size);
  if (size <= count) return;
  const rule = "a batch cannot be larger than the data, Eq. (4.3)";
  throw new ValueError({ operation, rule }, { size, count });
}

function assertSome(operation: string, name: string, length: number): void {
  if (length > 0) return;
  throw new ValueError({ operation, rule: `${name} must not be empty` }, { [name]: [] });
}

function assertGenerator(operation: string, random: Random): void {
  if (typeof random?.integer === "function") return;
  const rule = "a random choice needs a generator, so that the run can be repeated";
  throw new ValueError({ operation, rule, hint: "Pass new Random(1)." }, { random });
}
