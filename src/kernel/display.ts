/**
 * Kernel: showing something in a notebook cell. The only file that knows how.
 *
 * tslab's public `display` takes one format a call, so a figure would appear once for each of its
 * formats. Inside, the kernel sends whole bundles; we look that function up among the modules that
 * are loaded, check its shape, and fall back to the public way if it is not what we expect.
 */
import { createRequire } from "node:module";
import type { MimeBundle } from "./mime-bundle.js";

export type { MimeBundle } from "./mime-bundle.js";

/** Hands a bundle to the front end. */
export type Send = (bundle: MimeBundle) => void;

/** Hands over a bundle that has a name, the first time or in the place of the one before. */
export type Update = (bundle: MimeBundle, id: string, isUpdate: boolean) => void;

/** Node's loaded CommonJS modules by file name. */
export type LoadedModules = Readonly<Record<string, unknown>>;

/** For the public way: the format that says most without a script, first. */
const STILL_FORMATS = ["text/html", "image/svg+xml", "text/markdown", "text/plain"];

/**
 * Show a bundle in the running cell; outside a kernel nothing happens.
 *
 * @returns the bundle, for a program that has no kernel
 *
 * @example
 * display({ "text/plain": "seen" })["text/plain"]; // => "seen"
 */
export function display(bundle: MimeBundle): MimeBundle {
  currentSend()?.(bundle);
  return bundle;
}

/** The way to the cell that is running, or null outside a kernel. */
export function currentSend(): Send | null {
  const { cache } = createRequire(import.meta.url);
  return findSend(cache, globalThis);
}

/**
 * The way to the cell that is running, among these modules and globals.
 *
 * @param modules - `require.cache`
 * @param globals - `globalThis`; Deno's kernel has its display there
 */
export function findSend(modules: LoadedModules, globals: object): Send | null {
  return tslabBundles(modules) ?? tslabPublic(modules) ?? deno(globals);
}

/** The way to an output that is drawn again in its place, or null where there is none. */
export function currentUpdate(): Update | null {
  const { cache } = createRequire(import.meta.url);
  return findUpdate(cache, globalThis);
}

/** As {@link findSend}, for outputs that are drawn again. */
export function findUpdate(modules: LoadedModules, globals: object): Update | null {
  const write = tslabWriter(modules);
  if (write !== null) {
    return (data, id, isUpdate) =>
      write({ data, metadata: {}, transient: { display_id: id } }, isUpdate);
  }
  const broadcast = denoBroadcast(globals);
  if (broadcast === null) return null;
  return (data, id, isUpdate) => {
    const content = { data, metadata: {}, transient: { display_id: id } };
    broadcast(isUpdate ? "update_display_data" : "display_data", content);
  };
}

function tslabBundles(modules: LoadedModules): Send | null {
  const write = tslabWriter(modules);
  if (write === null) return null;
  return (data) => write({ data, metadata: {}, transient: {} }, false);
}

type Writer = (content: object, isUpdate: boolean) => void;

/** tslab/dist/jupyter.js of the running kernel keeps the function that sends to the last cell. */
function tslabWriter(modules: LoadedModules): Writer | null {
  for (const [file, loaded] of Object.entries(modules)) {
    if (!/tslab[\\/]dist[\\/]jupyter\.js$/.test(file)) continue;
    const send = property(property(loaded, "exports"), "lastWriteDisplayData");
    if (typeof send === "function") return (content, isUpdate) => void send(content, isUpdate);
  }
  return null;
}

/** tslab's documented API, one format a call: the best still one. It throws if no cell is running. */
function tslabPublic(modules: LoadedModules): Send | null {
  for (const [file, loaded] of Object.entries(modules)) {
    if (!/tslab[\\/]dist[\\/]public\.js$/.test(file)) continue;
    const api = property(property(loaded, "exports"), "display");
    const raw = property(api, "raw");
    if (typeof raw !== "function") continue;
    return (bundle) => {
      const format = STILL_FORMATS.find((mime) => typeof bundle[mime] === "string");
      if (format === undefined) return;
      try {
        raw.call(api, format, bundle[format]);
      } catch (error) {
        if (!(error instanceof Error && error.message === "Not ready")) throw error;
      }
    };
  }
  return null;
}

function deno(globals: object): Send | null {
  const broadcast = denoBroadcast(globals);
  if (broadcast === null) return null;
  return (data) => broadcast("display_data", { data, metadata: {}, transient: {} });
}

/** Deno's kernel sends bundles itself; outside it, asking for `Deno.jupyter` throws. */
function denoBroadcast(globals: object): ((type: string, content: object) => void) | null {
  try {
    const broadcast = property(property(property(globals, "Deno"), "jupyter"), "broadcast");
    if (typeof broadcast !== "function") return null;
    return (type, content) => void broadcast(type, content);
  } catch {
    return null;
  }
}

function property(value: unknown, name: string): unknown {
  if ((typeof value !== "object" && typeof value !== "function") || value === null)
    return undefined;
  return Reflect.get(value, name);
}
