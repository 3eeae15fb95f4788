/**
 * A notebook as one TypeScript module, for the strict type check: all cells in order, the imports
 * of all cells merged at the top, and the way back from each line to its cell.
 *
 * The kernel lets a cell declare a name again. A module does not, so such a cell opens a block that
 * reaches to the end: what follows sees the new declaration, what came before keeps the old one.
 */
import ts from "typescript";

import { lineOf, parseCell, type SyntaxProblem, syntaxProblems } from "./cell-syntax.js";
import { declaredNames, importedNames } from "./declarations.js";
import { type CellLine, codeCells, type Notebook } from "./notebook.js";

/** The module, its lines' places, and the cells that had to be left out. */
export interface CellsModule {
  readonly text: string;
  /** Where each line of `text` stands in the notebook, from index 0; null for lines of our own. */
  readonly lines: readonly (CellLine | null)[];
  /** Syntax errors; a cell that has one is not part of `text`. */
  readonly broken: readonly (SyntaxProblem & CellLine)[];
}

/** One line of the module, with its place. */
interface Line {
  readonly text: string;
  readonly place: CellLine | null;
}

/** Write a notebook's code cells as one module. */
export function cellsModule(notebook: Notebook): CellsModule {
  const broken: (SyntaxProblem & CellLine)[] = [];
  const trees: { number: number; tree: ts.SourceFile }[] = [];
  for (const { number, cell } of codeCells(notebook)) {
    const tree = parseCell(cell.source);
    const problems = syntaxProblems(tree);
    broken.push(...problems.map((problem) => ({ cell: number, ...problem })));
    if (problems.length === 0) trees.push({ number, tree });
  }
  const imports = mergedImports(trees);
  const body: Line[] = [];
  const declared = new Set(imports.names);
  let blocks = 0;
  for (const { number, tree } of trees) {
    const names = tree.statements.flatMap(declaredNames);
    if (names.some((name) => declared.has(name))) {
      body.push({ text: "{", place: null });
      blocks += 1;
    }
    for (const name of names) declared.add(name);
    const source = withoutImports(tree).split("\n");
    body.push(
      ...source.map((text, index) => ({ text, place: { cell: number, line: index + 1 } })),
      { text: ";", place: null },
    );
  }
  const end: Line = { text: `${"}".repeat(blocks)}\nexport {};`, place: null };
  const lines = [...imports.lines, ...body, end];
  return {
    text: lines.map(({ text }) => text).join("\n"),
    lines: lines.map(({ place }) => place),
    broken,
  };
}

/** Each imported name once, one import a line, placed where it is first imported. */
function mergedImports(trees: readonly { number: number; tree: ts.SourceFile }[]): {
  lines: Line[];
  names: string[];
} {
  const merged = new Map<string, Line>();
  const names: string[] = [];
  for (const { number, tree } of trees) {
    for (const statement of tree.statements.filter(ts.isImportDeclaration)) {
      names.push(...importedNames(statement));
      for (const { text, node } of singleImports(statement, tree)) {
        const place = { cell: number, line: lineOf(tree, node.getStart(tree)) };
        if (!merged.has(text)) merged.set(text, { text, place });
      }
    }
  }
  return { lines: [...merged.values()], names };
}

function singleImports(
  statement: ts.ImportDeclaration,
  tree: ts.SourceFile,
): { text: string; node: ts.Node }[] {
  const from = statement.moduleSpecifier.getText(tree);
  const clause = statement.importClause;
  if (clause === undefined) return [{ text: `import ${from};`, node: statement }];
  const type = clause.isTypeOnly ? "type " : "";
  const single = (what: string, node: ts.Node) => ({
    text: `import ${type}${what} from ${from};`,
    node,
  });
  const bindings = clause.namedBindings;
  const own = clause.name === undefined ? [] : [single(clause.name.text, clause.name)];
  if (bindings === undefined) return own;
  if (ts.isNamespaceImport(bindings)) return [...own, single(bindings.getText(tree), bindings)];
  const named = bindings.elements.map((one) => single(`{ ${one.getText(tree)} }`, one));
  return [...own, ...named];
}

/** The cell's text with spaces where its imports were, so that every line stays where it is. */
function withoutImports(tree: ts.SourceFile): string {
  let text = tree.text;
  for (const statement of tree.statements.filter(ts.isImportDeclaration)) {
    const start = statement.getStart(tree);
    const blank = text.slice(start, statement.end).replace(/[^\n]/g, " ");
    text = text.slice(0, start) + blank + text.slice(statement.end);
  }
  return text;
}
