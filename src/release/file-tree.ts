/** Release: the project's files on disk, as they are now. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FileTree } from "./modules.js";

/** The files below a folder; paths are relative to it, with `/` between the parts. */
export function fileTree(root: string): FileTree {
  return {
    has: (path) => isFile(join(root, path)),
    read: (path) => readFileSync(join(root, path), "utf8"),
    bytes: (path) => readFileSync(join(root, path)),
    under: (folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
        // A link to a file counts as the file: whoever copies the folder copies what it points to.
        .filter(({ entry, path }) => entry.isFile() || (entry.isSymbolicLink() && isFile(path)))
        .map(({ path }) => path.slice(join(root, "/").length))
        .map((path) => path.replaceAll("\\", "/"))
        .sort(),
  };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
