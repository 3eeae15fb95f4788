/** Running one notebook on the TypeScript kernel: starts the Python executor and reads its events. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import {
  type Claim,
  type ClaimFinding,
  claimsCode,
  claimsOf,
  claimValues,
  judgeClaim,
} from "../notebook/claims.js";
import { codeCells, type Notebook } from "../notebook/notebook.js";
import { CommandError } from "./command-error.js";
import { jupyterProgram } from "./jupyter-program.js";
import { kernelErrorText } from "./kernel-error.js";
import { readNotebook } from "./notebook-files.js";

/** A cell that ran, with its time. */
export interface CellTime {
  /** Its number; every cell counts, from 1. */
  readonly cell: number;
  readonly ms: number;
}

/** Why a notebook stopped. */
export interface ExecutionFailure {
  /** The cell, or null if the kernel did not start. */
  readonly cell: number | null;
  readonly kind: "error" | "stderr" | "timeout" | "dead" | "start";
  /** One paragraph for the reader, and the kernel's own text if it wrote one. */
  readonly message: string;
}

/** A cell that wrote something else when it ran again. */
export interface Difference {
  readonly cell: number;
  /** Where the two outputs part, with a few words around it. */
  readonly first: string;
  readonly second: string;
}

/** What came of running a notebook. */
export interface Execution {
  readonly cells: readonly CellTime[];
  readonly failure: ExecutionFailure | null;
  /** Claims in prose that do not hold. */
  readonly wrongClaims: readonly ClaimFinding[];
  /** How many claims were evaluated. */
  readonly claims: number;
  /** Cells that wrote something else the second time. */
  readonly differences: readonly Difference[];
  /** From the start of the kernel until every cell had run once, or null if it did not come to that. */
  readonly onceMs: number | null;
  /** The most memory that the kernel held until then, where the system says it. */
  readonly megabytes: number | null;
  /** From the start of the executor to its end. */
  readonly ms: number;
}

/** How to run it. */
export interface ExecutionOptions {
  /** Seconds that a cell may take. */
  readonly timeout: number;
  /** Where the notebook with its outputs goes; nowhere if it is left out. */
  readonly out?: string;
  /** Run all cells again in the same kernel, and compare what they write. */
  readonly twice?: boolean;
  readonly onStart?: (cell: number) => void;
  readonly onCell?: (time: CellTime) => void;
}

/** The cells that will run: code cells that are not blank. */
export function runnableCells(notebook: Notebook): readonly number[] {
  const runs = codeCells(notebook).filter(({ cell }) => cell.source.trim() !== "");
  return runs.map(({ number }) => number);
}

/**
 * Run a notebook in its own folder, cell by cell, up to the first failure. The file is only read.
 *
 * @param file - the notebook's path
 * @throws {@link CommandError} if the executor itself cannot run, or the reader stopped it
 */
export async function executeNotebook(
  file: string,
  { timeout, out, twice = false, onStart, onCell }: ExecutionOptions,
): Promise<Execution> {
  const script = fileURLToPath(new URL("../../src/notebook/execute.py", import.meta.url));
  const folder = dirname(resolve(file));
  const target = out === undefined ? [] : ["--out", resolve(out)];
  if (out !== undefined) mkdirSync(dirname(resolve(out)), { recursive: true });
  const { python, env } = await jupyterProgram();
  const start = performance.now();
  const claims = claimsOf(readNotebook(file));
  const claimsByCell = [...claims].map(([cell, list]) => [cell, claimsCode(list)]);
  const options = ["--folder", folder, "--timeout", String(timeout), ...target];
  if (claims.size > 0) {
    options.push("--claims", JSON.stringify(Object.fromEntries(claimsByCell)));
  }
  if (twice) options.push("--twice");
  const child = spawn(python, ["-u", script, resolve(file), ...options], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const interruption = endWithUs(child);
  const cells: CellTime[] = [];
  const wrongClaims: ClaimFinding[] = [];
  const differences: Difference[] = [];
  let evaluated = 0;
  let onceMs: number | null = null;
  let megabytes: number | null = null;
  let failure: ExecutionFailure | null = null;
  let isDone = false;
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-4000);
  });
  const ended = new Promise<number | null>((fulfil, reject) => {
    child.once("error", (error) => reject(notStarted(python, error)));
    child.once("close", fulfil);
  });
  // Awaited below, after the events; until then a failed start must not count as unhandled.
  ended.catch(() => undefined);
  for await (const line of createInterface({ input: child.stdout })) {
    const event = JSON.parse(line) as ExecutorEvent;
    if (event.event === "start") onStart?.(event.cell);
    if (event.event === "cell") {
      cells.push({ cell: event.cell, ms: event.ms });
      onCell?.({ cell: event.cell, ms: event.ms });
    }
    if (event.event === "claims") {
      const asked = claims.get(event.cell) ?? [];
      evaluated += asked.length;
      wrongClaims.push(...judged(asked, event));
    }
    if (event.event === "differs") differences.push(event);
    if (event.event === "once") {
      onceMs = event.ms;
      ({ megabytes } = event);
    }
    if (event.event === "fail") failure = describeFailure(event, timeout);
    if (event.event === "done") isDone = true;
  }
  const code = await ended.finally(interruption.release);
  const signal = interruption.signal();
  if (signal !== null) throw new CommandError("Stopped.", signal === "SIGINT" ? 130 : 143);
  if (!isDone && failure === null) {
    const text = stderr.trim() === "" ? "It left no message." : stderr.trim();
    throw new CommandError(`The notebook executor ended early (exit code ${code}). ${text}`);
  }
  const ms = Math.round(performance.now() - start);
  return { cells, failure, wrongClaims, claims: evaluated, differences, onceMs, megabytes, ms };
}

/** The claims of one cell that do not hold; if the kernel could not read them, that is said of its line. */
function judged(claims: readonly Claim[], { cell, text, error }: ClaimsEvent): ClaimFinding[] {
  const values = error === null ? claimValues(text) : null;
  if (values === null) {
    const told = kernelErrorText(error ?? text);
    // Claim k stands on line k + 1 of the code that evaluates them.
    const place = Number(/^line (\d+)/.exec(told)?.[1] ?? 0) - 2;
    const { line = 1, expression = "" } = claims[place] ?? claims[0] ?? {};
    const reason = told.replace(/^line \d+, column \d+: /gm, "");
    return [
      { cell, line, message: `the claim cannot be evaluated: ${reason} (claim: ${expression})` },
    ];
  }
  return claims.flatMap((claim, index) => {
    const value = values[index];
    return value === undefined ? [] : (judgeClaim(claim, value) ?? []);
  });
}

type ExecutorEvent =
  | { readonly event: "ready" | "done"; readonly ms: number }
  | { readonly event: "once"; readonly ms: number; readonly megabytes: number | null }
  | ({ readonly event: "differs" } & Difference)
  | ClaimsEvent
  | { readonly event: "start"; readonly cell: number }
  | { readonly event: "cell"; readonly cell: number; readonly ms: number }
  | FailEvent;

interface ClaimsEvent {
  readonly event: "claims";
  readonly cell: number;
  readonly text: string;
  readonly error: string | null;
}

interface FailEvent {
  readonly event: "fail";
  readonly cell: number | null;
  readonly kind: ExecutionFailure["kind"];
  readonly text: string;
}

function describeFailure({ cell, kind, text }: FailEvent, timeout: number): ExecutionFailure {
  const told = kernelErrorText(text);
  const message = {
    error: told === "" ? "It stopped with an error that has no text." : told,
    stderr: `It wrote on stderr, which a course notebook must not:\n${told}`,
    timeout: `It did not end within ${timeout} s; the kernel was stopped. Look for a loop without an end, or give it longer with --timeout.`,
    dead: `The kernel ended while the cell ran: process.exit(), memory used up, or a crash in native code.${told === "" ? "" : `\n${told}`}`,
    start: `The kernel did not start: ${told}. Run npm start once: it places the kernel in .venv.`,
  }[kind];
  return { cell, kind, message };
}

/** Ends the executor, and with it the kernel, when this process is asked to end. */
function endWithUs(child: ChildProcess): {
  readonly signal: () => NodeJS.Signals | null;
  readonly release: () => void;
} {
  let received: NodeJS.Signals | null = null;
  const end = (signal: NodeJS.Signals): void => {
    received = signal;
    child.kill("SIGTERM");
  };
  process.on("SIGINT", end).on("SIGTERM", end);
  const release = (): void => {
    process.off("SIGINT", end).off("SIGTERM", end);
  };
  return { signal: () => received, release };
}

function notStarted(python: string, error: Error): CommandError {
  return new CommandError(
    `Python could not be started (${python}: ${error.message}). Run npm start once: it makes .venv with Jupyter.`,
  );
}
