/* `npm test` begins here: checks the Node version in ES5, then enters test.mjs. Needs no node_modules. */
"use strict";

require("./node-version.cjs").requireSupportedNode();
require("./load.cjs")("./test.mjs");
