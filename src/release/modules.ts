/** Release: which files of src a program needs, found by following its imports and its file names. */
import { dirname, join, normalize } from "node:path/posix";
import ts from "typescript";

/** The project's files, by paths relative to its folder, with `/` between the parts. */
export interface FileTree {
  has(path: string): boolean;
  read(path: string): string;
  bytes(path: string): Uint8Array;
  /** Every file under a folder. */
  under(folder: string): readonly string[];
}

/**
 * The files in src that can be reached from `entries`: modules by their imports, and whatever a
 * module names by `new URL("…", import.meta.url)`; a name with a gap in it means all of its folder.
 *
 * @param entries - paths such as `src/index.ts`
 * @throws Error if a module imports a file of ours that does not exist
 */
export function reachableFiles(tree: FileTree, entries: readonly string[]): Set<string> {
  const found = new Set<string>();
  const queue = [...entries];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path)) continue;
    if (!tree.has(path)) throw new Error(`internal: ${path} is needed and does not exist`);
    found.add(path);
    if (path.endsWith(".ts")) queue.push(...importsOf(tree, path), ...namedFiles(tree, path));
  }
  return found;
}

/** Our own modules that a module imports, loads or exports from. */
export function importsOf(tree: FileTree, path: string): string[] {
  return ts
    .preProcessFile(tree.read(path))
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith("."))
    .map((name) => sourceOf(tree, join(dirname(path), name)));
}

/** Packages that a module imports. */
export function packagesOf(tree: FileTree, path: string): string[] {
  return ts
    .preProcessFile(tree.read(path))
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => !name.startsWith(".") && !name.startsWith("node:"));
}

const NAMED_FILE = /new URL\(\s*(?:"([^"]+)"|`([^`$]*)(\$\{)?[^`]*`)/g;

function namedFiles(tree: FileTree, path: string): string[] {
  return [...tree.read(path).matchAll(NAMED_FILE)].flatMap(([, plain, begin = "", gap]) => {
    const target = join(dirname(path), plain ?? begin);
    const inSources = sourceOf(tree, normalize(target).replace(/^dist\//, "src/"));
    if (!inSources.startsWith("src/")) return [];
    if (gap !== undefined) return tree.under(dirname(`${inSources}x`));
    return tree.has(inSources) ? [inSources] : [];
  });
}

/** What stands in src for a module's name at run time. */
function sourceOf(tree: FileTree, path: string): string {
  const source = path.replace(/\.js$/, ".ts");
  return !tree.has(path) && tree.has(source) ? source : path;
}
