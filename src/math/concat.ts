/** Tensors put together, below one another or side by side. */
import type { Dual, Plain } from "./dual.js";
import { placeBlockInto, takeBlockInto } from "./kernels.js";
import { apply, named, type Operand, type OperationRule, type Value } from "./operation.js";
import type { Axis } from "./reductions-plain.js";
import { ShapeError } from "./shape.js";
import { type ArrayLike2d, Tensor, tensor } from "./tensor.js";
import { ValueError } from "./value-error.js";
import type { Variable } from "./variable.js";

/** Several tensors as one; a dual among them gives a dual, a variable a variable. */
export interface Concatenation {
  (parts: readonly ArrayLike2d[], axis?: Axis): Tensor;
  (parts: readonly (ArrayLike2d | Dual<Tensor>)[], axis?: Axis): Dual<Tensor>;
  (parts: readonly (ArrayLike2d | Variable<Tensor>)[], axis?: Axis): Variable<Tensor>;
  (parts: readonly Operand[], axis?: Axis): Value;
}

/**
 * Tensors put together: along axis 0 below one another (vectors end to end), along axis 1 side by
 * side.
 *
 * @param parts - `[nᵢ]`, or `[nᵢ, d]` along axis 0, or `[n, dᵢ]` along axis 1
 * @returns `[Σ nᵢ]`, `[Σ nᵢ, d]` or `[n, Σ dᵢ]`
 * @throws {@link ValueError} if there are no parts
 * @throws {@link ShapeError} if they differ in the other axis, or have no such axis
 * @see tf.concat
 *
 * @example
 * concat([[[1, 2]], [[3, 4]]]).toArray(); // => [[1, 2], [3, 4]]
 * @example
 * concat([[[1], [2]], [[3], [4]]], 1).toArray(); // => [[1, 3], [2, 4]]
 */
export const concat: Concatenation = named(
  "concat",
  (parts: readonly Operand[], axis: Axis = 0): Value => {
    if (!Array.isArray(parts) || parts.length === 0) {
      const rule = "takes a list of at least one tensor";
      throw new ValueError({ operation: "concat", rule }, { parts });
    }
    return apply(concatRule(parts.length, axis), parts);
  },
) as Concatenation;

function concatRule(count: number, axis: Axis): OperationRule {
  return {
    name: "concat",
    forward: (inputs) =>
      joined(
        inputs.map((part) => tensor(part)),
        axis,
      ),
    tangent: (inputs, _output, tangents) =>
      joined(
        inputs.map((part, i) => withShapeOf(tensor(part), tangents[i]!)),
        axis,
      ),
    backward: Array.from({ length: count }, (_, i) => (adjoint, inputs) => {
      const parts = inputs.map((part) => tensor(part));
      const { height, width, rows, columns, top, left } = blocks(parts, axis)[i]!;
      const data = new Float64Array(rows * columns);
      const from = tensor(adjoint).data.subarray(top * width, height * width);
      takeBlockInto(data, from, width, left, rows, columns);
      return new Tensor(parts[i]!.shape, data);
    }),
  };
}

function joined(parts: readonly Tensor[], axis: Axis): Tensor {
  assertJoinable(parts, axis);
  const all = blocks(parts, axis);
  const { height, width } = all[0]!;
  const data = new Float64Array(height * width);
  all.forEach(({ rows, columns, top, left }, i) => {
    placeBlockInto(data.subarray(top * width), width, left, parts[i]!.data, rows, columns);
  });
  return new Tensor(parts[0]!.rank === 1 ? [width] : [height, width], data);
}

/** Where each part lies in the whole; vectors are rows, side by side. */
function blocks(parts: readonly Tensor[], axis: Axis) {
  const below = axis === 0 && parts[0]!.rank === 2;
  const sizes = parts.map(({ shape, rank }) => (rank === 2 ? shape : [1, shape[0]!]));
  const total = (k: number) => sizes.reduce((sum, size) => sum + size[k]!, 0);
  const height = below ? total(0) : sizes[0]![0]!;
  const width = below ? sizes[0]![1]! : total(1);
  let [top, left] = [0, 0];
  return sizes.map(([rows = 0, columns = 0]) => {
    const block = { height, width, rows, columns, top, left };
    if (below) top += rows;
    else left += columns;
    return block;
  });
}

function assertJoinable(parts: readonly Tensor[], axis: Axis): void {
  const first = parts[0]!.shape;
  parts.forEach(({ shape }, i) => {
    const fits = shape.length === first.length && axis < shape.length;
    if (fits && shape.every((length, k) => k === axis || length === first[k])) return;
    const rule = `parts joined along axis ${axis} have that axis and agree in the other`;
    const hint = shape.length === 1 && axis === 1 ? "reshape(x, [n, 1]) makes a column of x." : "";
    const shapes = { "part 0": first, ...(i > 0 ? { [`part ${i}`]: shape } : {}) };
    throw new ShapeError({ operation: "concat", rule, ...(hint === "" ? {} : { hint }) }, shapes);
  });
}

/** A tangent of its input's shape; that of a constant is the number 0. */
function withShapeOf(input: Tensor, tangent: Plain): Tensor {
  if (typeof tangent !== "number") return tangent;
  return new Tensor(input.shape, new Float64Array(input.size).fill(tangent));
}
