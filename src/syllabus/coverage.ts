/** Syllabus: how far one item is covered, aspect by aspect, with the places that show it. */
import type { Evidence, SourceFile } from "./evidence.js";
import type { Aspect, SyllabusItem } from "./item.js";

/** One aspect of one item: how many of its parts are there, which are not, and where they stand. */
export interface Coverage {
  /** `none` where the aspect does not apply. */
  readonly state: "full" | "part" | "missing" | "none";
  readonly have: number;
  readonly of: number;
  /** Files, rows, exercises or sections. */
  readonly places: readonly string[];
  readonly missing: readonly string[];
}

/** An item with all its aspects. */
export interface TracedItem {
  readonly item: SyllabusItem;
  readonly aspects: Readonly<Record<Aspect, Coverage>>;
}

/** What is looked for, and where it was found. */
interface Part {
  readonly name: string;
  readonly places: readonly string[];
}

/** The state that parts are in; without any part the aspect does not apply. */
function coverage(parts: readonly Part[]): Coverage {
  const missing = parts.filter(({ places }) => places.length === 0).map(({ name }) => name);
  const have = parts.length - missing.length;
  const places = [...new Set(parts.flatMap((part) => part.places))];
  const rest = { have, of: parts.length, places, missing };
  if (parts.length === 0) return { state: "none", ...rest };
  if (have === 0) return { state: "missing", ...rest };
  return { state: missing.length === 0 ? "full" : "part", ...rest };
}

/** Zones where an item's functions and equations may stand. */
const CODE = /^src\/(math|datasets|figures)\//;

/** The files of code, those nearest to the root of their zone first. */
export function codeFiles(evidence: Evidence): SourceFile[] {
  const depth = ({ path }: SourceFile) => path.split("/").length;
  return evidence.sources.filter(({ path }) => CODE.test(path)).sort((a, b) => depth(a) - depth(b));
}

/** The file that offers a function; of two with the same name, the one nearer to the root. */
export function fileOf(name: string, evidence: Evidence): string | undefined {
  return codeFiles(evidence).find(({ exports }) => exports.includes(name))?.path;
}

/** The function that a row of the reference is about: the word that its name begins with. */
export function comparedName(row: string): string {
  return /^\w*/.exec(row)![0];
}

/** Trace one item through the tree. */
export function traceItem(
  item: SyllabusItem,
  evidence: Evidence,
  noCounterpart: Readonly<Record<string, string>>,
): TracedItem {
  const { functions = [], equations = [], sections = [] } = item;
  const code = codeFiles(evidence);
  const some = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

  const defined = functions.map((name) => ({ name, places: some(fileOf(name, evidence)) }));
  const cited = equations.map((number) => ({
    name: `(${number})`,
    places: code.filter((file) => file.equations.includes(number)).map(({ path }) => path),
  }));
  const tested = functions.map((name) => {
    const from = fileOf(name, evidence);
    const imports = (file: Evidence["tests"][number]) =>
      file.imports.some(
        (entry) => entry.name === name && (entry.from === from || entry.from === "src/index.ts"),
      );
    return { name, places: evidence.tests.filter(imports).map(({ path }) => path) };
  });
  const compared = functions
    .filter((name) => /^src\/math\//.test(fileOf(name, evidence) ?? "src/math/"))
    .filter((name) => noCounterpart[name] === undefined)
    .map((name) => ({
      name,
      places: evidence.referenceRows.filter((row) => comparedName(row) === name),
    }));
  const practised = evidence.exercises.filter(({ syllabus }) => syllabus.includes(item.id));
  const taught = [
    ...equations.map((number) => ({
      name: `(${number})`,
      places: evidence.sections
        .filter((section) => section.equations.some((equation) => equation.number === number))
        .map((section) => section.number),
    })),
    ...sections.map((number) => ({
      name: number,
      places: evidence.sections.filter((section) => section.number === number).map(() => number),
    })),
  ];

  const exercise = { name: "an exercise", places: practised.map(({ id }) => id) };
  const isTold = item.kind !== "computes";
  const untaught = { name: "a section", places: [] };
  return {
    item,
    aspects: {
      code: coverage([...defined, ...cited]),
      test: coverage(tested),
      reference: coverage(compared),
      exercise: coverage(isTold && practised.length === 0 ? [] : [exercise]),
      lecture: coverage(taught.length === 0 && item.kind !== "lost" ? [untaught] : taught),
    },
  };
}
