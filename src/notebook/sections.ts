/** Lectures: the sections of a notebook, each from one `## ` heading to the next. */
import type { Notebook } from "./notebook.js";

/** A run of cells under one heading; what comes before the first heading is a section too. */
export interface Section {
  /** The heading's text, empty before the first. */
  readonly title: string;
  /** Number of the first cell, from 1. */
  readonly first: number;
  /** Number of the last cell. */
  readonly last: number;
}

const HEADING = /^## +(.+?) *#*$/m;

/** The sections in order; together they hold every cell once. */
export function sectionsOf(notebook: Notebook): Section[] {
  const starts = notebook.cells.flatMap((cell, index) => {
    const title = cell.kind === "markdown" ? HEADING.exec(cell.source)?.[1] : undefined;
    return title === undefined ? [] : [{ title, first: index + 1 }];
  });
  if (starts[0]?.first !== 1) starts.unshift({ title: "", first: 1 });
  return starts.map(({ title, first }, index) => ({
    title,
    first,
    last: (starts[index + 1]?.first ?? notebook.cells.length + 1) - 1,
  }));
}

/** The notebook with only this section's cells left in it; every cell keeps its number. */
export function onlySection(notebook: Notebook, { first, last }: Section): Notebook {
  const cells = notebook.cells.map((cell, index) =>
    index + 1 >= first && index + 1 <= last ? cell : { ...cell, source: "" },
  );
  return { ...notebook, cells };
}

/** Whether a notebook is a lecture: its sections stand alone, and its numbers carry claims. */
export function isLecture({ path }: Notebook): boolean {
  return /(?:^|[\\/])notebooks[\\/][^\\/]+$/.test(path);
}
