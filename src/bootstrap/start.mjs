/** `npm start`: sets up what is missing, opens JupyterLab on the first page, and stops it cleanly. */

import { existsSync } from "node:fs";
import { constants, hostname } from "node:os";
import { performance } from "node:perf_hooks";
import { reportAndFail } from "./failure.mjs";
import { LOG_FILE, localAddress, startJupyter } from "./jupyter-server.mjs";
import { seconds } from "./progress.mjs";
import { inProject, shown } from "./project.mjs";
import { setUp } from "./set-up.mjs";
import { readStartOptions, START_HELP } from "./start-options.mjs";

const FIRST_PAGE = "notebooks/00-start-here.ipynb";

/**
 * @returns {Promise<void>}
 */
async function start() {
  const options = readStartOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(START_HELP);
    return;
  }
  const begin = performance.now();
  await setUp();
  process.stdout.write(`  set-up     ready after ${seconds(performance.now() - begin)}\n`);
  if (process.getuid?.() === 0) {
    process.stdout.write("  note       running as root, so JupyterLab is told --allow-root\n");
  }
  const interrupted = signalReceived();
  const page = `lab/tree/${existsSync(inProject(FIRST_PAGE)) ? FIRST_PAGE : "notebooks"}`;
  const server = await startJupyter({ page: `/${page}`, options });
  process.stdout.write(`  jupyterlab answers after ${seconds(performance.now() - begin)}\n`);
  printAddress(server.info, page);
  const signal = await Promise.race([interrupted, server.ended.then(() => null)]);
  if (signal === null) {
    const code = await server.ended;
    process.stdout.write(`\nJupyterLab has ended (its log: ${shown(LOG_FILE)}).\n`);
    process.exitCode = code === 0 ? 0 : 1;
    return;
  }
  process.stdout.write("\nStopping JupyterLab and its kernels ...\n");
  await server.stop();
  process.stdout.write("Stopped. Your notebooks are as you last saved them.\n");
  process.exit(signal === "SIGINT" ? 0 : 128 + constants.signals[signal]);
}

/**
 * The first signal that asks this process to end; further ones do not cut the clean end short.
 * @returns {Promise<NodeJS.Signals>}
 */
function signalReceived() {
  return new Promise((resolve) => {
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
      process.on(signal, () => resolve(signal));
    }
    const { ppid } = process;
    const { npm_lifecycle_event: byNpm } = process.env;
    if (byNpm === undefined) return;
    // Whoever ends npm ends only npm and its shell: look whether they are still there.
    setInterval(() => {
      if (process.ppid !== ppid) resolve("SIGTERM");
    }, 500).unref();
  });
}

/**
 * @param {import("./jupyter-server.mjs").ServerInfo} info
 * @param {string} page
 * @returns {void}
 */
function printAddress(info, page) {
  const local = localAddress(info);
  const query = info.token === "" ? "" : `?token=${info.token}`;
  process.stdout.write(`\nThe course is open at\n\n  ${local}${page}${query}\n\n`);
  if (["", "*", "0.0.0.0", "::"].includes(info.hostname)) {
    const outside = local.replace("127.0.0.1", hostname());
    process.stdout.write(`and from other machines at\n\n  ${outside}${page}${query}\n\n`);
  }
  process.stdout.write("Ctrl-C stops it.\n");
}

start().catch(reportAndFail);
