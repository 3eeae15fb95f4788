/** Cells as TypeScript: the tree of a cell's code, its syntax errors, its comments, its lines. */
import ts from "typescript";

/** A syntax error in a cell, where the reader sees it. */
export interface SyntaxProblem {
  readonly line: number;
  readonly message: string;
}

/** A comment in a cell: `text` with its slashes, `start` and `end` as offsets into the cell. */
export interface Comment {
  readonly kind: "line" | "block";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The tree of a cell's code. Cells are modules to the parser, since they may await and import. */
export function parseCell(source: string, fileName = "cell.ts"): ts.SourceFile {
  const options: ts.CreateSourceFileOptions = {
    languageVersion: ts.ScriptTarget.ES2022,
    setExternalModuleIndicator: (file) => {
      (file as { externalModuleIndicator?: ts.Node | true }).externalModuleIndicator = true;
    },
  };
  return ts.createSourceFile(fileName, source, options, true, ts.ScriptKind.TS);
}

/** What keeps a cell from parsing, first error first; empty for a sound cell. */
export function syntaxProblems(tree: ts.SourceFile): SyntaxProblem[] {
  // The compiler keeps them on the tree and has no public way to them short of a whole program.
  const { parseDiagnostics } = tree as unknown as {
    readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[];
  };
  return parseDiagnostics.map((diagnostic) => ({
    line: lineOf(tree, diagnostic.start),
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, " "),
  }));
}

/** Line (from 1) of an offset into a cell. */
export function lineOf(tree: ts.SourceFile, offset: number): number {
  return tree.getLineAndCharacterOfPosition(offset).line + 1;
}

/**
 * All comments of a cell, in order. What looks like one inside a string, a template or a regular
 * expression is none: only the trivia between the tokens is scanned.
 */
export function commentsOf(tree: ts.SourceFile): Comment[] {
  const comments: Comment[] = [];
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false);
  forEachToken(tree, (token) => {
    const from = token.getFullStart();
    scanner.setText(tree.text, from, token.getStart(tree) - from);
    for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
      const isLine = kind === ts.SyntaxKind.SingleLineCommentTrivia;
      if (!isLine && kind !== ts.SyntaxKind.MultiLineCommentTrivia) continue;
      comments.push({
        kind: isLine ? "line" : "block",
        text: scanner.getTokenText(),
        start: scanner.getTokenStart(),
        end: scanner.getTokenEnd(),
      });
    }
  });
  return comments;
}

function forEachToken(tree: ts.SourceFile, visit: (token: ts.Node) => void): void {
  const walk = (node: ts.Node): void => {
    if (ts.isTokenKind(node.kind)) {
      visit(node);
      return;
    }
    for (const child of node.getChildren(tree)) if (!ts.isJSDoc(child)) walk(child);
  };
  walk(tree);
}
