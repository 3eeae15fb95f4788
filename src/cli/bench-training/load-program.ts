/** `gradus bench training`: a program by name. */
import { createRequire } from "node:module";

import { loadPlain } from "../../reference/plain.js";
import type { Tfjs } from "../../reference/tfjs.js";
import { loadTfjsNode } from "../../reference/tfjs-node.js";
import { tfjsProgram } from "./in-tfjs.js";
import type { Task } from "./networks.js";
import { oursProgram } from "./ours.js";
import type { Program, ProgramName } from "./program.js";
import { reluByHand } from "./relu-by-hand.js";
import { tanhByHand } from "./tanh-by-hand.js";

/**
 * The program, ready for its first step.
 *
 * @throws whatever its backend throws if it cannot be used here
 */
export async function loadProgram(name: ProgramName, task: Task): Promise<Program> {
  switch (name) {
    case "gradus":
      return oursProgram(task);
    case "by hand":
      return task.network.kind === "tanh" ? tanhByHand(task) : reluByHand(task);
    case "plain tfjs":
      return tfjsProgram((await loadPlain()).tf, task);
    case "tfjs-node":
      return tfjsProgram((await loadTfjsNode("tfjs-node")).tf, task);
    case "tfjs-wasm":
      return tfjsProgram(await loadWasm(), task);
  }
}

/** TensorFlow.js on WebAssembly; in Node it has SIMD and one thread. */
async function loadWasm(): Promise<Tfjs> {
  const require = createRequire(import.meta.url);
  const tf = require("@tensorflow/tfjs") as Tfjs;
  require("@tensorflow/tfjs-backend-wasm");
  if (!(await tf.setBackend("wasm"))) throw new Error("WebAssembly did not start");
  await tf.ready();
  return tf;
}
