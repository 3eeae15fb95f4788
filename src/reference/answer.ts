/** The reference: how TensorFlow.js answers, once it is loaded, whichever process it runs in. */
import type { NestedNumbers } from "../math/tensor.js";
import type { Arguments } from "./backend.js";
import { comparedFunction } from "./cases.js";
import type { Tfjs, TfTensor } from "./tfjs.js";

/**
 * TensorFlow.js's value of a compared function for each list of arguments.
 *
 * @throws Error if the table has no such function, or TensorFlow.js throws
 */
export async function answersOf(
  tf: Tfjs,
  name: string,
  calls: readonly Arguments[],
): Promise<readonly NestedNumbers[]> {
  const { tfjs } = comparedFunction(name);
  const tensors = calls.map((call) =>
    tf.tidy(() => tfjs(tf, ...call.map((argument) => tf.tensor(argument as number[])))),
  );
  const results = await Promise.all(tensors.map(toNested));
  tf.dispose(tensors);
  return results;
}

/** A tensor's entries as nested lists; `data()`, because WebGPU cannot be read synchronously. */
async function toNested(tensor: TfTensor): Promise<NestedNumbers> {
  const [rows = 0, columns = 0] = tensor.shape;
  const entries = [...(await tensor.data())];
  if (tensor.rank === 0) return entries[0] ?? Number.NaN;
  if (tensor.rank === 1) return entries;
  return Array.from({ length: rows }, (_, i) => entries.slice(i * columns, (i + 1) * columns));
}
