/** The web book: what every page carries with it, read once from the files beside this one. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** Where a page looks for Plotly; without it the still pictures stay. */
export const PLOTLY_FILE = "plotly-cartesian.min.js";

/** Plotly's file in node_modules. */
export function plotlySource(): string {
  return require.resolve("plotly.js-cartesian-dist-min/plotly-cartesian.min.js");
}

/** The script that puts live figures in the place of the pictures. */
export const FIGURE_SCRIPT: () => string = once(() => own("live-figures.js"));

/** The page's style with KaTeX's, its fonts inside, so that a page is one file and needs no network. */
export const styleSheet: () => string = once(() => `${katexStyle()}\n${own("book.css")}`);

function own(name: string): string {
  return readFileSync(new URL(`../../src/book/${name}`, import.meta.url), "utf8");
}

function katexStyle(): string {
  const file = require.resolve("katex/dist/katex.min.css");
  const folder = dirname(file);
  // Every browser of the last ten years reads woff2; the older formats would triple the size.
  return readFileSync(file, "utf8").replace(
    /src:url\(([^)]+\.woff2)\)[^;}]*/g,
    (_, font: string) => {
      const data = readFileSync(join(folder, font)).toString("base64");
      return `src:url(data:font/woff2;base64,${data}) format("woff2")`;
    },
  );
}

function once(read: () => string): () => string {
  let text: string | undefined;
  return () => {
    text ??= read();
    return text;
  };
}
