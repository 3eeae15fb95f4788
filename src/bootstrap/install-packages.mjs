/** Set-up, step "packages": `npm ci`, exactly what package-lock.json says, and no package's scripts. */

import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { explainFileProblem, SetupFailure } from "./failure.mjs";
import { inProject, WINDOWS } from "./project.mjs";
import { lastLines, runCommand } from "./run-command.mjs";
import { hashOf } from "./stamps.mjs";

const LOCK_FILE = inProject("package-lock.json");

const ARGUMENTS = [
  "ci",
  "--no-audit",
  "--no-fund",
  "--ignore-scripts",
  "--prefer-offline",
  "--include=dev",
  "--include=optional",
  // npm would wait more than a minute before it says that the network is down.
  "--fetch-retry-mintimeout=2000",
  "--fetch-retry-maxtimeout=8000",
  "--loglevel=error",
];

/** @type {import("./set-up.mjs").SetupStep} */
export const packages = {
  name: "packages",
  text: "installing npm packages (the first time takes a minute)",
  needs: [],
  key() {
    if (!existsSync(LOCK_FILE)) {
      throw new SetupFailure({
        what: "package-lock.json is missing, so the versions to install are not known.",
        mend: "Get it back with `git checkout package-lock.json` and run the command again.",
      });
    }
    const major = process.version.split(".")[0] ?? "";
    return hashOf([LOCK_FILE], [major, process.platform, process.arch]);
  },
  isPresent: allPackagesPresent,
  async work() {
    const { command, args } = npm();
    const outcome = await runCommand(command, [...args, ...ARGUMENTS]);
    if (outcome.code !== 0) throw explainNpm(`${outcome.output}\n${outcome.problem}`);
  },
};

/**
 * Whether every package of the lock file that is not optional has its folder: notices a deleted or
 * half-deleted node_modules.
 * @returns {boolean}
 */
function allPackagesPresent() {
  if (!existsSync(LOCK_FILE)) return false;
  /** @type {{ packages?: Record<string, { optional?: boolean }> }} */
  const lock = JSON.parse(readFileSync(LOCK_FILE, "utf8"));
  return Object.entries(lock.packages ?? {}).every(
    ([path, entry]) =>
      !path.startsWith("node_modules/") ||
      entry.optional === true ||
      existsSync(inProject(path, "package.json")),
  );
}

/**
 * How to start npm: the one that runs us, else the one beside this Node, else the one on PATH.
 * @returns {{ command: string, args: string[] }}
 */
function npm() {
  const { npm_execpath: running = "" } = process.env;
  const bin = dirname(process.execPath);
  const candidates = [
    basename(running) === "npm-cli.js" ? running : "",
    join(bin, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    join(bin, "node_modules", "npm", "bin", "npm-cli.js"),
  ];
  const script = candidates.find((path) => path !== "" && existsSync(path));
  if (script !== undefined) return { command: process.execPath, args: [script] };
  // npm.cmd is a batch file, which only cmd.exe can start.
  return WINDOWS ? { command: "cmd.exe", args: ["/c", "npm"] } : { command: "npm", args: [] };
}

const UNREACHABLE =
  /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|EPROTO|_CERT|CERT_|\bE40[137]\b|\bE5\d\d\b|network/;

/**
 * What npm's words mean, as one paragraph.
 * @param {string} output
 * @returns {SetupFailure}
 */
function explainNpm(output) {
  const words = output.split(/^npm error (?:Clean install a project|A complete log)/m)[0] ?? output;
  const details = lastLines(words.replace(/^npm (error|warn) ?$\n/gm, ""));
  const file = explainFileProblem(output, "node_modules or npm's cache", details);
  if (/npm ENOENT|not recognized/.test(output)) {
    return new SetupFailure({
      what: "npm was not found beside this Node or on PATH.",
      mend: "Install Node with npm (https://nodejs.org has both) and run the command again.",
    });
  }
  if (/can only install packages when your package\.json and package-lock\.json/.test(output)) {
    return new SetupFailure({
      what: "package.json and package-lock.json do not fit each other.",
      mend: "If you changed package.json, run `npm install` once to renew the lock file; if not, `git checkout package.json package-lock.json`. Then run the command again.",
      details,
    });
  }
  if (file === null && UNREACHABLE.test(output)) {
    return new SetupFailure({
      what: `The npm registry could not be reached (${npmRegistry(output)}), so the packages are not installed.`,
      mend: "Check the network; behind a proxy set `npm config set proxy http://host:port`, behind a mirror `npm config set registry https://…`; then run the command again, it continues from npm's cache.",
      without:
        "Without the packages the notebooks can be read on any page that shows .ipynb files, but nothing can run.",
      details: words
        .split(/\r?\n/)
        .filter((line) => /npm error (code |network )|failed, reason/.test(line))
        .slice(0, 3)
        .join("\n"),
    });
  }
  return (
    file ??
    new SetupFailure({
      what: "`npm ci` failed; its own words are above.",
      mend: "Mend what they name and run the command again. If nothing helps, delete node_modules first.",
      details,
    })
  );
}

/**
 * The registry that npm spoke to, from its words or its settings.
 * @param {string} output
 * @returns {string}
 */
function npmRegistry(output) {
  const request = /request to (https?:\/\/[^/\s]+)/.exec(output)?.[1];
  const { npm_config_registry: configured = "https://registry.npmjs.org" } = process.env;
  return request ?? configured;
}
