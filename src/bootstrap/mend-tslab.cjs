/**
 * Mends tslab while Node loads it, in memory: whoever requires this file before tslab gets it mended.
 *
 * A cell is compiled on its own, and a name from an earlier cell is rewritten to `exports.name`.
 * tslab forgets that in the short form of an object, `{ weightedSum }`, where the compiler's symbol
 * for the name is the property and not the variable: the cell then dies with "weightedSum is not
 * defined". Exercises hand their answers to `check` in just that form.
 *
 * A message is sent without waiting for the one before it. Now and then, every few hundred messages,
 * the socket is still busy; the send then throws "Socket is busy writing" inside the cell, which fails
 * without a word. Such a message now waits for its turn.
 *
 * Errors are printed as Node prints them, with tslab's own frames and with lines of the code that tslab
 * made of the cell. They are now told in the cell's own terms, by kernel-names.cjs and
 * kernel-errors.cjs, unless GRADUS_FULL_ERRORS=1 asks for all that there is.
 *
 * The package is frozen at 1.0.22, so its text is known; if it should ever change, the kernel starts
 * as it is.
 */
"use strict";
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");

const BEFORE = "            if (!ts.isIdentifier(node)) {";
const MENDED = `            if (ts.isShorthandPropertyAssignment(node)) {
                const symbol = checker.getShorthandAssignmentValueSymbol(ts.getOriginalNode(node));
                const declarations = (symbol && symbol.declarations) || [];
                if (declarations.some((declaration) => declaration.getSourceFile() === declsFile)) {
                    const earlier = ts.factory.createPropertyAccessExpression(ts.factory.createIdentifier("exports"), node.name);
                    return ts.factory.createPropertyAssignment(ts.factory.createIdentifier(node.name.text), earlier);
                }
            }
`;

const SEND = "        sock.send(heads.concat(bodies));";
const QUEUED_SEND = "        globalThis.__gradusSend(sock, heads.concat(bodies));";

/** @typedef {{ send(frames: unknown[]): Promise<void> }} Socket */
/** The last send of each socket that was accepted. @type {WeakMap<Socket, Promise<void>>} */
const lastSend = new WeakMap();
/** Messages that wait because their socket is busy. @type {WeakMap<Socket, unknown[][]>} */
const waiting = new WeakMap();

/**
 * Sends at once, so that a cell's output shows while the cell runs, or as soon as the socket is free.
 * @param {Socket} socket
 * @param {unknown[]} frames
 */
function sendInOrder(socket, frames) {
  const queue = waiting.get(socket);
  if (queue !== undefined) {
    queue.push(frames);
    return;
  }
  try {
    lastSend.set(socket, socket.send(frames));
  } catch (error) {
    if (!/busy/i.test(String(error))) throw error;
    waiting.set(socket, [frames]);
    void sendWaiting(socket);
  }
}

/** @param {Socket} socket */
async function sendWaiting(socket) {
  await lastSend.get(socket);
  const queue = waiting.get(socket) ?? [];
  for (let frames = queue.shift(); frames !== undefined; frames = queue.shift()) {
    await socket.send(frames);
  }
  waiting.delete(socket);
}
Object.assign(globalThis, { __gradusSend: sendInOrder });

/** A text in a file of tslab, and what it becomes. @typedef {readonly [before: string, after: string]} Repair */

const ERRORS = `require(${JSON.stringify(require.resolve("./kernel-errors.cjs"))})`;
const NAMES = `require(${JSON.stringify(require.resolve("./kernel-names.cjs"))})`;
const CELLS = `require(${JSON.stringify(require.resolve("./kernel-cells.cjs"))})`;

/** The compiler's two maps, from the cell to its module and on to what runs, are kept for each cell. @type {Readonly<Record<string, readonly Repair[]>>} */
const ERROR_REPAIRS = {
  "converter.js": [
    ["        declaration: true,\n", "        declaration: true,\n        sourceMap: true,\n"],
    [
      "                if (fileName === dstDeclFilename) {",
      `                if (fileName === dstFilename + ".map") ${CELLS}.keepMap(0, data);
                if (fileName === dstDeclFilename) {`,
    ],
    ["    let out = ts.transpileModule(js, {", "    const result = ts.transpileModule(js, {"],
    [
      "            noImplicitUseStrict: true,\n        },\n    }).outputText;\n    return out;",
      `            noImplicitUseStrict: true,
            sourceMap: true,
        },
    });
    ${CELLS}.keepMap(1, result.sourceMapText);
    return result.outputText;`,
    ],
  ],
  "executor.js": [
    [
      "        const meta = (0, metadata_1.getCodeMetadata)(src);\n",
      `        const meta = (0, metadata_1.getCodeMetadata)(src);\n        ${CELLS}.startCell();\n`,
    ],
    [
      "                breakOnSigint: true,",
      `                breakOnSigint: true,\n                filename: ${CELLS}.cellFile(),`,
    ],
    ["of diagnostics) {", `of ${NAMES}.readableDiagnostics(diagnostics, prevDecl)) {`],
    ["\n            console.error(e);", `\n            console.error(${ERRORS}.errorText(e));`],
    [
      "\n                console.error(e);",
      `\n                console.error(${ERRORS}.errorText(e));`,
    ],
  ],
  "main.js": [
    ['console.error("UncaughtException:", err);', `console.error(${ERRORS}.uncaughtText(err));`],
    [
      'console.error("UnhandledPromiseRejection:", reason);',
      `console.error(${ERRORS}.uncaughtText(reason));`,
    ],
  ],
};

/** @type {Readonly<Record<string, readonly Repair[]>>} */
const ALWAYS = {
  "converter.js": [[BEFORE, MENDED + BEFORE]],
  "jupyter.js": [[SEND, QUEUED_SEND]],
};

/**
 * @param {string} name of a file of tslab
 * @returns {readonly Repair[]}
 */
function repairsOf(name) {
  const errors = process.env["GRADUS_FULL_ERRORS"] === "1" ? [] : (ERROR_REPAIRS[name] ?? []);
  return [...(ALWAYS[name] ?? []), ...errors];
}

/** @typedef {NodeJS.Module & { _compile(code: string, file: string): void }} LoadingModule */
/** @type {Record<string, (module: LoadingModule, file: string) => void>} */
const loaders = /** @type {any} */ (Module)._extensions;
const load = loaders[".js"];

loaders[".js"] = (module, file) => {
  const repairs = repairsOf(path.basename(file));
  if (repairs.length === 0 || !path.dirname(file).endsWith(path.join("tslab", "dist"))) {
    load?.(module, file);
    return;
  }
  let text = readFileSync(file, "utf8");
  for (const [before, after] of repairs) {
    if (text.split(before).length === 2) text = text.replace(before, () => after);
  }
  module._compile(text, file);
};
