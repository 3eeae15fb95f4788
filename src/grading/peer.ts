/**
 * Grading: one end of the channel between the trusted side and the host process. Calls go both
 * ways and are strictly nested, so each end only ever waits for its own reply, and serves the calls
 * that arrive meanwhile (a trusted function that was handed to a learner's function, for example).
 */

import { errorParts } from "./answers.js";
import { type CodecContext, CodecError, decode, type Encoded, encode } from "./codec.js";

/** Lines of text to and from the other side, in order; `receive` waits. */
export interface Transport {
  send(line: string): void;
  receive(): string;
}

type Message =
  | { readonly kind: "call"; readonly id: number; readonly handle: number; readonly args: unknown }
  | { readonly kind: "value"; readonly id: number; readonly value: unknown }
  | {
      readonly kind: "threw";
      readonly id: number;
      readonly name: string;
      readonly message: string;
      /** Line of the answer's code that threw, from 1; 0 if that cannot be told. */
      readonly line: number;
    };

/** An error that was thrown on the other side. */
export class RemoteError extends Error {
  override readonly name: string;
  /** Line of the code that threw, from 1; 0 if that cannot be told. */
  readonly line: number;

  constructor(name: string, message: string, line: number) {
    super(message);
    this.name = name;
    this.line = line;
  }
}

/** Any function that crosses. */
export type Callable = (...args: unknown[]) => unknown;

// Kept from before a learner's code runs: it may replace the global ones.
const { parse, stringify } = JSON;

/** Calls that wait for each other; a stack that overflows at any odd place would lose a reply. */
const MAX_NESTED = 100;

/** What the two sides do differently. */
export interface PeerSide {
  /** The number of the first question; a side that cannot trust the other starts anywhere. */
  readonly firstId: number;
  readonly tensor: CodecContext["tensor"];
  /** The line of the answer's code that threw, or 0; it may itself throw. */
  readonly lineOf?: (thrown: unknown) => number;
  /** What stands around a call of a function of the other side, such as a time limit. */
  readonly guard?: (name: string, remote: Callable) => Callable;
}

/** Holds the functions of this side, calls those of the other. */
export class Peer implements CodecContext {
  readonly #transport: Transport;
  readonly #side: PeerSide;
  readonly #held: Callable[] = [];
  #nextId: number;
  #depth = 0;

  constructor(transport: Transport, side: PeerSide) {
    this.#transport = transport;
    this.#side = side;
    this.#nextId = side.firstId;
  }

  hold(f: Callable): number {
    const known = this.#held.indexOf(f);
    return known >= 0 ? known : this.#held.push(f) - 1;
  }

  proxy(handle: number, name: string): Callable {
    const remote: Callable = (...args) => this.call(handle, args);
    const call = this.#side.guard?.(name, remote) ?? remote;
    return Object.defineProperty(call, "name", { value: name });
  }

  tensor(shape: readonly number[], data: Float64Array): unknown {
    return this.#side.tensor(shape, data);
  }

  /**
   * Calls a function of the other side and waits for what it returns.
   *
   * @throws {@link RemoteError} if it throws, {@link CodecError} if what arrives is no message
   */
  call(handle: number, args: readonly unknown[]): unknown {
    if (this.#depth >= MAX_NESTED) throw new RangeError("Maximum call stack size exceeded");
    this.#depth++;
    try {
      return this.#ask(handle, args);
    } finally {
      this.#depth--;
    }
  }

  #ask(handle: number, args: readonly unknown[]): unknown {
    const id = this.#nextId++;
    this.#send({ kind: "call", id, handle, args: encode(args, this) });
    for (;;) {
      const message = readMessage(this.#transport.receive());
      if (message.kind === "call") {
        this.#serve(message);
        continue;
      }
      if (message.id !== id) throw new CodecError("a reply to a question that was not asked");
      if (message.kind === "value") return decode(message.value, this);
      throw new RemoteError(message.name, message.message, message.line);
    }
  }

  /** Answers calls for ever; `receive` ends it. */
  serveAll(): never {
    for (;;) {
      const message = readMessage(this.#transport.receive());
      if (message.kind !== "call") throw new CodecError("a reply without a question");
      this.#serve(message);
    }
  }

  #serve({ id, handle, args }: Message & { kind: "call" }): void {
    let reply: Message;
    try {
      const f = this.#held[handle];
      if (f === undefined) throw new CodecError("a call of an unknown function");
      const decoded = decode(args, this);
      if (!Array.isArray(decoded)) throw new CodecError("arguments are missing");
      reply = { kind: "value", id, value: encode(f(...decoded), this) };
    } catch (thrown) {
      if (thrown instanceof ChannelClosed) throw thrown;
      reply = { kind: "threw", id, ...this.#parts(thrown) };
    }
    this.#send(reply);
  }

  /** Getters and traps of what was thrown run here, and may throw in their turn. */
  #parts(thrown: unknown): { name: string; message: string; line: number } {
    try {
      return { ...errorParts(thrown), line: this.#side.lineOf?.(thrown) ?? 0 };
    } catch {
      return { name: "Error", message: "an error that cannot be read", line: 0 };
    }
  }

  #send(message: Message & { value?: Encoded | unknown }): void {
    this.#transport.send(stringify(message));
  }
}

/** The channel is gone; whoever waits on it has to give up. */
export class ChannelClosed extends Error {}

function readMessage(line: string): Message {
  let message: Readonly<Record<string, unknown>>;
  try {
    message = parse(line) as Readonly<Record<string, unknown>>;
  } catch {
    throw new CodecError("a line that is not JSON");
  }
  if (typeof message !== "object" || message === null) throw new CodecError("no message");
  const { kind, id, handle, args, value, name, message: words, line: at } = message;
  if (!Number.isSafeInteger(id)) throw new CodecError("a message without a number");
  if (kind === "call" && Number.isSafeInteger(handle) && Array.isArray(args)) {
    return { kind, id: id as number, handle: handle as number, args };
  }
  if (kind === "value" && value !== undefined) return { kind, id: id as number, value };
  if (kind === "threw" && typeof name === "string" && typeof words === "string") {
    const line = Number.isSafeInteger(at) ? (at as number) : 0;
    return { kind, id: id as number, name, message: words, line };
  }
  throw new CodecError("a message of an unknown kind");
}
