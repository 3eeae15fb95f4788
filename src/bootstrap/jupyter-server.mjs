/** One JupyterLab server: begun, waited for until it really answers, and stopped with its kernels. */

import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SetupFailure } from "./failure.mjs";
import { JUPYTER_FOLDERS, JUPYTER_PYTHON, jupyterEnvironment } from "./jupyter-environment.mjs";
import { inProject, ROOT, STATE_FOLDER, shown } from "./project.mjs";
import { lastLines } from "./run-command.mjs";

/** The server's own words; the terminal stays for the reader. */
export const LOG_FILE = join(STATE_FOLDER, "jupyter", "server.log");

const LONGEST_START = 60_000;

/**
 * @typedef {object} ServerInfo what Jupyter writes about a running server
 * @property {number} pid
 * @property {number} port
 * @property {string} token
 * @property {string} base_url
 * @property {string} hostname
 * @property {boolean} secure
 */

/**
 * @typedef {object} JupyterServer
 * @property {ServerInfo} info
 * @property {Promise<number | null>} ended the exit code, once it has ended
 * @property {() => Promise<void>} stop
 */

/**
 * @param {{ page: string, options: import("./start-options.mjs").StartOptions }} asked
 * @returns {Promise<JupyterServer>} once the server answers
 * @throws {SetupFailure} if the port is taken or the server ends
 */
export async function startJupyter({ page, options }) {
  if (options.port !== null && options.port !== 0) await requireFreePort(options.port, options.ip);
  const env = jupyterEnvironment();
  const { JUPYTER_TOKEN: given } = env;
  const token = given || randomBytes(24).toString("hex");
  if (!options.ownToken) Object.assign(env, { JUPYTER_TOKEN: token });
  const log = openSync(LOG_FILE, "w");
  const child = spawn(JUPYTER_PYTHON, serverArguments(page, options), {
    cwd: ROOT,
    env,
    stdio: ["pipe", log, log],
    windowsHide: true,
  });
  closeSync(log);
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", resolve);
  });
  const stop = async () => {
    child.stdin?.end();
    const gone = await Promise.race([ended.then(() => true), sleep(8000, false, { ref: false })]);
    if (!gone) child.kill("SIGKILL");
    await ended;
  };
  process.once("exit", () => child.kill("SIGTERM"));
  const info = await waitUntilItAnswers(child.pid ?? -1, token, ended);
  if (info !== null) return { info, ended, stop };
  await stop();
  throw new SetupFailure({
    what: "JupyterLab did not start; the last lines of its log are above.",
    mend: `Mend what they name; the whole log is ${shown(LOG_FILE)}. If it seems damaged, delete .venv and run the command again, which makes it anew.`,
    details: lastLines(readFileSync(LOG_FILE, "utf8"), 8),
  });
}

/**
 * @param {string} page
 * @param {import("./start-options.mjs").StartOptions} options
 * @returns {string[]}
 */
function serverArguments(page, options) {
  const args = [
    inProject("src", "bootstrap", "serve.py"),
    `--ServerApp.default_url=${page}`,
    `--LabApp.default_url=${page}`,
  ];
  if (options.port !== null) args.push("--ServerApp.port_retries=0");
  if (process.getuid?.() === 0) args.push("--allow-root");
  return [...args, ...options.passed];
}

/**
 * @param {number} port
 * @param {string} ip
 * @returns {Promise<void>}
 * @throws {SetupFailure} if another program listens there or the system keeps the port
 */
async function requireFreePort(port, ip) {
  /** @type {NodeJS.ErrnoException | null} */
  const error = await new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", resolve);
    probe.listen({ port, host: ip === "*" || ip === "" ? "0.0.0.0" : ip, exclusive: true }, () =>
      probe.close(() => resolve(null)),
    );
  });
  if (error === null) return;
  const reasons = new Map([
    [
      "EADDRINUSE",
      `Port ${port} is taken: another program, perhaps another \`npm start\`, listens there.`,
    ],
    ["EACCES", `Port ${port} may not be used: ports below 1024 belong to the system.`],
  ]);
  throw new SetupFailure({
    what:
      reasons.get(error.code ?? "") ??
      `Nothing can listen on ${ip}, port ${port} (${error.message}).`,
    mend: `Choose another, for example \`npm start -- --port ${port < 1024 ? 8888 : port + 1}\`, or leave --port away: then the first free one from 8888 on is taken.`,
  });
}

/**
 * @param {number} pid
 * @param {string} token
 * @param {Promise<number | null>} ended
 * @returns {Promise<ServerInfo | null>} null if it ended or never answered
 */
async function waitUntilItAnswers(pid, token, ended) {
  let alive = true;
  ended.then(() => {
    alive = false;
  });
  const latest = Date.now() + LONGEST_START;
  while (alive && Date.now() < latest) {
    const info = findServer(pid, token);
    if (info !== null && (await answers(info))) return info;
    await sleep(100);
  }
  return null;
}

/**
 * The note that Jupyter leaves about the server of this process (on Windows the interpreter is a
 * launcher with another process number, so the token tells it too).
 * @param {number} pid
 * @param {string} token
 * @returns {ServerInfo | null}
 */
function findServer(pid, token) {
  const folder = JUPYTER_FOLDERS.JUPYTER_RUNTIME_DIR;
  for (const name of readdirSync(folder)) {
    if (!/^jpserver-\d+\.json$/.test(name)) continue;
    try {
      /** @type {ServerInfo} */
      const info = JSON.parse(readFileSync(join(folder, name), "utf8"));
      if (
        info.pid === pid ||
        (process.platform === "win32" && info.token === token && token !== "")
      )
        return info;
    } catch {
      // Half-written or just removed; the next look will tell.
    }
  }
  return null;
}

/**
 * @param {ServerInfo} info
 * @returns {Promise<boolean>}
 */
async function answers(info) {
  if (info.secure) return true; // Its own certificate; whether we trust it is not the question.
  try {
    const response = await fetch(`${localAddress(info)}api`, { signal: AbortSignal.timeout(2000) });
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * @param {ServerInfo} info
 * @returns {string} the address on this machine, ending in "/"
 */
export function localAddress(info) {
  const everywhere = ["", "*", "0.0.0.0", "::"].includes(info.hostname);
  const host = everywhere ? "127.0.0.1" : info.hostname;
  const name = host.includes(":") ? `[${host}]` : host;
  return `${info.secure ? "https" : "http"}://${name}:${info.port}${info.base_url}`;
}
