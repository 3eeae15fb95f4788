/** One set-up at a time: two commands started together would tear each other's node_modules apart. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SetupFailure } from "./failure.mjs";
import { STATE_FOLDER, shown } from "./project.mjs";

const LOCK = join(STATE_FOLDER, "setup.lock");
const LONGEST_WAIT = 10 * 60_000;

/**
 * Runs the work while no other process of this project does set-up.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetupLock(work) {
  mkdirSync(STATE_FOLDER, { recursive: true });
  const begin = Date.now();
  let told = false;
  while (!takeLock()) {
    const owner = lockOwner();
    if (owner === null) {
      rmSync(LOCK, { force: true });
      continue;
    }
    if (!told) process.stderr.write(`  waiting for another set-up (process ${owner}) to finish\n`);
    told = true;
    if (Date.now() - begin > LONGEST_WAIT) {
      throw new SetupFailure({
        what: `Another set-up of this project (process ${owner}) has been running for ten minutes.`,
        mend: `If there is none, delete ${shown(LOCK)} and run the command again.`,
      });
    }
    await sleep(300);
  }
  const release = () => rmSync(LOCK, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/**
 * @returns {boolean} whether the lock is now ours
 */
function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * @returns {number | null} the process that holds the lock; null if it is gone
 */
function lockOwner() {
  try {
    const owner = Number(readFileSync(LOCK, "utf8"));
    process.kill(owner, 0);
    return owner > 0 ? owner : null;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM" ? -1 : null;
  }
}
