/**
 * Release: the students' copy of the course as files: lectures, exercises without solutions, and the
 * part of the library that they use. What holds answers is sealed; what only authors and teachers
 * need, hidden checks among it, is not in it at all.
 */
import { cleanNotebook } from "../notebook/clean.js";
import { parseNotebook, serializeNotebook } from "../notebook/notebook.js";
import { releaseNotebook } from "../notebook/release.js";
import { type FileTree, packagesOf, reachableFiles } from "./modules.js";
import { type PackedModule, packModule } from "./pack-module.js";
import { type Lock, type Manifest, studentLock, studentManifest } from "./packages.js";
import { visibleChecks } from "./visible-checks.js";

/** Files by their paths in the copy, in the order of the paths. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Programs that are started by their names; all else is found from these. */
const ENTRIES: readonly string[] = ["src/index.ts", "src/cli/main.ts"];

/** The modules that hold answers. */
const PACKED: readonly PackedModule[] = [
  { entry: "src/checks/index.ts", holds: (path) => path.startsWith("src/checks/") },
  { entry: "src/clinic/patients.ts", holds: (path) => path === "src/clinic/patients.ts" },
];

/** A text that takes another file's place. */
const LEARNERS_LIST = `/** The command line: the list of all commands of this copy. */
export type { CommandEntry } from "./command-entry.js";
export { LEARNER_COMMANDS as COMMANDS } from "./learner-commands.js";
`;

/** Files that go along as they are; folders by their names with a slash. */
const AS_THEY_ARE: readonly string[] = [
  ".gitignore",
  "LICENSE",
  "requirements.txt",
  "tsconfig.json",
  "notebooks/images/",
  "src/bootstrap/",
  "src/datasets/README.md",
];

/** Packages that no module imports by name and that are needed all the same. */
const TOOLS: readonly string[] = ["gradus", "tslab", "typescript", "vitest", "node"];

/**
 * The copy, file by file. Nothing in it depends on when, where or by whom it is made.
 *
 * @param tree - the course, with its solutions
 * @param solutions - the pack of what learners see once their answers pass, if they do
 */
export async function studentCopy(tree: FileTree, solutions: Uint8Array | null): Promise<Files> {
  const files = new Map<string, string | Uint8Array>();
  for (const [path, notebook] of notebooks(tree)) files.set(path, notebook);
  files.set("README.md", tree.read("src/release/README.student.md"));
  files.set(".npmrc", "# No package may run a script at install time.\nignore-scripts=true\n");
  for (const path of AS_THEY_ARE) {
    const all = path.endsWith("/") ? tree.under(path.slice(0, -1)) : [path];
    for (const each of all) files.set(each, tree.bytes(each));
  }
  const sources = await librarySources(tree);
  for (const [path, text] of sources.files) files.set(path, text);
  if (solutions !== null) files.set("src/checks/solutions.pack", solutions);
  const manifest = studentManifest(
    JSON.parse(tree.read("package.json")) as Manifest,
    isUsed(sources.packages, [...files.values()]),
  );
  const lock = studentLock(JSON.parse(tree.read("package-lock.json")) as Lock, manifest);
  files.set("package.json", `${JSON.stringify(manifest, null, 2)}\n`);
  files.set("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([path, content]) => [path, bytesOf(content)]));
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? Buffer.from(content, "utf8") : content;
}

/** The lectures as they are, and the exercises as the solutions release them. */
function* notebooks(tree: FileTree): Generator<[string, string]> {
  for (const path of notebooksIn(tree, "notebooks")) {
    yield [path, serializeNotebook(cleanNotebook(parseNotebook(tree.read(path), path)))];
  }
  for (const path of notebooksIn(tree, "solutions")) {
    const released = releaseNotebook(parseNotebook(tree.read(path), path));
    yield [path.replace(/^solutions/, "exercises"), serializeNotebook(released)];
  }
}

/** The notebooks in a folder itself; what an editor keeps in folders of its own is none of ours. */
export function notebooksIn(tree: FileTree, folder: string): string[] {
  return tree.under(folder).filter((path) => /^[^/]+\/[^/.][^/]*\.ipynb$/.test(path));
}

interface Sources {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Packages that they import. */
  readonly packages: ReadonlySet<string>;
}

async function librarySources(tree: FileTree): Promise<Sources> {
  const replaced = new Map<string, string | Uint8Array>([["src/cli/commands.ts", LEARNERS_LIST]]);
  for (const module of PACKED) {
    const { file, bytes, facade } = await packModule(tree, module, visibleChecks);
    replaced.set(module.entry, facade);
    replaced.set(file, bytes);
  }
  const read = (path: string): string => {
    const text = replaced.get(path);
    return typeof text === "string" ? text : tree.read(path);
  };
  const copy: FileTree = { ...tree, has: (path) => replaced.has(path) || tree.has(path), read };
  const paths = [...reachableFiles(copy, ENTRIES)];
  const files = new Map(paths.map((path) => [path, replaced.get(path) ?? tree.bytes(path)]));
  const modules = paths.filter((path) => path.endsWith(".ts"));
  const packages = new Set(modules.flatMap((path) => packagesOf(copy, path)).map(packageOf));
  return { files, packages };
}

/** A package's name without the file in it. */
function packageOf(name: string): string {
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Whether a package is imported by a module, named in a notebook or a script, or a tool. */
function isUsed(
  imported: ReadonlySet<string>,
  contents: readonly (string | Uint8Array)[],
): (name: string) => boolean {
  const texts = contents.map((content) => Buffer.from(content).toString("utf8"));
  const isNamed = (name: string): boolean =>
    imported.has(name) ||
    TOOLS.includes(name) ||
    texts.some((text) => text.includes(`"${name}"`) || text.includes(`"${name}\\"`));
  return (name) => isNamed(name.startsWith("@types/") ? name.slice("@types/".length) : name);
}
