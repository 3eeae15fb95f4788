/** Syllabus: the whole manifest held against the tree: what is covered, what is not, what is wrong. */
import { codeFiles, comparedName, fileOf, type TracedItem, traceItem } from "./coverage.js";
import type { Equation } from "./equations.js";
import type { Evidence } from "./evidence.js";
import { ASPECTS, type Aspect, type Erratum, PROVEN, type SyllabusGroup } from "./item.js";

/** What is written by hand: the manifest. */
export interface Manifest {
  readonly groups: readonly SyllabusGroup[];
  readonly errata: readonly Erratum[];
  readonly equations: readonly Equation[];
  readonly noCounterpart: Readonly<Record<string, string>>;
}

/** A group with its items traced. */
export interface TracedGroup {
  readonly letter: string;
  readonly title: string;
  readonly items: readonly TracedItem[];
}

/** An erratum with the places that name it. */
export interface TracedErratum {
  readonly erratum: Erratum;
  readonly tests: readonly string[];
  readonly sections: readonly string[];
}

/** What an aspect of an item still lacks. */
export interface Lack {
  readonly aspect: Aspect;
  readonly names: readonly string[];
}

/** Lists of what is still to do; none of them is a failure. */
export interface Gaps {
  /** By item, what its aspects still lack, by name. */
  readonly missing: readonly { readonly id: string; readonly lacks: readonly Lack[] }[];
  /** Aspects that are covered and not claimed yet, by item. */
  readonly unclaimed: readonly { readonly id: string; readonly aspects: readonly Aspect[] }[];
  /** Errata that no test names. */
  readonly errataUntested: readonly string[];
  /** Equations that code cites and no lecture has. */
  readonly citedUntaught: readonly string[];
  /** Equations that no code cites. */
  readonly uncited: readonly string[];
  /** Functions that exist and that `import { … } from "gradus"` does not give. */
  readonly notPublic: readonly string[];
}

/** The manifest held against the tree. */
export interface Trace {
  readonly groups: readonly TracedGroup[];
  readonly errata: readonly TracedErratum[];
  readonly gaps: Gaps;
  /** What must not be: dangling names, and claims that do not hold. */
  readonly problems: readonly string[];
}

/**
 * Hold the manifest against the tree.
 *
 * @param manifest - items, errata, equations, as written by hand
 * @param evidence - files, tests, exercises, lectures, as found
 */
export function traceSyllabus(manifest: Manifest, evidence: Evidence): Trace {
  const groups = manifest.groups.map(({ items, ...group }) => ({
    ...group,
    items: items.map((item) => traceItem(item, evidence, manifest.noCounterpart)),
  }));
  const errata = manifest.errata.map((erratum) => ({
    erratum,
    tests: evidence.tests.filter((file) => file.errata.includes(erratum.id)).map((f) => f.path),
    sections: evidence.sections.filter((s) => s.errata.includes(erratum.id)).map((s) => s.number),
  }));
  const items = groups.flatMap((group) => group.items);
  return {
    groups,
    errata,
    gaps: gapsOf(manifest, evidence, items, errata),
    problems: [...danglingNames(manifest, evidence), ...brokenClaims(items, errata)],
  };
}

function gapsOf(
  manifest: Manifest,
  evidence: Evidence,
  items: readonly TracedItem[],
  errata: readonly TracedErratum[],
): Gaps {
  const cited = new Set(codeFiles(evidence).flatMap((file) => file.equations));
  const taught = new Set(evidence.sections.flatMap((s) => s.equations.map((e) => e.number)));
  const known = manifest.equations.map(({ number }) => number);
  const index = evidence.sources.find(({ path }) => path === "src/index.ts")?.exports ?? [];
  const functions = [...new Set(items.flatMap(({ item }) => item.functions ?? []))];
  return {
    missing: items.flatMap(({ item, aspects }) => {
      // Where there is no exercise or lecture at all, there is nothing to name.
      const named = ASPECTS.filter(
        (aspect) => PROVEN.includes(aspect) || aspects[aspect].state === "part",
      );
      const lacks = named
        .map((aspect) => ({ aspect, names: aspects[aspect].missing }))
        .filter(({ names }) => names.length > 0);
      return lacks.length === 0 ? [] : [{ id: item.id, lacks }];
    }),
    unclaimed: items.flatMap(({ item, aspects }) => {
      const held = ASPECTS.filter((aspect) => aspects[aspect].state === "full");
      const free = held.filter((aspect) => !item.done?.includes(aspect));
      return free.length === 0 ? [] : [{ id: item.id, aspects: free }];
    }),
    errataUntested: errata.filter(({ tests }) => tests.length === 0).map((e) => e.erratum.id),
    citedUntaught: known.filter((number) => cited.has(number) && !taught.has(number)),
    uncited: known.filter((number) => !cited.has(number)),
    notPublic: functions.filter(
      (name) => fileOf(name, evidence) !== undefined && !index.includes(name),
    ),
  };
}

/** Names that lead nowhere: each sentence says who names what. */
function danglingNames(manifest: Manifest, evidence: Evidence): string[] {
  const items = manifest.groups.flatMap((group) => group.items);
  const ids = new Set(items.map(({ id }) => id));
  const numbers = new Set(manifest.equations.map(({ number }) => number));
  const sections = new Set(evidence.sections.map(({ number }) => number));
  const errata = new Set(manifest.errata.map(({ id }) => id));
  const unknown = (kind: string, known: ReadonlySet<string>) => {
    return (who: string, named: readonly string[]) =>
      named
        .filter((name) => !known.has(name))
        .map((name) => `${who} names ${kind} ${name}, which is not there.`);
  };
  const equation = unknown("equation", numbers);
  const item = unknown("item", ids);
  const erratum = unknown("erratum", errata);
  const section = unknown("section", sections);
  const rows = new Set(evidence.referenceRows.map(comparedName));
  return [
    ...items.flatMap(({ id, equations = [] }) => equation(`Item ${id}`, equations)),
    ...items.flatMap(({ id, sections: named = [] }) => section(`Item ${id}`, named)),
    ...manifest.errata.flatMap(({ id, items: named }) => item(`Erratum ${id}`, named)),
    ...evidence.sources.flatMap(({ path, equations }) => equation(path, equations)),
    ...evidence.exercises.flatMap(({ id, equations }) => equation(`Exercise ${id}`, equations)),
    ...evidence.exercises.flatMap(({ id, syllabus }) => item(`Exercise ${id}`, syllabus)),
    ...evidence.tests.flatMap(({ path, errata: named }) => erratum(path, named)),
    ...evidence.sections.flatMap((s) => erratum(`Section ${s.number}`, s.errata)),
    ...evidence.sections.flatMap((s) =>
      equation(
        `Section ${s.number}`,
        s.equations.map(({ number }) => number),
      ),
    ),
    ...Object.keys(manifest.noCounterpart)
      .filter((name) => rows.has(name))
      .map((name) => `no-counterpart.ts lists ${name}, which the reference does compare.`),
  ];
}

/** Claims of the manifest that the tree does not bear out. */
function brokenClaims(items: readonly TracedItem[], errata: readonly TracedErratum[]): string[] {
  const broken = items.flatMap(({ item, aspects }) =>
    (item.done ?? [])
      .filter((aspect) => !["full", "none"].includes(aspects[aspect].state))
      .map((aspect) => {
        const lacks = aspects[aspect].missing.join(", ");
        return `Item ${item.id} is said to be done in ${aspect}, and lacks ${lacks}.`;
      }),
  );
  const untested = errata.filter(({ erratum, tests }) => erratum.done && tests.length === 0);
  return [
    ...broken,
    ...untested.map(
      ({ erratum }) => `Erratum ${erratum.id} is said to be done, and no test names it.`,
    ),
  ];
}
