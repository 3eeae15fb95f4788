/** Release: the project's files on disk, as they are now. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FileTree } from "./modules.js";

/** The files below a folder; paths are relative to it, with `/` between the parts. */
export function fileTree(root: string): FileTree {
  return {
    has: (path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile(),
    read: (path) => readFileSync(join(root, path), "utf8"),
    bytes: (path) => readFileSync(join(root, path)),
    under: (folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(root, "/").length))
        .map((path) => path.replaceAll("\\", "/"))
        .sort(),
  };
}
