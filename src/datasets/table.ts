/** Data: reading a table that is shipped with the course, and noticing when it is damaged. */
import { readFileSync } from "node:fs";
import { Tensor } from "../math/tensor.js";
import type { Dataset } from "./dataset.js";

/** Data of the real world, with the names of its columns. */
export interface RealDataset extends Dataset {
  /** What each column of x is, `d` names. */
  readonly features: readonly string[];
  /** What y is. */
  readonly target: string;
}

/** Data of the real world whose y is a class. */
export interface LabelledDataset extends RealDataset {
  /** What each class is: `classes[y]`. */
  readonly classes: readonly string[];
}

/** A file of data that is missing or is not what it should be. */
export class DataError extends Error {
  override readonly name: string = "DataError";
}

/** How many rows and input columns a table must have. */
export interface TableSize {
  readonly rows: number;
  readonly features: number;
}

/**
 * A table from the folder `data`, read when it is asked for and anew each time.
 *
 * @throws {@link DataError} if the file is missing or damaged
 */
export function readTable(file: string, size: TableSize): RealDataset {
  // The same path from src and, once built, from dist.
  const url = new URL(`../../src/datasets/data/${file}`, import.meta.url);
  let text: string;
  try {
    text = readFileSync(url, "utf8");
  } catch (error) {
    throw new DataError(
      `${file}: the file cannot be read (${(error as Error).message}). It belongs to the course: git restore src/datasets/data brings it back.`,
    );
  }
  return parseTable(file, text, size);
}

/**
 * Comma-separated numbers under a line of names; the last column is y, the others are x.
 *
 * @returns x `[rows, features]`, y `[rows]`
 * @throws {@link DataError} if rows or columns are missing or an entry is no number
 *
 * @example
 * parseTable("ages.csv", "age,height\n3,95\n7,120\n", { rows: 2, features: 1 }).y.toArray(); // => [95, 120]
 */
export function parseTable(file: string, text: string, size: TableSize): RealDataset {
  const [header = "", ...lines] = text.trimEnd().split(/\r?\n/);
  const names = header.split(",");
  const { rows, features } = size;
  const damaged = (what: string): DataError =>
    new DataError(`${file}: ${what}. The file is damaged: git restore src/datasets/data mends it.`);
  if (lines.length !== rows) {
    throw damaged(`it should have ${rows} rows and has ${lines.length}`);
  }
  const x = new Float64Array(rows * features);
  const y = new Float64Array(rows);
  for (const [row, line] of [header, ...lines].entries()) {
    const entries = line.split(",");
    if (entries.length !== features + 1) {
      throw damaged(
        `line ${row + 1} should have ${features + 1} entries and has ${entries.length}`,
      );
    }
    if (row === 0) continue;
    const numbers = entries.map((entry) => (entry.trim() === "" ? Number.NaN : Number(entry)));
    const odd = numbers.findIndex((number) => !Number.isFinite(number));
    if (odd >= 0) throw damaged(`entry "${entries[odd]}" in line ${row + 1} is no number`);
    x.set(numbers.slice(0, features), (row - 1) * features);
    y[row - 1] = numbers[features]!;
  }
  return {
    x: new Tensor([rows, features], x),
    y: new Tensor([rows], y),
    features: names.slice(0, features),
    target: names[features]!,
  };
}
