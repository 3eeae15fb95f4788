/** Grading: what the trusted thread and the thread that owns the host process say to each other. */
import type { MessagePort } from "node:worker_threads";

/** Longest line that the host process may send, in characters. */
export const MAX_LINE = 4_000_000;

/** How much of what the host process prints is kept. */
export const MAX_PRINTED = 65_536;

/** What the host process printed: the beginning, and how much it was in all. */
export interface Printed {
  readonly text: string;
  /** Characters; beyond MAX_PRINTED the host process itself stops writing them. */
  readonly length: number;
}

/** What the worker is started with. */
export interface WorkerSetup {
  readonly port: MessagePort;
  /** Counts the worker's messages, so that the trusted thread can sleep until the next one. */
  readonly signal: Int32Array;
  /** Heap of the host process in MiB; its resident memory may be twice that. */
  readonly memoryLimit: number;
}

/** What the worker tells. */
export type WorkerEvent =
  | { readonly kind: "started"; readonly pid: number }
  | { readonly kind: "line"; readonly line: string }
  /** A line longer than {@link MAX_LINE}. */
  | { readonly kind: "flood" }
  /** A line when it was not the process's turn. */
  | { readonly kind: "unasked" }
  | { readonly kind: "broken"; readonly reason: string }
  | {
      readonly kind: "gone";
      readonly code: number | null;
      readonly signal: string | null;
      readonly outOfMemory: boolean;
      readonly errorTail: string;
      readonly printed: Printed;
    };
