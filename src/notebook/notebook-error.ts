/** Notebook files: the error that tells a reader which file is damaged, and how. */

/** A file that cannot be used as a notebook. It was only read: nothing has been written. */
export class NotebookError extends Error {
  override readonly name = "NotebookError";

  /**
   * @param path - the file
   * @param reason - what is wrong with it, as the end of a sentence
   * @param place - the cell and line it is about, where there is one
   */
  constructor(
    readonly path: string,
    readonly reason: string,
    readonly place: { readonly cell?: number; readonly line?: number } = {},
  ) {
    const cell = place.cell === undefined ? "" : ` cell ${place.cell}`;
    const line = place.line === undefined ? "" : ` line ${place.line}`;
    super(`${path}${cell}${line}: ${reason}. The file was left as it is.`);
  }
}
