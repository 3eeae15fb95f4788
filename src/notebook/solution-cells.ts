/**
 * Solution notebooks: the cells that answer an exercise, as a learner may read them afterwards. No
 * compiler is loaded here, because the kernel calls this: the marks are checked elsewhere.
 */
import { codeCells, type Notebook } from "./notebook.js";

/** A line that is a mark and nothing else. */
const MARK = /^\s*\/\/\s*(BEGIN|END) SOLUTION\b.*$/;

/**
 * The cells that declare these names as one text, in the notebook's order, each once and without
 * solution marks. Where several declare a name the last counts, as in the kernel.
 *
 * @param notebook - a notebook of solutions
 * @param names - what an exercise asks for
 * @throws Error if no cell declares one of the names
 */
export function solutionText(notebook: Notebook, names: readonly string[]): string {
  const cells = codeCells(notebook);
  const numbers = names.map((name) => {
    const last = cells.filter(({ cell }) => declares(cell.source, name)).at(-1);
    if (last === undefined) throw new Error(`${notebook.path}: no cell declares ${name}.`);
    return last.number;
  });
  const wanted = cells.filter(({ number }) => numbers.includes(number));
  return wanted.map(({ cell }) => withoutMarks(cell.source)).join("\n\n");
}

/** Whether a line at the left edge declares the name; cells of the course are formatted. */
function declares(source: string, name: string): boolean {
  const word = name.replaceAll("$", "\\$");
  const declaration = new RegExp(
    `^(export )?(async )?(function\\*?|class|const|let|var) ${word}(?![\\w$])`,
    "m",
  );
  return declaration.test(source);
}

function withoutMarks(source: string): string {
  const lines = source.split("\n").filter((line) => !MARK.test(line));
  return lines.join("\n").trim();
}
