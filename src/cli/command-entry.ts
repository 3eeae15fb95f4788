/** The command line: what an entry in the list of commands is. */
import type { ArgsDef, CommandDef } from "citty";

/** A command of `gradus` in the list. */
export interface CommandEntry {
  readonly name: string;
  /** One line for the list. */
  readonly summary: string;
  readonly load: () => Promise<CommandDef>;
}

/** A command whatever its arguments are; they are checked against its own definition when it runs. */
export function loaded<Arguments extends ArgsDef>(command: CommandDef<Arguments>): CommandDef {
  return command as unknown as CommandDef;
}
