/** Set-up, step "kernel": the TypeScript kernel and Jupyter's settings, inside the project only. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { JUPYTER_FOLDERS, KERNEL } from "./jupyter-environment.mjs";
import { inProject, ROOT, VENV } from "./project.mjs";
import { writeWhole } from "./stamps.mjs";

/** tslab, with a fault of it mended; the file says which. */
const KERNEL_PROGRAM = inProject("src", "bootstrap", "kernel.cjs");
const KERNEL_FILE = join(VENV, "share", "jupyter", "kernels", KERNEL, "kernel.json");
const OVERRIDES_FILE = join(VENV, "share", "jupyter", "lab", "settings", "overrides.json");
const MODULE_TYPE_FILE = join(VENV, "package.json");
const SERVER_FILE = join(JUPYTER_FOLDERS.JUPYTER_CONFIG_DIR, "jupyter_server_config.json");

/** How Jupyter starts the kernel: with this very Node. */
const kernel = () => ({
  argv: [process.execPath, KERNEL_PROGRAM, "kernel", "--config-path", "{connection_file}"],
  display_name: "TypeScript",
  language: "typescript",
});

/** JupyterLab's own settings: no news, no look for updates. */
const overrides = () => ({
  "@jupyterlab/apputils-extension:notification": {
    fetchNews: "false",
    checkForUpdates: false,
  },
});

/** The server's settings; whatever is given on the command line goes before them. */
const server = () => ({
  ServerApp: { root_dir: ROOT },
  ContentsManager: { hide_globs: ["node_modules", "dist", "__pycache__", "*.pyc", "*.tmp"] },
  MappingKernelManager: { default_kernel_name: KERNEL },
  KernelSpecManager: { ensure_native_kernel: false, allowed_kernelspecs: [KERNEL] },
  LabApp: { extension_manager: "readonly", news_url: null },
  LanguageServerManager: { autodetect: false },
});

/**
 * Written again at each start (the Node in it may have changed), and only if something differs.
 * @returns {void}
 */
function writeSettings() {
  writeWhole(KERNEL_FILE, json(kernel()));
  writeWhole(OVERRIDES_FILE, json(overrides()));
  writeWhole(SERVER_FILE, json(server()));
  // JupyterLab runs a CommonJS yarn.js of its own, which must not inherit our "type": "module".
  writeWhole(MODULE_TYPE_FILE, json({ type: "commonjs" }));
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** @type {import("./set-up.mjs").SetupStep} */
export const kernelSpec = {
  name: "kernel",
  text: "placing the TypeScript kernel in .venv",
  needs: ["packages", "python"],
  key() {
    writeSettings();
    return KERNEL_PROGRAM;
  },
  isPresent: () => existsSync(KERNEL_FILE),
  work: async () => writeSettings(),
};
