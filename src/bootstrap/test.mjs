/** `npm test`: set-up, then every step in order, whatever fails, and one summary at the end. */

import { performance } from "node:perf_hooks";
import { explainError, paragraph, reportAndFail, SetupFailure } from "./failure.mjs";
import { seconds } from "./progress.mjs";
import { runSetupStep, withNeeds } from "./set-up.mjs";
import { gradus, TEST_STEPS } from "./test-steps.mjs";
import { summary } from "./test-summary.mjs";

/** @typedef {import("./test-summary.mjs").Row} Row */

const FAILED = { passed: 0, failed: 1, skipped: 0 };

/**
 * @returns {Promise<void>}
 */
async function test() {
  const steps = chooseSteps(process.argv.slice(2));
  const begin = performance.now();
  /** @type {Row[]} */
  const rows = [];
  const standing = await setUpFor(steps, rows);
  const notes =
    steps.some((step) => step.usesReference) && standing.has("library")
      ? [await setUpReference()]
      : [];
  for (const step of steps) {
    process.stdout.write(`\n== ${step.title}\n`);
    const started = performance.now();
    const missing = step.needs.filter((need) => !standing.has(need));
    const {
      counts,
      detail,
      failures = [],
    } = missing.length === 0
      ? await step.run()
      : { counts: FAILED, detail: `not run: needs ${missing.join(" and ")}, see set-up above` };
    const milliseconds = performance.now() - started;
    rows.push({ name: step.name, counts, milliseconds, detail, failures });
    const word = counts.failed > 0 ? "FAILED" : counts.passed > 0 ? "passed" : "skipped";
    process.stdout.write(`== ${step.name}: ${word} after ${seconds(milliseconds)}\n`);
  }
  process.stdout.write(`\n${summary(rows, notes, performance.now() - begin)}\n`);
  process.exitCode = rows.some((row) => row.counts.failed > 0) ? 1 : 0;
}

/**
 * @param {readonly string[]} names
 * @returns {readonly import("./test-steps.mjs").TestStep[]} all of them if none is named
 */
function chooseSteps(names) {
  const known = TEST_STEPS.map((step) => step.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new SetupFailure({
      what: `There is no test step "${unknown.join('", "')}".`,
      mend: `The steps are ${known.join(", ")}: for example \`npm test -- unit lint\`; without a name all run.`,
    });
  }
  return names.length === 0 ? TEST_STEPS : TEST_STEPS.filter((step) => names.includes(step.name));
}

/**
 * Does the set-up that the steps need. What fails becomes a row of the summary; a library that was
 * built although it has type errors can still be tested.
 * @param {readonly import("./test-steps.mjs").TestStep[]} steps
 * @param {Row[]} rows
 * @returns {Promise<Set<string>>} the set-up steps that stand
 */
async function setUpFor(steps, rows) {
  process.stdout.write("== set-up\n");
  const begin = performance.now();
  /** @type {Set<string>} */
  const standing = new Set();
  const wanted = steps.flatMap((each) => [...each.needs, ...(each.wants ?? [])]);
  for (const step of withNeeds(wanted)) {
    if (!step.needs.every((need) => standing.has(need))) continue;
    const started = performance.now();
    try {
      await runSetupStep(step);
      standing.add(step.name);
    } catch (error) {
      const explained = explainError(error);
      if (!(explained instanceof SetupFailure)) throw error;
      process.stdout.write(`\n${paragraph(explained)}\n\n`);
      if (step.name === "library" && step.isPresent()) standing.add(step.name);
      const milliseconds = performance.now() - started;
      rows.push({
        name: `set-up: ${step.name}`,
        counts: FAILED,
        milliseconds,
        detail: explained.what,
      });
    }
  }
  process.stdout.write(`== set-up: ${seconds(performance.now() - begin)}\n`);
  return standing;
}

/**
 * Makes the best TensorFlow.js there is ready. Never a failure: plain tfjs is always at hand.
 * @returns {Promise<string>} a line for the summary
 */
async function setUpReference() {
  process.stdout.write("\n== reference set-up\n");
  const begin = performance.now();
  const { counts, detail } = await gradus(["reference-install", "--if-needed"]);
  process.stdout.write(`== reference set-up: ${seconds(performance.now() - begin)}\n`);
  return counts.failed === 0 ? `reference: ${detail}` : `reference: plain tfjs, because ${detail}`;
}

test().catch(reportAndFail);
