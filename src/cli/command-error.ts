/** The command line: the error of a command that cannot do, or did not find, what was asked. */

/** Ends a command with one paragraph and an exit code: 1 for a failure, 2 for wrong arguments. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
