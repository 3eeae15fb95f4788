/** Command line: how a reader ends a command that would go on: the key q, Ctrl-C, or a signal. */

/** In a terminal's raw mode Ctrl-C arrives as a character, U+0003. */
const STOP_KEYS: ReadonlySet<string> = new Set(["q", "Q", String.fromCharCode(3)]);

/** Exit code of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/**
 * Calls `stop` when the reader wants the command to end; who asks a second time ends it at once.
 * Libraries that would end the process at a signal by themselves are no longer asked.
 *
 * @returns takes everything back: the terminal is as it was
 */
export function onStop(stop: () => void): () => void {
  const { stdin } = process;
  let isAsked = false;
  const ask = (): void => {
    if (isAsked) process.exit(INTERRUPTED);
    isAsked = true;
    stop();
  };
  const read = (keys: Buffer): void => {
    if ([...keys.toString()].some((key) => STOP_KEYS.has(key))) ask();
  };
  const isTerminal = stdin.isTTY === true;
  process.removeAllListeners("SIGINT");
  process.removeAllListeners("SIGTERM");
  process.on("SIGINT", ask);
  process.on("SIGTERM", ask);
  if (isTerminal) stdin.setRawMode(true);
  stdin.on("data", read);
  return () => {
    process.off("SIGINT", ask);
    process.off("SIGTERM", ask);
    stdin.off("data", read);
    if (isTerminal) stdin.setRawMode(false);
    stdin.pause();
  };
}
