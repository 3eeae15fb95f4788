/** The web book: one notebook, executed, as one HTML page. */
import type { Cell, Notebook } from "../notebook/notebook.js";
import { codeHighlighter } from "./code.js";
import { escapeHtml } from "./html.js";
import { type Heading, type PageState, pageState, renderMarkdown } from "./markdown.js";
import { outputsHtml } from "./outputs.js";
import { FIGURE_SCRIPT, PLOTLY_FILE, styleSheet } from "./page-parts.js";

/** A page of the book. */
export interface Page {
  readonly title: string;
  readonly html: string;
  /** Whether it has live figures, and so wants Plotly beside it. */
  readonly hasLiveFigures: boolean;
  /** Formulas that KaTeX could not read; a finished page has none. */
  readonly formulaErrors: readonly string[];
}

/** Render a notebook with its outputs. */
export async function renderPage(notebook: Notebook): Promise<Page> {
  const highlight = await codeHighlighter();
  const texts = notebook.cells.flatMap(({ kind, source }) => (kind === "markdown" ? [source] : []));
  const state = pageState(texts);
  let figures = 0;
  const nextFigureId = (): string => `figure-${++figures}`;
  const body = notebook.cells
    .map((cell) => cellHtml(cell, state, highlight, nextFigureId))
    .join("");
  const title = state.headings[0]?.text ?? notebook.path.replace(/^.*\/|\.ipynb$/g, "");
  const hasLiveFigures = body.includes(' data-plotly="');
  const html = frame({ title, body, contents: contentsHtml(state.headings), hasLiveFigures });
  return { title, html, hasLiveFigures, formulaErrors: state.formulaErrors };
}

function cellHtml(
  cell: Cell,
  state: PageState,
  highlight: (source: string) => string,
  nextFigureId: () => string,
): string {
  if (cell.kind === "markdown") {
    const before = state.headings.length;
    const html = renderMarkdown(cell.source, state);
    return cellAnchor(cell, state.headings[before]?.id) + html;
  }
  if (cell.kind !== "code") return "";
  const outputs = outputsHtml(cell.outputs, state, nextFigureId);
  const code = cell.source.trim() === "" ? "" : highlight(cell.source.trimEnd());
  return code + outputs === "" ? "" : `<div class="cell">${code}${outputs}</div>\n`;
}

/**
 * JupyterLab's fragment for a cell, so that a link to it leads there in the book too. A heading that
 * differs from its cell's name by capitals alone, as ReLU from relu, answers to both.
 */
function cellAnchor({ id }: Cell, heading: string | undefined): string {
  if (id === undefined) return "";
  const isOther = heading !== undefined && heading !== id && heading.toLowerCase() === id;
  const names = isOther ? [id, `cell-id=${id}`] : [`cell-id=${id}`];
  const anchors = names.map((name) => `<a class="cell-anchor" id="${escapeHtml(name)}"></a>`);
  return `${anchors.join("")}\n`;
}

/** Sections and subsections; the title is on the page already. */
function contentsHtml(headings: readonly Heading[]): string {
  const entries = headings.filter(({ level }) => level === 2 || level === 3);
  if (entries.length < 2) return "";
  const items = entries.map(
    ({ level, id, html }) =>
      `<li class="level-${level}"><a href="#${encodeURIComponent(id)}">${unlinked(html)}</a></li>`,
  );
  return `<nav class="contents" aria-label="Contents"><details open><summary>Contents</summary><ol>${items.join("")}</ol></details></nav>\n`;
}

function unlinked(html: string): string {
  return html.replace(/<\/?a\b[^>]*>/g, "");
}

interface Frame {
  readonly title: string;
  readonly body: string;
  readonly contents: string;
  readonly hasLiveFigures: boolean;
}

function frame({ title, body, contents, hasLiveFigures }: Frame): string {
  const scripts = hasLiveFigures
    ? `<script defer src="${PLOTLY_FILE}"></script>\n<script>${FIGURE_SCRIPT()}</script>\n`
    : "";
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="gradus">
<title>${escapeHtml(title)}</title>
<style>${styleSheet()}</style>
</head>
<body>
${contents}<main>
${body}</main>
<script>
// On a phone the list of sections is folded until it is wanted.
if (innerWidth < 700) for (const list of document.querySelectorAll(".contents details")) list.open = false;
</script>
${scripts}</body>
</html>
`;
}
