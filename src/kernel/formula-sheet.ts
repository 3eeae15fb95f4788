/** Notebook: `formulaSheet` lists the equations of a chapter. */
import { EQUATIONS } from "../syllabus/equations.js";
import { display } from "./display.js";
import { messageBundle } from "./message.js";
import type { MimeBundle } from "./mime-bundle.js";

/**
 * Shows the numbered equations of a chapter, in order, with their names.
 *
 * @param chapter - the chapter's number as text, as in "2"
 */
export function formulaSheet(chapter: string): void {
  display(formulaSheetBundle(chapter));
}

/** What {@link formulaSheet} shows. */
export function formulaSheetBundle(chapter: string): MimeBundle {
  const wanted = String(chapter).trim();
  const equations = EQUATIONS.filter(({ number }) => number.split(".")[0] === wanted);
  if (equations.length === 0) {
    const chapters = [...new Set(EQUATIONS.map(({ number }) => number.split(".")[0]))].join(", ");
    return messageBundle(
      `There are no equations of a chapter "${wanted}". The chapters are ${chapters}, as in formulaSheet("2").`,
    );
  }
  // Display formulas, not a table: a long one scrolls by itself and leaves the others in place.
  const items = equations.map(
    ({ number, name, latex }) => `**(${number})** ${name}\n\n$$${latex}$$`,
  );
  const lines = equations.map(({ number, name, latex }) => `(${number}) ${name}: ${latex}`);
  return { "text/markdown": items.join("\n\n"), "text/plain": lines.join("\n") };
}
