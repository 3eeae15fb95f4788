/** Grading: a call's time is what its process computed; waiting and a busy machine cost little. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { CallClock } from "../../src/grading/call-clock.js";
import { cpuMilliseconds } from "../../src/grading/cpu-time.js";

const IDLE = "console.log('ready'); setInterval(() => {}, 1e6);";
const BUSY = "console.log('ready'); for (;;);";

async function started(code: string): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, ["-e", code], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout!, "data");
  return child.pid!;
}

/** Waits until the process has computed for so long, however busy the machine is. */
async function untilComputed(pid: number, milliseconds: number): Promise<void> {
  const before = cpuMilliseconds(pid) ?? 0;
  while ((cpuMilliseconds(pid) ?? Number.POSITIVE_INFINITY) - before < milliseconds)
    await sleep(20);
}

describe.runIf(process.platform === "linux")("where the system tells a process's time", () => {
  test("a process that computes is late at its deadline", async () => {
    const pid = await started(BUSY);
    const clock = new CallClock();
    clock.start(pid, 100);
    await untilComputed(pid, 150);
    expect(clock.extend(pid)).toBe(false);
    expect(clock.spent(pid)).toBeGreaterThanOrEqual(100);
  });

  test("one that was kept waiting gets more time, and not for ever", async () => {
    const pid = await started(IDLE);
    const clock = new CallClock();
    clock.start(pid, 1000);
    const first = clock.deadline;
    await sleep(100);
    expect(clock.extend(pid)).toBe(true);
    expect(clock.deadline).toBeGreaterThan(first);
    expect(clock.spent(pid)).toBeLessThan(1000);
    clock.start(pid, 10);
    await sleep(100);
    expect(clock.extend(pid)).toBe(false);
  });

  test("a process that is gone has no time, so the clock counts", async () => {
    const clock = new CallClock();
    // No system gives so high a number.
    const nobody = 2 ** 30;
    expect(cpuMilliseconds(nobody)).toBe(undefined);
    clock.start(nobody, 10);
    await sleep(20);
    expect(clock.extend(nobody)).toBe(false);
    expect(clock.spent(nobody)).toBeGreaterThanOrEqual(19);
  });
});
