/** The steps of `npm test` as data: a name, what set-up it needs, and how to run it. */

import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { CLI, inProject, STATE_FOLDER, shown } from "./project.mjs";
import { lastLines, runCommand } from "./run-command.mjs";
import { readVitestReport } from "./vitest-report.mjs";

/** @typedef {import("./vitest-report.mjs").Counts} Counts */

/**
 * @typedef {object} StepResult
 * @property {Counts} counts
 * @property {string} detail
 * @property {readonly string[]} [failures] a line for each test that failed
 */

/**
 * @typedef {object} TestStep
 * @property {string} name as given to `npm test -- name`
 * @property {string} title
 * @property {readonly string[]} needs set-up steps without which it cannot run
 * @property {readonly string[]} [wants] set-up steps without which a part of it is skipped
 * @property {"authors" | "learners"} [only] whose tests it belongs to, if not to everyone's
 * @property {boolean} [usesReference] whether the TensorFlow.js set-up comes before it
 * @property {() => Promise<StepResult>} run
 */

const MINUTE = 60_000;
const PASSED = { passed: 1, failed: 0, skipped: 0 };
const FAILED = { passed: 0, failed: 1, skipped: 0 };
const SKIPPED = { passed: 0, failed: 0, skipped: 1 };

/** A student's copy of the course has no solutions. */
const IS_STUDENT_COPY = !existsSync(inProject("solutions"));

/** @type {readonly TestStep[]} */
const ALL_STEPS = [
  {
    name: "types",
    title: "types of src, test and bootstrap",
    only: "authors",
    needs: ["library"],
    run: checkTypes,
  },
  {
    name: "cells",
    title: "types of every notebook's cells",
    needs: ["library"],
    run: () => gradus(["types"]),
  },
  { name: "lint", title: "lint and format", only: "authors", needs: ["packages"], run: lint },
  {
    name: "exercises",
    title: "your exercises",
    only: "learners",
    needs: ["library"],
    run: () => gradus(["check", "--allow-open"]),
  },
  {
    name: "unit",
    title: "unit tests",
    only: "authors",
    needs: ["library"],
    wants: ["kernel"],
    usesReference: true,
    run: () => vitest("unit", []),
  },
  {
    name: "verify",
    title: "the exercises' checks, checked",
    only: "authors",
    needs: ["library"],
    run: () => gradus(["verify"]),
  },
  {
    name: "reference",
    title: "comparison with TensorFlow.js",
    only: "authors",
    needs: ["library"],
    usesReference: true,
    run: () => gradus(["reference", "--quick"]),
  },
  {
    name: "notebooks",
    title: "notebooks on the kernel",
    needs: ["library", "kernel"],
    run: runNotebooks,
  },
  {
    name: "copy",
    title: "the students' copy, from nothing",
    only: "authors",
    needs: ["library", "python"],
    run: () => vitest("copy", ["test/copy"]),
  },
  {
    name: "browser",
    title: "JupyterLab in a browser",
    only: "authors",
    needs: ["library", "kernel"],
    run: browser,
  },
];

/** The steps that this copy of the course has. */
export const TEST_STEPS = ALL_STEPS.filter(
  ({ only }) => only !== (IS_STUDENT_COPY ? "authors" : "learners"),
);

/**
 * Runs one of our own command-line's commands and shows its output while it comes.
 * @param {readonly string[]} args
 * @param {number} [timeoutMs]
 * @returns {Promise<StepResult>}
 */
export async function gradus(args, timeoutMs = 10 * MINUTE) {
  if (!existsSync(CLI)) return { counts: FAILED, detail: `${shown(CLI)} is missing` };
  return node([CLI, ...args], timeoutMs);
}

/**
 * @param {readonly string[]} args
 * @param {number} timeoutMs
 * @returns {Promise<StepResult>}
 */
async function node(args, timeoutMs) {
  const outcome = await runCommand(process.execPath, args, { timeoutMs, onOutput: show });
  const last = outcome.problem || lastLines(outcome.output, 1).trim();
  return { counts: outcome.code === 0 ? PASSED : FAILED, detail: last };
}

/**
 * @returns {Promise<StepResult>}
 */
async function checkTypes() {
  const compiler = inProject("node_modules", "typescript", "bin", "tsc");
  const projects = ["tsconfig.json", "test/tsconfig.json", "src/bootstrap/tsconfig.json"];
  const wrong = [];
  for (const project of projects) {
    const memory = join(STATE_FOLDER, "types", `${project.replaceAll("/", "-")}.tsbuildinfo`);
    const options = ["--noEmit", "--incremental", "--tsBuildInfoFile", memory, "--pretty", "false"];
    const { counts } = await node([compiler, "-p", inProject(project), ...options], 5 * MINUTE);
    if (counts.failed > 0) wrong.push(project);
  }
  return wrong.length === 0
    ? { counts: PASSED, detail: `${projects.length} projects` }
    : { counts: FAILED, detail: `errors in ${wrong.join(", ")}` };
}

/**
 * @returns {Promise<StepResult>}
 */
function lint() {
  const biome = inProject("node_modules", "@biomejs", "biome", "bin", "biome");
  return node([biome, "check", "--error-on-warnings", "src", "test"], 2 * MINUTE);
}

/**
 * @param {string} name of the report
 * @param {readonly string[]} filters
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<StepResult>}
 */
async function vitest(name, filters, env = process.env) {
  const report = join(STATE_FOLDER, "test", `${name}.json`);
  mkdirSync(join(STATE_FOLDER, "test"), { recursive: true });
  rmSync(report, { force: true });
  const program = inProject("node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const outcome = await runCommand(process.execPath, [program, "run", ...filters, ...reporters], {
    env,
    timeoutMs: 10 * MINUTE,
    onOutput: show,
  });
  const { detail, ...rest } = readVitestReport(report, outcome.code);
  return { ...rest, detail: outcome.problem === "" ? detail : `${detail}; ${outcome.problem}` };
}

/**
 * An author's lectures run twice, since a reader may; all else is run once.
 * @returns {Promise<StepResult>}
 */
async function runNotebooks() {
  const lectures = notebooksIn("notebooks");
  const solutions = notebooksIn("solutions");
  if (lectures.length + solutions.length === 0) {
    return { counts: FAILED, detail: "no notebook was found" };
  }
  const results = [];
  // A learner's machine may be slow, and that is no fault of the course.
  const how = IS_STUDENT_COPY ? ["--seconds", "600"] : ["--twice"];
  if (lectures.length > 0) results.push(await gradus(["run", ...how, ...lectures]));
  if (solutions.length > 0) results.push(await gradus(["solutions"]));
  const isPassed = results.every(({ counts }) => counts.failed === 0);
  const detail = results.map((result) => result.detail).join(" ");
  return { counts: isPassed ? PASSED : FAILED, detail };
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function notebooksIn(folder) {
  if (!existsSync(inProject(folder))) return [];
  const names = readdirSync(inProject(folder)).filter((name) => name.endsWith(".ipynb"));
  return names.sort().map((name) => `${folder}/${name}`);
}

/**
 * @returns {Promise<StepResult>}
 */
async function browser() {
  const chromium = findChromium();
  if (chromium === null) {
    const { CI = "" } = process.env;
    const detail = "no Chromium or Chrome found; install one or name it in GRADUS_CHROMIUM";
    return { counts: CI === "" || CI === "false" ? SKIPPED : FAILED, detail };
  }
  return vitest("browser", ["test/browser"], { ...process.env, GRADUS_CHROMIUM: chromium });
}

/**
 * @param {string} text
 * @returns {void}
 */
function show(text) {
  process.stdout.write(text);
}
