/**
 * Starts the TypeScript kernel, tslab, with two faults of it mended in memory.
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
 * The package is frozen at 1.0.22, so its text is known; if it should ever change, the kernel starts
 * as it is.
 */
"use strict";
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const v8 = require("node:v8");

// The compiler leaves a lot behind at each cell, and V8 lets the heap double before it looks again: a
// lecture of a hundred cells then holds 430 MB. Collected after each growth by a fifth it holds 270,
// and takes no longer.
v8.setFlagsFromString("--heap-growing-percent=20");

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

/** What stands in tslab's files, and what it becomes. @type {Readonly<Record<string, readonly [string, string]>>} */
const REPAIRS = {
  "converter.js": [BEFORE, MENDED + BEFORE],
  "jupyter.js": [SEND, QUEUED_SEND],
};

/** @typedef {NodeJS.Module & { _compile(code: string, file: string): void }} LoadingModule */
/** @type {Record<string, (module: LoadingModule, file: string) => void>} */
const loaders = /** @type {any} */ (Module)._extensions;
const load = loaders[".js"];

loaders[".js"] = (module, file) => {
  const repair = REPAIRS[path.basename(file)];
  if (repair === undefined || !path.dirname(file).endsWith(path.join("tslab", "dist"))) {
    load?.(module, file);
    return;
  }
  const text = readFileSync(file, "utf8");
  const [before, after] = repair;
  module._compile(text.split(before).length === 2 ? text.replace(before, () => after) : text, file);
};

require("tslab/dist/main.js").main();

// The library is read while nobody waits for it, so that the first cell that imports it need not. In
// one piece: a cell that asks for it half way through an `import()` would fail. If it cannot be read,
// that cell says why.
setImmediate(() => {
  try {
    require("gradus");
  } catch {}
});
