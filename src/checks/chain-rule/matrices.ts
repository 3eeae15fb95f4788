/** Chapter 3, exercises: rows of numbers multiplied, turned and differentiated, for the checks. */

export type Vector = readonly number[];
export type Matrix = readonly Vector[];
/** A module that reads a list and gives a list. */
export type Module = (x: Vector) => readonly number[];

/** The columns of A as rows: its transpose. */
export function columns(A: Matrix): number[][] {
  return A[0]!.map((_, j) => A.map((row) => row[j]!));
}

/** A B, shapes [n, m] and [m, k]; NaN where an entry is missing because the shapes do not fit. */
export function product(A: Matrix, B: Matrix): number[][] {
  return A.map((row) =>
    B[0]!.map((_, k) => row.reduce((sum, a, j) => sum + a * (B[j]?.[k] ?? Number.NaN), 0)),
  );
}

/** The Jacobian of a module, column by column, by central differences, Eq. (3.10). */
export function jacobian(f: Module, x: Vector, h: number): number[][] {
  const nudged = (j: number, by: number): Vector => f(x.map((xi, i) => (i === j ? xi + by : xi)));
  const byInput = x.map((_, j) => {
    const [up, down] = [nudged(j, h), nudged(j, -h)];
    return up.map((z, i) => (z - down[i]!) / (2 * h));
  });
  return columns(byInput);
}

/** ∂C/∂X = ∂C/∂Z Wᵀ, Eq. (3.11). */
export function backToX(dCdZ: Matrix, W: Matrix): number[][] {
  return product(dCdZ, columns(W));
}

/** ∂C/∂W = Xᵀ ∂C/∂Z, Eq. (3.11). */
export function backToW(X: Matrix, dCdZ: Matrix): number[][] {
  return product(columns(X), dCdZ);
}
