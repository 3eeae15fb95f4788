/** The web book: TypeScript with its colours, as it stands in a cell. */
import { createHighlighter, type Highlighter } from "shiki";

const THEME = "github-light-high-contrast";

let highlighter: Promise<Highlighter> | undefined;

/** Loads the grammar once and gives a function from a cell's source to HTML. */
export async function codeHighlighter(): Promise<(source: string) => string> {
  highlighter ??= createHighlighter({ themes: [THEME], langs: ["typescript"] });
  const { codeToHtml } = await highlighter;
  // Without a time limit: on a busy machine the grammar's first line would stay without colours.
  const options = { lang: "typescript", theme: THEME, tokenizeTimeLimit: 0 };
  const html = (source: string): string => codeToHtml(source, options);
  // The page's own tint stands behind code, so the theme's white goes.
  return (source) => html(source).replace(/background-color:#[0-9a-f]+;?/i, "");
}
