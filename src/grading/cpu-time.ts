/** Grading: how long a process has computed, which a busy machine does not stretch. */
import { readFileSync } from "node:fs";

/** Linux counts a process's time in hundredths of a second, whatever the machine's own clock does. */
const TICK_MILLISECONDS = 10;
/** Places of utime and stime after the program's name, which may itself hold spaces and brackets. */
const USER_TIME = 11;
const SYSTEM_TIME = 12;

/**
 * Milliseconds of processor time that a process has used.
 *
 * @returns `undefined` where the system does not tell, or when the process is gone
 */
export function cpuMilliseconds(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = Number(fields[USER_TIME]) + Number(fields[SYSTEM_TIME]);
    return Number.isFinite(ticks) ? ticks * TICK_MILLISECONDS : undefined;
  } catch {
    return undefined;
  }
}
