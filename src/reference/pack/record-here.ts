/**
 * The reference pack: the program inside it. On a machine with a graphics card and nothing else it
 * finds a Vulkan driver, puts the packed questions to TensorFlow.js on WebGPU and writes a recording.
 *
 * It is bundled into one file, so it may import nothing that looks for files beside itself.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { answersOf } from "../answer.js";
import { writeRecording } from "../recording/files.js";
import { record } from "../recording/record.js";
import type { Tfjs } from "../tfjs.js";
import { adapterNameOf, isSoftware, loadWebgpu, type WebgpuPackage } from "../webgpu.js";
import { readQuestions } from "./questions.js";

const PROGRAM = process.argv[1] ?? "";
const FOLDER = dirname(PROGRAM);

type Environment = Readonly<Record<string, string>>;

/** Ways to a Vulkan driver; the loader reads its environment once, hence a process for each. */
function environments(): readonly Environment[] {
  const libraries = [
    process.env["LD_LIBRARY_PATH"],
    join(FOLDER, "lib"),
    "/usr/local/nvidia/lib64",
  ];
  const packed = { LD_LIBRARY_PATH: libraries.filter((path) => path).join(":") };
  if (process.env["VK_ICD_FILENAMES"] ?? process.env["VK_DRIVER_FILES"]) return [{}, packed];
  // NVIDIA's driver without the file that says so, as in many containers; EGL's needs no X libraries.
  const nvidia = ["nvidia-glx.json", "nvidia-egl.json"].map((file) => {
    return { ...packed, VK_ICD_FILENAMES: join(FOLDER, file) };
  });
  return [{}, packed, ...nvidia];
}

/** The first way to a graphics card, else the first to a driver that draws on the processor. */
function chooseEnvironment(): Environment {
  const found: { readonly environment: Environment; readonly name: string }[] = [];
  for (const environment of environments()) {
    const { stdout, stderr, status } = runSelf(["--probe"], {
      VK_LOADER_DEBUG: "error",
      ...environment,
    });
    const way = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
    const name = stdout.trim().split("\n").at(-1) ?? "";
    const said = status === 0 ? name : `no adapter\n${distinctLines(stderr)}`;
    console.log(`${way.join(" ") || "as it is"}: ${said}`);
    if (status !== 0) continue;
    found.push({ environment, name });
    if (!isSoftware(name)) break;
  }
  const best = found.find(({ name }) => !isSoftware(name)) ?? found[0];
  if (best !== undefined) return best.environment;
  throw new Error("No Vulkan driver was found, by any of these ways.");
}

/** What the loader complained of, each complaint once. */
function distinctLines(text: string): string {
  const lines = text.split("\n").map((line) => line.trim().replace(/\s+/g, " "));
  return [...new Set(lines.filter((line) => line !== ""))].map((line) => `  ${line}`).join("\n");
}

function runSelf(args: readonly string[], environment: Environment) {
  const env = { ...process.env, ...environment };
  return spawnSync(process.execPath, [PROGRAM, ...args], { env, encoding: "utf8" });
}

function packedWebgpu(): WebgpuPackage {
  return createRequire(PROGRAM)(join(FOLDER, "dawn.node")) as WebgpuPackage;
}

async function loadTfjs(): Promise<Tfjs> {
  const tf = await import("@tensorflow/tfjs");
  await import("@tensorflow/tfjs-backend-webgpu");
  return tf;
}

/** In a child process, whose environment leads to the driver. */
async function recordTo(folder: string): Promise<string> {
  const { webgpu: version, questions } = readQuestions(
    readFileSync(join(FOLDER, "cases.json"), "utf8"),
  );
  const { tf, identity } = await loadWebgpu({ webgpu: packedWebgpu(), version, loadTfjs });
  const date = new Date().toISOString().slice(0, 10);
  const ask = (name: string, calls: Parameters<typeof answersOf>[2]) => answersOf(tf, name, calls);
  return writeRecording(await record(identity, questions, ask, date), folder);
}

async function main([mode, folder = process.cwd()]: readonly string[]): Promise<void> {
  if (mode === "--probe") return console.log(await adapterNameOf(packedWebgpu()));
  if (mode === "--run") return console.log(`wrote ${await recordTo(folder)}`);
  const start = performance.now();
  const { stdout, stderr, status } = runSelf(["--run", mode ?? folder], chooseEnvironment());
  console.log(`${stdout.trim()} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  if (status !== 0) throw new Error(stderr.trim() || `The recording ended with code ${status}.`);
}

// WebGPU keeps the event loop alive, so the end must be called for.
void main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
