#!/usr/bin/env node
/* `npx gradus` begins here: checks the Node version in ES5, then enters gradus.mjs. Needs no node_modules. */
"use strict";

require("./node-version.cjs").requireSupportedNode();
require("./load.cjs")("./gradus.mjs");
