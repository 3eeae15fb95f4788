/**
 * `gradus bench training`: all programs of a network side by side. Each has a process; they train in
 * turn, round after round, so that whatever else the machine does meets all of them.
 */
import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

import type { Network } from "./networks.js";
import { PROGRAMS, type ProgramName, type Report, type Round } from "./program.js";

/** How one program did. */
export type Measured =
  | { readonly program: ProgramName; readonly reason: string }
  | {
      readonly program: ProgramName;
      readonly float: 32 | 64;
      /** Of the first steps. */
      readonly losses: readonly number[];
      /** Microseconds a step, of each round. */
      readonly rounds: readonly number[];
    };

/** How long everything is repeated. */
export interface Effort {
  readonly rounds: number;
  readonly milliseconds: number;
}

/** The first two rounds compile, and are forgotten. */
const WARM_UP = 2;

/** Bytes in use before and after `steps` steps of network (a). */
export interface Heap {
  readonly steps: number;
  readonly before: number;
  readonly after: number;
}

/** Train a network with all programs. */
export async function measureNetwork(
  network: Network,
  effort: Effort,
): Promise<readonly Measured[]> {
  const started = await Promise.all(PROGRAMS.map((program) => start(network, program)));
  const running = started.filter((one) => "child" in one);
  try {
    for (let round = 0; round < WARM_UP + effort.rounds; round++) {
      for (const one of running) {
        const microseconds = await train(one, effort.milliseconds);
        if (round >= WARM_UP) one.rounds.push(microseconds);
      }
    }
    return started.map((one) => {
      if (!("child" in one)) return one;
      const { program, float, losses, rounds } = one;
      return { program, float, losses, rounds };
    });
  } finally {
    for (const { child } of running) child.kill();
  }
}

/** Train network (a) in a process of its own and look at its heap. */
export function measureHeap(steps: number): Heap {
  const args = ["--expose-gc", programPath("heap-process.js"), String(steps)];
  const text = execFileSync(process.execPath, args, { encoding: "utf8" });
  return { steps, ...(JSON.parse(text) as Omit<Heap, "steps">) };
}

/** A program that waits for its next round. */
interface Running {
  readonly program: ProgramName;
  readonly child: ChildProcess;
  readonly float: 32 | 64;
  readonly losses: readonly number[];
  readonly rounds: number[];
}

async function start(
  network: Network,
  program: ProgramName,
): Promise<Running | { readonly program: ProgramName; readonly reason: string }> {
  const child = fork(programPath("program-process.js"), [network.name, program], {
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: "3", CUDA_VISIBLE_DEVICES: "-1" },
    execArgv: [],
    serialization: "advanced",
    // tfjs greets on stdout and stderr.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const report = await nextReport(child);
  if (report.kind === "ready") {
    return { program, child, float: report.float, losses: report.losses, rounds: [] };
  }
  child.kill();
  return { program, reason: report.kind === "unavailable" ? report.reason : "it spoke too early" };
}

async function train({ child, program }: Running, milliseconds: number): Promise<number> {
  const reply = nextReport(child);
  child.send({ milliseconds } satisfies Round);
  const report = await reply;
  if (report.kind === "round") return report.microsecondsPerStep;
  const reason = report.kind === "unavailable" ? report.reason : "it answered out of turn";
  throw new Error(`${program} stopped training: ${reason}`);
}

function nextReport(child: ChildProcess): Promise<Report> {
  return new Promise((resolve) => {
    const heard = (report: Report): void => {
      child.off("exit", ended);
      resolve(report);
    };
    const ended = (code: number | null): void => {
      child.off("message", heard);
      resolve({ kind: "unavailable", reason: `its process ended with code ${code}` });
    };
    child.once("message", heard);
    child.once("exit", ended);
  });
}

function programPath(file: string): string {
  return fileURLToPath(new URL(`../../../dist/cli/bench-training/${file}`, import.meta.url));
}
