/** Runs another program, keeps what it prints, and never leaves it behind when this process must go. */

import { spawn } from "node:child_process";
import { constants } from "node:os";
import { ROOT } from "./project.mjs";

/**
 * @typedef {object} Outcome
 * @property {number | null} code exit code; null if it was killed or never began
 * @property {string} output everything it printed, in order
 * @property {string} problem "" or why it was not run to its end
 */

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {number} [timeoutMs]
 * @property {(text: string) => void} [onOutput] sees the output while it comes
 */

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Runs a program to its end. Never rejects: the outcome says what happened.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function runCommand(command, args, options = {}) {
  const { env = process.env, cwd = ROOT, timeoutMs = 0, onOutput } = options;
  return new Promise((resolve) => {
    let output = "";
    let problem = "";
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    running.add(child);
    watchSignals();
    const timer =
      timeoutMs === 0
        ? undefined
        : setTimeout(() => {
            problem = `stopped after ${Math.round(timeoutMs / 1000)} s`;
            child.kill("SIGTERM");
            setTimeout(() => child.kill("SIGKILL"), 3000).unref();
          }, timeoutMs);
    const take = (/** @type {Buffer} */ chunk) => {
      const text = chunk.toString("utf8");
      output += text;
      onOutput?.(text);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    const finish = (/** @type {number | null} */ code) => {
      clearTimeout(timer);
      running.delete(child);
      watchSignals();
      resolve({ code: problem === "" ? code : null, output, problem });
    };
    child.on("error", (error) => {
      problem = error.message;
      finish(null);
    });
    child.on("close", (code, signal) => {
      if (problem === "" && signal !== null) problem = `ended by ${signal}`;
      finish(code);
    });
  });
}

/** When a signal ends this process, it ends the programs it runs first. */
function stopWithChildren(/** @type {NodeJS.Signals} */ signal) {
  for (const child of running) child.kill("SIGTERM");
  process.exit(128 + constants.signals[signal]);
}

/** Listens for signals only while a program runs, so that they keep their usual meaning otherwise. */
function watchSignals() {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.off(signal, stopWithChildren);
    if (running.size > 0) process.on(signal, stopWithChildren);
  }
}

/**
 * The last lines of an output, for a failure's details.
 * @param {string} output
 * @param {number} [count]
 * @returns {string}
 */
export function lastLines(output, count = 12) {
  return output.trimEnd().split(/\r?\n/).slice(-count).join("\n");
}
