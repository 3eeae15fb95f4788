/** The reference on WebGPU: TensorFlow.js on any maker's graphics card, or on a software one. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

import { processorName } from "./processor.js";
import { BackendUnavailable, type LoadedBackend, type Tfjs } from "./tfjs.js";

/** The few parts of the package `webgpu` and of its adapters that are used here. */
export interface WebgpuPackage {
  readonly globals: Readonly<Record<string, unknown>>;
  create(options: readonly string[]): Gpu;
}
interface Gpu {
  requestAdapter(): Promise<{ readonly info: AdapterInfo } | null>;
}
interface AdapterInfo {
  readonly vendor: string;
  readonly architecture: string;
  readonly device: string;
  readonly description: string;
}

/** Where Debian, Fedora and Google's packages put Chromium's software Vulkan driver. */
const SOFTWARE_DRIVERS = [
  "/usr/lib/chromium/vk_swiftshader_icd.json",
  "/usr/lib64/chromium-browser/vk_swiftshader_icd.json",
  "/usr/lib/chromium-browser/vk_swiftshader_icd.json",
  "/opt/google/chrome/vk_swiftshader_icd.json",
];

/**
 * Environments to try in turn: the system's own Vulkan drivers, then a software one. Vulkan reads
 * the variable once, when its library is loaded, hence a process for each.
 */
export function webgpuEnvironments(): readonly Readonly<Record<string, string>>[] {
  const software = SOFTWARE_DRIVERS.find((path) => existsSync(path));
  const chosenByUser = process.env["VK_ICD_FILENAMES"] ?? process.env["VK_DRIVER_FILES"];
  if (software === undefined || chosenByUser !== undefined) return [{}];
  return [{}, { VK_ICD_FILENAMES: software }];
}

/** Whether an adapter's name is that of a driver that draws on the processor. */
export function isSoftware(name: string): boolean {
  return /swiftshader|llvmpipe|lavapipe/i.test(name);
}

// Held for the life of the process: the backend stops when its `Gpu` is collected.
let gpu: Gpu | null = null;

/** Where the parts come from: the installed packages, or the archive of the reference pack. */
export interface WebgpuParts {
  readonly webgpu: WebgpuPackage;
  /** Of the package `webgpu`. */
  readonly version: string;
  /** TensorFlow.js with the backend registered. Called late: both look at `navigator` as they load. */
  readonly loadTfjs: () => Promise<Tfjs>;
}

/**
 * Load TensorFlow.js with its `webgpu` backend. The process is its own: globals are set.
 *
 * @throws {@link BackendUnavailable} if the package is missing or finds no graphics adapter
 */
export async function loadWebgpu(parts?: WebgpuParts): Promise<LoadedBackend> {
  const { webgpu, version, loadTfjs } = parts ?? (await installedParts());
  const adapter = await openAdapter(webgpu);
  const tf = await loadTfjs();
  await tf.setBackend("webgpu");
  await tf.ready();
  // By default small tensors are computed on the CPU instead, unseen.
  tf.env().set("WEBGPU_CPU_FORWARD", false);
  const versions = { tfjs: tf.version.tfjs, webgpu: version, node: process.versions.node };
  return { tf, identity: { backend: "webgpu", device: adapterName(adapter.info), versions } };
}

/**
 * The adapter's name, with `navigator.gpu` set up for it; TensorFlow.js is not loaded.
 *
 * @throws {@link BackendUnavailable} if there is none
 */
export async function adapterNameOf(webgpu: WebgpuPackage): Promise<string> {
  return adapterName((await openAdapter(webgpu)).info);
}

async function openAdapter(webgpu: WebgpuPackage): Promise<{ readonly info: AdapterInfo }> {
  Object.assign(globalThis, webgpu.globals);
  gpu = webgpu.create([]);
  const navigator = { gpu, userAgent: "node", platform: process.platform };
  Object.defineProperty(globalThis, "navigator", { value: navigator, configurable: true });
  const adapter = await gpu.requestAdapter();
  if (adapter !== null) return adapter;
  throw new BackendUnavailable(
    "no Vulkan, Metal or Direct3D 12 adapter; installing chromium brings a software one",
  );
}

async function installedParts(): Promise<WebgpuParts> {
  const webgpu = await importWebgpu();
  const require = createRequire(import.meta.url);
  const { version } = require("webgpu/package.json") as { version: string };
  const loadTfjs = async (): Promise<Tfjs> => {
    const tf = require("@tensorflow/tfjs") as Tfjs;
    require("@tensorflow/tfjs-backend-webgpu");
    return tf;
  };
  return { webgpu, version, loadTfjs };
}

async function importWebgpu(): Promise<WebgpuPackage> {
  // A variable, so that the compiler does not ask for a package that may be left out.
  const name = "webgpu";
  try {
    return await import(name);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new BackendUnavailable(`the package webgpu cannot be loaded: ${reason}`);
  }
}

/** The adapter by its maker's name; a driver that draws on the processor is called that. */
function adapterName(info: AdapterInfo): string {
  const device = info.device.replace(/-+$/, "");
  const parts = [device || `${info.vendor} ${info.architecture}`.trim(), info.description];
  const name = parts.filter((part) => part !== "").join(", ") || "unnamed adapter";
  return isSoftware(name) ? `${name}, software on ${processorName()}` : name;
}
