/** Set-up: a list of steps, each skipped when its stamp and its results stand, so that a second run is instant. */

import { library } from "./build-library.mjs";
import { SetupFailure } from "./failure.mjs";
import { packages } from "./install-packages.mjs";
import { python } from "./make-python-environment.mjs";
import { kernelSpec } from "./place-kernel.mjs";
import { withProgress } from "./progress.mjs";
import { withSetupLock } from "./setup-lock.mjs";
import { hasStamp, setStamp } from "./stamps.mjs";

/**
 * @typedef {object} SetupStep
 * @property {string} name
 * @property {string} text what it does, for the terminal
 * @property {readonly string[]} needs steps that must stand before
 * @property {() => string} key a hash of everything the result depends on
 * @property {() => boolean} isPresent whether the result of an earlier run still stands
 * @property {() => Promise<void>} work
 */

/** In the order they run; each needs only steps before it. */
export const SETUP_STEPS = [packages, library, python, kernelSpec];

/**
 * Runs the named steps and the ones they need.
 * @param {readonly string[]} [names]
 * @returns {Promise<void>}
 * @throws {import("./failure.mjs").SetupFailure} of the first step that fails
 */
export async function setUp(names = SETUP_STEPS.map((step) => step.name)) {
  for (const step of withNeeds(names)) await runSetupStep(step);
}

/**
 * @param {SetupStep} step
 * @returns {Promise<"done before" | "done now">}
 */
export async function runSetupStep(step) {
  if (isDone(step)) return "done before";
  return withSetupLock(async () => {
    if (isDone(step)) return "done before";
    const key = step.key();
    setStamp(step.name, null);
    await withProgress(step.name, step.text, step.work);
    // npm has been seen to succeed on a full disk; so look at what is there, not at what was said.
    if (!step.isPresent()) throw incomplete(step);
    setStamp(step.name, key);
    return "done now";
  });
}

/**
 * @param {SetupStep} step
 * @returns {SetupFailure}
 */
function incomplete(step) {
  return new SetupFailure({
    what: `Set-up step "${step.name}" ended without an error, but its result is not complete.`,
    mend: "Look whether the disk is full or a virus scanner removes files, and run the command again: it does this step anew.",
  });
}

/**
 * @param {SetupStep} step
 * @returns {boolean}
 */
function isDone(step) {
  return step.isPresent() && hasStamp(step.name, step.key());
}

/**
 * The steps of these names and all they need, in order.
 * @param {readonly string[]} names
 * @returns {SetupStep[]}
 */
export function withNeeds(names) {
  const wanted = new Set(names);
  for (const step of [...SETUP_STEPS].reverse()) {
    if (wanted.has(step.name)) for (const need of step.needs) wanted.add(need);
  }
  return SETUP_STEPS.filter((step) => wanted.has(step.name));
}
