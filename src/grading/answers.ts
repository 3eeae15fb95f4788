/**
 * Grading: the learner's functions as a check sees them. Every call is recorded for the diagnosis,
 * and everything that can go wrong in a call becomes a verdict in plain words.
 */
import { callText, clipped, isPromise, isRecord, kindText } from "./describe.js";
import type { Shortfall } from "./verdict.js";

/** What came of one call. */
export type Outcome =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "stopped"; readonly verdict: Shortfall };

/** One call that a check made. */
export interface Call {
  readonly answer: string;
  readonly args: readonly unknown[];
  readonly outcome: Outcome;
}

/** Ends a check early with a verdict. */
export class CheckStopped extends Error {
  readonly verdict: Shortfall;

  constructor(verdict: Shortfall) {
    super(verdict.message);
    this.verdict = verdict;
  }
}

/** The learner's functions, live in the notebook or proxies of functions in the host process. */
export class Answers {
  /** All calls so far, in order. */
  readonly calls: Call[] = [];
  /** Where generated inputs start; a grader gives each learner another one. */
  readonly seed: number;
  readonly #given: Readonly<Record<string, unknown>>;
  #last: readonly [answer: string, args: readonly unknown[]] | undefined;

  constructor(given: Readonly<Record<string, unknown>>, seed: number) {
    this.#given = given;
    this.seed = seed;
  }

  /** The call that was begun last, as in `f(1, 2)`; "" before the first. */
  get lastCall(): string {
    return this.#last === undefined ? "" : callText(...this.#last);
  }

  /**
   * Calls an answer with copies of the arguments and records what happened.
   *
   * @throws {@link CheckStopped} if there is no such function, it is not implemented yet, or its
   * process is gone: then no further call of this check can succeed
   */
  try(answer: string, ...args: readonly unknown[]): Outcome {
    const called = this.#functionNamed(answer);
    this.#last = [answer, args];
    const outcome = this.#call(called, answer, args);
    this.calls.push({ answer, args, outcome });
    if (outcome.kind === "stopped" && isFinal(outcome.verdict)) {
      throw new CheckStopped(outcome.verdict);
    }
    return outcome;
  }

  /**
   * Calls an answer and returns its value.
   *
   * @throws {@link CheckStopped} also if the answer throws or returns a promise
   */
  call(answer: string, ...args: readonly unknown[]): unknown {
    const outcome = this.try(answer, ...args);
    if (outcome.kind === "stopped") throw new CheckStopped(outcome.verdict);
    return outcome.value;
  }

  #functionNamed(answer: string): (...args: unknown[]) => unknown {
    const given = Object.hasOwn(this.#given, answer) ? this.#given[answer] : undefined;
    if (typeof given === "function") return given as (...args: unknown[]) => unknown;
    if (given === undefined) {
      const message = `No function ${answer} was given: declare "function ${answer}(…)", run its cell, and hand it to the check as { ${answer} }.`;
      throw new CheckStopped({ kind: "missing", message });
    }
    const called = `{ ${answer}: ${answer}(…) } hands over a result; { ${answer} } hands over the function.`;
    const message = `${answer} is not a function: it is ${kindText(given)}. ${called}`;
    throw new CheckStopped({ kind: "error", message });
  }

  #call(answer: (...args: unknown[]) => unknown, name: string, args: readonly unknown[]): Outcome {
    try {
      const value = answer(...args.map(copied));
      if (!isPromise(value)) return { kind: "value", value };
      swallowRejection(value);
      const message = `${callText(name, args)} returned a promise: your function is async. Remove "async" and return the value itself.`;
      return { kind: "stopped", verdict: { kind: "error", message } };
    } catch (thrown) {
      return { kind: "stopped", verdict: thrownVerdict(thrown, callText(name, args)) };
    }
  }
}

/** A function with a memory, such as a stream of random numbers, that can be had as new. */
export interface Restartable<F> {
  /** The same function, from its beginning. */
  restart(): F;
}

/**
 * A fresh copy of lists, records and streams: an answer that writes into its arguments, or draws from
 * them, harms no later call.
 */
export function copied(value: unknown): unknown {
  if (isRestartable(value)) return value.restart();
  if (Array.isArray(value)) return value.map(copied);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copied(field)]));
}

function isRestartable(value: unknown): value is Restartable<unknown> {
  return typeof value === "function" && "restart" in value;
}

/** A promise that is dropped must not end the process when it rejects. */
function swallowRejection(value: unknown): void {
  if (value instanceof Promise) value.catch(() => undefined);
}

/** Whether nothing more can be learned from further calls. */
function isFinal(verdict: Shortfall): boolean {
  return verdict.kind !== "error" && verdict.kind !== "fail";
}

/** What to say of errors whose own words do not help. */
const ADVICE: readonly (readonly [words: string, advice: string])[] = [
  ["Maximum call stack", " Your function calls itself without end."],
  [
    "Access to this API has been restricted",
    " While it is checked, an answer cannot write files or start other programs.",
  ],
];

/** What a thrown value means; `call` is the call that threw it, `place` where in the notebook. */
export function thrownVerdict(thrown: unknown, call: string, place?: string): Shortfall {
  if (thrown instanceof CheckStopped) return thrown.verdict;
  const { name, message } = errorParts(thrown);
  if (name === "NotImplemented") return { kind: "not-implemented", message };
  const advice = ADVICE.find(([words]) => message.includes(words))?.[1] ?? "";
  const what = name === "" ? message : `${name}: ${message}`;
  const where = place === undefined ? "" : ` It was thrown in ${place}.`;
  return { kind: "error", message: `${call} threw ${what}.${where}${advice}`.replace("..", ".") };
}

/** Name and message of whatever was thrown, by a learner who may throw anything. */
export function errorParts(thrown: unknown): { name: string; message: string } {
  if (typeof thrown !== "object" || thrown === null) return { name: "", message: kindText(thrown) };
  const { name, message } = thrown as { name?: unknown; message?: unknown };
  if (typeof message !== "string") return { name: "", message: kindText(thrown) };
  return {
    name: typeof name === "string" ? clipped(name, 80) : "Error",
    message: clipped(message, 500),
  };
}
