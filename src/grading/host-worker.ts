/**
 * Grading: the thread that owns a host process. It starts the child, passes lines between the
 * trusted thread and the channel, keeps the first part of what the child prints, and watches its
 * memory. It decides nothing; it tells what happened.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { Duplex, Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { workerData } from "node:worker_threads";
import { MAX_LINE, MAX_PRINTED, type WorkerEvent, type WorkerSetup } from "./host-protocol.js";

const { port, signal, memoryLimit } = workerData as WorkerSetup;

function tell(event: WorkerEvent): void {
  port.postMessage(event);
  Atomics.add(signal, 0, 1);
  Atomics.notify(signal, 0);
}

/** The permission model's flag lost its prefix in Node 22.13. */
const PERMISSION = process.allowedNodeEnvironmentFlags.has("--permission")
  ? "--permission"
  : "--experimental-permission";

const child: ChildProcess = spawn(
  process.execPath,
  [
    `--max-old-space-size=${memoryLimit}`,
    "--no-warnings",
    // Read, but write nothing, start no process and no thread, load no native code.
    PERMISSION,
    "--allow-fs-read=*",
    fileURLToPath(new URL("host-process.js", import.meta.url)),
  ],
  { env: {}, stdio: ["ignore", "pipe", "pipe", "pipe"] },
);
const channel = child.stdio[3] as Duplex;
/** Lines from the process that the trusted thread has not answered; "ready" is not asked for. */
let unanswered = -1;
let printed = "";
let printedLength = 0;
let errorTail = "";
let outOfMemory = false;

function keepPrinted(stream: Readable, isError: boolean): void {
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    printedLength += chunk.length;
    if (printed.length < MAX_PRINTED) printed += chunk.slice(0, MAX_PRINTED - printed.length);
    if (isError) errorTail = (errorTail + chunk).slice(-4000);
  });
}

/** Passes lines on, as long as the process speaks only when it is its turn. */
function passLines(): void {
  let pending = "";
  channel.setEncoding("utf8");
  channel.on("data", (chunk: string) => {
    pending += chunk;
    for (let end = pending.indexOf("\n"); end >= 0; end = pending.indexOf("\n")) {
      if (++unanswered > 0) return stop("unasked");
      tell({ kind: "line", line: pending.slice(0, end) });
      pending = pending.slice(end + 1);
    }
    if (pending.length > MAX_LINE) stop("flood");
  });
  channel.on("error", () => undefined);
}

function stop(kind: "unasked" | "flood"): void {
  tell({ kind });
  channel.destroy();
  child.kill("SIGKILL");
}

/** V8's limit does not count typed arrays, so on Linux the resident memory is read as well. */
async function watchMemory(): Promise<void> {
  try {
    const status = await readFile(`/proc/${child.pid}/status`, "utf8");
    const [, kibibytes = "0"] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
    if (Number(kibibytes) <= 2 * memoryLimit * 1024) return;
    outOfMemory = true;
    child.kill("SIGKILL");
  } catch {
    // No such file: the process is gone, or the system has no /proc.
  }
}

/** Tells of the end once, when all that was printed has arrived. */
function tellGone(code: number | null, endSignal: string | null): void {
  clearInterval(watch);
  if (isGone) return;
  isGone = true;
  const full = outOfMemory || /heap out of memory|Array buffer allocation failed/.test(errorTail);
  const end = { code, signal: endSignal, outOfMemory: full, errorTail };
  tell({ kind: "gone", ...end, printed: { text: printed, length: printedLength } });
  port.close();
  for (const stream of child.stdio) stream?.destroy();
}

keepPrinted(child.stdout as Readable, false);
keepPrinted(child.stderr as Readable, true);
passLines();
let isGone = false;
const watch = setInterval(watchMemory, 50);
tell({ kind: "started", pid: child.pid ?? 0 });
child.on("error", (error) => tell({ kind: "broken", reason: error.message }));
child.on("close", tellGone);
// A grandchild may hold the pipes open for ever; nobody waits for it.
child.on("exit", (code, endSignal) => setTimeout(tellGone, 500, code, endSignal));

port.on("message", (message: { line?: string; close?: boolean }) => {
  if (message.line !== undefined) {
    unanswered--;
    channel.write(`${message.line}\n`, "utf8");
  }
  if (message.close === true) child.kill("SIGKILL");
});
