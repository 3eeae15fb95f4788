/** Kernel: one sentence for the reader of a cell. */
import type { MimeBundle } from "./mime-bundle.js";
import { escapeHtml } from "./value-text.js";

/** The sentence as HTML and as plain text. */
export function messageBundle(message: string): MimeBundle {
  return { "text/html": `<p>${escapeHtml(message)}</p>`, "text/plain": message };
}
