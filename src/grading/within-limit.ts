/** Grading: a call in this process that is stopped after its limit, an endless loop included. */
import { runInNewContext } from "node:vm";

/** What a call came to within its limit. */
export type Limited<T> =
  | { readonly kind: "value"; readonly value: T }
  | { readonly kind: "timeout" }
  | { readonly kind: "threw"; readonly error: unknown };

/**
 * Calls a function and stops it after its limit.
 *
 * @param limit - in milliseconds
 */
export function withinLimit<T>(limit: number, call: () => T): Limited<T> {
  try {
    // A broken number of milliseconds would be an error, and every call would seem to have thrown.
    const value = runInNewContext("call()", { call }, { timeout: Math.ceil(limit) }) as T;
    return { kind: "value", value };
  } catch (error) {
    return isTimeout(error) ? { kind: "timeout" } : { kind: "threw", error };
  }
}

/** Anything can be thrown: null, or an object whose traps throw in their turn. */
function isTimeout(error: unknown): boolean {
  try {
    return (error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
  } catch {
    return false;
  }
}
