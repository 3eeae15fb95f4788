/** A learner's answer as one TypeScript module: the chosen declarations, line by line traceable. */
import ts from "typescript";

import { lineOf } from "./cell-syntax.js";
import type { Declaration } from "./declarations.js";
import type { CellLine } from "./notebook.js";

/** A module and, for each of its lines from index 0, its place in the notebook. */
export interface ModuleText {
  readonly text: string;
  readonly lines: readonly (CellLine | null)[];
}

/**
 * Write `declarations` as a module that exports `names`.
 *
 * A name that several declarations bind belongs to the one that `chosen` names; the others bind it
 * under a name of no use, so that nothing is declared twice.
 */
export function moduleText(
  declarations: readonly Declaration[],
  chosen: (name: string) => Declaration | undefined,
  names: readonly string[],
): ModuleText {
  const text: string[] = [];
  const lines: (CellLine | null)[] = [];
  for (const declaration of declarations) {
    const { tree, cell, node } = declaration;
    const first = lineOf(tree, node.getStart(tree));
    const written = write(declaration, (name) => chosen(name) === declaration).split("\n");
    text.push(...written);
    lines.push(...written.map((_, index) => ({ cell, line: first + index })));
  }
  text.push(`export { ${names.join(", ")} };`, "");
  lines.push(null, null);
  return { text: text.join("\n"), lines };
}

function write(declaration: Declaration, isOwn: (name: string) => boolean): string {
  const { node, tree } = declaration;
  if (ts.isVariableDeclaration(node)) {
    // `let`, whatever the learner wrote: a later assignment may be part of the answer.
    return `let ${withEdits(node, tree, discarded(node.name, isOwn))};`;
  }
  if (ts.isImportDeclaration(node)) return importOf(node, tree, isOwn);
  return node.getText(tree).replace(/^export\s+(default\s+)?/, "");
}

interface Edit {
  readonly at: ts.Node;
  readonly text: string;
}

/** Edits that rename what a pattern binds and another declaration owns. */
function discarded(name: ts.BindingName, isOwn: (name: string) => boolean): Edit[] {
  if (ts.isIdentifier(name)) return [];
  return name.elements.flatMap((element): Edit[] => {
    if (ts.isOmittedExpression(element)) return [];
    if (!ts.isIdentifier(element.name)) return discarded(element.name, isOwn);
    const bound = element.name.text;
    if (isOwn(bound)) return [];
    const other = `${bound}_replaced_${element.pos}`;
    const isKey = ts.isObjectBindingPattern(name) && element.propertyName === undefined;
    const keyed = isKey && element.dotDotDotToken === undefined;
    return [{ at: element.name, text: keyed ? `${bound}: ${other}` : other }];
  });
}

function withEdits(node: ts.Node, tree: ts.SourceFile, edits: readonly Edit[]): string {
  const start = node.getStart(tree);
  let text = node.getText(tree);
  for (const { at, text: replacement } of [...edits].reverse()) {
    text = text.slice(0, at.getStart(tree) - start) + replacement + text.slice(at.end - start);
  }
  return text;
}

/** The import with only the names it owns, on one line. */
function importOf(
  node: ts.ImportDeclaration,
  tree: ts.SourceFile,
  isOwn: (name: string) => boolean,
): string {
  const clause = node.importClause;
  const bindings = clause?.namedBindings;
  const from = node.moduleSpecifier.getText(tree);
  const parts: string[] = [];
  if (clause?.name !== undefined && isOwn(clause.name.text)) parts.push(clause.name.text);
  if (bindings !== undefined && ts.isNamespaceImport(bindings) && isOwn(bindings.name.text)) {
    parts.push(bindings.getText(tree));
  }
  if (bindings !== undefined && ts.isNamedImports(bindings)) {
    const own = bindings.elements.filter((specifier) => isOwn(specifier.name.text));
    if (own.length > 0) parts.push(`{ ${own.map((one) => one.getText(tree)).join(", ")} }`);
  }
  const type = clause?.isTypeOnly === true ? "type " : "";
  return parts.length === 0 ? "" : `import ${type}${parts.join(", ")} from ${from};`;
}
