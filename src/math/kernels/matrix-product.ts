/**
 * Kernels: the matrix product, also of transposed matrices, which backpropagation needs, without
 * ever writing a transpose down.
 *
 * The textbook's three loops read two entries and write one for every product they add. Here a tile
 * of 2 × 4 results is kept in local variables, which the compiler holds in registers, while k runs:
 * six entries are read for eight products and none is written. The four columns of b that a tile
 * reads are first copied side by side (packed), so that k walks through memory in order however b
 * lies; the copy serves all rows of a. Every result still adds its products in the order
 * k = 0, 1, 2 …, so it is the textbook's sum to the last bit.
 *
 * The inner loops declare one variable a line on purpose: with `const [x, y] = [p, q]` in their
 * place they ran 3.5 times slower.
 */
import type { Layout } from "./layout.js";

/** An array read or written as a matrix; swapping the steps transposes it. */
interface MatrixView extends Layout {
  readonly data: Float64Array;
}

/** Rows and columns of a tile; 8 sums, 4 + 2 factors fit into 16 registers. */
const TILE_ROWS = 2;
const TILE_COLUMNS = 4;

/** Four packed columns; kept from call to call, and grown when a longer column comes. */
let panel: Float64Array = new Float64Array(TILE_COLUMNS * 256);

/** `C = A B`: c `[n, m]`, a `[n, inner]`, b `[inner, m]`; c is neither a nor b. */
export function multiplyInto(
  c: Float64Array,
  a: Float64Array,
  b: Float64Array,
  n: number,
  inner: number,
  m: number,
): void {
  product(view(c, m, 1), view(a, inner, 1), view(b, m, 1), n, inner, m);
}

/** `C = Aᵀ B`: c `[n, m]`, a `[inner, n]` as stored, b `[inner, m]`; c is neither a nor b. */
export function multiplyTransposedByInto(
  c: Float64Array,
  a: Float64Array,
  b: Float64Array,
  n: number,
  inner: number,
  m: number,
): void {
  product(view(c, m, 1), view(a, 1, n), view(b, m, 1), n, inner, m);
}

/** `C = A Bᵀ`: c `[n, m]`, a `[n, inner]`, b `[m, inner]` as stored; c is neither a nor b. */
export function multiplyByTransposedInto(
  c: Float64Array,
  a: Float64Array,
  b: Float64Array,
  n: number,
  inner: number,
  m: number,
): void {
  product(view(c, m, 1), view(a, inner, 1), view(b, 1, inner), n, inner, m);
}

/** `cᵢⱼ = Σₖ aᵢₖ bₖⱼ` for a `[n, inner]` and b `[inner, m]`. */
export function multiplyMatrices(
  a: Float64Array,
  b: Float64Array,
  n: number,
  inner: number,
  m: number,
): Float64Array {
  const c = new Float64Array(n * m);
  multiplyInto(c, a, b, n, inner, m);
  return c;
}

function view(data: Float64Array, rowStep: number, columnStep: number): MatrixView {
  return { data, rowStep, columnStep };
}

function transposed({ data, rowStep, columnStep }: MatrixView): MatrixView {
  return view(data, columnStep, rowStep);
}

function product(
  c: MatrixView,
  a: MatrixView,
  b: MatrixView,
  n: number,
  inner: number,
  m: number,
): void {
  // Packing is for many rows. With few of them, Cᵀ = BᵀAᵀ has few columns, which are not packed.
  if (n < TILE_COLUMNS && m >= TILE_COLUMNS) {
    product(transposed(c), transposed(b), transposed(a), m, inner, n);
    return;
  }
  if (panel.length < TILE_COLUMNS * inner) panel = new Float64Array(2 * TILE_COLUMNS * inner);
  let j = 0;
  for (; j + TILE_COLUMNS <= m; j += TILE_COLUMNS) {
    pack(b, j, inner);
    multiplyPanel(c, a, j, n, inner);
  }
  for (; j < m; j++) multiplyColumn(c, a, b, j, n, inner);
}

/** Copy columns j to j + 3 of b side by side into the panel. */
function pack(b: MatrixView, j: number, inner: number): void {
  const { data, rowStep, columnStep } = b;
  let b0 = j * columnStep;
  let to = 0;
  for (let k = 0; k < inner; k++) {
    panel[to] = data[b0]!;
    panel[to + 1] = data[b0 + columnStep]!;
    panel[to + 2] = data[b0 + 2 * columnStep]!;
    panel[to + 3] = data[b0 + 3 * columnStep]!;
    to += TILE_COLUMNS;
    b0 += rowStep;
  }
}

/** Columns j to j + 3 of c, from all rows of a and the panel: two rows at a time, then the odd one. */
function multiplyPanel(c: MatrixView, a: MatrixView, j: number, n: number, inner: number): void {
  const { data: from, rowStep, columnStep } = a;
  const { data: to, rowStep: down, columnStep: right } = c;
  const packed = panel;
  const end = TILE_COLUMNS * inner;
  let i = 0;
  for (; i + TILE_ROWS <= n; i += TILE_ROWS) {
    let c00 = 0;
    let c01 = 0;
    let c02 = 0;
    let c03 = 0;
    let c10 = 0;
    let c11 = 0;
    let c12 = 0;
    let c13 = 0;
    let upper = i * rowStep;
    let lower = upper + rowStep;
    for (let k = 0; k < end; k += TILE_COLUMNS) {
      const b0 = packed[k]!;
      const b1 = packed[k + 1]!;
      const b2 = packed[k + 2]!;
      const b3 = packed[k + 3]!;
      const a0 = from[upper]!;
      const a1 = from[lower]!;
      c00 += a0 * b0;
      c01 += a0 * b1;
      c02 += a0 * b2;
      c03 += a0 * b3;
      c10 += a1 * b0;
      c11 += a1 * b1;
      c12 += a1 * b2;
      c13 += a1 * b3;
      upper += columnStep;
      lower += columnStep;
    }
    const at = i * down + j * right;
    to[at] = c00;
    to[at + right] = c01;
    to[at + 2 * right] = c02;
    to[at + 3 * right] = c03;
    to[at + down] = c10;
    to[at + down + right] = c11;
    to[at + down + 2 * right] = c12;
    to[at + down + 3 * right] = c13;
  }
  if (i < n) multiplyPanelByRow(c, a, i, j, inner);
}

/** Entries j to j + 3 of row i of c. */
function multiplyPanelByRow(
  c: MatrixView,
  a: MatrixView,
  i: number,
  j: number,
  inner: number,
): void {
  const { data: from, columnStep } = a;
  const { data: to, columnStep: right } = c;
  const packed = panel;
  let c0 = 0;
  let c1 = 0;
  let c2 = 0;
  let c3 = 0;
  let a0 = i * a.rowStep;
  for (let k = 0; k < TILE_COLUMNS * inner; k += TILE_COLUMNS) {
    const aik = from[a0]!;
    c0 += aik * packed[k]!;
    c1 += aik * packed[k + 1]!;
    c2 += aik * packed[k + 2]!;
    c3 += aik * packed[k + 3]!;
    a0 += columnStep;
  }
  const at = i * c.rowStep + j * right;
  to[at] = c0;
  to[at + right] = c1;
  to[at + 2 * right] = c2;
  to[at + 3 * right] = c3;
}

/** Column j of c, four rows at a time, then the rest one by one; nothing is packed. */
function multiplyColumn(
  c: MatrixView,
  a: MatrixView,
  b: MatrixView,
  j: number,
  n: number,
  inner: number,
): void {
  const { data: from, rowStep, columnStep } = a;
  const { data: factors, rowStep: factorStep } = b;
  const { data: to, rowStep: down } = c;
  const factor0 = j * b.columnStep;
  let at = j * c.columnStep;
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    let c0 = 0;
    let c1 = 0;
    let c2 = 0;
    let c3 = 0;
    let a0 = i * rowStep;
    let factor = factor0;
    for (let k = 0; k < inner; k++) {
      const bkj = factors[factor]!;
      c0 += from[a0]! * bkj;
      c1 += from[a0 + rowStep]! * bkj;
      c2 += from[a0 + 2 * rowStep]! * bkj;
      c3 += from[a0 + 3 * rowStep]! * bkj;
      a0 += columnStep;
      factor += factorStep;
    }
    to[at] = c0;
    to[at + down] = c1;
    to[at + 2 * down] = c2;
    to[at + 3 * down] = c3;
    at += 4 * down;
  }
  for (; i < n; i++) {
    let total = 0;
    let a0 = i * rowStep;
    let factor = factor0;
    for (let k = 0; k < inner; k++) {
      total += from[a0]! * factors[factor]!;
      a0 += columnStep;
      factor += factorStep;
    }
    to[at] = total;
    at += down;
  }
}
