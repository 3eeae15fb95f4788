/** Installing tfjs-node: its addon, compiled from the sources in the npm package by node-gyp. */
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";

import { InstallError } from "./install-error.js";
import { addonIn, NAPI_VERSION } from "./places.js";
import { complaintIn, runWithin } from "./run-within.js";

/** @throws {@link InstallError} if there is no compiler, no make or no node-gyp */
export async function assertToolchain(): Promise<void> {
  const missing: string[] = [];
  for (const tool of ["make", process.env["CXX"] ?? "g++"]) {
    const { ended } = await runWithin(tool, ["--version"], { seconds: 20 });
    if (ended !== "done") missing.push(tool);
  }
  if (missing.length > 0) {
    throw new InstallError(
      `tfjs-node's addon has to be compiled here, and ${missing.join(" and ")} could not be run. ` +
        "Install a C++ compiler and make (Debian: apt-get install g++ make).",
    );
  }
  findNodeGyp();
}

/**
 * Compile the addon in `folder`, which holds TensorFlow's `lib/` and `include/`.
 *
 * The sources are copied there first, so that a build that fails leaves node_modules as it was.
 *
 * @throws {@link InstallError} if the build fails or takes too long
 */
export async function buildAddon(
  packageFolder: string,
  folder: string,
  seconds: number,
): Promise<void> {
  const build = join(folder, "build");
  mkdirSync(join(build, "deps"), { recursive: true });
  for (const part of ["binding", "binding.gyp", "package.json"]) {
    cpSync(join(packageFolder, part), join(build, part), { recursive: true });
  }
  // The linker looks for the names without a version.
  linkInto(join(folder, "lib"), "libtensorflow_cc.so.2", "libtensorflow.so");
  linkInto(join(folder, "lib"), "libtensorflow_framework.so.2", "libtensorflow_framework.so");
  for (const part of ["lib", "include"]) symlinkSync(join(folder, part), join(build, "deps", part));
  const addon = addonIn(build);
  const headers = findHeaders();
  const args = ["rebuild", `--module_name=tfjs_binding`, `--module_path=${dirname(addon)}`];
  args.push(`--napi_build_version=${NAPI_VERSION}`);
  if (headers !== null) args.push(`--nodedir=${headers}`);
  const built = await runWithin(process.execPath, [findNodeGyp(), ...args], {
    seconds,
    cwd: build,
  });
  if (built.ended === "timeout") {
    const download = headers === null ? ", the download of Node's headers included" : "";
    throw new InstallError(
      `node-gyp was not done within ${seconds} s${download}. Allow more with --time-limit.`,
    );
  }
  if (built.ended !== "done" || !existsSync(addon)) {
    const hint =
      headers === null
        ? " Node's headers were not found on this machine, so node-gyp tried to download them; " +
          "with `npm config set nodedir PREFIX` it takes those in PREFIX/include/node."
        : "";
    throw new InstallError(
      `node-gyp could not compile tfjs-node's addon.${hint} It says:\n${complaintIn(built.output)}`,
    );
  }
  copyFileSync(addon, join(folder, "tfjs_binding.node"));
  rmSync(build, { recursive: true });
}

function linkInto(folder: string, target: string, name: string): void {
  if (!existsSync(join(folder, name))) symlinkSync(target, join(folder, name));
}

/**
 * npm's own node-gyp, wherever npm lies.
 *
 * @throws {@link InstallError} if it is nowhere
 */
export function findNodeGyp(): string {
  const script = join("node_modules", "node-gyp", "bin", "node-gyp.js");
  const found = npmFolders()
    .map((npm) => join(npm, script))
    .find((path) => existsSync(path));
  if (found !== undefined) return found;
  try {
    return createRequire(import.meta.url).resolve("node-gyp/bin/node-gyp.js");
  } catch {
    throw new InstallError(
      "node-gyp, which compiles tfjs-node's addon, was not found beside npm. Run this through npm " +
        "(npm run reference:install), or install it: npm install --global node-gyp.",
    );
  }
}

/** Where npm may lie: as it was called, beside Node, on the PATH, and in its own global folder. */
function npmFolders(): readonly string[] {
  const folders: string[] = [];
  const called = process.env["npm_execpath"];
  if (called !== undefined) folders.push(dirname(dirname(called)));
  const beside = dirname(process.execPath);
  folders.push(
    join(beside, "..", "lib", "node_modules", "npm"),
    join(beside, "node_modules", "npm"),
  );
  for (const entry of (process.env["PATH"] ?? "").split(delimiter)) {
    const npm = join(entry, "npm");
    if (entry !== "" && existsSync(npm)) folders.push(dirname(dirname(realpathSync(npm))));
  }
  if (process.platform !== "win32") {
    try {
      const root = execFileSync("npm", ["root", "-g"], { stdio: ["ignore", "pipe", "ignore"] });
      folders.push(join(root.toString().trim(), "npm"));
    } catch {
      // No npm on the PATH: the folders above have to do.
    }
  }
  return folders;
}

/** The prefix under which Node's headers lie, or null: then node-gyp downloads its own. */
export function findHeaders(): string | null {
  const configured = process.env["npm_config_nodedir"];
  const prefixes = [dirname(dirname(process.execPath)), configured, "/usr", "/usr/local"];
  const found = prefixes.find(
    (prefix) => prefix !== undefined && existsSync(join(prefix, "include", "node", "node_api.h")),
  );
  return found ?? null;
}
