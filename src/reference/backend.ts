/** The reference: what a TensorFlow.js backend is to us, and the messages its process speaks. */
import type { NestedNumbers } from "../math/tensor.js";

/** Every backend, the one we trust and want most first. */
export const BACKENDS = ["tfjs-node-gpu", "tfjs-node", "webgpu", "plain"] as const;

/** A TensorFlow.js backend: TensorFlow on a GPU or CPU, WebGPU, or plain JavaScript. */
export type BackendName = (typeof BACKENDS)[number];

/** What answered, to be named in every report. */
export interface BackendIdentity {
  readonly backend: BackendName;
  /** The processor or graphics device, by its maker's name. */
  readonly device: string;
  /** Versions of what took part: tfjs, TensorFlow or webgpu, Node. */
  readonly versions: Readonly<Record<string, string>>;
}

/** A backend that cannot be used here, and why, in one line. */
export interface UnavailableBackend {
  readonly backend: BackendName;
  readonly reason: string;
}

/** The arguments of one call: numbers, vectors or matrices. */
export type Arguments = readonly NestedNumbers[];

/** One question: a compared function by name, and the arguments of each call. */
export interface Question {
  readonly id: number;
  readonly name: string;
  readonly calls: readonly Arguments[];
}

/** What the process of a backend sends, in this order: `ready` or `unavailable`, then answers. */
export type Message =
  | { readonly kind: "ready"; readonly identity: BackendIdentity }
  | { readonly kind: "unavailable"; readonly reason: string }
  | { readonly kind: "answer"; readonly id: number; readonly results: readonly NestedNumbers[] }
  | { readonly kind: "failure"; readonly id: number; readonly reason: string };

/** Whether a text, typed by a person, names a backend. */
export function isBackendName(name: string): name is BackendName {
  return (BACKENDS as readonly string[]).includes(name);
}
