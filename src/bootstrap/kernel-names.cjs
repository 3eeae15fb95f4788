/** The compiler's complaints as a learner reads them: a name that is not there yet, and how it gets there. */
"use strict";
const { readFileSync } = require("node:fs");
const path = require("node:path");

const LIBRARY_TYPES = path.join(__dirname, "..", "..", "dist", "index.d.ts");

/** "Cannot find name", and the same in the short form of an object. */
const UNKNOWN_NAME = [2304, 18004];

/** @typedef {{ code: number, messageText: string, fileName?: string }} Diagnostic */

/**
 * The diagnostics, with names that are not there yet told once each, and with what mends it.
 * @template {Diagnostic} D
 * @param {readonly D[]} diagnostics
 * @param {string} declarations of the cells that ran before
 * @returns {D[]}
 */
function readableDiagnostics(diagnostics, declarations) {
  /** @type {Set<string>} */
  const told = new Set();
  return diagnostics.flatMap((diagnostic) => {
    const { code, messageText, fileName } = diagnostic;
    // A file beside the notebook sees no cells.
    if (!UNKNOWN_NAME.includes(code) || fileName !== undefined) return [diagnostic];
    const name = /'([^']+)'/.exec(messageText)?.[1];
    if (name === undefined) return [diagnostic];
    if (told.has(name)) return [];
    told.add(name);
    return [{ ...diagnostic, messageText: unknownName(name, declarations) }];
  });
}

/**
 * @param {string} name
 * @param {string} declarations
 */
function unknownName(name, declarations) {
  if (!exportedNames().has(name)) {
    return `${name} is not defined yet: run the cell that declares it first.`;
  }
  return /from ["']gradus["']/.test(declarations)
    ? `${name} is not imported yet: run import { ${name} } from "gradus"; first.`
    : `${name} is not defined yet: run the notebook's first cell, which imports it.`;
}

/** All that the course's library exports, types too. @type {Set<string> | undefined} */
let exported;

function exportedNames() {
  if (exported !== undefined) return exported;
  /** @type {Set<string>} */
  const names = new Set();
  try {
    const text = readFileSync(LIBRARY_TYPES, "utf8");
    for (const [, list = ""] of text.matchAll(/export (?:type )?\{([^}]*)\}/g)) {
      for (const item of list.split(",")) names.add(item.trim().replace(/^.*\s/, ""));
    }
  } catch {
    // Without the library no cell can import it, and that says enough.
    return names;
  }
  exported = names;
  return names;
}

module.exports = { readableDiagnostics };
