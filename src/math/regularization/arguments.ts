/** Chapter 5, what the regularizers ask of their arguments, and the errors if it is not so. */
import { type Operand, primalOf, toValue } from "../elementwise.js";
import { Random } from "../random.js";
import { ShapeError } from "../shape.js";
import { Tensor, type TensorLike, tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";

/**
 * The argument as a tensor without NaN or infinities; of a dual number, its value.
 *
 * @throws {@link ValueError} naming the first entry that is not finite
 */
export function finiteTensor(operation: string, name: string, x: Operand): Tensor {
  const value: TensorLike = primalOf(toValue(operation, x));
  const values = value instanceof Tensor ? value : tensor(value);
  const at = values.data.findIndex((entry) => !Number.isFinite(entry));
  if (at < 0) return values;
  const rule = `every entry of ${name} must be finite`;
  const hint = "Look one step back: what computed it overflowed or divided by 0.";
  throw new ValueError({ operation, rule, hint }, { [`${name}, entry ${at}`]: values.data[at] });
}

/**
 * The argument as a matrix `[n, d]` of finite entries.
 *
 * @throws {@link ShapeError} if it has another rank
 * @throws {@link ValueError} if an entry is not finite
 */
export function finiteMatrix(operation: string, name: string, x: Operand): Tensor {
  const values = finiteTensor(operation, name, x);
  if (values.rank === 2) return values;
  const rule = `${name} holds one example a row, [n, d]`;
  const hint = values.rank === 1 ? "For a single example put it in a list: [x]." : undefined;
  throw new ShapeError(hint === undefined ? { operation, rule } : { operation, rule, hint }, {
    [name]: values.shape,
  });
}

/** The number, if it is finite and not negative. @throws {@link ValueError} otherwise */
export function notNegative(operation: string, name: string, value: number): number {
  if (Number.isFinite(value) && value >= 0) return value;
  throw new ValueError(
    { operation, rule: `${name} must be a finite number, 0 or more` },
    { [name]: value },
  );
}

/** The number, if it is finite and above 0. @throws {@link ValueError} otherwise */
export function positive(operation: string, name: string, value: number): number {
  if (Number.isFinite(value) && value > 0) return value;
  const rule = `${name} must be a finite number above 0`;
  throw new ValueError({ operation, rule }, { [name]: value });
}

/** The number, if it is from 0 to below 1. @throws {@link ValueError} otherwise */
export function shareBelowOne(
  operation: string,
  name: string,
  value: number,
  hint?: string,
): number {
  if (typeof value === "number" && value >= 0 && value < 1) return value;
  const rule = `${name} must be from 0 to below 1`;
  throw new ValueError(hint === undefined ? { operation, rule } : { operation, rule, hint }, {
    [name]: value,
  });
}

/** The generator, if it is one. @throws {@link ValueError} otherwise */
export function seeded(operation: string, random: Random): Random {
  if (random instanceof Random) return random;
  const rule = "random must be a seeded generator";
  const hint = "Pass new Random(1), say, so that the run can be repeated.";
  throw new ValueError({ operation, rule, hint }, { random });
}
