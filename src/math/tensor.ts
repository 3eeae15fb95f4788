/**
 * Tensors: arrays of numbers with zero, one or two axes, the objects that the lecture's formulas
 * are about. In physics a tensor is more than its entries; in deep learning the word means this.
 */
import { printsItself, tensorText } from "./format.js";
import { type Shape, ShapeError, shapeText, sizeOf } from "./shape.js";
import { ValueError } from "./value-error.js";

/** A number, a list, or a list of lists: what {@link tensor} reads and `toArray` returns. */
export type NestedNumbers = number | readonly number[] | readonly (readonly number[])[];

/** Whatever can stand for a vector or a matrix. */
export type ArrayLike2d = readonly number[] | readonly (readonly number[])[] | Tensor;

/** Whatever can stand for a tensor. */
export type TensorLike = number | ArrayLike2d;

/**
 * Float64 entries in row-major order with a shape of rank 0 to 2.
 *
 * Operations return new tensors and leave their arguments alone. `data` is the tensor's own store:
 * read it, do not write it.
 */
export class Tensor {
  readonly shape: Shape;
  readonly data: Float64Array;

  /**
   * Takes `data` as it is, without a copy; {@link tensor} is the friendlier way in.
   *
   * @throws {@link ShapeError} if the rank is above 2 or the number of entries does not fit
   */
  constructor(shape: Shape, data: Float64Array) {
    if (shape.length > 2) {
      const rule = "a tensor of this course has at most two axes, [rows, columns]";
      throw new ShapeError({ operation: "Tensor", rule }, { shape });
    }
    if (data.length !== sizeOf(shape)) {
      const rule = `shape ${shapeText(shape)} has ${sizeOf(shape)} entries`;
      throw new ShapeError({ operation: "Tensor", rule }, { data: [data.length] });
    }
    this.shape = shape;
    this.data = data;
  }

  /** Number of axes: 0 for a number, 1 for a vector, 2 for a matrix. */
  get rank(): number {
    return this.shape.length;
  }

  /** Number of entries. */
  get size(): number {
    return this.data.length;
  }

  /**
   * The entry at one index an axis, counted from 0.
   *
   * @throws {@link ValueError} if there are too few or too many indices, or one is out of range
   *
   * @example
   * tensor([[1, 2], [3, 4]]).at(1, 0); // => 3
   */
  at(...indices: readonly number[]): number {
    const fits = (index: number, axis: number): boolean =>
      Number.isInteger(index) && index >= 0 && index < (this.shape[axis] ?? 0);
    if (indices.length !== this.rank || !indices.every(fits)) {
      const rule = `a tensor of shape ${shapeText(this.shape)} takes ${this.rank} whole index(es), each from 0 to one below the length of its axis`;
      throw new ValueError({ operation: "at", rule }, { indices });
    }
    const [i = 0, j = 0] = indices;
    return this.data[this.rank === 2 ? i * this.shape[1]! + j : i]!;
  }

  /**
   * The only entry of a tensor that has one.
   *
   * @throws {@link ShapeError} if there are more
   */
  item(): number {
    if (this.size !== 1) {
      const hint = "Use at(i) or at(i, j), or sum it first.";
      const rule = "only a tensor with one entry is a single number";
      throw new ShapeError({ operation: "item", rule, hint }, { tensor: this.shape });
    }
    return this.data[0]!;
  }

  /**
   * The entries as a number, a list or a list of rows, copied.
   *
   * @example
   * zeros([2, 2]).toArray(); // => [[0, 0], [0, 0]]
   */
  toArray(): number | number[] | number[][] {
    if (this.rank === 0) return this.data[0]!;
    if (this.rank === 1) return [...this.data];
    const [rows = 0, columns = 0] = this.shape;
    return Array.from({ length: rows }, (_, i) => [
      ...this.data.subarray(i * columns, (i + 1) * columns),
    ]);
  }

  /** Readable text: the shape, then the entries in columns. */
  toString(): string {
    return tensorText(this.shape, this.data);
  }

  /** What JSON.stringify writes: the nested lists. */
  toJSON(): number | number[] | number[][] {
    return this.toArray();
  }
}
printsItself(Tensor);

/**
 * A tensor from a number `[]`, a list `[n]` or a list of equally long rows `[n, d]`.
 *
 * @throws {@link ValueError} if it is empty, or an entry is NaN or not a number
 * @throws {@link ShapeError} if the rows differ in length
 *
 * @example
 * tensor([[1, 2, 3], [4, 5, 6]]).shape; // => [2, 3]
 */
export function tensor(values: TensorLike): Tensor {
  if (values instanceof Tensor) return values;
  const { shape, entries } = readNested(values);
  // entries() and not forEach: a hole, as in [1, , 3], must be visited too.
  for (const [index, entry] of entries.entries()) {
    if (typeof entry === "number" && !Number.isNaN(entry)) continue;
    const place = shape.length === 2 ? [Math.floor(index / shape[1]!), index % shape[1]!] : [index];
    const at = shape.length === 0 ? "value" : `entry [${place.join(", ")}]`;
    const rule = "every entry must be a number, and NaN is none";
    throw new ValueError({ operation: "tensor", rule }, { [at]: entry });
  }
  return new Tensor(shape, Float64Array.from(entries));
}

/** Entries and shape of a nested list; says which row has the wrong length. */
function readNested(values: NestedNumbers): { shape: Shape; entries: readonly number[] } {
  if (!Array.isArray(values)) return { shape: [], entries: [values as number] };
  const items: readonly unknown[] = values;
  if (items.length === 0) {
    const rule = "a tensor needs at least one entry";
    throw new ValueError({ operation: "tensor", rule }, { values: [] });
  }
  if (!items.some(Array.isArray)) return { shape: [items.length], entries: items as number[] };
  const rows = items.map((row, i) => {
    if (Array.isArray(row) && row.length > 0) return row as number[];
    const rule = "every row of a matrix must be a list with at least one entry";
    throw new ValueError({ operation: "tensor", rule }, { [`row ${i}`]: row });
  });
  const columns = rows[0]!.length;
  const odd = rows.findIndex((row) => row.length !== columns);
  if (odd >= 0) {
    const rule = "all rows of a matrix must be equally long";
    const shapes = { "row 0": [columns], [`row ${odd}`]: [rows[odd]!.length] };
    throw new ShapeError({ operation: "tensor", rule }, shapes);
  }
  return { shape: [rows.length, columns], entries: rows.flat() };
}

/**
 * A tensor with every entry 0.
 *
 * @throws {@link ValueError} if an axis is not a whole number of at least 1
 *
 * @example
 * zeros([3]).toArray(); // => [0, 0, 0]
 */
export function zeros(shape: Shape): Tensor {
  return new Tensor(shape, new Float64Array(sizeOf(assertShape("zeros", shape))));
}

/**
 * A tensor with every entry 1.
 *
 * @throws {@link ValueError} if an axis is not a whole number of at least 1
 *
 * @example
 * ones([2, 2]).toArray(); // => [[1, 1], [1, 1]]
 */
export function ones(shape: Shape): Tensor {
  return new Tensor(shape, new Float64Array(sizeOf(assertShape("ones", shape))).fill(1));
}

/**
 * `count` numbers at equal distances from `start` to `stop`, both included.
 *
 * @throws {@link ValueError} if `count` is below 2 or a bound is not finite
 *
 * @example
 * linspace(0, 1, 5).toArray(); // => [0, 0.25, 0.5, 0.75, 1]
 */
export function linspace(start: number, stop: number, count: number): Tensor {
  if (!Number.isFinite(start) || !Number.isFinite(stop)) {
    const rule = "start and stop must be finite numbers";
    throw new ValueError({ operation: "linspace", rule }, { start, stop });
  }
  if (!Number.isInteger(count) || count < 2) {
    const rule = "count must be a whole number of at least 2";
    throw new ValueError({ operation: "linspace", rule }, { count });
  }
  const step = (stop - start) / (count - 1);
  const data = Float64Array.from({ length: count }, (_, i) =>
    i === count - 1 ? stop : start + i * step,
  );
  return new Tensor([count], data);
}

function assertShape(operation: string, shape: Shape): Shape {
  if (!Array.isArray(shape) || shape.some((length) => !Number.isInteger(length) || length < 1)) {
    const rule = "a shape is a list of whole numbers, each at least 1";
    throw new ValueError({ operation, rule }, { shape });
  }
  return shape;
}
