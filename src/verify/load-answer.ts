/**
 * Verify: the course's own code (solutions and their mutants) loaded into this process. It is
 * trusted, so it needs no host; but a mutant may never return, so whatever calls it has a limit.
 */
import { createRequire } from "node:module";
import { compileFunction, runInNewContext } from "node:vm";

const projectRequire = createRequire(new URL("../../package.json", import.meta.url));

/** The values of the names that the code declares. */
export function loadAnswer(code: string, names: readonly string[]): Record<string, unknown> {
  const pick = names.map((name) => `${JSON.stringify(name)}: exports.${name}`);
  const run = compileFunction(`${code}\nreturn { ${pick.join(", ")} };`, [
    "exports",
    "require",
    "module",
  ]);
  const module = { exports: {} };
  return run.call(module.exports, module.exports, projectRequire, module) as Record<
    string,
    unknown
  >;
}

/** What a call came to within its limit. */
export type Limited<T> =
  | { readonly kind: "value"; readonly value: T }
  | { readonly kind: "timeout" }
  | { readonly kind: "threw"; readonly error: unknown };

/**
 * Calls a function that is stopped after its limit, an endless loop included.
 *
 * @param limit - in milliseconds
 */
export function withinLimit<T>(limit: number, call: () => T): Limited<T> {
  try {
    // A broken number of milliseconds would be an error, and every call would seem to have thrown.
    const value = runInNewContext("call()", { call }, { timeout: Math.ceil(limit) }) as T;
    return { kind: "value", value };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return { kind: "timeout" };
    return { kind: "threw", error };
  }
}
