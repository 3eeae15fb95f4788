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

/** All marks of a notebook, read. */
export interface SolutionMarks {
  /** The marked regions of each code cell, by cell number; cells without marks have no entry. */
  readonly regions: Map<number, SolutionRegion[]>;
  /**
   * With cell and line, each mark that is nested, unclosed, without its beginning, without a label,
   * out of place, or nearly a mark.
   */
  readonly problems: readonly NotebookError[];
}

/**
 * The marked regions of each code cell, by cell number; cells without marks have no entry.
 *
 * @throws {@link NotebookError} with cell and line for the first mark that is wrong
 */
export function solutionRegions(notebook: Notebook): Map<number, SolutionRegion[]> {
  const { regions, problems } = solutionMarks(notebook);
  if (problems[0] !== undefined) throw problems[0];
  return regions;
}

/** All marks of a notebook, with all that is wrong with them. */
export function solutionMarks(notebook: Notebook): SolutionMarks {
  const regions = new Map<number, SolutionRegion[]>();
  const problems: NotebookError[] = [];
  for (const { number, cell } of codeCells(notebook)) {
    const note = (line: number, reason: string): void => {
      problems.push(new NotebookError(notebook.path, reason, { cell: number, line }));
    };
    const found = LIKE_A_MARK.test(cell.source) ? regionsOf(cell.source, note) : [];
    if (found.length > 0) regions.set(number, found);
  }
  notebook.cells.forEach((cell, index) => {
    if (cell.kind === "code" || hasTag(cell, INSTRUCTOR_TAG)) return;
    if (!LIKE_A_MARK.test(cell.source)) return;
    const reason = `a solution mark stands in a ${cell.kind} cell; give the cell the tag "${INSTRUCTOR_TAG}" instead`;
    const line = cell.source.split("\n").findIndex((text) => LIKE_A_MARK.test(text)) + 1;
    problems.push(new NotebookError(notebook.path, reason, { cell: index + 1, line }));
  });
  return { regions, problems };
}

/** Writes down what is wrong on a line. */
type Note = (line: number, reason: string) => void;

interface OpenMark {
  readonly label: string;
  readonly line: number;
  readonly mark: Comment;
}

function regionsOf(source: string, note: Note): SolutionRegion[] {
  const tree = parseCell(source);
  const marks = commentsOf(tree).filter((comment) => LIKE_A_MARK.test(comment.text));
  const [syntax] = syntaxProblems(tree);
  if (marks.length > 0 && syntax !== undefined) {
    note(syntax.line, `the cell holds a solution and does not parse (${syntax.message})`);
    return [];
  }
  const regions: SolutionRegion[] = [];
  let open: OpenMark | undefined;
  // Solutions that began within another: each has an end of its own, which says nothing new.
  let within = 0;
  for (const mark of marks) {
    const line = lineOf(tree, mark.start);
    const odd = formProblem(mark, tree);
    if (odd !== null) note(line, odd);
    if (isBegin(mark)) {
      if (open === undefined) open = begun(mark, line, note);
      else {
        within++;
        note(line, `BEGIN SOLUTION inside the solution that began on line ${open.line}`);
      }
    } else if (within > 0) within--;
    else if (open === undefined) {
      if (odd === null) note(line, "END SOLUTION without a BEGIN SOLUTION before it");
    } else {
      const wrong = endProblem(tree, open, mark);
      if (wrong !== null) note(line, wrong);
      const start = lineStart(source, open.mark.start);
      const indent = source.slice(start, open.mark.start);
      regions.push({ label: open.label, start, end: lineEnd(source, mark.end), indent });
      open = undefined;
    }
  }
  if (open !== undefined) note(open.line, `BEGIN SOLUTION ${open.label} has no END SOLUTION`);
  return regions;
}

/** Whether a mark, or what nearly is one, begins a solution. */
function isBegin({ text }: Comment): boolean {
  return /\bBEGIN/i.test(text);
}

function begun(mark: Comment, line: number, note: Note): OpenMark {
  const { label = "" } = BEGIN.exec(mark.text)?.groups ?? {};
  if (BEGIN.test(mark.text) && !LABEL.test(label)) {
    const example = "// BEGIN SOLUTION 1.2 weighted sum";
    note(line, `BEGIN SOLUTION needs the exercise's number and name, as in ${example}`);
  }
  return { label, line, mark };
}

function endProblem(tree: ts.SourceFile, open: OpenMark, mark: Comment): string | null {
  const { label: closing } = END.exec(mark.text)?.groups ?? {};
  if (closing !== undefined && closing !== open.label) {
    return `END SOLUTION names "${closing}", and the solution it ends is "${open.label}"`;
  }
  return placeProblem(tree, open.mark, mark);
}

function formProblem(mark: Comment, tree: ts.SourceFile): string | null {
  if (mark.kind === "block")
    return "a solution mark must be a line comment (//), not a block comment";
  if (!BEGIN.test(mark.text) && !END.test(mark.text)) {
    return `"${mark.text}" nearly is a solution mark; write // BEGIN SOLUTION 1.2 name or // END SOLUTION`;
  }
  const before = tree.text.slice(lineStart(tree.text, mark.start), mark.start);
  return before.trim() === "" ? null : "a solution mark must stand alone on its line";
}

/** Both marks must stand between the statements of one and the same function body. */
function placeProblem(tree: ts.SourceFile, begin: Comment, end: Comment): string | null {
  const block = enclosing(tree, begin.start);
  if (block !== enclosing(tree, end.start)) {
    return "BEGIN SOLUTION and END SOLUTION stand in different blocks";
  }
  let node: ts.Node | undefined = block;
  while (node !== undefined && !ts.isFunctionLike(node)) node = node.parent;
  return node === undefined || !ts.isBlock(block)
    ? "the solution must stand inside a function body, so that the released cell runs and only the call throws"
    : null;
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
