/** The one yardstick: whether two results agree and, if not, where and by how much. */
import { type Shape, ShapeError, sameShape, shapeText } from "./shape.js";
import { Tensor, type TensorLike, tensor } from "./tensor.js";

/** How far two results may be apart, and why that far. */
export interface Tolerance {
  readonly name: string;
  /** Share of |want| that is allowed. */
  readonly relative: number;
  /** Distance that is allowed in any case. */
  readonly absolute: number;
  /** Where the two numbers come from. */
  readonly reason: string;
}

/** What a comparison found. */
export interface Comparison {
  readonly agrees: boolean;
  /** Entries that lie outside the tolerance, and entries in all. */
  readonly wrong: number;
  readonly of: number;
  /** The entry that is furthest outside (or, if all agree, nearest to it). */
  readonly worst: Difference;
}

/** One entry of a comparison. */
export interface Difference {
  readonly index: Shape;
  readonly got: number;
  readonly want: number;
  /** |got − want|; Infinity if one of them is NaN or infinite and they are not the same infinity. */
  readonly off: number;
  /** `absolute + relative · |want|` */
  readonly allowed: number;
}

/**
 * Compare entry by entry: `|got − want| ≤ absolute + relative · |want|`. NaN agrees with nothing,
 * an infinity only with itself.
 *
 * @param got - what was computed
 * @param want - what it should be, of the same shape
 * @throws {@link ShapeError} if the shapes differ
 */
export function compare(got: TensorLike, want: TensorLike, tolerance: Tolerance): Comparison {
  const [a, b] = [entriesOf(got), entriesOf(want)];
  if (!sameShape(a.shape, b.shape)) {
    const rule = "both results must have the same shape";
    throw new ShapeError({ operation: "compare", rule }, { got: a.shape, want: b.shape });
  }
  let wrong = 0;
  let worst: Difference | undefined;
  for (let i = 0; i < a.data.length; i++) {
    const difference = differenceAt(indexOf(i, a.shape), a.data[i]!, b.data[i]!, tolerance);
    if (excess(difference) > 0) wrong++;
    if (worst === undefined || excess(difference) > excess(worst)) worst = difference;
  }
  return { agrees: wrong === 0, wrong, of: a.data.length, worst: worst! };
}

/**
 * `null` if the two agree; else one sentence that says where they do not and by how much. Tests,
 * notebooks and the grader all show this sentence.
 *
 * @example
 * explainMismatch([1, 2], [1, 2], { name: "exact", relative: 0, absolute: 0, reason: "" }); // => null
 */
export function explainMismatch(
  got: TensorLike,
  want: TensorLike,
  tolerance: Tolerance,
): string | null {
  const [a, b] = [entriesOf(got), entriesOf(want)];
  if (!sameShape(a.shape, b.shape)) return shapeMismatch(a.shape, b.shape);
  const { agrees, wrong, of, worst } = compare(a, b, tolerance);
  if (agrees) return null;
  const place = worst.index.length === 0 ? "" : `entry ${shapeText(worst.index)}: `;
  const count = of === 1 ? "" : `; ${wrong} of ${of} entries differ`;
  const amount = `off by ${worst.off.toExponential(1)}, allowed ${worst.allowed.toExponential(1)}`;
  return `${place}got ${worst.got}, want ${worst.want} (${amount}${count})`;
}

function shapeMismatch(got: Shape, want: Shape): string {
  const text = (shape: Shape) =>
    shape.length === 0 ? "a single number" : `shape ${shapeText(shape)}`;
  return `got ${text(got)}, want ${text(want)}`;
}

/** Results may hold NaN, which `tensor` refuses; here it must be seen and reported. */
function entriesOf(x: TensorLike): Tensor {
  if (typeof x === "number") return new Tensor([], Float64Array.of(x));
  if (x instanceof Tensor) return x;
  const flat = x.flat();
  if (!flat.every((entry) => typeof entry === "number") || flat.length === 0) return tensor(x);
  const shape = tensor(
    x.map((row) => (Array.isArray(row) ? row.map(() => 0) : 0)) as number[],
  ).shape;
  return new Tensor(shape, Float64Array.from(flat as number[]));
}

function differenceAt(index: Shape, got: number, want: number, tolerance: Tolerance): Difference {
  const allowed = Number.isFinite(want)
    ? tolerance.absolute + tolerance.relative * Math.abs(want)
    : 0;
  if (got === want) return { index, got, want, off: 0, allowed };
  const off = Math.abs(got - want);
  return { index, got, want, off: Number.isNaN(off) ? Number.POSITIVE_INFINITY : off, allowed };
}

/** How far outside the tolerance an entry lies; negative inside. */
function excess({ off, allowed }: Difference): number {
  return off - allowed;
}

function indexOf(position: number, shape: Shape): Shape {
  if (shape.length === 0) return [];
  if (shape.length === 1) return [position];
  return [Math.floor(position / shape[1]!), position % shape[1]!];
}
