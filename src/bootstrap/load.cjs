/* Loads an ES module. Apart from the gates, because a Node without `import()` cannot even read this line. */
"use strict";

/**
 * @param {string} file beside this one, such as "./start.mjs"
 * @returns {Promise<unknown>}
 */
module.exports = function load(file) {
  return import(file);
};
