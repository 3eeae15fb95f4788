/**
 * Kernels: a function of two numbers, applied to pairs of entries, each operand read through its
 * layout, so that a row, a column or one number is repeated without being copied.
 *
 * As for one operand, the common operations have a loop of their own. `y` may be one of the operands
 * if that one has y's shape.
 */
import type { Layout } from "./layout.js";

/** `yᵢⱼ = f(aᵢⱼ, bᵢⱼ)` for `rows × columns` entries, written into y. */
export type ZipLoop = (
  y: Float64Array,
  rows: number,
  columns: number,
  a: Float64Array,
  aLayout: Layout,
  b: Float64Array,
  bLayout: Layout,
) => void;

/** `yᵢⱼ = f(aᵢⱼ, bᵢⱼ)` in a new array; by `loop`, which computes the same f, if there is one. */
export function zipEntries(
  rows: number,
  columns: number,
  a: Float64Array,
  aLayout: Layout,
  b: Float64Array,
  bLayout: Layout,
  f: (a: number, b: number) => number,
  loop?: ZipLoop,
): Float64Array {
  const y = new Float64Array(rows * columns);
  if (loop !== undefined) {
    loop(y, rows, columns, a, aLayout, b, bLayout);
    return y;
  }
  let at = 0;
  for (let i = 0; i < rows; i++) {
    let atA = i * aLayout.rowStep;
    let atB = i * bLayout.rowStep;
    for (let j = 0; j < columns; j++) {
      y[at++] = f(a[atA]!, b[atB]!);
      atA += aLayout.columnStep;
      atB += bLayout.columnStep;
    }
  }
  return y;
}

/** `a + b` */
export const addInto: ZipLoop = (y, rows, columns, a, aLayout, b, bLayout) => {
  const aStep = aLayout.columnStep;
  const bStep = bLayout.columnStep;
  let at = 0;
  for (let i = 0; i < rows; i++) {
    let atA = i * aLayout.rowStep;
    let atB = i * bLayout.rowStep;
    for (let j = 0; j < columns; j++) {
      y[at++] = a[atA]! + b[atB]!;
      atA += aStep;
      atB += bStep;
    }
  }
};

/** `a − b` */
export const subInto: ZipLoop = (y, rows, columns, a, aLayout, b, bLayout) => {
  const aStep = aLayout.columnStep;
  const bStep = bLayout.columnStep;
  let at = 0;
  for (let i = 0; i < rows; i++) {
    let atA = i * aLayout.rowStep;
    let atB = i * bLayout.rowStep;
    for (let j = 0; j < columns; j++) {
      y[at++] = a[atA]! - b[atB]!;
      atA += aStep;
      atB += bStep;
    }
  }
};

/** `a · b` */
export const mulInto: ZipLoop = (y, rows, columns, a, aLayout, b, bLayout) => {
  const aStep = aLayout.columnStep;
  const bStep = bLayout.columnStep;
  let at = 0;
  for (let i = 0; i < rows; i++) {
    let atA = i * aLayout.rowStep;
    let atB = i * bLayout.rowStep;
    for (let j = 0; j < columns; j++) {
      y[at++] = a[atA]! * b[atB]!;
      atA += aStep;
      atB += bStep;
    }
  }
};

/** `a / b` */
export const divInto: ZipLoop = (y, rows, columns, a, aLayout, b, bLayout) => {
  const aStep = aLayout.columnStep;
  const bStep = bLayout.columnStep;
  let at = 0;
  for (let i = 0; i < rows; i++) {
    let atA = i * aLayout.rowStep;
    let atB = i * bLayout.rowStep;
    for (let j = 0; j < columns; j++) {
      y[at++] = a[atA]! / b[atB]!;
      atA += aStep;
      atB += bStep;
    }
  }
};

/** `max(a, b)` */
export const maximumInto: ZipLoop = (y, rows, columns, a, aLayout, b, bLayout) => {
  const aStep = aLayout.columnStep;
  const bStep = bLayout.columnStep;
  let at = 0;
  for (let i = 0; i < rows; i++) {
    let atA = i * aLayout.rowStep;
    let atB = i * bLayout.rowStep;
    for (let j = 0; j < columns; j++) {
      y[at++] = Math.max(a[atA]!, b[atB]!);
      atA += aStep;
      atB += bStep;
    }
  }
};

/**
 * The way back through a repeated operand: every entry of g, `rows × columns`, is added to the entry
 * of y that it was read from. Adding up over all uses is the rule for fan-out, Eq. (3.8).
 */
export function addBackInto(
  y: Float64Array,
  yLayout: Layout,
  g: Float64Array,
  rows: number,
  columns: number,
): void {
  const step = yLayout.columnStep;
  let at = 0;
  for (let i = 0; i < rows; i++) {
    let to = i * yLayout.rowStep;
    for (let j = 0; j < columns; j++) {
      y[to] = y[to]! + g[at++]!;
      to += step;
    }
  }
}

/** `yᵢⱼ = aᵢⱼ` where the test's entry is not 0, else `bᵢⱼ`, in a new array. */
export function chooseEntries(
  rows: number,
  columns: number,
  test: Float64Array,
  testLayout: Layout,
  a: Float64Array,
  aLayout: Layout,
  b: Float64Array,
  bLayout: Layout,
): Float64Array {
  const y = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const yes = test[i * testLayout.rowStep + j * testLayout.columnStep] !== 0;
      y[i * columns + j] = yes
        ? a[i * aLayout.rowStep + j * aLayout.columnStep]!
        : b[i * bLayout.rowStep + j * bLayout.columnStep]!;
    }
  }
  return y;
}
