/** The web book: pages written into a folder that opens from disk, without a server or a network. */
import { copyFileSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";

import type { Notebook } from "../notebook/notebook.js";
import { type Page, renderPage } from "./page.js";
import { PLOTLY_FILE, plotlySource } from "./page-parts.js";

/** A formula on a page that KaTeX cannot read. */
export class FormulaError extends Error {
  override readonly name = "FormulaError";

  constructor(
    readonly path: string,
    readonly formulas: readonly string[],
  ) {
    super(`${path}: KaTeX cannot read ${formulas.map((formula) => `$${formula}$`).join(", ")}.`);
  }
}

/**
 * Render notebooks and write a page for each, and Plotly once if any page has live figures.
 *
 * @param notebooks - executed notebooks, with their outputs
 * @param folder - where the pages go; it is made if it is missing
 * @param write - writes one file, whole
 * @returns the pages' paths
 * @throws {@link FormulaError} before anything is written, if a formula is damaged
 */
export async function writeBook(
  notebooks: readonly Notebook[],
  folder: string,
  write: (path: string, text: string) => void,
): Promise<string[]> {
  const pages: { path: string; page: Page }[] = [];
  for (const notebook of notebooks) {
    const page = await renderPage(notebook);
    if (page.formulaErrors.length > 0) throw new FormulaError(notebook.path, page.formulaErrors);
    const name = basename(notebook.path).replace(/\.ipynb$/, ".html");
    pages.push({ path: join(folder, name), page });
  }
  mkdirSync(folder, { recursive: true });
  if (pages.some(({ page }) => page.hasLiveFigures)) {
    copyFileSync(plotlySource(), join(folder, PLOTLY_FILE));
  }
  for (const { path, page } of pages) write(path, page.html);
  return pages.map(({ path }) => path);
}
