/** What a cell throws, as a learner reads it: name, message, and the places in the learner's own cells. */
"use strict";
const path = require("node:path");
const { fileURLToPath } = require("node:url");
const { inspect } = require("node:util");
const { isNativeError } = require("node:util/types");
const { currentCell, typedLine } = require("./kernel-cells.cjs");

const LIBRARY = path.join(__dirname, "..", "..", "dist");
const INTERRUPTED = "Interrupted.";

/**
 * What a cell threw: name, message and the learner's own frames.
 * @param {unknown} error
 * @returns {unknown} as it is, if it is no error
 */
function errorText(error) {
  return told(error, currentCell());
}

/**
 * What no cell waited for; it may come from any cell.
 * @param {unknown} error
 * @returns {string}
 */
function uncaughtText(error) {
  const text = told(error, 0);
  if (text === INTERRUPTED) return text;
  return `Uncaught ${typeof text === "string" ? text : inspect(text)}`;
}

/**
 * @param {unknown} error
 * @param {number} cell in which the text is shown; 0 if that is not known
 */
function told(error, cell) {
  try {
    return isError(error) ? tell(error, cell) : error;
  } catch {
    // An error may be made so oddly that it cannot be read; Node then says what it can.
    return error;
  }
}

/**
 * @param {unknown} error
 * @returns {error is Error}
 */
function isError(error) {
  return isNativeError(error) || error instanceof Error;
}

/**
 * @param {Error} error
 * @param {number} cell
 * @returns {string}
 */
function tell(error, cell) {
  const code = "code" in error ? error.code : undefined;
  if (
    code === "ERR_SCRIPT_EXECUTION_INTERRUPTED" ||
    error.message === "Interrupted asynchronously"
  ) {
    return INTERRUPTED;
  }
  const lines = [headline(error), ...frames(error, cell)];
  if (isError(error.cause)) lines.push(`  because of ${headline(error.cause)}`);
  return lines.join("\n");
}

/** @param {Error} error */
function headline(error) {
  const { name } = error.name === "Error" ? error.constructor : error;
  // Node tells which files of its own asked for a module.
  const message = String(error.message).replace(/\nRequire stack:\n[\s\S]*$/, "");
  return message === "" ? name : `${name || "Error"}: ${message}`;
}

/**
 * One line for each frame in a cell or in a file beside the notebook; of the library, the function that
 * was called.
 * @param {Error} error
 * @param {number} cell
 * @returns {string[]}
 */
function frames(error, cell) {
  /** @type {string[]} */
  const lines = [];
  const stack = String(error.stack);
  const start = Math.max(0, stack.indexOf(error.message)) + error.message.length;
  // A cell that does not even parse has no frame; Node says its line first, with a mark below it.
  const unparsed = /^(evalmachine\.<cell \d+>:\d+)\n.*\n( *)\^+\n\nSyntaxError/.exec(stack);
  if (unparsed !== null) {
    const [, at, indent = ""] = unparsed;
    return [ownFrame("", `${at}:${indent.length + 1}`, cell) ?? ""].filter(Boolean);
  }
  let library = "";
  for (const line of stack.slice(start).split("\n")) {
    const [, called = "", place = ""] = /^ {4}at (?:async )?(?:(.*) \()?(.*?)\)?$/.exec(line) ?? [];
    if (place === "") continue;
    const name = shownName(called);
    if (isIn(LIBRARY, place)) {
      library = name === "" ? library : `    in ${name} (gradus)`;
      continue;
    }
    const own = ownFrame(name, place, cell);
    if (own === undefined) continue;
    for (const next of [library, own]) {
      if (next !== "" && next !== lines.at(-1)) lines.push(next);
    }
    library = "";
  }
  return lines;
}

/**
 * A function's name without what Node and tslab put around it; empty for one that its author did not name.
 * @param {string} called
 */
function shownName(called) {
  const name = called.replace(/ \[as .*\]$/, "").replace(/^(?:Proxy|Object|exports)\./, "");
  return /<anonymous>|^(?:tsLastExpr\d*|Timeout\..*|Immediate\..*)$/.test(name) ? "" : name;
}

/**
 * @param {string} name
 * @param {string} place
 * @param {number} cell
 * @returns {string | undefined}
 */
function ownFrame(name, place, cell) {
  const found = /^evalmachine\.<cell (\d+)>:(\d+):(\d+)$/.exec(place);
  if (found === null) {
    const isBeside = isIn(process.cwd(), place) && !place.includes("node_modules");
    return isBeside && name !== "" ? `    in ${name} (${path.parse(place).name})` : undefined;
  }
  const [its, line, column] = found.slice(1).map(Number);
  const typed = typedLine(its ?? 0, line ?? 0, column ?? 0);
  const ofCell = its === cell ? "" : ` of cell [${its}]`;
  if (typed !== undefined)
    return `    ${name === "" ? "at " : `in ${name}, `}line ${typed}${ofCell}`;
  return name === "" ? undefined : `    in ${name}${ofCell}`;
}

/**
 * @param {string} folder
 * @param {string} place a path or a file's address, with line and column
 */
function isIn(folder, place) {
  const file = place.startsWith("file:") ? fileURLToPath(place.replace(/(?::\d+)+$/, "")) : place;
  return file.startsWith(folder + path.sep);
}

module.exports = { errorText, uncaughtText };
