/* `npm start` begins here: checks the Node version in ES5, then enters start.mjs. Needs no node_modules. */
"use strict";

require("./node-version.cjs").requireSupportedNode();
require("./load.cjs")("./start.mjs");
