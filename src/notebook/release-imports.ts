/**
 * Solution notebooks: the imports of the released copy. Names that only the solutions used are
 * dropped, since they would tell; the error that the stubs throw is added where it is missing.
 */
import ts from "typescript";

import { parseCell } from "./cell-syntax.js";
import { type CodeCell, codeCells, type Notebook, type NumberedCodeCell } from "./notebook.js";

const STUB_ERROR = "NotImplemented";
const LIBRARY = "gradus";

/**
 * `released` without the named imports that nothing in it uses and that `solution` used. A name
 * that was unused before stays: the author put it there for the learner.
 */
export function dropUnusedImports(solution: Notebook, released: Notebook): Notebook {
  const before = usedNames(solution);
  const after = usedNames(released);
  const isDropped = (name: string): boolean => before.has(name) && !after.has(name);
  return mapCode(released, (source) => withoutImports(source, isDropped));
}

/** The notebook with an import of the stubs' error in the first cell that needs it. */
export function importStubError(notebook: Notebook, stubs: readonly NumberedCodeCell[]): Notebook {
  const [first] = stubs;
  if (first === undefined) return notebook;
  const earlier = codeCells(notebook).filter(({ number }) => number <= first.number);
  if (earlier.some(({ cell }) => importedNames(cell.source).has(STUB_ERROR))) return notebook;
  const cells = notebook.cells.map((cell, index) =>
    cell.kind === "code" && index + 1 === first.number
      ? { ...cell, source: withImport(cell.source) }
      : cell,
  );
  return { ...notebook, cells };
}

function mapCode(notebook: Notebook, change: (source: string) => string): Notebook {
  const cells = notebook.cells.map((cell) => {
    if (cell.kind !== "code") return cell;
    const changed: CodeCell = { ...cell, source: change(cell.source) };
    return changed;
  });
  return { ...notebook, cells };
}

/** Every name the notebook's code mentions outside its imports. */
function usedNames(notebook: Notebook): Set<string> {
  const names = new Set<string>();
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, walk);
  };
  for (const { cell } of codeCells(notebook)) walk(parseCell(cell.source));
  return names;
}

function importedNames(source: string): Set<string> {
  const imports = importsOf(source).flatMap(({ names }) => names);
  return new Set(imports.map((specifier) => specifier.name.text));
}

interface NamedImport {
  readonly statement: ts.ImportDeclaration;
  readonly from: string;
  readonly bindings: ts.NamedImports;
  readonly names: readonly ts.ImportSpecifier[];
}

/** The imports of a cell that have nothing but names in braces. */
function importsOf(source: string): NamedImport[] {
  return parseCell(source).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) {
      return [];
    }
    const clause = statement.importClause;
    const bindings = clause?.namedBindings;
    if (clause?.name !== undefined || bindings === undefined || !ts.isNamedImports(bindings)) {
      return [];
    }
    const from = statement.moduleSpecifier.text;
    return [{ statement, from, bindings, names: bindings.elements }];
  });
}

function withoutImports(source: string, isDropped: (name: string) => boolean): string {
  let text = source;
  for (const { statement, bindings, names } of importsOf(source).reverse()) {
    const kept = names.filter((specifier) => !isDropped(specifier.name.text));
    if (kept.length === names.length) continue;
    if (kept.length === 0) {
      const before = text.slice(0, statement.getStart());
      text = before + text.slice(statement.end).replace(/^[ \t]*\n+/, "");
    } else {
      text = text.slice(0, bindings.getStart()) + braces(kept) + text.slice(bindings.end);
    }
  }
  return text;
}

function withImport(source: string): string {
  const library = importsOf(source).find(({ from }) => from === LIBRARY);
  if (library === undefined || library.statement.importClause?.isTypeOnly === true) {
    return `import { ${STUB_ERROR} } from "${LIBRARY}";\n\n${source}`;
  }
  const { bindings, names } = library;
  const before = source.slice(0, bindings.getStart());
  return before + braces(names, STUB_ERROR) + source.slice(bindings.end);
}

function braces(specifiers: readonly ts.ImportSpecifier[], ...more: string[]): string {
  const names = [...specifiers.map((specifier) => specifier.getText()), ...more];
  return `{ ${names.join(", ")} }`;
}
