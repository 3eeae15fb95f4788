/** How a reduction that looks at whole rows or columns goes over a tensor, and back. */
import type { Plain } from "./dual.js";
import { type Lanes, lanesAlong } from "./kernels.js";
import type { Axis } from "./reductions-plain.js";
import { ShapeError } from "./shape.js";
import { Tensor } from "./tensor.js";

/** A tensor cut into the runs of entries that each become one number. */
export interface AlongAxis {
  readonly lanes: Lanes;
  /** The results, one a run: a number if there is one run, else a vector. */
  readonly results: (entries: Float64Array) => Plain;
}

/**
 * Everything as one run, or one run a column (axis 0) or a row (axis 1).
 *
 * @throws {@link ShapeError} if x has no such axis
 */
export function alongAxis(operation: string, x: Tensor, axis: Axis | undefined): AlongAxis {
  if (axis !== undefined && axis >= x.rank) {
    const rule = `axis ${axis} needs ${axis === 0 ? "one axis" : "two axes"} or more`;
    throw new ShapeError({ operation, rule }, { x: x.shape });
  }
  if (axis === undefined || x.rank < 2) {
    return { lanes: lanesAlong(1, 1, x.size), results: (entries) => entries[0]! };
  }
  const [rows = 0, columns = 0] = x.shape;
  const lanes = lanesAlong(axis, rows, columns);
  return { lanes, results: (entries) => new Tensor([lanes.count], entries) };
}

/** What arrived for run i. */
export function adjointOf(adjoint: Plain, i: number): number {
  return typeof adjoint === "number" ? adjoint : adjoint.data[i]!;
}
