/**
 * Chapter 5, monitors: what to watch while a network trains, and what tells a run that goes wrong:
 * the smoothed loss, norms, NaN, dead and saturated units.
 */
import { normOfEntries } from "../kernels.js";
import { type ArrayLike2d, Tensor, type TensorLike, tensor } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { finiteMatrix, finiteTensor, shareBelowOne } from "./arguments.js";

/** Parameters or gradients under their names. */
export type NamedTensors = Readonly<Record<string, TensorLike>>;

/** An entry that is NaN or infinite, and where it stands. */
export interface NonFinite {
  /** The parameter's name. */
  readonly name: string;
  /** Its index: `[]`, `[i]` or `[i, j]`. */
  readonly index: readonly number[];
  /** NaN, Infinity or −Infinity. */
  readonly value: number;
}

/**
 * A smoother curve: `s_t = β s_{t−1} + (1 − β) J_t`, divided by `1 − βᵗ` so that the first values are
 * not pulled towards 0. It averages over about the last 1/(1 − β) losses.
 *
 * @param losses - one a step
 * @param beta - β from 0 (no smoothing) to below 1
 * @returns as many values
 * @throws {@link ValueError} if β is out of range or a loss is not finite
 *
 * @example
 * smoothLosses([4, 1], 0.5); // => [4, 2]
 */
export function smoothLosses(losses: readonly number[], beta = 0.9): number[] {
  const share = shareBelowOne("smoothLosses", "beta", beta);
  if (losses.length === 0) return [];
  let [level, weight] = [0, 0];
  return Array.from(finiteTensor("smoothLosses", "losses", losses).data, (loss) => {
    level = share * level + (1 - share) * loss;
    weight = share * weight + (1 - share);
    return level / weight;
  });
}

/**
 * The Euclidean norm `‖w‖ = √(Σ wᵢ²)` of each parameter, or of each gradient. Weights whose norm
 * grows steadily, or gradients whose norm is a thousandth of another layer's, are worth a look.
 *
 * @param tensors - parameters or gradients by name
 * @returns the norms by the same names; NaN or Infinity where entries are
 *
 * @example
 * normsOf({ W: [[3], [4]], b: [0] }); // => { W: 5, b: 0 }
 */
export function normsOf(tensors: NamedTensors): Record<string, number> {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, values]) => [name, normOfEntries(entriesOf(values).data)]),
  );
}

/**
 * The norm of all of them as one long vector.
 *
 * @example
 * totalNorm({ W: [[3]], b: [4] }); // => 5
 */
export function totalNorm(tensors: NamedTensors): number {
  return normOfEntries(Float64Array.from(Object.values(normsOf(tensors))));
}

/**
 * The first entry that is NaN or infinite, in the order of the names, or null if there is none.
 *
 * @param tensors - parameters or gradients by name
 *
 * @example
 * findNonFinite({ W: [[1, 2], [3, 1 / 0]] }); // => { name: "W", index: [1, 1], value: Infinity }
 */
export function findNonFinite(tensors: NamedTensors): NonFinite | null {
  for (const [name, values] of Object.entries(tensors)) {
    const { shape, data } = entriesOf(values);
    let at = 0;
    while (at < data.length && Number.isFinite(data[at])) at++;
    if (at === data.length) continue;
    const width = shape[1] ?? 1;
    const index = [[], [at], [Math.floor(at / width), at % width]][shape.length]!;
    return { name, index, value: data[at]! };
  }
  return null;
}

/**
 * The dead units of a ReLU layer: those that give 0 for every example of the batch. A unit that is
 * dead on all of the data has slope 0 everywhere and learns nothing more.
 *
 * @param activations - `max(0, z)`, one example a row `[n, units]`
 * @returns the units' columns, counted from 0
 * @throws {@link ShapeError} if it is not a matrix
 * @throws {@link ValueError} if an entry is negative (then it is not behind a ReLU) or not finite
 *
 * @example
 * deadUnits([[0, 1, 0], [0, 0, 2]]); // => [0]
 */
export function deadUnits(activations: ArrayLike2d): number[] {
  const a = finiteMatrix("deadUnits", "activations", activations);
  if (a.data.some((entry) => entry < 0)) {
    const rule = "activations behind a ReLU are not negative";
    const hint = "Pass a = ReLU(z), not the pre-activation z.";
    const smallest = a.data.reduce((low, entry) => Math.min(low, entry), 0);
    throw new ValueError({ operation: "deadUnits", rule, hint }, { "smallest entry": smallest });
  }
  const [rows = 0, units = 0] = a.shape;
  const isDead = (unit: number): boolean => {
    for (let i = 0; i < rows; i++) if (a.data[i * units + unit] !== 0) return false;
    return true;
  };
  return Array.from({ length: units }, (_, unit) => unit).filter(isDead);
}

/**
 * The share of activations that are nearly at a limit, where a sigmoid or tanh is flat and passes
 * hardly any gradient.
 *
 * @param activations - `[n]` or `[n, units]`
 * @param limits - lowest and highest: `[0, 1]` for the sigmoid, `[−1, 1]` for tanh
 * @param margin - "nearly" as a share of the distance between the limits, from 0 to below 1
 * @returns from 0 to 1
 * @throws {@link ValueError} if an entry is outside the limits or not finite
 *
 * @example
 * saturationShare([-0.999, 0, 0.5, 1], [-1, 1]); // => 0.5
 */
export function saturationShare(
  activations: ArrayLike2d,
  limits: readonly [low: number, high: number],
  margin = 0.01,
): number {
  const operation = "saturationShare";
  const a = finiteTensor(operation, "activations", activations);
  const [low, high] = limits;
  const outside = a.data.find((entry) => entry < low || entry > high);
  if (outside !== undefined || !(low < high)) {
    const rule = `activations lie between the limits, and the first limit is the lower one`;
    throw new ValueError({ operation, rule }, { limits, "an activation": outside });
  }
  const near = shareBelowOne(operation, "margin", margin) * (high - low);
  const saturated = a.data.filter((entry) => entry <= low + near || entry >= high - near);
  return saturated.length / a.size;
}

/** A list may hold the NaN that is looked for, which `tensor` refuses. */
function entriesOf(values: TensorLike): Tensor {
  if (values instanceof Tensor) return values;
  if (typeof values === "number") return new Tensor([], Float64Array.of(values));
  const flat = values.flat() as number[];
  const zeros = (values as readonly (number | readonly number[])[]).map((row) =>
    Array.isArray(row) ? row.map(() => 0) : 0,
  );
  return new Tensor(tensor(zeros as number[]).shape, Float64Array.from(flat));
}
