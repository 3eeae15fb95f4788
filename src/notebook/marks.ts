/**
 * Solution notebooks: the marks that say which lines are the solution.
 *
 *     // BEGIN SOLUTION 1.2 weighted sum
 *     …
 *     // END SOLUTION
 *
 * Marks are line comments alone on their lines, inside a function body. The same words in a string
 * are no mark; a comment that nearly is one is an error, since it would leak a solution.
 */
import ts from "typescript";

import { type Comment, commentsOf, lineOf, parseCell, syntaxProblems } from "./cell-syntax.js";
import { codeCells, hasTag, type Notebook } from "./notebook.js";
import { NotebookError } from "./notebook-error.js";

/** Cells with this tag are for the instructor and are not released. */
export const INSTRUCTOR_TAG = "instructor";

/** The lines between a pair of marks, as offsets into the source of their cell. */
export interface SolutionRegion {
  /** Number and name of the exercise, as in "1.2 weighted sum". */
  readonly label: string;
  /** Start of the line of BEGIN SOLUTION. */
  readonly start: number;
  /** End of the line of END SOLUTION, before its line end. */
  readonly end: number;
  /** The white space before BEGIN SOLUTION. */
  readonly indent: string;
}

const BEGIN = /^\/\/\s*BEGIN SOLUTION(?:\s+(?<label>\S.*?))?\s*$/;
const END = /^\/\/\s*END SOLUTION(?:\s+(?<label>\S.*?))?\s*$/;
const LIKE_A_MARK = /\b(?:BEGIN|END)[\s_-]*SOLUTIONS?\b/i;
const LABEL = /^\d+\.\d+ \S/;

/**
 * The marked regions of each code cell, by cell number; cells without marks have no entry.
 *
 * @throws {@link NotebookError} with cell and line for a mark that is nested, unclosed, without its
 * beginning, without a label, out of place, or nearly a mark
 */
export function solutionRegions(notebook: Notebook): Map<number, SolutionRegion[]> {
  const regions = new Map<number, SolutionRegion[]>();
  for (const { number, cell } of codeCells(notebook)) {
    const fail = (line: number, reason: string): never => {
      throw new NotebookError(notebook.path, reason, { cell: number, line });
    };
    const found = LIKE_A_MARK.test(cell.source) ? regionsOf(cell.source, fail) : [];
    if (found.length > 0) regions.set(number, found);
  }
  notebook.cells.forEach((cell, index) => {
    if (cell.kind === "code" || hasTag(cell, INSTRUCTOR_TAG)) return;
    if (!LIKE_A_MARK.test(cell.source)) return;
    const reason = `a solution mark stands in a ${cell.kind} cell; give the cell the tag "${INSTRUCTOR_TAG}" instead`;
    const line = cell.source.split("\n").findIndex((text) => LIKE_A_MARK.test(text)) + 1;
    throw new NotebookError(notebook.path, reason, { cell: index + 1, line });
  });
  return regions;
}

type Fail = (line: number, reason: string) => never;

function regionsOf(source: string, fail: Fail): SolutionRegion[] {
  const tree = parseCell(source);
  const marks = commentsOf(tree).filter((comment) => LIKE_A_MARK.test(comment.text));
  const [syntax] = syntaxProblems(tree);
  if (marks.length > 0 && syntax !== undefined) {
    fail(syntax.line, `the cell holds a solution and does not parse (${syntax.message})`);
  }
  const regions: SolutionRegion[] = [];
  let open: { label: string; line: number; mark: Comment } | undefined;
  for (const mark of marks) {
    const line = lineOf(tree, mark.start);
    checkForm(mark, tree, (reason) => fail(line, reason));
    const { label } = BEGIN.exec(mark.text)?.groups ?? {};
    if (BEGIN.test(mark.text)) {
      if (open !== undefined) {
        fail(line, `BEGIN SOLUTION inside the solution that began on line ${open.line}`);
      }
      if (label === undefined || !LABEL.test(label)) {
        fail(
          line,
          "BEGIN SOLUTION needs the exercise's number and name, as in // BEGIN SOLUTION 1.2 weighted sum",
        );
      }
      open = { label: label as string, line, mark };
      continue;
    }
    if (open === undefined) return fail(line, "END SOLUTION without a BEGIN SOLUTION before it");
    const { label: closing } = END.exec(mark.text)?.groups ?? {};
    if (closing !== undefined && closing !== open.label) {
      fail(line, `END SOLUTION names "${closing}", and the solution it ends is "${open.label}"`);
    }
    checkPlace(tree, open.mark, mark, (reason) => fail(line, reason));
    const start = lineStart(source, open.mark.start);
    const indent = source.slice(start, open.mark.start);
    regions.push({ label: open.label, start, end: lineEnd(source, mark.end), indent });
    open = undefined;
  }
  if (open !== undefined) fail(open.line, `BEGIN SOLUTION ${open.label} has no END SOLUTION`);
  return regions;
}

function checkForm(mark: Comment, tree: ts.SourceFile, fail: (reason: string) => never): void {
  if (mark.kind === "block")
    fail("a solution mark must be a line comment (//), not a block comment");
  if (!BEGIN.test(mark.text) && !END.test(mark.text)) {
    fail(
      `"${mark.text}" nearly is a solution mark; write // BEGIN SOLUTION 1.2 name or // END SOLUTION`,
    );
  }
  const before = tree.text.slice(lineStart(tree.text, mark.start), mark.start);
  if (before.trim() !== "") fail("a solution mark must stand alone on its line");
}

/** Both marks must stand between the statements of one and the same function body. */
function checkPlace(
  tree: ts.SourceFile,
  begin: Comment,
  end: Comment,
  fail: (reason: string) => never,
): void {
  const block = enclosing(tree, begin.start);
  if (block !== enclosing(tree, end.start)) {
    fail("BEGIN SOLUTION and END SOLUTION stand in different blocks");
  }
  let node: ts.Node | undefined = block;
  while (node !== undefined && !ts.isFunctionLike(node)) node = node.parent;
  if (node === undefined || !ts.isBlock(block)) {
    fail(
      "the solution must stand inside a function body, so that the released cell runs and only the call throws",
    );
  }
}

/** The smallest node that has `offset` within it. */
function enclosing(tree: ts.SourceFile, offset: number): ts.Node {
  const find = (node: ts.Node): ts.Node =>
    ts.forEachChild(node, (child) =>
      child.getStart(tree) <= offset && offset < child.end ? find(child) : undefined,
    ) ?? node;
  return find(tree);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
}
