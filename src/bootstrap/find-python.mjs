/** Looks for a Python that can make the environment: 3.10 or newer, with venv and ensurepip. */

import { SetupFailure } from "./failure.mjs";
import { WINDOWS } from "./project.mjs";
import { runCommand } from "./run-command.mjs";

const OLDEST = [3, 10];

/** Asked in this order; the numbered ones help where `python3` is an old one. */
const CANDIDATES = [
  ["python3"],
  ["python"],
  ...(WINDOWS ? [["py", "-3"]] : []),
  ...[14, 13, 12, 11, 10].map((minor) => [`python3.${minor}`]),
];

const PROBE = `
import json, sys
missing = []
for name in ("venv", "ensurepip"):
    try:
        __import__(name)
    except ImportError:
        missing.append(name)
print(json.dumps({"version": list(sys.version_info[:3]), "path": sys.executable, "missing": missing}))
`;

/**
 * @typedef {object} Python
 * @property {string} path the interpreter itself
 * @property {number[]} version such as [3, 11, 2]
 * @property {string[]} missing modules of the standard library that this installation lacks
 */

/**
 * The first fitting Python on PATH.
 * @returns {Promise<Python>}
 * @throws {SetupFailure} naming what was found instead
 */
export async function findPython() {
  /** @type {Python[]} */
  const found = [];
  for (const [command = "", ...args] of CANDIDATES) {
    const python = await probe(command, args);
    if (python === null) continue;
    if (isNewEnough(python) && python.missing.length === 0) return python;
    found.push(python);
  }
  throw explainPythons(found);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<Python | null>} null if there is no such Python or it cannot answer
 */
async function probe(command, args) {
  const outcome = await runCommand(command, [...args, "-c", PROBE], { timeoutMs: 20_000 });
  if (outcome.code !== 0) return null;
  try {
    return JSON.parse(outcome.output.trim().split("\n").at(-1) ?? "");
  } catch {
    return null;
  }
}

/**
 * @param {Python} python
 * @returns {boolean}
 */
function isNewEnough({ version: [major = 0, minor = 0] }) {
  return major > 3 || (major === 3 && minor >= (OLDEST[1] ?? 0));
}

/**
 * @param {readonly Python[]} found none of which fits
 * @returns {SetupFailure}
 */
function explainPythons(found) {
  const without =
    "Without Python JupyterLab and the notebooks cannot run; `npx gradus` and the tests of the library still do.";
  const incomplete = found.find(isNewEnough);
  if (incomplete !== undefined) {
    const number = incomplete.version.slice(0, 2).join(".");
    return new SetupFailure({
      what: `Python ${incomplete.version.join(".")} (${incomplete.path}) lacks its module ${incomplete.missing.join(" and ")}, which makes the project's own environment.`,
      mend: `On Debian and Ubuntu it is a package of its own: \`sudo apt install python${number}-venv\` (or python3-venv); elsewhere install Python from https://python.org. Then run the command again.`,
      without,
    });
  }
  const seen = found.map((python) => `${python.version.join(".")} at ${python.path}`).join(", ");
  return new SetupFailure({
    what:
      found.length === 0
        ? "Python was not found: neither python3 nor python on PATH answers."
        : `Python is too old: found ${seen}; JupyterLab needs ${OLDEST.join(".")} or newer.`,
    mend: "Install a newer Python 3 (Debian and Ubuntu: `sudo apt install python3 python3-venv`; macOS: `brew install python`; Windows: https://python.org) and run the command again.",
    without,
  });
}
