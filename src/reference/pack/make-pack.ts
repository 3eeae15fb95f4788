/**
 * The reference pack: an archive with which a machine that has a graphics card, but no network and
 * nothing installed, records what TensorFlow.js answers on it. Linux only: unpack, `./record`.
 */
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { allQuestions } from "../recording/record-backends.js";
import { questionsText } from "./questions.js";

/** A pack must pass where files of 64 MiB pass. */
const MAX_MIB = 60;

/** Vulkan's loader, which drivers do not bring: Debian's, Fedora's, and Chromium's own. */
const VULKAN_LOADERS = [
  `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/libvulkan.so.1`,
  "/usr/lib64/libvulkan.so.1",
  "/usr/lib/libvulkan.so.1",
  "/usr/lib/chromium/libvulkan.so.1",
];

/** No program but the shell is needed: not even dirname. */
const START = `#!/bin/sh
# Records what TensorFlow.js on WebGPU answers on this machine's graphics card.
#   ./record [folder]    writes webgpu-<device>.json into the folder; the current one if left out
# Bring the file back and run there: npx gradus reference-record --from webgpu-<device>.json
case $0 in */*) here=\${0%/*} ;; *) here=. ;; esac
here=$(cd "$here" && pwd)
exec "$here/node" "$here/record.cjs" "$@"
`;

/** What was packed. */
export interface Pack {
  readonly path: string;
  readonly bytes: number;
  /** Each part and its size before compression. */
  readonly parts: Readonly<Record<string, number>>;
}

/**
 * Make the archive.
 *
 * @throws Error if this is not Linux, the package `webgpu` or the bundler is missing, or the
 *   archive is larger than 60 MiB
 */
export async function makePack(path: string): Promise<Pack> {
  if (process.platform !== "linux") throw new Error("The pack is for Linux and is made there.");
  const folder = mkdtempSync(join(tmpdir(), "gradus-pack-"));
  try {
    await fill(folder);
    const names = execFileSync("ls", ["-A", folder], { encoding: "utf8" }).trim().split("\n");
    const tar = execFileSync("tar", ["-C", folder, "-cf", "-", ...names], { maxBuffer: 2 ** 30 });
    const archive = gzipSync(tar, { level: 9 });
    if (archive.length > MAX_MIB * 2 ** 20) {
      throw new Error(`The pack has ${archive.length} bytes; ${MAX_MIB} MiB are allowed.`);
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, archive);
    const sizeOf = (name: string) => readFileSync(join(folder, name)).length;
    const parts = ["node", "dawn.node", "record.cjs", "cases.json"];
    return {
      path,
      bytes: archive.length,
      parts: Object.fromEntries(parts.map((name) => [name, sizeOf(name)])),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(folder: string): Promise<void> {
  const put = (name: string, text: string, mode = 0o644): void =>
    writeFileSync(join(folder, name), text, { mode });
  const require = createRequire(import.meta.url);
  const manifest = locate(require, "webgpu/package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  copyFileSync(process.execPath, join(folder, "node"));
  const dawn = join(dirname(manifest), "dist", `linux-${process.arch}`, "dawn.node");
  copyFileSync(dawn, join(folder, "dawn.node"));
  put("cases.json", questionsText({ webgpu: version, questions: allQuestions() }));
  put("record", START, 0o755);
  put("nvidia-glx.json", driverManifest("libGLX_nvidia.so.0"));
  put("nvidia-egl.json", driverManifest("libEGL_nvidia.so.0"));
  mkdirSync(join(folder, "lib"));
  const loader = VULKAN_LOADERS.find((candidate) => existsSync(candidate));
  if (loader !== undefined) copyFileSync(loader, join(folder, "lib", "libvulkan.so.1"));
  await bundle(join(folder, "record.cjs"));
}

/** What tells Vulkan's loader of a driver. */
function driverManifest(library: string): string {
  const ICD = { library_path: library, api_version: "1.3.0" };
  return JSON.stringify({ file_format_version: "1.0.0", ICD });
}

/** The part of Rolldown that is used here. */
interface Rolldown {
  rolldown(options: object): Promise<{
    write(options: object): Promise<unknown>;
    close(): Promise<void>;
  }>;
}

/** The program, TensorFlow.js and its backend in one file. */
async function bundle(file: string): Promise<void> {
  // A variable, so that the compiler does not ask for a package that may be left out.
  const name = "rolldown";
  const { rolldown } = (await import(name).catch((error: Error) => {
    throw new Error(`The bundler cannot be loaded, npm install brings it: ${error.message}`);
  })) as Rolldown;
  const input = fileURLToPath(
    new URL("../../../dist/reference/pack/record-here.js", import.meta.url),
  );
  const built = await rolldown({ input, platform: "node", logLevel: "silent" });
  await built.write({ file, format: "cjs", codeSplitting: false, minify: true });
  await built.close();
}

function locate(require: NodeJS.Require, path: string): string {
  try {
    return require.resolve(path);
  } catch {
    throw new Error("The package webgpu is missing; npm install brings it.");
  }
}
