/** Command line, solutions: key, tables and pages tell all that a teacher needs, from the register. */
import { describe, expect, test } from "vitest";
import { renderPage } from "../../src/book/page.js";
import { EXERCISES, SHEETS } from "../../src/checks/index.js";
import { answerKeyPage } from "../../src/cli/answer-key.js";
import { answerTables } from "../../src/cli/answer-tables.js";
import { readNotebook } from "../../src/cli/notebook-files.js";
import { solutionPage } from "../../src/cli/solution-page.js";
import { type Exercise, pointsOf } from "../../src/grading/exercise.js";
import { runChecks } from "../../src/grading/run-checks.js";
import { checkBundle } from "../../src/kernel/check.js";
import { EQUATIONS } from "../../src/syllabus/equations.js";
import { SYLLABUS } from "../../src/syllabus/manifest.js";
import { markdown, notebookOf } from "../notebook/make-notebook.js";

const key = answerKeyPage(SHEETS);
const page = key.cells.map(({ source }) => source.replace(/\\(?=[^\w\s])/g, "")).join("\n\n");
const one = EXERCISES.find(({ id }) => id === "descent/one-step")!;

function allPoints(exercises: readonly Exercise[]): number {
  return exercises.flatMap(({ checks }) => checks).reduce((sum, { points }) => sum + points, 0);
}

/** The part of the key that is about one exercise. */
function entryOf({ id }: Exercise): string {
  return page.slice(page.indexOf(`\n\`${id}\``)).split("\n#")[0]!;
}

/** The lines of a table's file, without its mark. */
function linesOf(file: string): string[] {
  const table = answerTables(SHEETS).find((candidate) => candidate.file === file);
  return (table?.text ?? "").replace("\uFEFF", "").trimEnd().split("\r\n");
}

describe("the answer key", () => {
  test.each(EXERCISES.map((exercise) => [exercise.number, exercise] as const))(
    "%s stands there with its points, items, checks and misconceptions",
    (number, exercise) => {
      const { visible, hidden } = pointsOf(exercise);
      expect(visible + hidden).toBe(allPoints([exercise]));
      const row = page.split("\n").find((line) => line.startsWith(`| [${number}](`)) ?? "";
      expect(row).toContain(`| [${exercise.title}](`);
      expect(row).toContain(`| ${exercise.kind} | ${visible} + ${hidden} |`);
      expect(row).toContain(exercise.syllabus.join(", "));
      const entry = entryOf(exercise);
      for (const check of exercise.checks) {
        const state = check.hidden === true ? "**hidden**" : "visible";
        expect(entry).toContain(`| ${check.name} | ${check.points} | ${state} |`);
      }
      for (const { misconception } of exercise.wrongAnswers) expect(entry).toContain(misconception);
    },
  );

  test("opens with the points of all and of each chapter", () => {
    const total = allPoints(EXERCISES);
    const opening = page.slice(0, page.indexOf("\n## "));
    expect(opening).toMatch(
      new RegExp(`^# Answer key\n\n${EXERCISES.length} exercises, ${total} points: `),
    );
    const ofChapters = [...opening.matchAll(/^\| \[\d .* (\d+) \|$/gm)].map(([, sum]) =>
      Number(sum),
    );
    expect(ofChapters).toEqual(SHEETS.map(({ exercises }) => allPoints(exercises)));
    expect(opening).toContain(` ${total} |\n\nThe answers`);
  });

  test("heads chapters with their titles", () => {
    expect([...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      "1 Perceptron",
      "2 Loss",
      "3 Chain rule",
      "4 Gradient descent",
      "5 Regularization",
      "Legend",
    ]);
  });

  test("names in its legend each item and each equation that occurs", () => {
    const legend = page.slice(page.indexOf("\n## Legend"));
    for (const id of new Set(EXERCISES.flatMap(({ syllabus }) => syllabus))) {
      const item = SYLLABUS.flatMap(({ items }) => items).find((candidate) => candidate.id === id);
      expect(legend).toContain(`| ${id} | ${item?.title} |`);
    }
    const broken = EXERCISES.flatMap(({ wrongAnswers }) => wrongAnswers);
    const cited = [
      ...EXERCISES.flatMap(({ equations }) => equations),
      ...broken.map((w) => w.equation),
    ];
    for (const number of new Set(cited)) {
      const equation = EQUATIONS.find((candidate) => candidate.number === number);
      expect(legend).toContain(`| (${number}) | ${equation?.name} |`);
    }
  });

  test("leads to places that the pages have, and the pages lead back", async () => {
    const notebooks = SHEETS.map(({ notebook }) =>
      solutionPage(readNotebook(`solutions/${notebook}`), []),
    );
    const html = new Map<string, string>();
    for (const notebook of [key, ...notebooks]) {
      const name = notebook.path.replace(/\.ipynb$/, ".html");
      const cells = notebook.cells.filter(({ kind }) => kind === "markdown");
      html.set(name, (await renderPage({ ...notebook, cells })).html);
    }
    const lost: string[] = [];
    let links = 0;
    for (const [name, text] of html) {
      for (const [, file, id] of text.matchAll(/href="([\w-]+\.html)?#(cell-id=[^"]*)"/g)) {
        links++;
        if (html.get(file ?? name)?.includes(` id="${id}"`) !== true)
          lost.push(`${name}: ${file}#${id}`);
      }
    }
    expect(lost).toEqual([]);
    expect(links).toBeGreaterThan(4 * EXERCISES.length);
  });
});

describe("the tables", () => {
  test("keep exercise 1.10 apart from 1.1", () => {
    expect(linesOf("answer-key.csv")[0]).toBe(
      "chapter,exercise,id,title,kind,visible points,hidden points,syllabus,equations",
    );
    const places = linesOf("answer-key.csv")
      .slice(1)
      .map((line) => line.split(",", 3));
    expect(places).toEqual(EXERCISES.map(({ number, id }) => [...number.split("."), id]));
  });

  test("have a row for each check, and say which are hidden", () => {
    const [head, ...rows] = linesOf("checks.csv");
    expect(head).toBe("chapter,exercise,id,check,points,hidden");
    expect(rows.length).toBe(EXERCISES.flatMap(({ checks }) => checks).length);
    const hidden = rows.filter((row) => row.endsWith(",yes"));
    expect(hidden).toContain("4,1,descent/one-step,stepAll: any weights,1,yes");
    expect(rows.length - hidden.length).toBe(rows.filter((row) => row.endsWith(",no")).length);
  });

  test("have a row for each misconception, with an equation that stays a text", () => {
    const [head, ...rows] = linesOf("misconceptions.csv");
    expect(head).toBe("chapter,exercise,id,equation,misconception");
    const slip = "This returns the change alone; the new weight is asked for.";
    expect(rows).toContain(`4,1,descent/one-step,Eq. 4.1,"${slip}"`);
    for (const row of rows) expect(row).toMatch(/^\d,\d+,[a-z-]+\/[a-z-]+,Eq\. \d\.\d+,/);
  });
});

describe("a chapter's page", () => {
  const code = `function step(w: number): number {
  // BEGIN SOLUTION 4.1 one step
  return w;
  // END SOLUTION
}`;
  const outputs = [
    { output_type: "display_data", data: checkBundle(one.id, one.reference), metadata: {} },
  ];
  const notebook = notebookOf(
    markdown(
      '# Exercises\n\n- Replace `NotImplemented`.\n- Stuck? `hint("a")` helps.\n- $w$ is a weight.',
    ),
    markdown("## Exercise 4.1\n\n**One step downhill.**\n\nGo down."),
    code,
    { cell_type: "code", source: 'check("descent/one-step", {});', outputs, execution_count: 1 },
  );
  const passed = solutionPage(notebook, [runChecks(one, one.reference, { withHidden: true })]);
  const sources = passed.cells.map(({ source }) => source);

  test("says what the learner may type nowhere", () => {
    expect(sources[0]).toMatch(/^# Exercises\n\n\$w\$ is a weight\.\n\nThe \[answer key\]/);
    expect(JSON.stringify(notebook.cells)).toContain("run solution(");
    const html = JSON.stringify(passed.cells[3]).replace(/"text\/plain".*/, "");
    expect(html).toContain("All 4 visible checks passed");
    expect(html).not.toContain("solution(");
  });

  test("has titles in its headings, and code without marks", () => {
    expect(sources[1]).toBe("## Exercise 4.1: One step downhill\n\nGo down.");
    expect(sources[2]).toBe("function step(w: number): number {\n  return w;\n}");
  });

  test("tells why, and what the hidden checks ask", () => {
    expect(sources[4]).toContain(`**Why.** ${one.why}`);
    expect(sources[4]).toContain(
      "This solution passes it.\n\n- stepAll: any weights (1 point, passed)",
    );
  });

  test("says of a hidden check that the solution fails it", () => {
    const wrong = { ...one.reference, stepAll: () => [0] };
    const failed = solutionPage(notebook, [runChecks(one, wrong, { withHidden: true })]);
    expect(failed.cells[4]?.source).toContain("passes 0 of 1.");
    expect(failed.cells[4]?.source).toContain("stepAll: any weights (1 point, **not passed**)");
  });
});
