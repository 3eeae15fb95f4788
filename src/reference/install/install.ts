/** Installing tfjs-node: the ways to a working one, in order, and the proof that it works. */
import { mkdirSync, readdirSync, renameSync, rmSync, statfsSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { isOracle, openOracle } from "../oracle.js";
import { assertToolchain, buildAddon } from "./addon.js";
import { InstallError, reasonOf } from "./install-error.js";
import { isLinked, linkFromCache, readStamp, unlink, writeStamp } from "./link.js";
import { keepDownload, runOwnInstaller } from "./own-installer.js";
import { findPlaces, type Places, TENSORFLOW_VERSION } from "./places.js";
import { assertWheelExists, fetchTensorFlow } from "./wheel.js";

/** Which ways may be tried, and for how long. */
export interface InstallOptions {
  /** Stop at once if an earlier run left its stamp; nothing is loaded to look. */
  readonly ifNeeded: boolean;
  /** `store`: the package's own installer; `wheel`: TensorFlow from PyPI; `any`: one, then the other. */
  readonly from: "any" | "store" | "wheel";
  /** Limit for the package's own installer. */
  readonly storeSeconds: number;
  /** Limit for each step of the way over the wheel. */
  readonly stepSeconds: number;
  /** Told when a step begins; returns what to call when it is done. */
  readonly step: (title: string) => (result?: string) => void;
}

/** Bytes that the wheel and what is taken out of it need for a while. */
const NEEDED_BYTES = 1.3e9;

/**
 * Make tfjs-node work, by the quickest way that does.
 *
 * @returns a sentence that says what works now
 * @throws {@link InstallError} with what is missing and how to mend it; nothing is left half done
 */
export async function installReference(options: InstallOptions): Promise<string> {
  const places = findPlaces();
  const { packageFolder } = places;
  if (packageFolder === null) {
    throw new InstallError(
      "The optional package @tensorflow/tfjs-node is not in node_modules. Run npm install without " +
        "--omit=optional, then this again.",
    );
  }
  if (options.ifNeeded && isLinked(packageFolder)) {
    return `tfjs-node is in place, with TensorFlow ${readStamp(packageFolder)?.tensorflow}.`;
  }
  const present = await tensorFlowAtWork();
  if (present.version !== null) {
    if (!isLinked(packageFolder)) {
      writeStamp(packageFolder, { from: "found in place", tensorflow: present.version });
    }
    return `tfjs-node works already, with TensorFlow ${present.version}.`;
  }
  if (readStamp(places.cache) === null) await fillCache(places, packageFolder, options);
  const linked = options.step("Linking tfjs-node to the kept build");
  linkFromCache(places.cache, packageFolder);
  linked();
  return prove(places, packageFolder, options);
}

/** Get library and addon into the cache; the folder appears under its name only when whole. */
async function fillCache(
  places: Places,
  packageFolder: string,
  options: InstallOptions,
): Promise<void> {
  const parent = dirname(places.cache);
  mkdirSync(parent, { recursive: true });
  clearRemains(parent);
  const partial = join(parent, `partial-${process.pid}`);
  const remove = (): void => rmSync(partial, { recursive: true, force: true });
  const interrupted = (): void => process.exit(130);
  process.once("exit", remove);
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    mkdirSync(partial);
    const from = await firstWayThatWorks(places, packageFolder, partial, options);
    writeStamp(partial, { from, tensorflow: null });
    rmSync(places.cache, { recursive: true, force: true });
    renameSync(partial, places.cache);
  } finally {
    remove();
    process.removeListener("exit", remove);
    process.removeListener("SIGINT", interrupted).removeListener("SIGTERM", interrupted);
  }
}

async function firstWayThatWorks(
  places: Places,
  packageFolder: string,
  partial: string,
  options: InstallOptions,
): Promise<string> {
  if (options.from !== "wheel") {
    const done = options.step("Asking tfjs-node's own installer");
    try {
      await runOwnInstaller(packageFolder, options.storeSeconds);
      keepDownload(packageFolder, partial);
      done();
      return "tfjs-node's own installer";
    } catch (error) {
      done(reasonOf(error).split("\n")[0]);
      if (options.from === "store") {
        throw new InstallError(
          `tfjs-node's own installer could not be used: ${reasonOf(error)}. Without --from store, ` +
            "the addon is built against TensorFlow's wheel from PyPI.",
        );
      }
    }
  }
  await assertCanBuild(partial);
  const fetched = options.step(`Downloading TensorFlow ${TENSORFLOW_VERSION} from PyPI (270 MB)`);
  await fetchTensorFlow(places.project, partial, options.stepSeconds);
  fetched();
  const built = options.step("Compiling tfjs-node's addon");
  await buildAddon(packageFolder, partial, options.stepSeconds);
  built();
  return "PyPI's wheel";
}

/** Everything that can be known to be missing before a long download. */
async function assertCanBuild(folder: string): Promise<void> {
  assertWheelExists();
  await assertToolchain();
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < NEEDED_BYTES) {
    throw new InstallError(
      `TensorFlow's library needs 1.3 GB on the disk while it is unpacked and 900 MB afterwards; ` +
        `${folder} has ${(bavail * bsize * 1e-9).toFixed(1)} GB left. Make room and run it again.`,
    );
  }
}

/** Load it and compute with it; what does not work is taken away again. */
async function prove(
  places: Places,
  packageFolder: string,
  options: InstallOptions,
): Promise<string> {
  const proved = options.step("Computing σ(0) with it");
  const { version, reason } = await tensorFlowAtWork();
  if (version === null) {
    unlink(packageFolder);
    rmSync(places.cache, { recursive: true, force: true });
    throw new InstallError(
      `tfjs-node was put together but does not work: ${reason} All of it was removed again. The ` +
        "comparisons run on WebGPU or on plain tfjs instead, and say so.",
    );
  }
  proved();
  const from = readStamp(places.cache)?.from ?? "found in place";
  for (const folder of [places.cache, packageFolder]) {
    writeStamp(folder, { from, tensorflow: version });
  }
  return `tfjs-node works, with TensorFlow ${version} (${from}).`;
}

/** The version of the TensorFlow that answers with σ(0) = ½, or why none does. */
async function tensorFlowAtWork(): Promise<{ version: string | null; reason: string }> {
  const oracle = await openOracle("tfjs-node");
  if (!isOracle(oracle)) return { version: null, reason: oracle.reason };
  try {
    const [value] = await oracle.ask("sigmoid", [[0]]);
    const version = oracle.versions["TensorFlow"] ?? "of unknown version";
    return value === 0.5
      ? { version, reason: "" }
      : { version: null, reason: `σ(0) came out as ${String(value)}.` };
  } catch (error) {
    return { version: null, reason: reasonOf(error) };
  } finally {
    oracle.close();
  }
}

/** Partial folders of runs that were killed; those of a process that still runs stay. */
function clearRemains(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = /^partial-(\d+)$/.exec(basename(name))?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) {
      rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
