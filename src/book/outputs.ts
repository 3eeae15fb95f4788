/** The web book: what a cell wrote. Figures, tables, text; in each output the format that says most. */
import type { JsonObject } from "../notebook/json.js";
import type { Output } from "../notebook/notebook.js";
import { figureHtml } from "./figure.js";
import { escapeHtml, OUTPUT_TAGS } from "./html.js";
import { type PageState, renderHtml, renderMarkdown } from "./markdown.js";

/** Gives each figure of a page an id of its own. */
export type FigureIds = () => string;

/** The outputs of one cell as HTML. */
export function outputsHtml(
  outputs: readonly Output[],
  state: PageState,
  nextFigureId: FigureIds,
): string {
  const parts: string[] = [];
  for (let index = 0; index < outputs.length; index++) {
    const output = outputs[index]!;
    const data = bundleOf(output);
    if (data === undefined) {
      parts.push(streamHtml(output));
    } else if (isFigure(data)) {
      const caption = captionAfter(outputs[index + 1], textOf(data, "text/plain"));
      if (caption !== undefined) index += 1;
      parts.push(figure(data, caption, state, nextFigureId()));
    } else {
      parts.push(bundleHtml(data, state));
    }
  }
  return parts.join("");
}

function bundleOf({
  output_type: type,
  data,
}: Output & { data?: unknown }): JsonObject | undefined {
  const isBundle = type === "display_data" || type === "execute_result";
  return isBundle ? ((data ?? {}) as JsonObject) : undefined;
}

function textOf(data: JsonObject, mime: string): string | undefined {
  const part = data[mime];
  return typeof part === "string" ? part : undefined;
}

function isFigure(data: JsonObject): boolean {
  return "application/vnd.plotly.v1+json" in data || "image/svg+xml" in data || "image/png" in data;
}

/** The visible caption that `show()` writes after a figure: markdown with the same plain text. */
function captionAfter(next: Output | undefined, alt: string | undefined): string | undefined {
  const data = next === undefined ? undefined : bundleOf(next);
  const caption = data === undefined ? undefined : textOf(data, "text/markdown");
  if (data === undefined || caption === undefined || alt === undefined) return undefined;
  return plain(caption) === plain(alt) ? caption : undefined;
}

/** A text's letters and digits alone, so that markdown and plain text of one caption are equal. */
function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

function figure(
  data: JsonObject,
  caption: string | undefined,
  state: PageState,
  id: string,
): string {
  const alt = textOf(data, "text/plain") ?? "";
  const parts = {
    svg: textOf(data, "image/svg+xml"),
    png: textOf(data, "image/png"),
    plotly: data["application/vnd.plotly.v1+json"],
    alt,
    captionHtml: caption === undefined ? escapeHtml(alt) : renderMarkdown(caption, state),
  };
  return figureHtml(parts, id);
}

function bundleHtml(data: JsonObject, state: PageState): string {
  const html = textOf(data, "text/html");
  if (html !== undefined) {
    return `<div class="output wide">${renderHtml(html, OUTPUT_TAGS, state)}</div>\n`;
  }
  const markdown = textOf(data, "text/markdown");
  if (markdown !== undefined) {
    return `<div class="output">${renderMarkdown(markdown, state)}</div>\n`;
  }
  return textHtml(textOf(data, "text/plain") ?? "", "");
}

function streamHtml(
  output: Output & { text?: unknown; name?: unknown; traceback?: unknown },
): string {
  if (output.output_type === "error") {
    const { ename, evalue } = output as { ename?: unknown; evalue?: unknown };
    return textHtml(`${String(ename)}: ${String(evalue)}`, " stderr");
  }
  const text = typeof output.text === "string" ? output.text : "";
  return textHtml(text, output.name === "stderr" ? " stderr" : "");
}

function textHtml(text: string, kind: string): string {
  // Colour codes of terminals say nothing here.
  const bare = text.replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g"), "").trimEnd();
  if (bare === "") return "";
  return `<pre class="output${kind}">${escapeHtml(bare)}</pre>\n`;
}
