/** The glossary as a notebook: a cell a term, with the section that introduces it and its formulas. */

import { basename } from "node:path";
import { cleanNotebook } from "../notebook/clean.js";
import type { Cell, Notebook } from "../notebook/notebook.js";
import { EQUATIONS } from "../syllabus/equations.js";
import { type Term, termAnchor } from "../syllabus/glossary.js";

const INTRODUCTION = `# Glossary

Every term of the course in plain words, with the section that introduces it. Where a term has a formula, it stands below, with its number before it.`;

/**
 * The page of these terms, in their order.
 *
 * @param lectures - the lectures, to link to their sections
 */
export function glossaryPage(terms: readonly Term[], lectures: readonly Notebook[]): Notebook {
  const sections = sectionLinks(lectures);
  const cells = [
    markdownCell("title", INTRODUCTION),
    ...terms.map((term) => markdownCell(termAnchor(term.term), termText(term, sections))),
  ];
  return cleanNotebook({ path: "notebooks/glossary.ipynb", cells, metadata: {}, minor: 5 });
}

function markdownCell(id: string, source: string): Cell {
  return { kind: "markdown", id, metadata: {}, source };
}

function termText(
  { term, also, definition, section, equations }: Term,
  sections: ReadonlyMap<string, string>,
): string {
  const target = sections.get(section);
  const place = target === undefined ? `Section ${section}.` : `[Section ${section}](${target}).`;
  const others = also.length === 0 ? "" : ` Also called ${also.join(", ")}.`;
  const formulas = equations.map((number) => {
    const equation = EQUATIONS.find((candidate) => candidate.number === number);
    return equation === undefined ? `(${number})` : `$$(${number}) \\qquad ${equation.latex}$$`;
  });
  return [`### ${term}`, `${definition}${others} ${place}`, ...formulas].join("\n\n");
}

/** Links to the lectures' sections by number, each to the cell with its heading. */
function sectionLinks(lectures: readonly Notebook[]): Map<string, string> {
  const links = new Map<string, string>();
  for (const { path, cells } of lectures) {
    for (const { kind, source, id } of cells) {
      if (kind !== "markdown" || id === undefined) continue;
      for (const [, number] of source.matchAll(/^## (\d+\.\d+)\s/gm)) {
        links.set(number!, `${basename(path)}#cell-id=${id}`);
      }
    }
  }
  return links;
}
