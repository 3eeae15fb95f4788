/** Kernels: sums of entries, of rows, of columns, and of products of pairs. */

/** `Σ xᵢ` */
export function sumEntries(x: Float64Array): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += x[i]!;
  return total;
}

/** `yⱼ = Σᵢ xᵢⱼ`: every column of a `[rows, columns]` matrix added up. */
export function sumOverRows(x: Float64Array, rows: number, columns: number): Float64Array {
  const y = new Float64Array(columns);
  sumOverRowsInto(y, x, rows, columns);
  return y;
}

/** {@link sumOverRows} into y `[columns]`; what was in it is lost. */
export function sumOverRowsInto(
  y: Float64Array,
  x: Float64Array,
  rows: number,
  columns: number,
): void {
  y.fill(0);
  let at = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) y[j] = y[j]! + x[at++]!;
  }
}

/** `yᵢ = Σⱼ xᵢⱼ`: every row of a `[rows, columns]` matrix added up. */
export function sumOverColumns(x: Float64Array, rows: number, columns: number): Float64Array {
  const y = new Float64Array(rows);
  let at = 0;
  for (let i = 0; i < rows; i++) {
    let total = 0;
    for (let j = 0; j < columns; j++) total += x[at++]!;
    y[i] = total;
  }
  return y;
}

/** `Σ aᵢ bᵢ` */
export function dotEntries(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

/**
 * `√(Σ xᵢ²)`. Where the squares overflow, or vanish, entries are taken in units of the largest one.
 * NaN or Infinity if an entry is.
 */
export function normOfEntries(x: Float64Array): number {
  const squares = dotEntries(x, x);
  if (squares > 1e-290 && squares < Number.POSITIVE_INFINITY) return Math.sqrt(squares);
  let largest = 0;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i]!));
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let shares = 0;
  for (let i = 0; i < x.length; i++) shares += (x[i]! / largest) ** 2;
  return largest * Math.sqrt(shares);
}
