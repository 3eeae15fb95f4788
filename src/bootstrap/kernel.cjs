/**
 * Starts the TypeScript kernel, tslab, with one fault of it mended in memory.
 *
 * A cell is compiled on its own, and a name from an earlier cell is rewritten to `exports.name`.
 * tslab forgets that in the short form of an object, `{ weightedSum }`, where the compiler's symbol
 * for the name is the property and not the variable: the cell then dies with "weightedSum is not
 * defined". Exercises hand their answers to `check` in just that form. The package is frozen at
 * 1.0.22, so its text is known; if it should ever change, the kernel starts as it is.
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

/** @typedef {NodeJS.Module & { _compile(code: string, file: string): void }} LoadingModule */
/** @type {Record<string, (module: LoadingModule, file: string) => void>} */
const loaders = /** @type {any} */ (Module)._extensions;
const load = loaders[".js"];

loaders[".js"] = (module, file) => {
  if (!file.endsWith(path.join("tslab", "dist", "converter.js"))) {
    load?.(module, file);
    return;
  }
  const text = readFileSync(file, "utf8");
  module._compile(
    text.split(BEFORE).length === 2 ? text.replace(BEFORE, MENDED + BEFORE) : text,
    file,
  );
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
