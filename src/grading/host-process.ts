/**
 * Grading: the host process. It runs a learner's code and answers calls over its private channel,
 * file descriptor 3; it never decides anything, and holds nothing worth stealing.
 *
 * Reading and writing are synchronous: between two calls nothing of the learner's code runs.
 */
import { readSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { StringDecoder } from "node:string_decoder";
import { compileFunction } from "node:vm";
import { Tensor } from "../math/tensor.js";
import { closeDoors, isClosed } from "./closed-doors.js";
import { answerLibrary } from "./host-library.js";
import { MAX_PRINTED } from "./host-protocol.js";
import { ChannelClosed, Peer, type Transport } from "./peer.js";

const CHANNEL = 3;
const PACKAGE = new URL("../../package.json", import.meta.url);

// Kept from before a learner's code runs: it may replace them.
const projectRequire = createRequire(PACKAGE);
const exit = process.exit.bind(process);
/** What the learner has to write, by its name, once it is known. */
const asked: Record<string, true> = Object.create(null) as Record<string, true>;
const library = answerLibrary(asked);

function learnerRequire(name: unknown): unknown {
  if (name === "gradus") return library;
  if (typeof name !== "string") throw new TypeError("require takes the name of a package");
  if (isClosed(name)) throw new Error(`an answer cannot use ${name}; it needs only gradus`);
  if (!/^(\.|\/|file:|[A-Za-z]:\\)/.test(name)) return packageNamed(name);
  throw new Error(
    `an answer cannot import the file ${name}; what it needs stands in its notebook or in gradus`,
  );
}

function packageNamed(name: string): unknown {
  try {
    return projectRequire(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    throw new Error(`there is no package ${name} in the course; an answer needs only gradus`);
  }
}

/** Name of the answer's code in stack traces, once it is loaded. */
let codeFile = "";

/**
 * The innermost line of the answer's code in an error's stack, from 1; 0 if there is none. Reading
 * the stack may run the learner's code, and may throw.
 */
function lineOf(thrown: unknown): number {
  const { stack } = (thrown ?? {}) as { readonly stack?: unknown };
  if (typeof stack !== "string" || codeFile === "") return 0;
  const at = stack.indexOf(`${codeFile}:`);
  return at < 0 ? 0 : Number.parseInt(stack.slice(at + codeFile.length + 1), 10) || 0;
}

/** Runs the code and returns the values of the wanted names, functions or not. */
function load(code: unknown, names: unknown, file: unknown): Record<string, unknown> {
  if (typeof code !== "string" || typeof file !== "string" || !Array.isArray(names)) {
    throw new TypeError("internal: load takes code, names and a file name");
  }
  codeFile = file;
  for (const name of names) asked[name] = true;
  const pick = names.map(
    (name) => `${JSON.stringify(name)}: typeof ${name} === "undefined" ? exports.${name} : ${name}`,
  );
  const body = `${code}\nreturn { ${pick.join(", ")} };`;
  const run = compileFunction(body, ["exports", "require", "module"], { filename: file });
  const module = { exports: {} };
  return run.call(module.exports, module.exports, learnerRequire, module) as Record<
    string,
    unknown
  >;
}

/** Lines over a file descriptor, without an event loop. */
class DescriptorTransport implements Transport {
  readonly #chunk = Buffer.alloc(65_536);
  readonly #decoder = new StringDecoder("utf8");
  #pending = "";

  send(line: string): void {
    const bytes = Buffer.from(`${line}\n`);
    for (let sent = 0; sent < bytes.length; ) {
      sent += retried(() => writeSync(CHANNEL, bytes, sent, bytes.length - sent));
    }
  }

  receive(): string {
    for (;;) {
      const end = this.#pending.indexOf("\n");
      if (end >= 0) {
        const line = this.#pending.slice(0, end);
        this.#pending = this.#pending.slice(end + 1);
        return line;
      }
      const count = retried(() => readSync(CHANNEL, this.#chunk));
      if (count === 0) throw new ChannelClosed("the trusted side has gone");
      this.#pending += this.#decoder.write(this.#chunk.subarray(0, count));
    }
  }
}

/** Repeats a read or write that the system was not ready for. */
function retried(operation: () => number): number {
  for (;;) {
    try {
      return operation();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

/** Prints at once, since no event loop runs between two calls; what is far too much is dropped. */
function printDirectly(stream: NodeJS.WriteStream, descriptor: number): void {
  let room = MAX_PRINTED + 1;
  stream.write = (chunk: string | Uint8Array): boolean => {
    if (room <= 0) return true;
    const bytes = Buffer.from(chunk as Uint8Array).subarray(0, room);
    room -= bytes.length;
    retried(() => writeSync(descriptor, bytes));
    return true;
  };
}

const peer = new Peer(new DescriptorTransport(), {
  tensor: (shape, data) => new Tensor(shape, data),
  firstId: 1,
  lineOf,
});
// A handle's number is its place in the peer's list: `load` is number 0 on this side.
peer.hold(load as (...args: unknown[]) => unknown);
printDirectly(process.stdout, 1);
printDirectly(process.stderr, 2);
closeDoors();
try {
  writeSync(CHANNEL, "ready\n");
  peer.serveAll();
} catch {
  exit(70);
}
