/** Installing tfjs-node: run a program under a time limit and leave nothing of it behind. */
import { type ChildProcess, spawn } from "node:child_process";

/** How a program ended. */
export interface RunResult {
  readonly ended: "done" | "failed" | "timeout" | "not-started";
  /** The last lines it wrote, stdout and stderr together. */
  readonly output: string;
}

/** How long a program may take, and where and how it runs. */
export interface RunOptions {
  readonly seconds: number;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const KEPT_CHARACTERS = 16_000;
const GRACE_MS = 2000;

/**
 * Run a program to its end, or stop it and everything it started when its time is over.
 *
 * @param options - `seconds` is the limit; `env` is added to this process's own
 */
export function runWithin(
  program: string,
  args: readonly string[],
  options: RunOptions,
): Promise<RunResult> {
  return new Promise((resolve) => {
    // A process group of its own, so that one signal reaches the children's children too.
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
    });
    let output = "";
    let timedOut = false;
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-KEPT_CHARACTERS);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const stop = (): void => killTree(child, "SIGKILL");
    const timer = setTimeout(() => {
      timedOut = true;
      killTree(child, "SIGTERM");
      setTimeout(stop, GRACE_MS).unref();
    }, options.seconds * 1000);
    process.once("exit", stop);
    let settled = false;
    const finish = (result: RunResult): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      process.removeListener("exit", stop);
      resolve(result);
    };
    child.on("error", (error) => finish({ ended: "not-started", output: error.message }));
    // "exit", not "close": a grandchild that outlives its parent may hold the pipes open for ever.
    child.on("exit", (code) => {
      if (timedOut) stop();
      const ended = timedOut ? "timeout" : code === 0 ? "done" : "failed";
      setImmediate(() => finish({ ended, output: output.trim() }));
    });
  });
}

/** What a program's output says went wrong: the lines that name an error, else the last ones. */
export function complaintIn(output: string, count = 6): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const errors = lines.filter((line) => /\b(error|failed|not found|cannot)\b/i.test(line));
  return (errors.length > 0 ? errors.slice(0, count) : lines.slice(-count)).join("\n");
}

function killTree(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") spawn("taskkill", ["/pid", `${child.pid}`, "/T", "/F"]);
    else process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}
