/** Packed: a module of the course that a student's copy holds sealed, made to run. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";
import { unseal } from "./seal.js";

/** A pack that cannot be opened; the message says which and how to mend it. */
export class PackError extends Error {
  override readonly name = "PackError";
}

/**
 * Runs a sealed module.
 *
 * @param file - where the pack is: sealed CommonJS
 * @param modules - what it imports, by the names under which it asks
 * @returns its exports
 * @throws {@link PackError} if the file is missing, damaged, or of another release
 */
export function unpack(
  file: URL,
  modules: Readonly<Record<string, object>>,
): Readonly<Record<string, unknown>> {
  const path = fileURLToPath(file);
  return runPacked(textOf(path), path, modules);
}

/** Runs the text of a pack; see {@link unpack}. */
export function runPacked(
  source: string,
  path: string,
  modules: Readonly<Record<string, object>>,
): Readonly<Record<string, unknown>> {
  const require = (name: string): object => {
    const found = Object.hasOwn(modules, name) ? modules[name] : undefined;
    if (found !== undefined) return { __esModule: true, ...found };
    throw new PackError(`${path} asks for ${name}: it belongs to another release of the course.`);
  };
  const module = { exports: {} };
  const run = compileFunction(source, ["exports", "require", "module"], { filename: path });
  run.call(module.exports, module.exports, require, module);
  return module.exports;
}

function textOf(path: string): string {
  try {
    return unseal(readFileSync(path));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PackError(
      `The checks of the course cannot be opened (${path}). ${reason} Put the file of your copy of the course back, or take the copy anew; your notebooks in exercises stay as they are.`,
    );
  }
}
