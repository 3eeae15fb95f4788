/** Installing tfjs-node: the one error of its steps, a paragraph that says what to do. */

/** Why a step could not be done. The message is for the person at the terminal, whole as it is. */
export class InstallError extends Error {
  override readonly name = "InstallError";
}

/** The reason in a thrown value, whatever was thrown. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
