/** Kernels: how a loop walks over an array, row by row, repeated, or along one axis. */

/** Two axes and how far apart their entries lie; a step of 0 repeats an entry (broadcasting). */
export interface Layout {
  readonly rowStep: number;
  readonly columnStep: number;
}

/** Entries that lie one after the other, all in one row: two arrays of one shape, whatever it is. */
export const FLAT: Layout = { rowStep: 0, columnStep: 1 };

/** One entry, repeated everywhere: a number beside an array. */
export const REPEATED: Layout = { rowStep: 0, columnStep: 0 };

/** Equally long runs of entries that a reduction turns into one number each. */
export interface Lanes {
  /** How many runs there are. */
  readonly count: number;
  /** Distance between the first entries of neighbouring runs. */
  readonly start: number;
  /** Entries of one run. */
  readonly length: number;
  /** Distance between neighbouring entries of a run. */
  readonly step: number;
}

/** The runs of a `[rows, columns]` matrix: axis 0 its columns, axis 1 its rows. */
export function lanesAlong(axis: 0 | 1, rows: number, columns: number): Lanes {
  return axis === 0
    ? { count: columns, start: 1, length: rows, step: columns }
    : { count: rows, start: columns, length: columns, step: 1 };
}
