/**
 * `gradus`: finds the command, runs it, and turns whatever it throws into one paragraph and an exit
 * code: 0 done, 1 something failed, 2 wrong arguments.
 */
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { type CommandDef, renderUsage, runCommand } from "citty";

import { checkOptions } from "./check-options.js";
import { CommandError } from "./command-error.js";
import { COMMANDS } from "./commands.js";

/**
 * Run one command line.
 *
 * @param rawArgs - the arguments after `gradus`
 * @returns the exit code
 */
export async function main(rawArgs: readonly string[]): Promise<number> {
  try {
    const [name, ...rest] = rawArgs;
    if (name === undefined || name === "--help" || name === "-h" || name === "help") {
      console.log(listOfCommands());
      return 0;
    }
    const entry = COMMANDS.find((command) => command.name === name);
    if (entry === undefined) {
      throw new CommandError(`There is no command ${name}.\n\n${listOfCommands()}`, 2);
    }
    const command = await entry.load();
    if (rest.includes("--help") || rest.includes("-h")) {
      const parent: CommandDef = { meta: { name: "gradus" } };
      const usage = await renderUsage(command, parent);
      console.log(process.stdout.isTTY ? usage : stripVTControlCharacters(usage));
      return 0;
    }
    await checkOptions(entry.name, command, rest);
    await runCommand(command, { rawArgs: rest });
    return typeof process.exitCode === "number" ? process.exitCode : 0;
  } catch (error) {
    console.error(errorText(error));
    return error instanceof CommandError ? error.exitCode : 1;
  }
}

/** What the reader is told of an error: one paragraph if it was written for them, else all of it. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return `Something that is no error was thrown: ${String(error)}`;
  const { name, code } = error as Error & { readonly code?: unknown };
  // Errors of the course, and of citty, have names of their own and messages for people.
  const isForPeople = !BUILT_IN.has(name) || /^E_/.test(String(code));
  const isOfTheSystem = typeof code === "string" && SYSTEM_CODES.has(code);
  if (isForPeople || isOfTheSystem) return error.message;
  return `gradus met an error it did not expect; please report it with these lines.\n${error.stack}`;
}

const BUILT_IN: ReadonlySet<string> = new Set([
  "AggregateError",
  "AssertionError",
  "Error",
  "EvalError",
  "RangeError",
  "ReferenceError",
  "SyntaxError",
  "TypeError",
  "URIError",
]);

const SYSTEM_CODES: ReadonlySet<string> = new Set([
  "EACCES",
  "EISDIR",
  "EMFILE",
  "ENOENT",
  "ENOSPC",
  "ENOTDIR",
  "EPERM",
  "EROFS",
]);

function listOfCommands(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  const help = "`gradus COMMAND --help` tells what a command takes.";
  return ["Usage: gradus COMMAND [arguments]", "", ...lines, "", help].join("\n");
}

const [, script] = process.argv;
if (script !== undefined && realpathSync(script) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2));
}
