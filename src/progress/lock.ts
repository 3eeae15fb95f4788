/** Progress: one writer at a time. Two kernels that check at the same moment wait for each other. */
import { closeSync, openSync, rmSync, statSync } from "node:fs";

/** Nobody holds the lock for longer than a few milliseconds; one that is older was left by a crash. */
const LEFT_AFTER = 1000;
/** Then go on without the lock: the file stays whole, and at worst one try is not counted. */
const GIVE_UP_AFTER = 1500;
const PAUSE = 5;

/**
 * Does `work` while no other process does the same for this file.
 *
 * @throws whatever the system says if the lock's folder cannot be written
 */
export function withLock<T>(file: string, work: () => T): T {
  const lock = `${file}.lock`;
  const isMine = acquire(lock);
  try {
    return work();
  } finally {
    if (isMine) rmSync(lock, { force: true });
  }
}

function acquire(lock: string): boolean {
  for (let waited = 0; waited < GIVE_UP_AFTER; waited += PAUSE) {
    try {
      closeSync(openSync(lock, "wx"));
      return true;
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    // A clock that was set back makes a lock of the future; it was left as well.
    if (since !== undefined && Math.abs(Date.now() - since) > LEFT_AFTER) {
      rmSync(lock, { force: true, recursive: true });
    } else {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
  return false;
}

/** Windows says EPERM while another process is taking the file away. */
function isBusy(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "EEXIST" || (code === "EPERM" && process.platform === "win32");
}
