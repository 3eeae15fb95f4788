/**
 * Solution notebooks: the copy that learners get. Each marked solution becomes a stub that parses,
 * type-checks and throws by name when it is called; outputs and the instructor's cells are gone.
 */
import { parseCell, syntaxProblems } from "./cell-syntax.js";
import { cleanNotebook } from "./clean.js";
import { INSTRUCTOR_TAG, type SolutionRegion, solutionRegions } from "./marks.js";
import { type Cell, codeCells, hasTag, type Notebook } from "./notebook.js";
import { NotebookError } from "./notebook-error.js";
import { dropUnusedImports, importStubError } from "./release-imports.js";

/**
 * The learners' copy of a solution notebook.
 *
 * @param solution - a notebook with solution marks
 * @throws {@link NotebookError} if a mark is out of order, or a cell would not parse without its solution
 */
export function releaseNotebook(solution: Notebook): Notebook {
  const regions = solutionRegions(solution);
  const stubbed = solution.cells.map((cell, index): Cell => {
    const marked = regions.get(index + 1) ?? [];
    if (cell.kind !== "code" || marked.length === 0) return cell;
    const source = withStubs(cell.source, marked);
    const [problem] = syntaxProblems(parseCell(source));
    if (problem === undefined) return { ...cell, source };
    const reason = `without its solution the cell does not parse (released line ${problem.line}: ${problem.message})`;
    throw new NotebookError(solution.path, reason, { cell: index + 1 });
  });
  const released = {
    ...solution,
    cells: stubbed.filter((cell) => !hasTag(cell, INSTRUCTOR_TAG)),
  };
  const stubs = codeCells(released).filter(({ cell }) => regions.size > 0 && hasStub(cell.source));
  return cleanNotebook(importStubError(dropUnusedImports(solution, released), stubs));
}

const STUB = "throw new NotImplemented(";

function hasStub(source: string): boolean {
  return source.includes(STUB);
}

function withStubs(source: string, regions: readonly SolutionRegion[]): string {
  let text = "";
  let from = 0;
  for (const { start, end, indent, label } of regions) {
    const stub = `${indent}// Your code here.\n${indent}${STUB}${JSON.stringify(label)});`;
    text += source.slice(from, start) + stub;
    from = end;
  }
  return text + source.slice(from);
}
