/** The reference, native: TensorFlow.js on TensorFlow's own C library, on the CPU or an NVIDIA GPU. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import type { BackendName } from "./backend.js";
import { processorName } from "./processor.js";
import { BackendUnavailable, type LoadedBackend, type Tfjs } from "./tfjs.js";

const require = createRequire(import.meta.url);

/** What the native backend tells of itself beside computing. */
interface NativeBackend {
  readonly isUsingGpuDevice: boolean;
  readonly binding: { readonly TF_Version: string };
}

/**
 * Load tfjs-node, or the GPU package if it is there and a GPU is asked for.
 *
 * @throws {@link BackendUnavailable} if the addon is not built, or TensorFlow lists no GPU
 */
export async function loadTfjsNode(backend: BackendName): Promise<LoadedBackend> {
  const gpu = backend === "tfjs-node-gpu";
  if (gpu && !hasNvidiaDriver()) {
    throw new BackendUnavailable("no NVIDIA driver on this machine");
  }
  restoreRemovedHelpers();
  const tf = require(packageName(gpu)) as Tfjs;
  await tf.ready();
  const native = tf.backend() as unknown as NativeBackend;
  if (gpu && !native.isUsingGpuDevice) {
    throw new BackendUnavailable(`TensorFlow ${native.binding.TF_Version} lists no GPU`);
  }
  const versions = {
    tfjs: tf.version.tfjs,
    TensorFlow: native.binding.TF_Version,
    node: process.versions.node,
  };
  return { tf, identity: { backend, device: gpu ? gpuName() : processorName(), versions } };
}

/** tfjs-node 4.22 calls two helpers that Node 23 removed; without them every operation throws. */
function restoreRemovedHelpers(): void {
  const util = require("node:util") as Record<string, unknown>;
  util["isNullOrUndefined"] ??= (value: unknown): boolean => value === null || value === undefined;
  util["isArray"] ??= Array.isArray;
}

function packageName(gpu: boolean): string {
  const cpuPackage = "@tensorflow/tfjs-node";
  const candidates = gpu ? ["@tensorflow/tfjs-node-gpu", cpuPackage] : [cpuPackage];
  for (const candidate of candidates) {
    const manifest = locate(`${candidate}/package.json`);
    if (manifest === null) continue;
    const folder = join(manifest, "..", "lib");
    if (existsSync(folder) && readdirSync(folder, { recursive: true }).some(isAddon)) {
      return candidate;
    }
  }
  throw new BackendUnavailable("its addon is not built; npm run reference:install does that");
}

function isAddon(path: string | Buffer): boolean {
  return path.toString().endsWith("tfjs_binding.node");
}

function locate(path: string): string | null {
  try {
    return require.resolve(path);
  } catch {
    return null;
  }
}

/** Asked before TensorFlow is loaded, which takes half a second. */
function hasNvidiaDriver(): boolean {
  return ["/dev/nvidiactl", "/proc/driver/nvidia", "/dev/dxg"].some((path) => existsSync(path));
}

function gpuName(): string {
  const folder = "/proc/driver/nvidia/gpus";
  const first = existsSync(folder) ? readdirSync(folder)[0] : undefined;
  if (first === undefined) return "NVIDIA GPU";
  const information = readFileSync(join(folder, first, "information"), "utf8");
  return /^Model:\s*(.+)$/m.exec(information)?.[1] ?? "NVIDIA GPU";
}
