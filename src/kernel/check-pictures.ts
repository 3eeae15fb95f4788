/** Kernel: the pictures of failed checks, under their table: still, and inside the one HTML output. */
import type { Figure } from "../figures/figure.js";
import { renderSvg } from "../figures/static-svg.js";
import { escapeHtml } from "../grading/report.js";
import type { ExerciseResult } from "../grading/verdict.js";

/** In pixels; what is narrower than this scrolls sideways, so that the words stay legible. */
const WIDTH = 540;
const NARROWEST = 360;

/** Every picture of a result with its caption, or nothing. */
export function picturesHtml({ checks }: ExerciseResult): string {
  return checks
    .map(({ check, picture }) => (picture === undefined ? "" : pictureHtml(check, picture)))
    .join("");
}

function pictureHtml(check: string, picture: Figure): string {
  // An image and not inline SVG: a page that does not trust its outputs removes the latter.
  const data = Buffer.from(renderSvg(picture, { width: WIDTH }), "utf8").toString("base64");
  const alt = escapeHtml(picture.alt ?? picture.caption);
  const image = `<img src="data:image/svg+xml;base64,${data}" alt="${alt}" width="${WIDTH}" style="display:block;width:100%;min-width:${NARROWEST}px;max-width:${WIDTH}px;height:auto">`;
  const caption = `<strong>${escapeHtml(check)}.</strong> ${escapeHtml(picture.caption)}`;
  return `<div style="overflow-x:auto;margin-top:12px">${image}</div><p style="max-width:${WIDTH}px;margin:4px 0 12px">${caption}</p>`;
}
