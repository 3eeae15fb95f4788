/** Set-up's lines in the terminal: what a step does, dots while it works, and how long it took. */

import { performance } from "node:perf_hooks";

const LABEL_WIDTH = 10;

/**
 * Runs a piece of work between "label  text ..." and its duration, on one line.
 * @template T
 * @param {string} label
 * @param {string} text
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(label, text, work) {
  const begin = performance.now();
  process.stderr.write(`  ${label.padEnd(LABEL_WIDTH)} ${text} ...`);
  const dots = setInterval(() => process.stderr.write("."), 3000);
  try {
    const result = await work();
    process.stderr.write(` ${seconds(performance.now() - begin)}\n`);
    return result;
  } catch (error) {
    process.stderr.write(` failed after ${seconds(performance.now() - begin)}\n`);
    throw error;
  } finally {
    clearInterval(dots);
  }
}

/**
 * A duration as "0.31 s", "12.3 s" or "2 min 05 s".
 * @param {number} milliseconds
 * @returns {string}
 */
export function seconds(milliseconds) {
  const value = milliseconds / 1000;
  if (value < 1) return `${value.toFixed(2)} s`;
  if (value < 99.95) return `${value.toFixed(1)} s`;
  const whole = Math.round(value);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}
