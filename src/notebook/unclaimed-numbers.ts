/**
 * Lectures: numbers in prose that nothing vouches for. A number with a decimal point or a percent
 * sign carries a claim, stands in a code cell of its section, or is marked as given.
 */
import { CLAIM, type ClaimFinding } from "./claims.js";
import { codeCells, type Notebook } from "./notebook.js";
import { type PrintedNumber, printedNumbers } from "./printed-number.js";
import { sectionsOf } from "./sections.js";

const GIVEN = /<!--\s*given\s*-->/g;
const SUMMARY = /^summary$/i;

/** The unclaimed numbers of a lecture, in order. */
export function unclaimedNumbers(notebook: Notebook): ClaimFinding[] {
  const headings = sectionsOf(notebook).map(({ title }) => title.split(/\s/)[0]!);
  const everywhere = codeNumbers(notebook, 1, notebook.cells.length);
  for (const { kind, source } of notebook.cells) {
    if (kind === "markdown") for (const { value } of vouched(source)) everywhere.add(key(value));
  }
  return sectionsOf(notebook).flatMap(({ title, first, last }) => {
    // The summary repeats what the sections have shown.
    const known = SUMMARY.test(title) ? everywhere : codeNumbers(notebook, first, last);
    return notebook.cells
      .slice(first - 1, last)
      .flatMap(({ kind, source }, index) =>
        kind === "markdown" ? unclaimedIn(source, first + index, known, headings) : [],
      );
  });
}

function unclaimedIn(
  source: string,
  cell: number,
  known: ReadonlySet<string>,
  headings: readonly string[],
): ClaimFinding[] {
  const prose = proseOf(source, headings);
  const safe = new Set(vouched(prose).map(({ start }) => start));
  const numbers = printedNumbers(blankComments(prose));
  return numbers
    .filter(({ hasPoint, isPercent }) => hasPoint || isPercent)
    .filter(({ start, value, isPercent }) => {
      const isKnown = known.has(key(value)) || (isPercent && known.has(key(value / 100)));
      return !safe.has(start) && !isKnown;
    })
    .map(({ start, text, isPercent }) => {
      const line = source.slice(0, start).split("\n").length;
      const printed = isPercent ? `${text} %` : text;
      const message = `${printed} has no claim, and no code of its section holds it; write <!--= expression --> after it, or <!--given-->`;
      return { cell, line, message };
    });
}

/** The numbers that a claim or a mark after them vouches for. */
function vouched(prose: string): PrintedNumber[] {
  const numbers = printedNumbers(blankComments(prose));
  const marks = [...prose.matchAll(CLAIM), ...prose.matchAll(GIVEN)].sort(
    (a, b) => a.index - b.index,
  );
  return marks.flatMap((mark, index) => {
    const from = marks[index - 1]?.index ?? 0;
    const before = numbers.filter(({ start, end }) => start >= from && end <= mark.index);
    const named = new Set(printedNumbers(mark[1] ?? "").map(({ value }) => key(value)));
    const last = numbers.filter(({ end }) => end <= mark.index).slice(-1);
    return [...before.filter(({ value }) => named.has(key(value))), ...last];
  });
}

/** The text with everything blanked that is no prose; places stay as they are. */
function proseOf(source: string, headings: readonly string[]): string {
  const blanked = [
    /^(```|~~~)[\s\S]*?^\1/gm,
    /^#{1,6} .*$/gm,
    /\$\$[\s\S]*?\$\$/g,
    /`[^`\n]+`/g,
    /\]\([^)\n]*\)/g,
    /<?https?:\/\/[^\s)>]+/g,
    /<\/?[a-z][^>]*>/gi,
    // References: (1.3), Exercise 1.3, Figures 1.3 and 1.4, E4.
    /(?<![\w)}])\((?:[1-9]\.\d{1,2})(?:(?:,| and| or| to|–)? ?\(?[1-9]\.\d{1,2})*\)/g,
    /\b(?:exercises?|figures?|eqs?\.?|equations?|sections?|lectures?|chapters?|questions?|quiz)(?:\s|~)+\(?\d\.\d{1,2}[a-z]?\)?(?:(?:,| and| or| to| through|–) ?\(?\d\.\d{1,2}[a-z]?\)?)*/gi,
  ];
  const text = blanked.reduce((rest, pattern) => rest.replace(pattern, blank), source);
  const numbered = headings.filter((name) => /^\d\.\d{1,2}$/.test(name));
  const soft =
    /\b(in|see|from|of|and|to|since|after|before|until|by)( |\n)(\d\.\d{1,2})(?![\d%]| %|\\%)/gi;
  return text.replace(soft, (whole, _word, _gap, number: string) =>
    numbered.includes(number) ? blank(whole) : whole,
  );
}

function blankComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->/g, blank);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

function codeNumbers(notebook: Notebook, first: number, last: number): Set<string> {
  const cells = codeCells(notebook).filter(({ number }) => number >= first && number <= last);
  const numbers = cells.flatMap(({ cell }) => [
    ...printedNumbers(cell.source.replace(/(?<=\d)_(?=\d)/g, "")),
  ]);
  return new Set(numbers.map(({ value }) => key(value)));
}

/** Numbers are equal if their sizes are: a sign may stand as a word. */
function key(value: number): string {
  return String(Number(Math.abs(value).toPrecision(12)));
}
