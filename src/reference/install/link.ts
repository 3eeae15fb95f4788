/** Installing tfjs-node: put what the cache holds into the package, and tell whether it is there. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

import { addonIn } from "./places.js";

/** Written last, so that a folder with it is whole. */
const STAMP = "gradus-install.json";

/** What a finished installation says of itself. */
export interface Stamp {
  /** How TensorFlow's library came here. */
  readonly from: string;
  /** Version of TensorFlow's C library, as it reports it itself; null until it was asked. */
  readonly tensorflow: string | null;
}

/** The stamp in a folder, or null if there is none, or it cannot be read. */
export function readStamp(folder: string): Stamp | null {
  try {
    return JSON.parse(readFileSync(join(folder, STAMP), "utf8")) as Stamp;
  } catch {
    return null;
  }
}

/** Mark a folder as whole. */
export function writeStamp(folder: string, stamp: Stamp): void {
  writeFileSync(join(folder, STAMP), `${JSON.stringify(stamp, null, 2)}\n`);
}

/** Whether the package was linked and what it needs still lies there; reads files, loads nothing. */
export function isLinked(packageFolder: string): boolean {
  const library = join(packageFolder, "deps", "lib");
  return (
    readStamp(packageFolder) !== null && existsSync(addonIn(packageFolder)) && existsSync(library)
  );
}

/**
 * Place the cached addon and libraries in the package.
 *
 * The addon is copied, because it finds its libraries relative to its own real place; the
 * libraries, 850 MB of them, are linked.
 */
export function linkFromCache(cache: string, packageFolder: string): void {
  unlink(packageFolder);
  const addon = addonIn(packageFolder);
  mkdirSync(dirname(addon), { recursive: true });
  copyFileSync(join(cache, "tfjs_binding.node"), addon);
  mkdirSync(join(packageFolder, "deps"), { recursive: true });
  symlinkSync(join(cache, "lib"), join(packageFolder, "deps", "lib"));
}

/** Take everything out of the package that npm did not put there. */
export function unlink(packageFolder: string): void {
  for (const part of ["deps", "lib", STAMP]) {
    rmSync(join(packageFolder, part), { recursive: true, force: true });
  }
}
