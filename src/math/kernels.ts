/**
 * The loops over entries, all of them. Every other file says what is computed; this one says in
 * which order the floats are visited, so that it alone has to change when it must become faster.
 *
 * Arrays are row-major. Callers have checked the shapes.
 */

/** Two axes and how far apart their entries lie; a step of 0 repeats an entry (broadcasting). */
export interface Layout {
  readonly rowStep: number;
  readonly columnStep: number;
}

/** `yᵢ = f(xᵢ)` */
export function mapEntries(x: Float64Array, f: (entry: number) => number): Float64Array {
  const y = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) y[i] = f(x[i]!);
  return y;
}

/** `yᵢⱼ = f(aᵢⱼ, bᵢⱼ)` for `rows × columns` entries, each operand read through its layout. */
export function zipEntries(
  rows: number,
  columns: number,
  a: Float64Array,
  aLayout: Layout,
  b: Float64Array,
  bLayout: Layout,
  f: (a: number, b: number) => number,
): Float64Array {
  const y = new Float64Array(rows * columns);
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

/** `Σ xᵢ` */
export function sumEntries(x: Float64Array): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += x[i]!;
  return total;
}

/** `yⱼ = Σᵢ xᵢⱼ`: every column of a `[rows, columns]` matrix added up. */
export function sumOverRows(x: Float64Array, rows: number, columns: number): Float64Array {
  const y = new Float64Array(columns);
  let at = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) y[j] = y[j]! + x[at++]!;
  }
  return y;
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
 * `cᵢⱼ = Σₖ aᵢₖ bₖⱼ` for a `[n, inner]` and b `[inner, m]`. The middle loop runs over k, so that
 * the innermost one reads b and writes c in the order in which they lie in memory.
 */
export function multiplyMatrices(
  a: Float64Array,
  b: Float64Array,
  n: number,
  inner: number,
  m: number,
): Float64Array {
  const c = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < inner; k++) {
      const aik = a[i * inner + k]!;
      const rowOfB = k * m;
      const rowOfC = i * m;
      for (let j = 0; j < m; j++) c[rowOfC + j] = c[rowOfC + j]! + aik * b[rowOfB + j]!;
    }
  }
  return c;
}

/** `yⱼᵢ = xᵢⱼ` for x `[rows, columns]`. */
export function transposeEntries(x: Float64Array, rows: number, columns: number): Float64Array {
  const y = new Float64Array(x.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) y[j * rows + i] = x[i * columns + j]!;
  }
  return y;
}
