/**
 * Grading: the trusted side of the host process. A learner's functions appear here as ordinary
 * synchronous functions; what they return is data, and every way of ending badly (exit, endless
 * loop, too much memory, garbage on the channel) is a verdict for that exercise alone.
 */
import { randomInt } from "node:crypto";
import { fileURLToPath } from "node:url";
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from "node:worker_threads";
import { CheckStopped, errorParts, thrownVerdict } from "./answers.js";
import { CallClock } from "./call-clock.js";
import { CodecError } from "./codec.js";
import { callText, isRecord, printableText } from "./describe.js";
import type { Printed, WorkerEvent, WorkerSetup } from "./host-protocol.js";
import { type Callable, ChannelClosed, Peer, RemoteError, type Transport } from "./peer.js";
import type { Shortfall } from "./verdict.js";

/** Limits of a host process; the defaults suit an exercise. */
export interface HostOptions {
  /**
   * Longest time of one call, in milliseconds. Where the system tells how long a process has computed,
   * that is what counts, up to five times as long by the clock: a busy machine makes no answer
   * late.
   */
  readonly timeout?: number;
  /** Longest time of all calls together, in milliseconds. */
  readonly totalTimeout?: number;
  /** Heap in MiB. */
  readonly memoryLimit?: number;
  /** Name of the code in stack traces. */
  readonly file?: string;
  /** "cell 5, line 3" for a line of the code, from 1. */
  readonly placeOf?: (line: number) => string | undefined;
}

/** Longest time until the host process is ready; beyond it the machine is at fault, not the code. */
const START_LIMIT = 30_000;
/** Longest wait for the last words of a process that was killed. */
const CLOSE_LIMIT = 3000;
const DEFAULTS = {
  timeout: 2000,
  totalTimeout: 20_000,
  memoryLimit: 256,
  file: "answer",
  placeOf: (_line: number): string | undefined => undefined,
};
const WORKER = new URL("../../dist/grading/host-worker.js", import.meta.url);
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const LOAD_HANDLE = 0;

/**
 * One learner's code for one exercise, in a process of its own: the profile `local`. Node's permission
 * model keeps it from writing files, starting programs or threads and loading native code, and the
 * limits end what takes too much time or memory. What it can do is read what the user can read (the
 * checks too) and use the network; against that only another user or a container helps.
 */
export class AnswerHost {
  /** The wanted names: functions that call into the host process, or other values as data. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly #limits: typeof DEFAULTS;
  readonly #port: MessagePort;
  readonly #signal: Int32Array;
  readonly #worker: Worker;
  readonly #peer: Peer;
  #pid = 0;
  #spent = 0;
  readonly #clock: CallClock = new CallClock();
  #doing = "";
  #isCalling = false;
  #end: Shortfall | undefined;
  #printed: Printed | undefined;

  /**
   * Starts a process, runs the code there and waits until it is loaded. A problem in the code does
   * not throw here: the answers then are functions that throw {@link CheckStopped} when called.
   *
   * @param code - CommonJS JavaScript that declares the names at its top level
   * @param names - functions (or values) that the checks will use
   * @throws Error if the host process itself cannot run, which is never the learner's fault
   */
  static start(code: string, names: readonly string[], options: HostOptions = {}): AnswerHost {
    return new AnswerHost(code, names, options);
  }

  private constructor(code: string, names: readonly string[], options: HostOptions) {
    const odd = names.find((name) => !IDENTIFIER.test(name));
    if (odd !== undefined) throw new Error(`internal: "${odd}" cannot be the name of an answer`);
    this.#limits = { ...DEFAULTS, ...options };
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#signal = new Int32Array(new SharedArrayBuffer(4));
    const { memoryLimit } = this.#limits;
    const workerData: WorkerSetup = { port: port2, signal: this.#signal, memoryLimit };
    this.#worker = new Worker(fileURLToPath(WORKER), { workerData, transferList: [port2] });
    this.#worker.unref();
    const transport: Transport = {
      send: (line) => this.#port.postMessage({ line }),
      receive: () => this.#receiveLine(),
    };
    this.#peer = new Peer(transport, {
      // Anywhere, so that a reply cannot be written before its question is known.
      firstId: randomInt(2 ** 47),
      tensor: (shape, data) => ({ shape, data }),
      guard: (name, remote) => this.#guarded(name === "" ? "returnedFunction" : name, remote),
    });
    this.#awaitReady();
    this.answers = this.#load(code, names);
  }

  /** Ends the process and returns what its code printed. Later calls say that it was closed. */
  close(): Printed {
    this.#end ??= { kind: "error", message: "The host process was closed." };
    this.#kill();
    const deadline = Date.now() + CLOSE_LIMIT;
    while (this.#printed === undefined) if (this.#nextEvent(deadline) === null) break;
    const { text, length } = this.#printed ?? { text: "", length: 0 };
    return { text: printableText(text), length };
  }

  #awaitReady(): void {
    const deadline = Date.now() + START_LIMIT;
    for (;;) {
      const event = this.#nextEvent(deadline);
      if (event?.kind === "started") this.#pid = event.pid;
      else if (event?.kind === "line" && event.line === "ready") return;
      else {
        this.#kill();
        const detail =
          event === null
            ? "it was not ready in time"
            : event.kind === "broken"
              ? event.reason
              : event.kind === "gone"
                ? event.errorTail.trim()
                : event.kind;
        throw new Error(
          `The process that runs answers could not start: ${detail}. Is the library built (npm run build)?`,
        );
      }
    }
  }

  #load(code: string, names: readonly string[]): Readonly<Record<string, unknown>> {
    try {
      const loaded = this.#within("while the cells were being run", () => {
        const values = this.#peer.call(LOAD_HANDLE, [code, names, this.#limits.file]);
        if (isRecord(values)) return values;
        throw new CodecError("no functions by name");
      });
      const answers = names.map((name) => {
        const value = loaded[name];
        return [name, typeof value === "function" ? this.#guarded(name, value as Callable) : value];
      });
      return Object.fromEntries(answers);
    } catch (thrown) {
      const verdict =
        thrown instanceof CheckStopped
          ? thrown.verdict
          : loadVerdict(thrown, this.#placeOf(thrown));
      this.#end ??= verdict;
      const refuse = (): never => {
        throw new CheckStopped(verdict);
      };
      return Object.fromEntries(names.map((name) => [name, refuse]));
    }
  }

  /** A function of the host process with its time limit, and its errors as verdicts. */
  #guarded(name: string, remote: Callable): Callable {
    return (...args) => {
      // Within a call there is one time limit, that of the outermost, and errors pass through.
      if (this.#isCalling) return remote(...args);
      const call = callText(name, args);
      try {
        return this.#within(`in ${call}`, () => remote(...args));
      } catch (thrown) {
        if (!(thrown instanceof RemoteError)) throw thrown;
        throw new CheckStopped(thrownVerdict(thrown, call, this.#placeOf(thrown)));
      }
    };
  }

  /** Where in the notebook an error of the answer's code was thrown. */
  #placeOf(thrown: unknown): string | undefined {
    return thrown instanceof RemoteError ? this.#limits.placeOf(thrown.line) : undefined;
  }

  /** Runs a call under the time limits and turns the channel's troubles into verdicts. */
  #within<T>(doing: string, call: () => T): T {
    if (this.#end !== undefined) throw new CheckStopped(notCalled(this.#end));
    const { timeout, totalTimeout } = this.#limits;
    this.#doing = doing;
    this.#clock.start(this.#pid, Math.min(timeout, Math.max(1, totalTimeout - this.#spent)));
    this.#isCalling = true;
    try {
      return call();
    } catch (thrown) {
      if (thrown instanceof RemoteError || thrown instanceof CheckStopped) throw thrown;
      if (!(thrown instanceof ChannelClosed)) this.#end = garbageVerdict(thrown, doing);
      this.#kill();
      throw new CheckStopped(this.#end ?? garbageVerdict(thrown, doing));
    } finally {
      this.#isCalling = false;
      this.#spent += this.#clock.spent(this.#pid);
    }
  }

  #receiveLine(): string {
    for (;;) {
      const event = this.#nextEvent(this.#clock.deadline);
      if (event?.kind === "line") return event.line;
      if (event?.kind === "started" || (event === null && this.#clock.extend(this.#pid))) continue;
      this.#end = event === null ? this.#timeoutVerdict() : goneVerdict(event, this.#doing);
      throw new ChannelClosed(this.#end.message);
    }
  }

  #timeoutVerdict(): Shortfall {
    const { timeout, totalTimeout } = this.#limits;
    const seconds = this.#spent + timeout > totalTimeout ? totalTimeout : timeout;
    const message = `Stopped after ${seconds / 1000} s ${this.#doing}. Look for a loop that never ends.`;
    return { kind: "timeout", message };
  }

  /** Sleeps until the worker says something; `null` when the deadline passes first. */
  #nextEvent(deadline: number): WorkerEvent | null {
    for (;;) {
      const seen = Atomics.load(this.#signal, 0);
      const left = deadline - Date.now();
      // First of all: a process that never stops talking is late all the same.
      if (left <= 0) return null;
      const received = receiveMessageOnPort(this.#port);
      if (received !== undefined) {
        const event = received.message as WorkerEvent;
        if (event.kind === "gone") this.#printed = event.printed;
        return event;
      }
      Atomics.wait(this.#signal, 0, seen, left);
    }
  }

  #kill(): void {
    try {
      if (this.#pid > 0) process.kill(this.#pid, "SIGKILL");
    } catch {
      // It has ended already.
    }
    this.#port.postMessage({ close: true });
  }
}

function notCalled(end: Shortfall): Shortfall {
  return { ...end, message: `Not called, because the answer was stopped earlier. ${end.message}` };
}

function loadVerdict(thrown: unknown, place: string | undefined): Shortfall {
  const { name, message } = errorParts(thrown);
  if (name === "NotImplemented") return { kind: "not-implemented", message };
  return {
    kind: "error",
    message: `The cells throw when they are run${place === undefined ? "" : ` (${place})`}: ${name}: ${message}`,
  };
}

function goneVerdict(event: WorkerEvent, doing: string): Shortfall {
  if (event.kind === "flood") {
    return { kind: "error", message: `The answer returned far too much data ${doing}.` };
  }
  if (event.kind === "unasked") {
    return garbageVerdict(new CodecError("a message that nobody asked for"), doing);
  }
  if (event.kind !== "gone") return garbageVerdict(new CodecError(event.kind), doing);
  if (event.outOfMemory) {
    const message = `Stopped for using too much memory ${doing}. Look for a list that grows without end.`;
    return { kind: "error", message };
  }
  if (event.code === 70) return garbageVerdict(new CodecError("a broken channel"), doing);
  const how = event.signal === null ? `exit code ${event.code}` : `signal ${event.signal}`;
  const message = `Your code ended its own process ${doing} (${how}). An answer returns a value; it must not end the program.`;
  return { kind: "error", message };
}

function garbageVerdict(thrown: unknown, doing: string): Shortfall {
  const { message } = errorParts(thrown);
  const text = `The answer's process sent something that is not an answer ${doing} (${message}). Does the code write to file descriptors or replace built-in objects?`;
  return { kind: "error", message: text };
}
