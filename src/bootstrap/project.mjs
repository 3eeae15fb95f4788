/** Where things stand in the project: every path that set-up, start and test use. */

import { realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, wherever it was cloned to or moved. */
export const ROOT = realpathSync(join(dirname(fileURLToPath(import.meta.url)), "..", ".."));

/**
 * An absolute path inside the project.
 * @param {...string} parts
 * @returns {string}
 */
export function inProject(...parts) {
  return join(ROOT, ...parts);
}

/** Whether this is Windows, where commands, folders and signals differ. */
export const WINDOWS = process.platform === "win32";

/** Everything set-up keeps for itself; git ignores it. */
export const STATE_FOLDER = inProject(".gradus");

/** The project's own Python environment. */
export const VENV = inProject(".venv");

/** The interpreter inside the project's Python environment. */
export const VENV_PYTHON = WINDOWS
  ? join(VENV, "Scripts", "python.exe")
  : join(VENV, "bin", "python");

/** The built command line. */
export const CLI = inProject("dist", "cli", "main.js");

/**
 * A path as a reader wants to see it: relative to the project where it lies inside.
 * @param {string} path
 * @returns {string}
 */
export function shown(path) {
  return path.startsWith(ROOT + sep) ? path.slice(ROOT.length + 1) : path;
}
