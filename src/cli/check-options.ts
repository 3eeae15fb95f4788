/** The command line: options that a command does not have are refused, not passed over. */
import type { ArgsDef, CommandDef } from "citty";

import { CommandError } from "./command-error.js";

/**
 * Refuse options that `command` does not define, and a value-less option that needs a value.
 *
 * @throws {@link CommandError} that names the option and those there are
 */
export async function checkOptions(
  name: string,
  command: CommandDef,
  rawArgs: readonly string[],
): Promise<void> {
  const { args } = command;
  const definitions: ArgsDef = (await (typeof args === "function" ? args() : args)) ?? {};
  const options = Object.entries(definitions).filter(([, { type }]) => type !== "positional");
  const known = new Set<string>();
  for (const [option, definition] of options) {
    const { type, alias = [] } = definition as { type?: string; alias?: string | string[] };
    const names = [option, ...(typeof alias === "string" ? [alias] : alias)];
    for (const one of names) {
      known.add(one);
      if (type === "boolean" || type === undefined) known.add(`no-${one}`);
    }
  }
  const end = rawArgs.indexOf("--");
  for (const [index, argument] of rawArgs.slice(0, end === -1 ? undefined : end).entries()) {
    const option = /^--?([a-zA-Z][\w-]*)(=.*)?$/.exec(argument);
    if (option === null) continue;
    const given = option[1] as string;
    if (!known.has(given) && !known.has(kebab(given))) {
      const list = options.map(([one]) => `--${one}`).join(", ");
      const there = list === "" ? "it takes no options" : `it takes ${list}`;
      throw new CommandError(`gradus ${name} has no option ${argument}: ${there}.`, 2);
    }
    const { type } = definitions[given] ?? definitions[kebab(given)] ?? {};
    const next = rawArgs[index + 1];
    const isMissing = option[2] === undefined && (next === undefined || next.startsWith("--"));
    if ((type === "string" || type === "enum") && isMissing) {
      throw new CommandError(`gradus ${name}: ${argument} needs a value after it.`, 2);
    }
  }
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
