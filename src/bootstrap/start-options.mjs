/** What stands after `npm start --`: most goes to JupyterLab as it is, a few options matter to us too. */

import { SetupFailure } from "./failure.mjs";

/**
 * @typedef {object} StartOptions
 * @property {number | null} port asked for; null leaves the choice to Jupyter
 * @property {string} ip the address to listen on
 * @property {boolean} ownToken whether the caller chose the token or password
 * @property {boolean} help
 * @property {readonly string[]} passed everything, for JupyterLab
 */

/**
 * @param {readonly string[]} args
 * @returns {StartOptions}
 * @throws {SetupFailure} if the port is no port
 */
export function readStartOptions(args) {
  const port = lastValue(args, ["--port", "--ServerApp.port"]);
  return {
    port: port === null ? null : readPort(port),
    ip: lastValue(args, ["--ip", "--ServerApp.ip"]) ?? "localhost",
    ownToken: args.some((arg) =>
      /^--(ServerApp|IdentityProvider|PasswordIdentityProvider)\.(token|password|hashed_password)\b/.test(
        arg,
      ),
    ),
    help: args.includes("--help") || args.includes("-h"),
    passed: args,
  };
}

/**
 * The last value given to one of the names, as `--name value` or `--name=value`.
 * @param {readonly string[]} args
 * @param {readonly string[]} names
 * @returns {string | null}
 */
function lastValue(args, names) {
  /** @type {string | null} */
  let value = null;
  for (const [index, arg] of args.entries()) {
    const [name = "", ...rest] = arg.split("=");
    if (!names.includes(name)) continue;
    value = arg.includes("=") ? rest.join("=") : (args[index + 1] ?? "");
  }
  return value;
}

/**
 * @param {string} text
 * @returns {number}
 */
function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new SetupFailure({
    what: `--port takes a whole number from 1 to 65535, not "${text}".`,
    mend: "For example `npm start -- --port 8899`; without --port the first free one from 8888 on is taken.",
  });
}

export const START_HELP = `npm start                                    set up what is missing, then open the course in JupyterLab
npm start -- --no-browser                    do not open a browser, only print the address
npm start -- --port 8899                     this port and no other
npm start -- --ip 0.0.0.0                    reachable from other machines (whoever has the token can run code here)
Every other option goes to JupyterLab as it is.
`;
