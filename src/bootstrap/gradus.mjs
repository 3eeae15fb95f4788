/** `npx gradus`: sets up what the command needs, then hands over to the built command line. */

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { reportAndFail, SetupFailure } from "./failure.mjs";
import { CLI, shown } from "./project.mjs";
import { setUp } from "./set-up.mjs";

/** The commands that run notebooks and so need Python and the kernel. */
const NEED_THE_KERNEL = ["run", "solutions", "bench", "verify"];

/**
 * @returns {Promise<void>}
 */
async function gradus() {
  const [command = "", ...rest] = process.argv.slice(2);
  await setUp(NEED_THE_KERNEL.includes(command) ? ["library", "kernel"] : ["library"]);
  if (!existsSync(CLI)) {
    throw new SetupFailure({
      what: `The command line ${shown(CLI)} is missing although the library was built.`,
      mend: "Get the course's sources back with `git checkout src` and run the command again.",
    });
  }
  // In its own process, so that it sees its arguments and signals as if started directly.
  const args = command === "" ? [] : [command, ...rest];
  const child = spawn(process.execPath, [CLI, ...args], { stdio: "inherit" });
  // Ctrl-C reaches the child by itself; we only wait for its answer to it.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  const code = await new Promise((resolve) => child.once("close", resolve));
  process.exitCode = code ?? 1;
}

gradus().catch(reportAndFail);
