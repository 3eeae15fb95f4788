/**
 * The reference: the program of one backend's process. It loads the backend that its argument
 * names, says so or why not, and then answers questions until its parent is gone.
 *
 * The channel carries structured clones, so that NaN, the infinities and −0 arrive as they are.
 */
import type { NestedNumbers } from "../math/tensor.js";
import { type BackendName, isBackendName, type Message, type Question } from "./backend.js";
import { comparedFunction } from "./cases.js";
import { loadPlain } from "./plain.js";
import type { LoadedBackend, TfTensor } from "./tfjs.js";
import { loadTfjsNode } from "./tfjs-node.js";
import { loadWebgpu } from "./webgpu.js";

function load(backend: BackendName): Promise<LoadedBackend> {
  if (backend === "plain") return loadPlain();
  return backend === "webgpu" ? loadWebgpu() : loadTfjsNode(backend);
}

async function answer({ tf }: LoadedBackend, question: Question): Promise<Message> {
  const { id, name, calls } = question;
  try {
    const { tfjs } = comparedFunction(name);
    const tensors = calls.map((call) =>
      tf.tidy(() => tfjs(tf, ...call.map((argument) => tf.tensor(argument as number[])))),
    );
    const results = await Promise.all(tensors.map(toNested));
    tf.dispose(tensors);
    return { kind: "answer", id, results };
  } catch (error) {
    return { kind: "failure", id, reason: firstLine(error) };
  }
}

/** A tensor's entries as nested lists; `data()`, because WebGPU cannot be read synchronously. */
async function toNested(tensor: TfTensor): Promise<NestedNumbers> {
  const [rows = 0, columns = 0] = tensor.shape;
  const entries = [...(await tensor.data())];
  if (tensor.rank === 0) return entries[0] ?? Number.NaN;
  if (tensor.rank === 1) return entries;
  return Array.from({ length: rows }, (_, i) => entries.slice(i * columns, (i + 1) * columns));
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
