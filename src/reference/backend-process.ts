/**
 * The reference: the program of one backend's process. It loads the backend that its argument
 * names, says so or why not, and then answers questions until its parent is gone.
 *
 * The channel carries structured clones, so that NaN, the infinities and −0 arrive as they are.
 */
import { answersOf } from "./answer.js";
import { type BackendName, isBackendName, type Message, type Question } from "./backend.js";
import { loadPlain } from "./plain.js";
import type { LoadedBackend } from "./tfjs.js";
import { loadTfjsNode } from "./tfjs-node.js";
import { loadWebgpu } from "./webgpu.js";

function load(backend: BackendName): Promise<LoadedBackend> {
  if (backend === "plain") return loadPlain();
  return backend === "webgpu" ? loadWebgpu() : loadTfjsNode(backend);
}

async function answer({ tf }: LoadedBackend, question: Question): Promise<Message> {
  const { id, name, calls } = question;
  try {
    return { kind: "answer", id, results: await answersOf(tf, name, calls) };
  } catch (error) {
    return { kind: "failure", id, reason: firstLine(error) };
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split("\n")[0] ?? text;
}

async function main(backend: string | undefined): Promise<void> {
  const send = (message: Message): void => void process.send?.(message);
  // WebGPU keeps the event loop alive, so the end must be called for.
  process.on("disconnect", () => process.exit(0));
  try {
    if (backend === undefined || !isBackendName(backend)) throw new Error("no such backend");
    const loaded = await load(backend);
    process.on("message", async (question: Question) => send(await answer(loaded, question)));
    send({ kind: "ready", identity: loaded.identity });
  } catch (error) {
    send({ kind: "unavailable", reason: firstLine(error) });
  }
}

void main(process.argv[2]);
