/**
 * Jupyter as the project wants it: its interpreter, and environment variables that keep all it reads
 * and writes inside the project. Import it, or run it (`node src/bootstrap/jupyter-environment.mjs`)
 * to get the same as JSON: `{ python, kernel, environment }`.
 */

import { mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { STATE_FOLDER, VENV, VENV_PYTHON } from "./project.mjs";

/** The kernel's name in notebooks and in the project's kernel folder. */
export const KERNEL = "tslab";

const HOME = join(STATE_FOLDER, "jupyter");

/** The folders Jupyter would else make in the user's home. */
export const JUPYTER_FOLDERS = {
  JUPYTER_CONFIG_DIR: join(HOME, "config"),
  JUPYTER_DATA_DIR: join(HOME, "data"),
  JUPYTER_RUNTIME_DIR: join(HOME, "runtime"),
  JUPYTERLAB_SETTINGS_DIR: join(HOME, "settings"),
  JUPYTERLAB_WORKSPACES_DIR: join(HOME, "workspaces"),
  IPYTHONDIR: join(HOME, "ipython"),
};

/** Variables that would lead Jupyter or Python out of the project. */
const UNWANTED = [
  "PYTHONHOME",
  "PYTHONPATH",
  "JUPYTER_PATH",
  "JUPYTER_CONFIG_PATH",
  "JUPYTERLAB_DIR",
];

/**
 * The whole environment for a Jupyter program: this process's, with the project's folders.
 * @returns {NodeJS.ProcessEnv}
 */
export function jupyterEnvironment() {
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    ...JUPYTER_FOLDERS,
    JUPYTER_PREFER_ENV_PATH: "1",
    PYTHONNOUSERSITE: "1",
    VIRTUAL_ENV: VENV,
  };
  for (const name of UNWANTED) delete env[name];
  for (const folder of Object.values(JUPYTER_FOLDERS)) mkdirSync(folder, { recursive: true });
  return env;
}

/** The Python that has JupyterLab and nbclient. */
export const JUPYTER_PYTHON = VENV_PYTHON;

if (
  process.argv[1] !== undefined &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
) {
  const answer = { python: JUPYTER_PYTHON, kernel: KERNEL, environment: jupyterEnvironment() };
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
}
