/** Release: a module and all that only it needs, as one sealed file with a small module before it. */
import { dirname, join, relative } from "node:path/posix";
import ts from "typescript";
import { seal } from "../packed/seal.js";
import { type FileTree, importsOf, packagesOf } from "./modules.js";

/** A module that goes out sealed. */
export interface PackedModule {
  /** Where it is imported from, such as `src/checks/index.ts`. */
  readonly entry: string;
  /** Whether a file goes into the pack; all others are imported from the copy. */
  readonly holds: (path: string) => boolean;
}

/** What takes the module's place in the copy. */
export interface Pack {
  /** The file with the answers, beside the module. */
  readonly file: string;
  readonly bytes: Buffer;
  /** Text of the module that opens it, under the same name and with the same exports. */
  readonly facade: string;
}

/**
 * Bundles, shortens and seals a module.
 *
 * @param edit - what becomes of each file's text before
 */
export async function packModule(
  tree: FileTree,
  { entry, holds }: PackedModule,
  edit: (path: string, text: string) => string,
): Promise<Pack> {
  const inside = filesInside(tree, entry, holds);
  const outside = new Set(inside.flatMap((path) => importsOf(tree, path)).filter((p) => !holds(p)));
  const packages = new Set(inside.flatMap((path) => packagesOf(tree, path)));
  const code = await bundle(tree, entry, { holds, packages, edit });
  const used = [...outside, ...packages].filter((name) => code.includes(`"${name}"`)).sort();
  const file = entry.replace(/\.ts$/, ".pack");
  return { file, bytes: seal(code), facade: facadeText(tree.read(entry), entry, file, used) };
}

function filesInside(tree: FileTree, entry: string, holds: PackedModule["holds"]): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path) || !holds(path)) return;
    found.add(path);
    importsOf(tree, path).forEach(visit);
  };
  visit(entry);
  return [...found].sort();
}

interface Bundling {
  readonly holds: PackedModule["holds"];
  readonly packages: ReadonlySet<string>;
  readonly edit: (path: string, text: string) => string;
}

/** One CommonJS text. Files are known to the bundler by their names in the project alone. */
async function bundle(tree: FileTree, entry: string, how: Bundling): Promise<string> {
  const { rolldown } = await import("rolldown");
  const build = await rolldown({
    input: entry,
    cwd: "/",
    platform: "node",
    onLog: () => undefined,
    plugins: [
      {
        name: "gradus-files",
        resolveId(name, importer) {
          if (importer === undefined) return { id: name };
          if (how.packages.has(name)) return { id: name, external: true };
          const path = join(dirname(importer), name).replace(/\.js$/, ".ts");
          return how.holds(path) ? { id: path } : { id: path, external: true };
        },
        load: (id) => ({ code: how.edit(id, tree.read(id)), moduleType: "ts" }),
      },
    ],
  });
  const { output } = await build.generate({
    format: "cjs",
    // Names stay as they are: the messages of checks name the functions that they hand over.
    minify: { compress: true, mangle: false, codegen: true },
    comments: false,
  });
  await build.close();
  // The shortener writes names in backquotes; names of modules have nothing that would need them.
  return output[0].code.replace(/require\(`([^`]+)`\)/g, 'require("$1")');
}

/** A module with the same exports, by their declared types, that opens the pack. */
function facadeText(source: string, entry: string, file: string, used: readonly string[]): string {
  const parsed = ts.createSourceFile(entry, source, ts.ScriptTarget.Latest, true);
  const typeImports = parsed.statements.filter(isTypeImport).map((one) => one.getText());
  const kept = parsed.statements.flatMap((statement) => keptInFacade(statement, entry));
  const names = used.map((name, i) => ({ name, as: `m${i}`, from: importName(entry, name) }));
  const imports = names.map(({ as, from }) => `import * as ${as} from "${from}";`);
  const up = relative(dirname(entry), "src");
  return `/** ${entry.slice("src/".length)} of the course, sealed: it holds answers. */
${[...typeImports, ...imports, `import { unpack } from "${up}/packed/unpack.js";`].join("\n")}

const packed = unpack(new URL("${up}/../${file}", import.meta.url), {
${names.map(({ name, as }) => `  "${name}": ${as},`).join("\n")}
});

${kept.join("\n\n")}
`;
}

function isTypeImport(statement: ts.Statement): boolean {
  return (
    ts.isImportDeclaration(statement) &&
    statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
  );
}

/**
 * What stands in the facade for a statement of the module: a type as it is, an exported constant out
 * of the pack, and nothing for what only the module itself uses.
 *
 * @throws Error for an export that the facade could not have
 */
function keptInFacade(statement: ts.Statement, entry: string): string[] {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    return [statement.getFullText().trim()];
  }
  if (!isExported(statement)) return [];
  if (!ts.isVariableStatement(statement)) {
    throw new Error(`internal: ${entry} exports more than types and constants`);
  }
  const [, comment = ""] = /^\s*(\/\*\*[\s\S]*?\*\/\n)/.exec(statement.getFullText()) ?? [];
  return statement.declarationList.declarations.map(({ name, type }) => {
    if (type === undefined) throw new Error(`internal: ${entry}: ${name.getText()} has no type`);
    const [own, types] = [name.getText(), type.getText()];
    return `${comment}export const ${own}: ${types} = packed["${own}"] as ${types};`;
  });
}

/** How the facade asks for a module of the copy, or for a package. */
function importName(entry: string, name: string): string {
  if (!name.startsWith("src/")) return name;
  const path = relative(dirname(entry), name).replace(/\.ts$/, ".js");
  return path.startsWith(".") ? path : `./${path}`;
}

function isExported(statement: ts.Statement): boolean {
  if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)) return true;
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}
