/**
 * The web book: one figure. A still picture stands in the page; where scripts run, Plotly puts the
 * live figure in its place. The caption stands below both.
 */
import { escapeHtml, scriptJson } from "./html.js";

/** The formats a figure came in, and its caption as HTML. */
export interface FigureParts {
  readonly svg: string | undefined;
  /** Base64 of a PNG, where there is no SVG. */
  readonly png: string | undefined;
  /** Plotly's JSON. */
  readonly plotly: unknown;
  /** Plain text for those who cannot see the picture. */
  readonly alt: string;
  readonly captionHtml: string;
}

/** The figure as HTML; `id` is its own on the page. */
export function figureHtml(
  { svg, png, plotly, alt, captionHtml }: FigureParts,
  id: string,
): string {
  const live = plotly === undefined ? "" : ` data-plotly="${id}-data"`;
  const data =
    plotly === undefined
      ? ""
      : `<script type="application/json" id="${id}-data">${scriptJson(plotly)}</script>`;
  const caption = captionHtml === "" ? "" : `<figcaption>${captionHtml}</figcaption>`;
  const picture = svg === undefined ? pngHtml(png, alt) : svgHtml(svg, alt, id);
  return `<figure id="${id}"><div class="picture"${live}>${picture}</div>${caption}${data}</figure>\n`;
}

function pngHtml(png: string | undefined, alt: string): string {
  if (png === undefined) return `<p class="no-picture">${escapeHtml(alt)}</p>`;
  return `<img alt="${escapeHtml(alt)}" src="data:image/png;base64,${png.replace(/[^A-Za-z0-9+/=]/g, "")}">`;
}

/** What an inline SVG must not have; one that has it is shown as an image, where nothing of it runs. */
const ACTIVE = /<script|<foreignObject|<!|<\?|\son\w+\s*=|javascript:|<style|<iframe|<image|<use/i;

function svgHtml(svg: string, alt: string, id: string): string {
  const text = svg.replace(/^\s*<\?xml[^>]*\?>/, "").trim();
  if (ACTIVE.test(text) || !/^<svg[\s>]/.test(text)) {
    const code = Buffer.from(svg, "utf8").toString("base64");
    return `<img alt="${escapeHtml(alt)}" src="data:image/svg+xml;base64,${code}">`;
  }
  return withOwnIds(text, id);
}

/** The SVG with ids that no other figure of the page has. */
function withOwnIds(svg: string, id: string): string {
  return svg
    .replace(/\bid="([^"]+)"/g, `id="${id}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${id}-$1)`)
    .replace(/\b(xlink:href|href)="#([^"]+)"/g, `$1="#${id}-$2"`)
    .replace(/\b(aria-labelledby|aria-describedby)="([^"]+)"/g, (_, name: string, ids: string) => {
      const own = ids.split(/\s+/).map((one) => `${id}-${one}`);
      return `${name}="${own.join(" ")}"`;
    });
}
