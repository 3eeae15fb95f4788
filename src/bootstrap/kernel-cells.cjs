/**
 * Where code of a cell stands as its author typed it. tslab compiles a cell twice before it runs, so a
 * line in a stack counts lines that nobody sees; the compiler's two maps lead back.
 */
"use strict";
const { SourceMap } = require("node:module");

/** The line that tslab puts before each cell. */
const PREFIX_LINES = 1;

/** How many cells have run: the number in the brackets beside the latest. */
let count = 0;
/** The maps that the compiler wrote last: to the cell's module, and from there to what runs. @type {(string | undefined)[]} */
let latest = [];
/** @type {Map<number, (string | undefined)[]>} */
const mapsByCell = new Map();

function startCell() {
  count++;
  latest = [];
}

/**
 * @param {0 | 1} step
 * @param {string | undefined} map
 */
function keepMap(step, map) {
  latest[step] = map;
}

/** The name under which the latest cell runs, and under which it stands in a stack. */
function cellFile() {
  mapsByCell.set(count, latest);
  return `evalmachine.<cell ${count}>`;
}

/**
 * The line of a cell, counted from 1, from which a place in the running code comes; undefined if no map
 * says so.
 * @param {number} cell
 * @param {number} line of the running code, from 1
 * @param {number} column of the running code, from 1
 * @returns {number | undefined}
 */
function typedLine(cell, line, column) {
  const [toModule, toRunning] = mapsByCell.get(cell) ?? [];
  if (toModule === undefined || toRunning === undefined) return undefined;
  const module = origin(toRunning, line - 1, column - 1);
  const typed = module && origin(toModule, module.line, module.column);
  return typed === undefined || typed.line < PREFIX_LINES
    ? undefined
    : typed.line - PREFIX_LINES + 1;
}

/**
 * Where the map says that a place comes from, all counted from 0.
 * @param {string} map
 * @param {number} line
 * @param {number} column
 * @returns {{ line: number, column: number } | undefined}
 */
function origin(map, line, column) {
  const entry = new SourceMap(JSON.parse(map)).findEntry(line, column);
  if (!("originalLine" in entry) || entry.generatedLine !== line) return undefined;
  return { line: entry.originalLine, column: entry.originalColumn };
}

module.exports = { startCell, keepMap, cellFile, typedLine, currentCell: () => count };
