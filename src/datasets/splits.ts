/**
 * Chapter 5, splits: rows for training, for validation and for the test, dealt out at random, so
 * that a model is judged by examples that it has not seen.
 */
import type { Random } from "../math/random.js";
import { ValueError } from "../math/value-error.js";
import { assertRandom } from "./arguments.js";
import { type Dataset, sizesOf, takeRows } from "./dataset.js";

/** How rows are dealt out. */
export interface SplitOptions {
  /** Divide each class by itself, so that every part has the classes in the same proportion. */
  readonly stratified?: boolean;
}

/**
 * Deal the rows out at random to named parts, each row to exactly one.
 *
 * Part p gets `n · fraction` rows, rounded so that the parts add up to n. If stratified, this holds
 * for the rows of each class. The rows of a part are in random order.
 *
 * @param data - x `[n, d]`, y `[n]`
 * @param fractions - the name of each part and its share; the shares add up to 1
 * @throws {@link ValueError} if a share is not positive, the shares do not add up to 1, or a part
 * would stay without a row (if stratified, without a row of some class)
 * @throws {@link ShapeError} if x is not `[n, d]` or y is not `[n]`
 *
 * @example
 * const parts = split(new Random(2), moons(new Random(1), 100), { train: 0.7, validation: 0.1, test: 0.2 });
 * [parts.train, parts.validation, parts.test].map((part) => part.x.shape[0]); // => [70, 10, 20]
 */
export function split<Part extends string>(
  random: Random,
  data: Dataset,
  fractions: Readonly<Record<Part, number>>,
  { stratified = false }: SplitOptions = {},
): Record<Part, Dataset> {
  assertRandom("split", random);
  const { rows } = sizesOf("split", data);
  const names = Object.keys(fractions ?? {}) as Part[];
  const shares = names.map((name) => fractions[name]);
  assertShares(names, shares);
  const shuffled = random.shuffle(Array.from({ length: rows }, (_, row) => row));
  const groups = stratified ? byClass(shuffled, data) : [shuffled];
  const parts = names.map((): number[] => []);
  for (const group of groups) {
    let next = 0;
    for (const [at, size] of partSizes(group.length, shares).entries()) {
      if (size === 0) throw emptyPart(names[at]!, group, data, stratified);
      parts[at]!.push(...group.slice(next, next + size));
      next += size;
    }
  }
  // Stratified parts come class by class: mix them once more.
  const mixed = parts.map((part) => takeRows(data, stratified ? random.shuffle(part) : part));
  return Object.fromEntries(names.map((name, at) => [name, mixed[at]])) as Record<Part, Dataset>;
}

/**
 * Whole sizes that add up to `count` and lie within one of `count · share`: what is left after
 * rounding down goes to the largest remainders, the first part winning a tie.
 *
 * @example
 * partSizes(10, [0.34, 0.33, 0.33]); // => [4, 3, 3]
 */
export function partSizes(count: number, shares: readonly number[]): number[] {
  const sizes = shares.map((share) => Math.floor(count * share));
  const remainders = shares.map((share, at) => ({ at, remainder: count * share - sizes[at]! }));
  remainders.sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  const left = count - sizes.reduce((total, size) => total + size, 0);
  for (const { at } of remainders.slice(0, left)) sizes[at]!++;
  return sizes;
}

/** The rows of each class, in the order in which they come; classes in ascending order. */
function byClass(rows: readonly number[], { y }: Dataset): number[][] {
  const groups = new Map<number, number[]>();
  for (const row of rows) {
    const group = groups.get(y.data[row]!);
    if (group === undefined) groups.set(y.data[row]!, [row]);
    else group.push(row);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}

function assertShares(names: readonly string[], shares: readonly number[]): void {
  const given = Object.fromEntries(names.map((name, at) => [name, shares[at]]));
  if (names.length === 0) {
    const rule = "fractions must name at least one part";
    const hint = "For example { train: 0.8, test: 0.2 }.";
    throw new ValueError({ operation: "split", rule, hint }, { fractions: [] });
  }
  if (shares.some((share) => !(share > 0 && share <= 1))) {
    const rule = "each fraction must be above 0 and at most 1";
    throw new ValueError({ operation: "split", rule }, given);
  }
  const total = shares.reduce((sum, share) => sum + share, 0);
  // Decimal fractions such as 0.7 + 0.1 + 0.2 miss 1 by a rounding.
  if (Math.abs(total - 1) > 1e-9) {
    const rule = "the fractions must add up to 1";
    const hint = "For a part of the rows only, name the rest too: { train: 0.5, unused: 0.5 }.";
    throw new ValueError({ operation: "split", rule, hint }, { ...given, total });
  }
}

function emptyPart(
  part: string,
  group: readonly number[],
  data: Dataset,
  stratified: boolean,
): ValueError {
  const rule = stratified
    ? "every part must get a row of every class"
    : "every part must get at least one row";
  const hint = "Take more rows, or a larger fraction for this part.";
  const kind = stratified ? { class: data.y.data[group[0]!] } : {};
  return new ValueError(
    { operation: "split", rule, hint },
    { "empty part": part, ...kind, rows: group.length },
  );
}
