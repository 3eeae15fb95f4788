/** The glossary: its page, and the links between lectures, terms and exercises. */
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { GLOSSARY_FILE, glossaryText } from "../../src/cli/glossary.js";
import { glossaryPage } from "../../src/cli/glossary-page.js";
import { notebookFiles, ROOT, readNotebook } from "../../src/cli/notebook-files.js";
import type { Notebook } from "../../src/notebook/notebook.js";
import { sectionsOf } from "../../src/notebook/sections.js";
import { EQUATIONS } from "../../src/syllabus/equations.js";
import { GLOSSARY, termAnchor } from "../../src/syllabus/glossary.js";

const lectureFiles = notebookFiles([], ["notebooks"]).filter((file) => file !== GLOSSARY_FILE);
const lectures = lectureFiles.map(readNotebook);
const LINK = /\]\(([^)#\s]*\.ipynb)(?:#([^)\s]*))?\)/g;

/** Links to notebooks in the prose of one. */
function linksOf({ cells }: Notebook): { file: string; fragment: string | undefined }[] {
  return cells
    .filter(({ kind }) => kind === "markdown")
    .flatMap(({ source }) => [...source.matchAll(LINK)])
    .map(([, file, fragment]) => ({ file: file!, fragment }));
}

/** What may stand behind `#`: cells as JupyterLab names them, and headings, in both ways. */
function targetsOf(file: string): Set<string> {
  const targets = new Set<string>();
  for (const { kind, source, id } of readNotebook(file).cells) {
    if (id !== undefined) targets.add(`cell-id=${id}`);
    if (kind !== "markdown") continue;
    for (const [, heading] of source.matchAll(/^#{1,6} (.+)$/gm)) {
      targets.add(heading!.trim().replace(/\s/g, "-"));
    }
  }
  return targets;
}

test("the committed page is the generated one", () => {
  expect(readFileSync(GLOSSARY_FILE, "utf8") === glossaryText(), "run gradus glossary").toBe(true);
});

describe("terms", () => {
  test("have one anchor each, and equations that exist", () => {
    const anchors = GLOSSARY.map(({ term }) => termAnchor(term));
    expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)).toEqual([]);
    const known = new Set(EQUATIONS.map(({ number }) => number));
    const dangling = GLOSSARY.flatMap(({ equations }) => equations).filter((n) => !known.has(n));
    expect(dangling).toEqual([]);
  });

  test("are linked from the section that they name", () => {
    const missing = GLOSSARY.filter(({ term, section }) => {
      const anchor = termAnchor(term);
      return !lectures.some((lecture) =>
        sectionsOf(lecture)
          .filter(({ title }) => title.startsWith(`${section} `))
          .some(({ first, last }) =>
            linksOf({ ...lecture, cells: lecture.cells.slice(first - 1, last) }).some(
              ({ file, fragment }) =>
                file === basename(GLOSSARY_FILE) &&
                (fragment === anchor || fragment === `cell-id=${anchor}`),
            ),
          ),
      );
    });
    expect(missing.map(({ term, section }) => `${term}, in ${section}`)).toEqual([]);
  });
});

describe.each([...lectureFiles, ...(existsSync(GLOSSARY_FILE) ? [GLOSSARY_FILE] : [])])(
  "links of %s",
  (path) => {
    test("lead to cells and headings that exist", () => {
      const anchors = new Set(GLOSSARY.map(({ term }) => termAnchor(term)));
      const dangling = linksOf(readNotebook(path)).filter(({ file, fragment }) => {
        const target = join(dirname(path), file);
        if (!existsSync(target)) return true;
        if (fragment === undefined || (target === GLOSSARY_FILE && anchors.has(fragment)))
          return false;
        return !targetsOf(target).has(fragment);
      });
      const names = dangling.map(({ file, fragment = "" }) => `${file}#${fragment}`);
      expect([...new Set(names)]).toEqual([]);
    });
  },
);

test("a term's cell has its name, its section and its formulas", () => {
  const term = {
    term: "ReLU",
    also: ["rectified linear unit"],
    definition: "It lets through what is above 0.",
    section: "1.5",
    equations: ["1.10"],
  };
  const lecture = readNotebook(join(ROOT, "notebooks", "01-perceptron.ipynb"));
  const [, cell] = glossaryPage([term], [lecture]).cells;
  expect(cell?.id).toBe("relu");
  expect(cell?.source).toMatch(
    /^### ReLU\n\nIt lets through what is above 0\. Also called rectified linear unit\. \[Section 1\.5\]\(01-perceptron\.ipynb#cell-id=[\w-]+\)\.\n\n\$\$\(1\.10\) .*\\max\(0, z\)\$\$$/,
  );
});
