/** Notebooks: which exercises the cells of a notebook ask to check, by the ids in `check("…")`. */
import ts from "typescript";

import { parseCell, syntaxProblems } from "./cell-syntax.js";
import { codeCells, type Notebook } from "./notebook.js";

/** The ids in the calls `check("id", …)` of all code cells; in a cell that does not parse, by its text. */
export function checkedIds(notebook: Notebook): Set<string> {
  return new Set(
    codeCells(notebook).flatMap(({ cell: { source } }) => {
      if (!source.includes("check")) return [];
      const tree = parseCell(source);
      return syntaxProblems(tree).length === 0 ? idsInTree(tree) : idsInText(source);
    }),
  );
}

function idsInTree(tree: ts.SourceFile): string[] {
  const ids: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isCheck(node.expression)) {
      const [id] = node.arguments;
      if (id !== undefined && ts.isStringLiteralLike(id)) ids.push(id.text);
    }
    ts.forEachChild(node, walk);
  };
  walk(tree);
  return ids;
}

/** `check`, or `gradus.check`. */
function isCheck(called: ts.Expression): boolean {
  const name = ts.isPropertyAccessExpression(called) ? called.name : called;
  return ts.isIdentifier(name) && name.text === "check";
}

function idsInText(source: string): string[] {
  const calls = source.matchAll(/(?<![\w$])check\s*\(\s*(["'`])([^"'`\n]+)\1/g);
  return [...calls].map(([, , id]) => id as string);
}
