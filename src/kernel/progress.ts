/** Notebook: `progress` shows how far you are. */
import { EXERCISES } from "../checks/index.js";
import { type KeepOptions, knownProgress, ownFile } from "../progress/keep.js";
import { type ChapterSummary, summarize } from "../progress/summary.js";
import { chapterTable, exerciseTable } from "../progress/tables.js";
import { display } from "./display.js";
import { tableBundle } from "./html-table.js";
import { messageBundle } from "./message.js";
import type { MimeBundle } from "./mime-bundle.js";
import { escapeHtml } from "./value-text.js";

/**
 * Shows how far you are: chapter by chapter, which exercises are complete, tried or open, with their
 * points, tries and hints. It is kept in a file of this folder, which `npx gradus progress` can
 * export and remove.
 */
export function progress(): void {
  display(progressBundle());
}

/** What {@link progress} shows. */
export function progressBundle(options: KeepOptions = {}): MimeBundle {
  const { file = ownFile() } = options;
  if (file === null) return messageBundle("Progress is switched off (GRADUS_PROGRESS=off).");
  const { record, notice } = knownProgress({ ...options, file });
  if (record === null) return messageBundle(notice ?? "Progress cannot be read.");
  const summary = summarize(EXERCISES, record);
  const overview = tableBundle(chapterTable(summary, file));
  const details = summary.chapters.map(chapterBundle);
  const said = notice === null ? [] : [messageBundle(notice)];
  const bundles = [overview, ...said, ...details];
  return {
    "text/html": bundles.map((bundle) => bundle["text/html"]).join(""),
    "text/plain": bundles.map((bundle) => bundle["text/plain"]).join("\n\n"),
  };
}

/** A chapter that folds; one that was begun and is not complete stands open. */
function chapterBundle(chapter: ChapterSummary): MimeBundle {
  const table = exerciseTable(chapter);
  const { totals } = chapter;
  const isBegun = totals.open < totals.exercises && totals.complete < totals.exercises;
  const { caption, ...rest } = table;
  const summary = `<summary>${escapeHtml(caption)}</summary>`;
  return {
    "text/html": `<details${isBegun ? " open" : ""}>${summary}${tableBundle(rest)["text/html"]}</details>`,
    "text/plain": tableBundle(table)["text/plain"] as string,
  };
}
