/** The kernel's error texts, told for the reader of a cell: without the kernel's own stack. */

const KERNEL_FRAME = /^\s*at .*(?:node:vm|node:internal|[\\/]tslab[\\/]dist[\\/])/;
const CELL_FRAME = /^(\s*at (?:async )?\S+) \(evalmachine\.<anonymous>:\d+:\d+\)$/;
/** The kernel counts what it runs, claims too; the run counts the notebook's cells. */
const COUNTED_CELL = /^(\s+(?:in|at) .*)of cell \[\d+\]$/;
const TYPE_ERROR = /^(\d+):(\d+) - /;

/**
 * `text` with type errors as "line 3, column 5: …", without the frames below the cell, and without
 * line numbers that do not count the cell's lines: they belong to the code the kernel made of it. Most
 * of that is left only with GRADUS_FULL_ERRORS=1; the course's kernel tells its errors in short.
 */
export function kernelErrorText(text: string): string {
  const lines = text.trimEnd().split("\n");
  const shownLines: string[] = [];
  for (const line of lines) {
    if (KERNEL_FRAME.test(line)) break;
    if (/^evalmachine\.<anonymous>:\d+$/.test(line) || /^\s*\^+\s*$/.test(line)) continue;
    if (/^\s*at (?:async )?(?:Object\.<anonymous> \()?evalmachine\.<anonymous>/.test(line))
      continue;
    if (line.trim() === "") continue;
    const told = line.replace(TYPE_ERROR, "line $1, column $2: ");
    shownLines.push(
      told.replace(CELL_FRAME, "$1 (in a cell)").replace(COUNTED_CELL, "$1of a cell"),
    );
  }
  return shownLines.join("\n");
}
