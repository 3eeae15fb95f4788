/** Chapter 5, pruning: the weights of the smallest magnitude are set to 0 and stay there. */
import { mapEntries } from "../kernels.js";
import { ShapeError, sameShape } from "../shape.js";
import { Tensor, type TensorLike } from "../tensor.js";
import { ValueError } from "../value-error.js";
import { finiteTensor, notNegative } from "./arguments.js";

/** Pruned weights and which were kept. */
export interface Pruned {
  /** `m ⊙ w`, one tensor a parameter. */
  readonly weights: readonly Tensor[];
  /** m: 1 where a weight is kept, 0 where it is pruned; of the same shapes. */
  readonly masks: readonly Tensor[];
  /** How many weights were pruned. */
  readonly pruned: number;
}

/**
 * Prune below a threshold: `wᵢ ← mᵢ wᵢ` with `mᵢ = 1 if |wᵢ| ≥ t, else 0`, Eq. (5.5).
 *
 * @param weights - the parameters, each `[]`, `[n]` or `[n, d]`
 * @param threshold - t ≥ 0
 * @throws {@link ValueError} if the list is empty, an entry is not finite, or t < 0
 *
 * @example
 * pruneByThreshold([[0.5, -0.1, 0.2]], 0.2).weights[0].toArray(); // => [0.5, 0, 0.2]
 */
export function pruneByThreshold(weights: readonly TensorLike[], threshold: number): Pruned {
  const operation = "pruneByThreshold";
  const t = notNegative(operation, "threshold", threshold);
  const parameters = listOf(operation, weights);
  return pruneWith(
    parameters,
    parameters.map(
      (w) =>
        new Tensor(
          w.shape,
          mapEntries(w.data, (entry) => (Math.abs(entry) >= t ? 1 : 0)),
        ),
    ),
  );
}

/**
 * Prune a fraction: of all weights together, the `round(f · n)` of smallest magnitude are set to 0,
 * so the threshold t of Eq. (5.5) is whatever that takes. Of equal magnitudes the earlier goes
 * first.
 *
 * @param weights - the parameters, each `[]`, `[n]` or `[n, d]`, ranked together
 * @param fraction - f from 0 to 1
 * @throws {@link ValueError} if the list is empty, an entry is not finite, or f is not from 0 to 1
 * @see Han, Pool, Tran, Dally, "Learning both Weights and Connections" (2015)
 *
 * @example
 * pruneByFraction([[3, -1], [2, 0.5]], 0.5).masks.map((m) => m.toArray()); // => [[1, 0], [1, 0]]
 */
export function pruneByFraction(weights: readonly TensorLike[], fraction: number): Pruned {
  const operation = "pruneByFraction";
  if (!(fraction >= 0 && fraction <= 1)) {
    throw new ValueError({ operation, rule: "fraction must be from 0 to 1" }, { fraction });
  }
  const parameters = listOf(operation, weights);
  const places = parameters.flatMap((w, parameter) =>
    Array.from(w.data, (entry, at) => ({ parameter, at, size: Math.abs(entry) })),
  );
  const smallest = [...places]
    .sort((a, b) => a.size - b.size)
    .slice(0, Math.round(fraction * places.length));
  const kept = parameters.map((w) => new Float64Array(w.size).fill(1));
  for (const { parameter, at } of smallest) kept[parameter]![at] = 0;
  return pruneWith(
    parameters,
    parameters.map((w, i) => new Tensor(w.shape, kept[i]!)),
  );
}

/**
 * Weights (or their gradients) with the pruned entries set to 0 again: `m ⊙ w`. After pruning it
 * belongs behind each training step, or the steps bring the weights back.
 *
 * @param weights - the parameters, each of its mask's shape
 * @param masks - as the pruning returned them
 * @throws {@link ShapeError} if there are more of one than of the other, or two shapes differ
 *
 * @example
 * applyMasks([[7, 8]], [[0, 1]])[0].toArray(); // => [0, 8]
 */
export function applyMasks(
  weights: readonly TensorLike[],
  masks: readonly TensorLike[],
): readonly Tensor[] {
  const operation = "applyMasks";
  const [parameters, kept] = [listOf(operation, weights), listOf(operation, masks)];
  const rule = "every parameter has one mask, of its own shape, Eq. (5.5)";
  if (parameters.length !== kept.length) {
    const lengths = { weights: [parameters.length], masks: [kept.length] };
    throw new ShapeError({ operation, rule }, lengths);
  }
  return parameters.map((w, i) => {
    if (sameShape(w.shape, kept[i]!.shape)) return keep(w, kept[i]!);
    const shapes = { [`weights ${i}`]: w.shape, [`masks ${i}`]: kept[i]!.shape };
    throw new ShapeError({ operation, rule }, shapes);
  });
}

function pruneWith(parameters: readonly Tensor[], masks: readonly Tensor[]): Pruned {
  const pruned = masks.reduce((count, m) => count + m.data.filter((kept) => kept === 0).length, 0);
  return { weights: parameters.map((w, i) => keep(w, masks[i]!)), masks, pruned };
}

/** `m ⊙ w`, where a product with 0 is 0 and not −0. */
function keep(w: Tensor, mask: Tensor): Tensor {
  return new Tensor(
    w.shape,
    w.data.map((entry, i) => (mask.data[i] === 0 ? 0 : entry * mask.data[i]!)),
  );
}

function listOf(operation: string, weights: readonly TensorLike[]): readonly Tensor[] {
  if (Array.isArray(weights) && weights.length > 0) {
    return weights.map((w: TensorLike) => finiteTensor(operation, "weights", w));
  }
  const rule = "weights must be a list of parameters, with at least one";
  const hint = `Put a single one in a list: ${operation}([W], …).`;
  throw new ValueError({ operation, rule, hint }, { weights });
}
