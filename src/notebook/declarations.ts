/**
 * A learner's notebook as a set of top-level declarations: which cell declares a name, and which
 * names a declaration needs from elsewhere. Names are resolved by the compiler's own binder, so a
 * parameter or a local that shadows a name is not taken for it.
 */
import ts from "typescript";

import { lineOf, parseCell, syntaxProblems } from "./cell-syntax.js";
import { codeCells, type Notebook } from "./notebook.js";

/** One top-level declaration, or one assignment to a declared name. */
export interface Declaration {
  readonly kind: "import" | "value" | "type" | "assignment";
  /** The names it binds. */
  readonly names: readonly string[];
  /** Number of its cell, which counts the markdown cells too. */
  readonly cell: number;
  /** Its place among all declarations of the notebook. */
  readonly order: number;
  /** The node itself: a statement, or one declarator of a `const`, `let` or `var`. */
  readonly node: ts.Node;
  readonly tree: ts.SourceFile;
}

/** A cell that does not parse. */
export interface BrokenCell {
  readonly cell: number;
  readonly line: number;
  readonly message: string;
}

/** What a notebook declares at the top level of its cells. */
export interface Declarations {
  readonly all: readonly Declaration[];
  readonly broken: readonly BrokenCell[];
  /** Names that the declaration reads and that are not its own: library, other cells, globals. */
  readonly needs: (declaration: Declaration) => ReadonlySet<string>;
}

/** Collect the top-level declarations of a notebook. */
export function declarationsOf(notebook: Notebook): Declarations {
  const trees = codeCells(notebook).map(({ number, cell }) => ({
    cell: number,
    tree: parseCell(cell.source, `cell-${number}.ts`),
  }));
  const found = trees.flatMap(({ cell, tree }) =>
    tree.statements.flatMap((statement) =>
      declared(statement).map((parts) => ({ ...parts, cell, tree })),
    ),
  );
  const checker = binder(trees.map(({ tree }) => tree));
  return {
    all: found.map((parts, order) => ({ ...parts, order })),
    broken: trees.flatMap(({ cell, tree }) =>
      syntaxProblems(tree)
        .slice(0, 1)
        .map((problem) => ({ cell, ...problem })),
    ),
    needs: (declaration) => freeNames(declaration, checker),
  };
}

/** Line (from 1) in its cell on which a declaration starts. */
export function firstLine({ node, tree }: Declaration): number {
  return lineOf(tree, node.getStart(tree));
}

type Parts = Pick<Declaration, "kind" | "names" | "node">;

function declared(statement: ts.Statement): Parts[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((node) => ({
      kind: "value",
      names: boundNames(node.name),
      node,
    }));
  }
  if (ts.isImportDeclaration(statement)) {
    return [{ kind: "import", names: importedNames(statement), node: statement }];
  }
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    return [{ kind: "type", names: [statement.name.text], node: statement }];
  }
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement)
  ) {
    const names = statement.name === undefined ? [] : [statement.name.text];
    // An overload's signature has no body, and nothing of it is left at run time.
    const isSignature = ts.isFunctionDeclaration(statement) && statement.body === undefined;
    return [{ kind: isSignature ? "type" : "value", names, node: statement }];
  }
  const target = assignedName(statement);
  return target === undefined ? [] : [{ kind: "assignment", names: [target], node: statement }];
}

/** `f` for the statement `f = …`. */
function assignedName(statement: ts.Statement): string | undefined {
  if (!ts.isExpressionStatement(statement)) return undefined;
  const { expression } = statement;
  if (!ts.isBinaryExpression(expression) || !ts.isIdentifier(expression.left)) return undefined;
  const isAssignment = expression.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isAssignment ? expression.left.text : undefined;
}

/** The names that a statement declares; none if it is no declaration, or an import. */
export function declaredNames(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  }
  const { name } = statement as { name?: ts.Node };
  return name !== undefined && ts.isIdentifier(name) ? [name.text] : [];
}

/** The names that a declarator binds, those of a destructuring pattern too. */
function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return name.text === "" ? [] : [name.text];
  return name.elements.flatMap((element) =>
    ts.isOmittedExpression(element) ? [] : boundNames(element.name),
  );
}

/** The local names that an import binds. */
export function importedNames({ importClause }: ts.ImportDeclaration): string[] {
  const bindings = importClause?.namedBindings;
  const own = importClause?.name === undefined ? [] : [importClause.name.text];
  if (bindings === undefined) return own;
  if (ts.isNamespaceImport(bindings)) return [...own, bindings.name.text];
  return [...own, ...bindings.elements.map((specifier) => specifier.name.text)];
}

/** A checker over the cells alone: it binds names and never looks at a library. */
function binder(trees: readonly ts.SourceFile[]): ts.TypeChecker {
  const byName = new Map(trees.map((tree) => [tree.fileName, tree]));
  const host: ts.CompilerHost = {
    getSourceFile: (name) => byName.get(name),
    getDefaultLibFileName: () => "lib.d.ts",
    writeFile: () => undefined,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (name) => byName.has(name),
    readFile: () => undefined,
  };
  const options: ts.CompilerOptions = {
    noLib: true,
    noResolve: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
  };
  return ts.createProgram([...byName.keys()], options, host).getTypeChecker();
}

function freeNames({ node, names }: Declaration, checker: ts.TypeChecker): Set<string> {
  const free = new Set<string>();
  const own = new Set(names);
  const walk = (child: ts.Node): void => {
    if (ts.isTypeNode(child) && !ts.isExpressionWithTypeArguments(child)) return;
    if (ts.isIdentifier(child) && isRead(child)) {
      const symbol = ts.isShorthandPropertyAssignment(child.parent)
        ? checker.getShorthandAssignmentValueSymbol(child.parent)
        : checker.getSymbolAtLocation(child);
      if (isOutside(symbol, node) && !own.has(child.text)) free.add(child.text);
    }
    ts.forEachChild(child, walk);
  };
  ts.forEachChild(node, walk);
  return free;
}

/** Whether an identifier is read as a variable: not a property's, a label's or a pattern's key. */
function isRead(identifier: ts.Identifier): boolean {
  const { parent } = identifier;
  if (ts.isBindingElement(parent)) return parent.initializer === identifier;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  const { name } = parent as { name?: ts.Node };
  return name !== identifier;
}

/** Whether a symbol is declared outside `node`, or nowhere in the cell. */
function isOutside(symbol: ts.Symbol | undefined, node: ts.Node): boolean {
  const places = symbol?.declarations ?? [];
  return !places.some((place) => {
    for (let at: ts.Node | undefined = place; at !== undefined; at = at.parent) {
      if (at === node) return true;
    }
    return false;
  });
}
