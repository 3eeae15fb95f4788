/**
 * Grading: what the host process takes away from a learner's code beside what Node's permission model
 * keeps: signals and priorities of other processes, sockets (which are files too), traces that are
 * written to disk, and ways round `require`.
 */
import os from "node:os";

/** Modules that reach outside, or that lead to modules without asking. */
const CLOSED: ReadonlySet<string> = new Set([
  "cluster",
  "dgram",
  "dns",
  "http",
  "http2",
  "https",
  "module",
  "net",
  "repl",
  "tls",
  "trace_events",
]);

// Kept from before a learner's code runs: it may replace them.
const has: (name: string) => boolean = Set.prototype.has.bind(CLOSED);
const match: (text: string) => RegExpExecArray | null =
  RegExp.prototype.exec.bind(/^(?:node:)?([^/]*)/);

/** Whether a module of Node's own is kept from answers, with or without `node:` before its name. */
export function isClosed(name: string): boolean {
  return has(match(name)?.[1] ?? "");
}

/** Takes the rest away; an answer's own end it may still cause, to its own harm. */
export function closeDoors(): void {
  refuse(process, ["kill", "_kill", "_debugProcess"], "an answer cannot send signals to processes");
  refuse(
    process,
    ["getBuiltinModule", "binding", "_linkedBinding", "dlopen"],
    "an answer has no need of Node's inner parts",
  );
  refuse(os, ["setPriority"], "an answer cannot change the priority of processes");
}

function refuse(holder: object, names: readonly string[], message: string): void {
  const value = (): never => {
    throw new Error(message);
  };
  for (const name of names) {
    Object.defineProperty(holder, name, { value, configurable: false, writable: false });
  }
}
