/** Syllabus: what a text cites, exports and imports, read from the text alone. */

/**
 * Numbers of the equations that a source file cites: `Eq. (1.6)`, and lists and ranges after it,
 * as in `Eq. (1.6), (1.7) and (1.9) to (1.11)`.
 *
 * @example
 * citedEquations("by Eq. (1.6) to (1.8) and (2.1)"); // => ["1.6", "1.7", "1.8", "2.1"]
 */
export function citedEquations(text: string): string[] {
  // A citation may run over the end of a line of a comment.
  const flat = text.replace(/\s*\n\s*(?:\*(?!\/)|\/\/)?\s*/g, " ");
  const found: string[] = [];
  for (const [citation] of flat.matchAll(CITATION)) {
    for (const [, range, number = ""] of citation.matchAll(/(to|–)? ?\((\d+\.\d+)\)/g)) {
      found.push(...(range === undefined ? [number] : between(found.at(-1)!, number)));
    }
  }
  return [...new Set(found)];
}

const CITATION = /\bEqs?\. \(\d+\.\d+\)(?:,? ?(?:and|or|to|–|,)? ?\(\d+\.\d+\))*/g;

/** The numbers after `from` up to `to`, within one chapter. */
function between(from: string, to: string): string[] {
  const [chapter, first] = from.split(".");
  const [lastChapter, last] = to.split(".");
  if (chapter !== lastChapter) return [to];
  const count = Math.max(1, Number(last) - Number(first));
  return Array.from({ length: count }, (_, i) => `${chapter}.${Number(last) - count + 1 + i}`);
}

/**
 * Names of the values, not the types, that a TypeScript file exports.
 *
 * @example
 * exportedNames("export const a = 1;\nexport type B = 2;\nexport { c, type D } from './c.js';"); // => ["a", "c"]
 */
export function exportedNames(text: string): string[] {
  const declared = [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)];
  const listed = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list = ""]) =>
    names(list),
  );
  return [...new Set([...declared.map(([, name = ""]) => name), ...listed])];
}

/** An import of values: the names in the file they come from, and its specifier. */
export interface NamedImport {
  readonly names: readonly string[];
  readonly from: string;
}

/** The imports by name of a TypeScript file, types left out. */
export function namedImports(text: string): NamedImport[] {
  const found = [...text.matchAll(/^import \{([^}]*)\} from "([^"]+)"/gm)];
  return found.map(([, list = "", from = ""]) => ({ names: names(list, "imported"), from }));
}

/** Names of a braced list; of `a as b`, `b` is what an export offers and `a` what an import takes. */
function names(list: string, of: "exported" | "imported" = "exported"): string[] {
  return list
    .replace(/\/\/.*$/gm, "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "" && !entry.startsWith("type "))
    .map((entry) => {
      const [first = "", second = first] = entry.split(/\s+as\s+/);
      return of === "exported" ? second : first;
    });
}

/**
 * Errata that a text names, as in "the Jacobian is W itself (E4)" or "Erratum E4".
 *
 * @example
 * namedErrata("a mean (E3); who was first (E8, E11)"); // => ["E3", "E8", "E11"]
 */
export function namedErrata(text: string): string[] {
  const groups = [...text.matchAll(/(?:\(|Erratum )(E\d+(?:, E\d+)*)/g)];
  return [...new Set(groups.flatMap(([, list = ""]) => list.split(", ")))];
}

/** A section found in the text of a lecture. */
export interface SectionText {
  readonly number: string;
  readonly title: string;
  readonly equations: readonly { readonly number: string; readonly latex: string }[];
  readonly errata: readonly string[];
}

/** The numbered sections of a lecture, from the text of its markdown cells. */
export function sectionsOf(markdown: string): SectionText[] {
  const parts = markdown.split(/^(?=## \d+\.\d+ )/m);
  return parts.flatMap((part) => {
    const [, number, title] = /^## (\d+\.\d+) (.*)/.exec(part) ?? [];
    if (number === undefined || title === undefined) return [];
    const equations = [...part.matchAll(/\$\$((?:(?!\$\$)[\s\S])*?)\\tag\{(\d+\.\d+)\}/g)].map(
      ([, latex = "", tag = ""]) => ({ number: tag, latex: latex.trim() }),
    );
    return [{ number, title: title.trim(), equations, errata: namedErrata(part) }];
  });
}
