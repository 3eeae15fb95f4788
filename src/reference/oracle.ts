/** The reference: an oracle, a backend in a process of its own that answers questions. */
import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { NestedNumbers } from "../math/tensor.js";
import type {
  Arguments,
  BackendIdentity,
  BackendName,
  Message,
  UnavailableBackend,
} from "./backend.js";
import { webgpuEnvironments } from "./webgpu.js";

const READY_MS = 60_000;
const ANSWER_MS = 120_000;

/** A running backend. Close it when done: it is a process. */
export interface Oracle extends BackendIdentity {
  /**
   * The backend's value of a compared function for each list of arguments.
   *
   * @throws Error if it has no such function, throws itself, or does not answer in two minutes
   */
  ask(name: string, calls: readonly Arguments[]): Promise<readonly NestedNumbers[]>;
  close(): void;
}

/** Whether opening a backend gave an oracle. */
export function isOracle(opened: Oracle | UnavailableBackend): opened is Oracle {
  return !("reason" in opened);
}

/** Start the process of a backend; a backend that this machine cannot run comes back with why. */
export async function openOracle(backend: BackendName): Promise<Oracle | UnavailableBackend> {
  let opened: Oracle | UnavailableBackend = { backend, reason: "nothing was tried" };
  for (const environment of environmentsOf(backend)) {
    opened = await start(backend, environment);
    if (isOracle(opened)) return opened;
  }
  return opened;
}

/** What each backend must find in its environment before its native library loads. */
function environmentsOf(backend: BackendName): readonly Readonly<Record<string, string>>[] {
  switch (backend) {
    case "tfjs-node-gpu":
      // TF32 would round products to 10 bits.
      return [{ NVIDIA_TF32_OVERRIDE: "0", TF_FORCE_GPU_ALLOW_GROWTH: "true" }];
    case "tfjs-node":
      return [{ CUDA_VISIBLE_DEVICES: "-1" }];
    case "webgpu":
      return webgpuEnvironments();
    case "plain":
      return [{}];
  }
}

async function start(
  backend: BackendName,
  environment: Readonly<Record<string, string>>,
): Promise<Oracle | UnavailableBackend> {
  const program = fileURLToPath(
    new URL("../../dist/reference/backend-process.js", import.meta.url),
  );
  if (!existsSync(program)) {
    return { backend, reason: "the library is not built; npm run build does that" };
  }
  const silence = { TF_CPP_MIN_LOG_LEVEL: "3", TF_ENABLE_ONEDNN_OPTS: "0" };
  const child = fork(program, [backend], {
    env: { ...process.env, ...silence, ...environment },
    execArgv: [],
    serialization: "advanced",
    // tfjs greets on stderr; it is kept for the case that the process dies.
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const mail = new Mail(child);
  try {
    const first = await mail.next("ready", READY_MS);
    if (first.kind === "ready") return new ProcessOracle(first.identity, child, mail);
    child.disconnect();
    return { backend, reason: first.kind === "unavailable" ? first.reason : "it spoke too early" };
  } catch (error) {
    child.kill("SIGKILL");
    return { backend, reason: (error as Error).message };
  }
}

class ProcessOracle implements Oracle {
  readonly backend: BackendName;
  readonly device: string;
  readonly versions: Readonly<Record<string, string>>;
  private asked = 0;

  constructor(
    identity: BackendIdentity,
    private readonly child: ChildProcess,
    private readonly mail: Mail,
  ) {
    ({ backend: this.backend, device: this.device, versions: this.versions } = identity);
  }

  async ask(name: string, calls: readonly Arguments[]): Promise<readonly NestedNumbers[]> {
    const id = ++this.asked;
    const reply = this.mail.next(id, ANSWER_MS);
    if (this.child.connected) this.child.send({ id, name, calls });
    const message = await reply;
    if (message.kind === "answer") return message.results;
    const reason = message.kind === "failure" ? message.reason : "it answered out of turn";
    throw new Error(`${this.backend} could not evaluate ${name}: ${reason}`);
  }

  close(): void {
    if (this.child.connected) this.child.disconnect();
  }
}

type Address = number | "ready";

/** The messages of one process, each handed to the one who waits for it. */
class Mail {
  private readonly waiting = new Map<
    Address,
    { resolve(message: Message): void; reject(error: Error): void }
  >();
  private complaint = "";
  private ended: Error | null = null;

  constructor(child: ChildProcess) {
    child.on("message", (message: Message) => {
      const address = "id" in message ? message.id : "ready";
      this.waiting.get(address)?.resolve(message);
    });
    child.stderr?.on("data", (text: Buffer) => {
      this.complaint = (this.complaint + text.toString()).slice(-1000);
    });
    child.on("error", (error) => this.end(error));
    child.on("exit", (code, signal) => {
      const last = this.complaint.trim().split("\n").at(-1) ?? "";
      this.end(new Error(`its process ended (${signal ?? `exit code ${code}`}) ${last}`.trim()));
    });
  }

  next(address: Address, limit: number): Promise<Message> {
    return new Promise<Message>((resolve, reject) => {
      if (this.ended !== null) return reject(this.ended);
      const late = (): void => reject(new Error(`no answer within ${limit / 1000} s`));
      const timer = setTimeout(late, limit);
      const settle = <T>(pass: (value: T) => void): ((value: T) => void) => {
        return (value) => {
          clearTimeout(timer);
          this.waiting.delete(address);
          pass(value);
        };
      };
      this.waiting.set(address, { resolve: settle(resolve), reject: settle(reject) });
    });
  }

  private end(error: Error): void {
    this.ended = error;
    for (const { reject } of this.waiting.values()) reject(error);
  }
}
