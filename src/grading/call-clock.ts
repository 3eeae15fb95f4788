/** Grading: the time of one call to a host process, by the clock and by what the process computed. */
import { cpuMilliseconds } from "./cpu-time.js";

/** How much longer than its limit a call may take by the clock while it has not computed for so long. */
const PATIENCE = 5;

/**
 * The deadline of a call. Where the system tells how long a process has computed, that is what
 * counts: a busy machine makes no answer late.
 */
export class CallClock {
  #limit = 0;
  #began = 0;
  #cpuBefore: number | undefined;
  #deadline = 0;

  /** When the call is late, in milliseconds as of `Date.now()`. */
  get deadline(): number {
    return this.#deadline;
  }

  /** Milliseconds that the call has cost so far; waiting without computing counts little. */
  spent(pid: number): number {
    const elapsed = Date.now() - this.#began;
    const cpu = this.#computed(pid);
    return cpu === undefined ? elapsed : Math.max(cpu, elapsed / PATIENCE);
  }

  /** Begins a call that may take `limit` milliseconds. */
  start(pid: number, limit: number): void {
    this.#limit = limit;
    this.#began = Date.now();
    this.#cpuBefore = cpuMilliseconds(pid);
    this.#deadline = this.#began + limit;
  }

  /** Moves a deadline that has passed, if the process was kept waiting; returns whether it did. */
  extend(pid: number): boolean {
    const left = this.#limit - this.spent(pid);
    if (this.#computed(pid) === undefined || left <= 0) return false;
    this.#deadline = Date.now() + left;
    return true;
  }

  #computed(pid: number): number | undefined {
    const cpu = cpuMilliseconds(pid);
    if (cpu === undefined || this.#cpuBefore === undefined) return undefined;
    return cpu - this.#cpuBefore;
  }
}
