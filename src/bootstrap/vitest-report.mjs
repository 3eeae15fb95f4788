/** Vitest's JSON report as counts that can be trusted: only what ran and passed counts as passed. */

import { existsSync, readFileSync } from "node:fs";
import { shown } from "./project.mjs";

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * @typedef {object} Report the part of vitest's JSON report that is read here
 * @property {ReportedFile[]} testResults
 *
 * @typedef {object} ReportedFile
 * @property {string} name
 * @property {string} status
 * @property {string} [message]
 * @property {{ status: string, fullName?: string, failureMessages?: string[] }[]} assertionResults
 */

/**
 * Reads a report. A missing or damaged one, a file that could not be loaded, an unhandled error
 * (seen as an exit code without a failed test) and a run without tests each count as a failure.
 * @param {string} path
 * @param {number | null} exitCode of vitest
 * @returns {{ counts: Counts, detail: string, failures: readonly string[] }}
 */
export function readVitestReport(path, exitCode) {
  const report = parse(path);
  if (report === null) return failure("vitest left no report");
  const states = report.testResults.flatMap((file) =>
    file.assertionResults.map((test) => test.status),
  );
  const count = (/** @type {string} */ state) => states.filter((each) => each === state).length;
  const broken = report.testResults.filter(
    (file) =>
      file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const passed = count("passed");
  const failed = count("failed") + broken.length;
  const skipped = states.length - passed - count("failed");
  const files = report.testResults.length;
  const detail = `${states.length} tests in ${files} ${files === 1 ? "file" : "files"}`;
  if (states.length === 0) return failure("no test was found", broken.length || 1);
  if (failed === 0 && exitCode !== 0) {
    return {
      counts: { passed, failed: 1, skipped },
      detail: `${detail}; an error outside any test`,
      failures: [],
    };
  }
  const failures = report.testResults.flatMap((file) => failuresOf(file, broken.includes(file)));
  return { counts: { passed, failed, skipped }, detail, failures };
}

/**
 * What failed in a file, a line each: the file, the test, and how its error begins.
 * @param {ReportedFile} file
 * @param {boolean} isBroken whether the file as a whole failed, and no test of it
 * @returns {string[]}
 */
function failuresOf({ name, message = "", assertionResults }, isBroken) {
  const begin = (/** @type {string} */ text) => text.split("\n", 1)[0]?.slice(0, 300) ?? "";
  if (isBroken) return [`${shown(name)}: ${begin(message)}`];
  return assertionResults
    .filter((test) => test.status === "failed")
    .map(
      ({ fullName = "a test", failureMessages = [] }) =>
        `${shown(name)}: ${fullName}: ${begin(failureMessages[0] ?? "")}`,
    );
}

/**
 * @param {string} detail
 * @param {number} [failed]
 * @returns {{ counts: Counts, detail: string, failures: readonly string[] }}
 */
function failure(detail, failed = 1) {
  return { counts: { passed: 0, failed, skipped: 0 }, detail, failures: [] };
}

/**
 * @param {string} path
 * @returns {Report | null}
 */
function parse(path) {
  if (!existsSync(path)) return null;
  try {
    const report = JSON.parse(readFileSync(path, "utf8"));
    return Array.isArray(report.testResults) ? report : null;
  } catch {
    return null;
  }
}
