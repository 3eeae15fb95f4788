/** Set-up, step "Python": the project's own .venv with exactly the packages of requirements.txt. */

import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { explainFileProblem, SetupFailure } from "./failure.mjs";
import { findPython } from "./find-python.mjs";
import { inProject, ROOT, VENV, VENV_PYTHON, WINDOWS } from "./project.mjs";
import { lastLines, runCommand } from "./run-command.mjs";
import { hashOf } from "./stamps.mjs";

const REQUIREMENTS = inProject("requirements.txt");

/** @type {import("./set-up.mjs").SetupStep} */
export const python = {
  name: "python",
  text: "making .venv with JupyterLab (the first time takes a minute)",
  needs: [],
  // An environment holds absolute paths, so a moved folder needs a new one.
  key: () => hashOf([REQUIREMENTS], [ROOT, process.platform, process.arch]),
  isPresent: environmentPresent,
  async work() {
    const found = await findPython();
    rmSync(VENV, { recursive: true, force: true });
    try {
      await makeEnvironment(found.path);
    } catch (error) {
      rmSync(VENV, { recursive: true, force: true });
      throw error;
    }
  },
};

/**
 * @param {string} interpreter
 * @returns {Promise<void>}
 */
async function makeEnvironment(interpreter) {
  const env = cleanPythonEnvironment();
  const made = await runCommand(interpreter, ["-m", "venv", VENV], { env });
  if (made.code !== 0) {
    const details = lastLines(`${made.output}${made.problem}`);
    throw (
      explainFileProblem(details, ".venv", details) ??
      new SetupFailure({
        what: `\`${interpreter} -m venv\` could not make the project's Python environment; its words are above.`,
        mend: "On Debian and Ubuntu `sudo apt install python3-venv` completes Python; elsewhere install it from https://python.org. Then run the command again.",
        details,
      })
    );
  }
  const args = ["-m", "pip", "install", "--no-deps", "--no-input", "--disable-pip-version-check"];
  const options = ["--progress-bar", "off", "--prefer-binary", "-r", REQUIREMENTS];
  const installed = await runCommand(VENV_PYTHON, [...args, ...options], { env });
  if (installed.code !== 0) throw explainPip(`${installed.output}\n${installed.problem}`);
}

/**
 * The environment without the settings that lead a Python away from its own packages.
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanPythonEnvironment() {
  const env = { ...process.env, PYTHONNOUSERSITE: "1", PIP_USER: "0", PIP_REQUIRE_VIRTUALENV: "0" };
  for (const name of ["PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "VIRTUAL_ENV"]) {
    delete (/** @type {NodeJS.ProcessEnv} */ (env)[name]);
  }
  return env;
}

/**
 * Whether the interpreter is there (not a link to a Python that was removed) and every required
 * package has its folder.
 * @returns {boolean}
 */
function environmentPresent() {
  if (!existsSync(VENV_PYTHON)) return false;
  const installed = new Set(sitePackages().map(plainName));
  return readFileSync(REQUIREMENTS, "utf8")
    .split(/\r?\n/)
    .filter((line) => /^[\w.-]+==/.test(line) && !line.includes(";"))
    .every((line) => installed.has(plainName(`${line.trim().replace("==", "-")}.dist-info`)));
}

/**
 * @returns {string[]} the names in the environment's package folder
 */
function sitePackages() {
  const library = WINDOWS ? join(VENV, "Lib") : join(VENV, "lib");
  const folders = WINDOWS
    ? [join(library, "site-packages")]
    : readdirSync(library).map((name) => join(library, name, "site-packages"));
  return folders.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder));
}

/**
 * A package's name without the differences that PyPI ignores.
 * @param {string} name
 * @returns {string}
 */
function plainName(name) {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

const UNREACHABLE =
  /NewConnectionError|ConnectTimeoutError|ReadTimeoutError|Connection (refused|reset|aborted|broken)|Temporary failure in name resolution|getaddrinfo|ProxyError|SSLError|CERTIFICATE_VERIFY_FAILED|Network is unreachable|ProtocolError|HTTP error 5\d\d/i;

/**
 * What pip's words mean, as one paragraph.
 * @param {string} output
 * @returns {SetupFailure}
 */
function explainPip(output) {
  const details = lastLines(output.replace(/^WARNING: .*\n/gm, ""), 4);
  const file = explainFileProblem(output, ".venv or pip's cache", details);
  if (file !== null) return file;
  const without =
    "Without JupyterLab the notebooks cannot run; `npx gradus` and the tests of the library still do.";
  if (UNREACHABLE.test(output)) {
    const { PIP_INDEX_URL: index = "https://pypi.org" } = process.env;
    return new SetupFailure({
      what: `The Python package index could not be reached (${index}), so JupyterLab is not installed.`,
      mend: "Check the network; behind a proxy set HTTPS_PROXY, behind a mirror `pip config set global.index-url https://…`; then run the command again.",
      without,
      details,
    });
  }
  return new SetupFailure({
    what: "pip could not install what requirements.txt names; its words are above.",
    mend: "If it has no matching version, this Python is too new for a pinned package: install Python 3.12 or 3.13 and put it first on PATH. Then run the command again.",
    without,
    details,
  });
}
