/** What set-up has done already: content hashes in .gradus/setup.json, written only after a step succeeded. */

import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { STATE_FOLDER, shown } from "./project.mjs";

const STAMPS = join(STATE_FOLDER, "setup.json");

/**
 * The stamps as they stand on disk; none if the file is missing or damaged.
 * @returns {Record<string, string>}
 */
function readStamps() {
  try {
    const stamps = JSON.parse(readFileSync(STAMPS, "utf8"));
    return typeof stamps === "object" && stamps !== null && !Array.isArray(stamps) ? stamps : {};
  } catch {
    return {};
  }
}

/**
 * @param {string} step
 * @param {string} key
 * @returns {boolean} whether the step was finished with exactly these inputs
 */
export function hasStamp(step, key) {
  return readStamps()[step] === key;
}

/**
 * @param {string} step
 * @param {string | null} key null takes the stamp away, before the step's work begins
 * @returns {void}
 */
export function setStamp(step, key) {
  const stamps = readStamps();
  if (key === null) delete stamps[step];
  else stamps[step] = key;
  writeWhole(STAMPS, `${JSON.stringify(stamps, null, 2)}\n`);
}

/**
 * Writes a file whole or not at all, and only if its content differs.
 * @param {string} path
 * @param {string} content
 * @returns {void}
 */
export function writeWhole(path, content) {
  if (existsSync(path) && readFileSync(path, "utf8") === content) return;
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/**
 * One hash over files (their names and contents) and further facts.
 * @param {readonly string[]} files
 * @param {readonly string[]} [facts]
 * @returns {string}
 */
export function hashOf(files, facts = []) {
  const hash = createHash("sha256");
  for (const fact of facts) hash.update(`fact ${fact}\n`);
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`file ${shown(file)} ${content.length}\n`).update(content);
  }
  return hash.digest("hex").slice(0, 32);
}

/**
 * Every file under a folder whose name ends so, sorted; empty if there is no such folder.
 * @param {string} folder
 * @param {string} ending
 * @returns {string[]}
 */
export function filesUnder(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}
