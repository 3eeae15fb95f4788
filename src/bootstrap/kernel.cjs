/**
 * Starts the TypeScript kernel, tslab, with its faults mended in memory: mend-tslab.cjs says which.
 */
"use strict";
const v8 = require("node:v8");

// The compiler leaves a lot behind at each cell, and V8 lets the heap double before it looks again: a
// lecture of a hundred cells then holds 430 MB. Collected after each growth by a fifth it holds 270,
// and takes no longer.
v8.setFlagsFromString("--heap-growing-percent=20");

require("./mend-tslab.cjs");
require("tslab/dist/main.js").main();

// The library is read while nobody waits for it, so that the first cell that imports it need not. In
// one piece: a cell that asks for it half way through an `import()` would fail. If it cannot be read,
// that cell says why.
setImmediate(() => {
  try {
    require("gradus");
  } catch {}
});
