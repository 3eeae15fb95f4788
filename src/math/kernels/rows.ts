/** Kernels: rows picked, put back and laid out otherwise. */

/** `yⱼᵢ = xᵢⱼ` for x `[rows, columns]`. */
export function transposeEntries(x: Float64Array, rows: number, columns: number): Float64Array {
  const y = new Float64Array(x.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) y[j * rows + i] = x[i * columns + j]!;
  }
  return y;
}

/** Row r of y is row `indices[r]` of x. */
export function gatherRowsInto(
  y: Float64Array,
  x: Float64Array,
  indices: ArrayLike<number>,
  columns: number,
): void {
  let at = 0;
  for (let r = 0; r < indices.length; r++) {
    const from = indices[r]! * columns;
    for (let j = 0; j < columns; j++) y[at++] = x[from + j]!;
  }
}

/** The way back: row r of g is added to row `indices[r]` of y. */
export function scatterRowsInto(
  y: Float64Array,
  g: Float64Array,
  indices: ArrayLike<number>,
  columns: number,
): void {
  let at = 0;
  for (let r = 0; r < indices.length; r++) {
    const to = indices[r]! * columns;
    for (let j = 0; j < columns; j++) y[to + j] = y[to + j]! + g[at++]!;
  }
}

/** Copy a `[rows, columns]` block into y, whose rows are `width` long, from column `left` on. */
export function placeBlockInto(
  y: Float64Array,
  width: number,
  left: number,
  block: Float64Array,
  rows: number,
  columns: number,
): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) y[i * width + left + j] = block[i * columns + j]!;
  }
}

/** Read such a block from x back. */
export function takeBlockInto(
  block: Float64Array,
  x: Float64Array,
  width: number,
  left: number,
  rows: number,
  columns: number,
): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) block[i * columns + j] = x[i * width + left + j]!;
  }
}
