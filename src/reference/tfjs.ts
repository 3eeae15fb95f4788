/** The reference: TensorFlow.js as the backends load it. Only types, so nothing is loaded here. */
import type * as tfjs from "@tensorflow/tfjs";

import type { BackendIdentity } from "./backend.js";

/** The module, whichever backend stands behind it. */
export type Tfjs = typeof tfjs;

/** A tensor of TensorFlow.js, float32. */
export type TfTensor = tfjs.Tensor;

/** A backend that is ready to compute. */
export interface LoadedBackend {
  readonly identity: BackendIdentity;
  readonly tf: Tfjs;
}

/** Thrown by a backend's loader: this machine cannot run it, for a reason of one line. */
export class BackendUnavailable extends Error {
  override readonly name = "BackendUnavailable";
}
