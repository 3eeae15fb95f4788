/**
 * Verify: the course's own code (solutions and their mutants) loaded into this process. It is
 * trusted, so it needs no host; but a mutant may never return: call it within a limit.
 */
import { createRequire } from "node:module";
import { compileFunction } from "node:vm";

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
