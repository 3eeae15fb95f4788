/**
 * Set-up, step "library": compiles src to dist, whole, so that no file of an older build stays, and
 * gathers its declarations into one file.
 */

import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundleDeclarations } from "./bundle-declarations.mjs";
import { SetupFailure } from "./failure.mjs";
import { inProject, STATE_FOLDER } from "./project.mjs";
import { runCommand } from "./run-command.mjs";
import { filesUnder, hashOf } from "./stamps.mjs";

const SOURCES = inProject("src");
const DIST = inProject("dist");
const COMPILER = inProject("node_modules", "typescript", "bin", "tsc");
const FRESH = join(STATE_FOLDER, "dist-new");
const OLD = join(STATE_FOLDER, "dist-old");

/** @type {import("./set-up.mjs").SetupStep} */
export const library = {
  name: "library",
  text: "compiling src to dist",
  needs: ["packages"],
  key: () => hashOf([...filesUnder(SOURCES, ".ts"), inProject("tsconfig.json")]),
  isPresent: distMatchesSources,
  async work() {
    rmSync(FRESH, { recursive: true, force: true });
    const args = [COMPILER, "-p", inProject("tsconfig.json"), "--outDir", FRESH];
    const outcome = await runCommand(process.execPath, args);
    if (existsSync(join(FRESH, "index.d.ts"))) await bundleDeclarations(FRESH);
    if (existsSync(FRESH)) swapIn();
    if (outcome.code === 0) return;
    const errors = outcome.output.split(/\r?\n/).filter((line) => line !== "");
    const more = errors.length > 10 ? `\n… and ${errors.length - 10} more lines` : "";
    throw new SetupFailure({
      what: "The library in src does not compile; the compiler's words are above.",
      mend: "Mend these lines (`node node_modules/typescript/bin/tsc -p tsconfig.json --noEmit` shows them all), then run the command again. `git diff src` shows what was changed here since the course's own sources.",
      details: `${errors.slice(0, 10).join("\n")}${more}${outcome.problem}`,
    });
  },
};

/** Puts the fresh build in the old one's place; two renames, so that dist is never half-written. */
function swapIn() {
  rmSync(OLD, { recursive: true, force: true });
  if (existsSync(DIST)) renameSync(DIST, OLD);
  renameSync(FRESH, DIST);
  rmSync(OLD, { recursive: true, force: true });
}

/**
 * Whether dist holds a module for each source and no module without one, and its declarations in one
 * file.
 * @returns {boolean}
 */
function distMatchesSources() {
  const wanted = filesUnder(SOURCES, ".ts")
    .filter((path) => !path.endsWith(".d.ts"))
    .map((path) => path.slice(SOURCES.length, -".ts".length));
  const built = filesUnder(DIST, ".js").map((path) => path.slice(DIST.length, -".js".length));
  const bundled = !existsSync(join(DIST, "index.d.ts")) || existsSync(join(DIST, "gradus.d.ts"));
  return bundled && wanted.join() === built.join();
}
