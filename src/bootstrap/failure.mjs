/** Failures a person can mend: one paragraph that says what was missing, the mend, and what still works. */

import { shown } from "./project.mjs";

const WIDTH = 100;

/** A failure with its mend. Whoever catches it prints `paragraph(error)` and leaves with code 1. */
export class SetupFailure extends Error {
  /**
   * @param {{ what: string, mend: string, without?: string, details?: string }} parts
   *   what went wrong, how to mend it, what works without it, and lines of another program's output
   */
  constructor(parts) {
    super(parts.what);
    this.name = "SetupFailure";
    this.what = parts.what;
    this.mend = parts.mend;
    this.without = parts.without ?? "";
    this.details = parts.details ?? "";
  }
}

/**
 * The failure as one paragraph, set to the width of a terminal, after the other program's own lines.
 * @param {SetupFailure} failure
 * @returns {string}
 */
export function paragraph(failure) {
  const sentences = [failure.what, failure.mend, failure.without].filter((part) => part !== "");
  const details = failure.details.trim();
  const quoted = details === "" ? "" : `${details.replace(/^/gm, "  | ")}\n\n`;
  return withoutPasswords(`${quoted}${wrap(sentences.join(" "))}`);
}

/**
 * Addresses without the user and password that a private mirror's may hold.
 * @param {string} text
 * @returns {string}
 */
function withoutPasswords(text) {
  return text.replace(/:\/\/[^\s/@]+@/g, "://");
}

/**
 * Breaks a text into lines no longer than a terminal is wide.
 * @param {string} text
 * @returns {string}
 */
export function wrap(text) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  // A command in backticks stays on one line, so that it can be copied.
  for (const word of text.match(/(?:`[^`]*`|\S)+/g) ?? []) {
    if (line !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join("\n");
}

/**
 * Turns an error of the file system into a failure with its mend; any other error comes back as it is.
 * @param {unknown} error
 * @returns {unknown}
 */
export function explainError(error) {
  if (!(error instanceof Error) || error instanceof SetupFailure) return error;
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
  return (
    explainFileProblem(`${code}`, path === undefined ? "the project's folder" : shown(path)) ??
    error
  );
}

/**
 * The failure behind a system error code or behind another program's words; null if it is neither
 * a missing permission, a full disk, nor a file that is in the way.
 * @param {string} text such as "EACCES", or the output of npm or pip
 * @param {string} place what could not be written
 * @param {string} [details] the output itself, to be shown
 * @returns {SetupFailure | null}
 */
export function explainFileProblem(text, place, details = "") {
  if (/ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/i.test(text)) {
    return new SetupFailure({
      what: `The disk is full: ${place} could not be written.`,
      mend: "Set-up needs about 1.5 GB beside the project; free some space and run the command again.",
      without: "Nothing half-done is kept.",
      details,
    });
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system/i.test(text)) {
    return new SetupFailure({
      what: `No permission to write ${place}.`,
      mend: "Make the project's folder yours (on Linux and macOS: `sudo chown -R $(id -un) .` inside it) or clone it to a folder you may write to, and run the command again without sudo.",
      without: "The notebooks can be read without any set-up on any page that shows .ipynb files.",
      details,
    });
  }
  if (/ENOTDIR|EEXIST/.test(text)) {
    return new SetupFailure({
      what: `A file stands where a folder must be: ${place}.`,
      mend: "Move or delete that file and run the command again.",
      details,
    });
  }
  return null;
}

/**
 * Prints what ended a command and sets the exit code: a paragraph for what a person can mend, the
 * stack for a fault of ours.
 * @param {unknown} error
 * @returns {void}
 */
export function reportAndFail(error) {
  const explained = explainError(error);
  if (explained instanceof SetupFailure) {
    process.stderr.write(`\n${paragraph(explained)}\n\n`);
  } else {
    process.stderr.write(
      "\nThis is a fault of gradus itself; please report it with these lines:\n",
    );
    process.stderr.write(`${explained instanceof Error ? explained.stack : String(explained)}\n`);
  }
  process.exitCode = 1;
}
