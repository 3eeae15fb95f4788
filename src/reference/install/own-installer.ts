/** Installing tfjs-node: the package's own way, which downloads a ready library and addon. */
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";

import { findHeaders } from "./addon.js";
import { InstallError } from "./install-error.js";
import { unlink } from "./link.js";
import { addonIn } from "./places.js";
import { complaintIn, runWithin } from "./run-within.js";

const PROBE_MS = 4000;

/**
 * Run the package's installer, or throw and leave the package as npm placed it.
 *
 * @throws {@link InstallError} if its store cannot be reached, or it fails or takes too long
 */
export async function runOwnInstaller(packageFolder: string, seconds: number): Promise<void> {
  await assertStoreAnswers();
  const manifest = join(packageFolder, "package.json");
  // The installer rewrites its own package.json for a while; one that is stopped leaves it so.
  const original = readFileSync(manifest);
  const script = join(packageFolder, "scripts", "install.js");
  const tools = toolFolders(packageFolder).join(delimiter);
  const headers = findHeaders();
  const env = {
    PATH: `${tools}${delimiter}${process.env["PATH"] ?? ""}`,
    // Where the store has no addon for this system, the installer compiles one.
    ...(headers === null ? {} : { npm_config_nodedir: headers }),
  };
  const run = await runWithin(process.execPath, [script], { seconds, cwd: packageFolder, env });
  writeFileSync(manifest, original);
  if (run.ended === "done" && existsSync(addonIn(packageFolder))) return;
  unlink(packageFolder);
  const how =
    run.ended === "timeout"
      ? `it was not done within ${seconds} s and was stopped`
      : `it failed:\n${complaintIn(run.output)}`;
  throw new InstallError(how);
}

/** Keep what the installer downloaded in `folder`, so that a wiped node_modules needs no network. */
export function keepDownload(packageFolder: string, folder: string): void {
  cpSync(addonIn(packageFolder), join(folder, "tfjs_binding.node"));
  const options = { recursive: true, verbatimSymlinks: true };
  cpSync(join(packageFolder, "deps", "lib"), join(folder, "lib"), options);
}

/** Folders with the programs that the installer calls by name. */
function toolFolders(packageFolder: string): readonly string[] {
  const nodeModules = dirname(dirname(packageFolder));
  const preGyp = createRequire(join(packageFolder, "package.json")).resolve(
    "@mapbox/node-pre-gyp/package.json",
  );
  return [join(nodeModules, ".bin"), join(dirname(preGyp), "bin"), dirname(process.execPath)];
}

/** A blocked network can hang the installer for its whole time limit; one question tells sooner. */
async function assertStoreAnswers(): Promise<void> {
  const { env } = process;
  if (["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"].some((name) => env[name])) return;
  const store =
    env["TFJS_NODE_BASE_URI"] ?? env["TFJS_NODE_CDN_STORAGE"] ?? "https://storage.googleapis.com/";
  try {
    await fetch(store, { method: "HEAD", signal: AbortSignal.timeout(PROBE_MS) });
  } catch {
    throw new InstallError(`its store, ${new URL(store).host}, cannot be reached from here`);
  }
}
