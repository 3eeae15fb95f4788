/** The command line: the traced syllabus as a table for a terminal, its totals, and its gaps. */
import type { Coverage } from "../syllabus/coverage.js";
import { ASPECTS, type Aspect } from "../syllabus/item.js";
import type { Gaps, Trace, TracedErratum, TracedGroup } from "../syllabus/trace.js";

const TITLE_WIDTH = 58;
const HEADS: readonly string[] = ASPECTS.map((aspect) => aspect.padEnd(9));

/** The whole report. */
export function syllabusText(trace: Trace): string {
  return [
    ...trace.groups.flatMap(groupLines),
    ...totalLines(trace.groups),
    ...errataLines(trace.errata),
    ...gapLines(trace.gaps),
    ...problemLines(trace.problems),
  ].join("\n");
}

function groupLines({ letter, title, items }: TracedGroup): string[] {
  return [
    row(letter, title, HEADS),
    ...items.map(({ item, aspects }) =>
      row(
        item.id,
        item.title,
        ASPECTS.map((aspect) => mark(aspects[aspect])),
      ),
    ),
    "",
  ];
}

/** ✓ covered, a share where part of it is, – not covered, n/a where the aspect does not apply. */
function mark({ state, have, of }: Coverage): string {
  return { full: "✓", part: `${have}/${of}`, missing: "–", none: "n/a" }[state];
}

function row(id: string, title: string, cells: readonly string[]): string {
  const short = title.length > TITLE_WIDTH ? `${title.slice(0, TITLE_WIDTH - 1)}…` : title;
  const rest = cells.map((cell) => cell.padEnd(9)).join(" ");
  return `${id.padEnd(4)} ${short.padEnd(TITLE_WIDTH)} ${rest}`.trimEnd();
}

function totalLines(groups: readonly TracedGroup[]): string[] {
  const all = { letter: "all", title: "", items: groups.flatMap((group) => group.items) };
  return [
    row("", "Covered, of the items that it applies to", HEADS),
    ...[...groups, all].map((group) =>
      row(
        group.letter,
        `${group.items.length} items`,
        ASPECTS.map((aspect) => total(group, aspect)),
      ),
    ),
    "",
  ];
}

function total({ items }: TracedGroup, aspect: Aspect): string {
  const states = items.map(({ aspects }) => aspects[aspect].state);
  const asked = states.filter((state) => state !== "none").length;
  return asked === 0 ? "n/a" : `${states.filter((state) => state === "full").length}/${asked}`;
}

function errataLines(errata: readonly TracedErratum[]): string[] {
  return [
    row("E", "What a source says, and a test or a lecture sets right", ["test", "lecture"]),
    ...errata.map(({ erratum, tests, sections }) =>
      row(
        erratum.id,
        erratum.said,
        [tests, sections].map((list) => (list.length > 0 ? "✓" : "–")),
      ),
    ),
    "",
  ];
}

function gapLines(gaps: Gaps): string[] {
  const line = (id: string, rest: readonly string[]) => `${id.padEnd(4)} ${rest.join(" · ")}`;
  return [
    ...list(
      "Missing in part, or in code, tests or reference",
      gaps.missing.map(({ id, lacks }) =>
        line(
          id,
          lacks.map(({ aspect, names }) => `${aspect}: ${names.join(", ")}`),
        ),
      ),
    ),
    ...list(
      "Covered, and not yet claimed by `done`",
      gaps.unclaimed.map(({ id, aspects }) => line(id, aspects)),
    ),
    ...list("Errata that no test names", words(gaps.errataUntested)),
    ...list("Equations cited in code that stand in no lecture yet", words(gaps.citedUntaught)),
    ...list("Equations that no code cites", words(gaps.uncited)),
    ...list('Functions that `import { … } from "gradus"` does not give', words(gaps.notPublic)),
  ];
}

function problemLines(problems: readonly string[]): string[] {
  return problems.length === 0
    ? ["Nothing dangles, and every claim holds."]
    : list(`Problems (${problems.length})`, problems).slice(0, -1);
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ""];
}

/** Words in lines of at most 100 characters. */
function words(all: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of all) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > 98) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
