/* The first check of every command, in the oldest JavaScript (ES5), so that any Node can read it. */
"use strict";

/**
 * Says what is wrong with a Node version, or "" if the project supports it.
 * Supported: ^20.19 || ^22.12 || ^24, the same as "engines" in package.json.
 * @param {string} version such as "v20.19.1"
 * @returns {string}
 */
function explainNodeVersion(version) {
  var parts = /^v?(\d+)\.(\d+)/.exec(version);
  var major = parts ? Number(parts[1]) : 0;
  var minor = parts ? Number(parts[2]) : 0;
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major === 24) {
    return "";
  }
  var odd = major === 21 || major === 23;
  var fault = "is too old";
  if (major > 24) fault = "is newer than what gradus was tested on";
  if (odd) fault = "is an odd, short-lived release, which gradus does not support";
  return (
    "gradus needs another Node. This is Node " +
    version.replace(/^v/, "") +
    " (" +
    process.execPath +
    "), which " +
    fault +
    ".\nSupported are 20.19 and later 20s, 22.12 and later 22s, and every 24. Install Node 24 from" +
    "\nhttps://nodejs.org or with a version manager (`nvm install 24`, `fnm install 24`, `volta install node@24`)," +
    "\nopen a new terminal and run the command again. Until then nothing was changed, and the notebooks can" +
    "\nstill be read on any page that shows .ipynb files.\n"
  );
}

/**
 * Stops the process with one paragraph if this Node is not supported.
 * @returns {void}
 */
function requireSupportedNode() {
  var fault = explainNodeVersion(process.version);
  if (fault) {
    process.stderr.write(["", fault, ""].join("\n"));
    process.exit(1);
  }
}

module.exports = {
  explainNodeVersion: explainNodeVersion,
  requireSupportedNode: requireSupportedNode,
};
