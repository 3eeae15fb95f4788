/** The reference, plain: TensorFlow.js in JavaScript alone, which runs wherever Node does. */
import { createRequire } from "node:module";

import { processorName } from "./processor.js";
import type { LoadedBackend, Tfjs } from "./tfjs.js";

/** Load TensorFlow.js with its `cpu` backend: float32 storage, float64 arithmetic in between. */
export async function loadPlain(): Promise<LoadedBackend> {
  const tf = createRequire(import.meta.url)("@tensorflow/tfjs") as Tfjs;
  await tf.setBackend("cpu");
  await tf.ready();
  const versions = { tfjs: tf.version.tfjs, node: process.versions.node };
  return { tf, identity: { backend: "plain", device: processorName(), versions } };
}
