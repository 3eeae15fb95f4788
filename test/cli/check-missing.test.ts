/** Command line: `gradus check` on notebooks that lack exercises, or hide them from a quick look. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PERCEPTRON } from "../../src/checks/01-perceptron.js";
import { SHEETS } from "../../src/checks/index.js";
import { exercisesByName, exercisesHeld, lacksHidden } from "../../src/cli/check-chapter.js";
import { isOwn } from "../../src/cli/check-plan.js";
import { exitCodeOf } from "../../src/cli/check-summary.js";
import { ROOT, readNotebook } from "../../src/cli/notebook-files.js";
import type { Exercise } from "../../src/grading/exercise.js";
import { pointsOf } from "../../src/grading/exercise.js";
import { runChecks } from "../../src/grading/run-checks.js";
import { notebookOf } from "../notebook/make-notebook.js";
import { notebookFile, temporaryFolder } from "./files.js";
import { type CheckedExercise, check } from "./learner.js";

const TIME = { timeout: 120_000 };
const ONE =
  "function oneInput(x: number, w: number, w0: number): number {\n  return w0 + w * x;\n}";
const ids = (exercises: readonly Exercise[]): string[] => exercises.map(({ id }) => id);

describe("an exercise that is not there", () => {
  test(
    "counts with no points and its reason, in the text, the sum and the data",
    TIME,
    async () => {
      const folder = temporaryFolder();
      const softmax = (name: string, source: string): string =>
        notebookFile(join(folder, name), source, 'check("perceptron/softmax", { softmax });', ONE);
      softmax("a.ipynb", "functon softmax(x: number[]): number[] {\n  return x;\n}");
      softmax("b.ipynb", "function softmax( {{{ ");
      softmax("c.ipynb", "function softMax(x: number[]): number[] {\n  return x;\n}");
      notebookFile(join(folder, "Copy of 01-perceptron.ipynb"), ONE);
      notebookFile(join(folder, "d.ipynb"), ONE, 'chek(;\ncheck("loss/squared-error", {');
      notebookFile(join(folder, "e.ipynb"), "1 + 1");
      const json = join(folder, "results.json");
      const { code, out, err } = await check("--json", json, "--allow-open", folder);
      expect(code).toBe(1);
      const data = JSON.parse(readFileSync(json, "utf8")) as {
        readonly totals: object;
        readonly exercises: readonly (CheckedExercise & { readonly notebook: string })[];
      };
      const of = (name: string) =>
        data.exercises.filter(({ notebook }) => notebook.endsWith(`${name}.ipynb`));
      const why = (name: string, id: string) =>
        of(name)
          .filter((one) => one.id === id)
          .map(({ standing, points, checks }) => [standing, points, checks[0]?.message]);

      const broken =
        "No cell declares softmax. Cell 1 does not parse, and softmax stands in it. Line 1: ";
      const mended =
        "There is softMax (cell 1, line 1): rename it to softmax if it is your answer.";
      expect(why("a", "perceptron/softmax")).toEqual([
        ["missing", 0, `${broken}Unknown keyword or identifier. Did you mean 'function'?`],
      ]);
      expect(why("b", "perceptron/softmax")).toEqual([
        ["missing", 0, expect.stringContaining(broken)],
      ]);
      expect(why("c", "perceptron/softmax")).toEqual([
        ["missing", 0, `No cell declares softmax. ${mended}`],
      ]);
      expect(of("c").map(({ id }) => id)).toEqual(["perceptron/one-input", "perceptron/softmax"]);
      expect(out).toContain(`0 of 4 points, missing\n  No cell declares softmax. ${mended}\n`);

      const last = PERCEPTRON.length - 1;
      expect(of("Copy of 01-perceptron").map(({ standing }) => standing)).toEqual([
        "complete",
        ...new Array<string>(last).fill("missing"),
      ]);
      const lines = out.split("\n").slice(0, PERCEPTRON.length);
      expect(lines[0]).toMatch(/^✓ 1\.1 /);
      for (const line of lines.slice(1))
        expect(line).toMatch(/^✗ 1\.\d+ .* 0 of \d points, missing$/);
      const { visible } = pointsOf(...PERCEPTRON);
      expect(out).toMatch(
        new RegExp(`\\nCopy of 01-perceptron +1 of 14 +0 +0 +13 +3 of ${visible}\\n`),
      );

      expect(of("d").map(({ id, standing }) => [id, standing])).toEqual([
        ["perceptron/one-input", "complete"],
        ["loss/squared-error", "missing"],
      ]);
      expect(err).toMatch(
        /^No exercise was found in \S+e\.ipynb: it calls no check\("…"\) and declares no function/,
      );
      const found = 3 * 2 + PERCEPTRON.length + 2;
      expect(data.totals).toMatchObject({ exercises: found, complete: 5, missing: 17 });
      expect(out).toMatch(/\nVisible checks: 5 of 22 exercises complete, 17 missing; /);
    },
  );

  test("with --hidden a notebook of any name stands for its whole chapter", TIME, async () => {
    const path = notebookFile(join(temporaryFolder(), "maria.ipynb"), ONE);
    const { code, out } = await check("--hidden", "--allow-open", path);
    const { visible, hidden } = pointsOf(...PERCEPTRON);
    expect(code).toBe(1);
    expect(out).toMatch(
      new RegExp(
        `\\nAll checks that are here: 1 of 14 exercises complete, 13 missing; \\d+ of ${visible + hidden} points\\.`,
      ),
    );
  });

  test("counts as open only where the learner's own notebooks lie", () => {
    const result = runChecks(PERCEPTRON[0] as Exercise, {});
    const codes = ["exercises", "submitted"].map((folder) => {
      const notebook = join(ROOT, folder, "01-perceptron.ipynb");
      const task = { key: "", id: result.id, notebook, code: "", lines: [], absent: {}, notes: [] };
      const checked = {
        task: { ...task, withHidden: false },
        result,
        printed: { text: "", length: 0 },
        milliseconds: 0,
      };
      return [isOwn(notebook), exitCodeOf([], [checked], false), exitCodeOf([], [checked], true)];
    });
    expect(codes).toEqual([
      [true, 1, 0],
      [false, 1, 1],
    ]);
  });
});

describe("the chapter of a notebook", () => {
  test.each([
    ["01-perceptron.ipynb", "perceptron"],
    ["01-perceptron-Copy1.ipynb", "perceptron"],
    ["/maria/Copy of 02-Loss (1).ipynb", "loss"],
    ["maria_02_loss.ipynb", "loss"],
    ["102-loss.ipynb", undefined],
    ["loss.ipynb", undefined],
    ["/01-perceptron/mine.ipynb", undefined],
  ])("%s", (name, chapter) => {
    const all = SHEETS.flatMap(({ exercises }) => exercises);
    const wanted = all.filter(({ id }) => id.split("/")[0] === chapter);
    expect(ids(exercisesByName(name))).toEqual(ids(wanted));
  });

  test.each(SHEETS.map((sheet) => [sheet.notebook, sheet.exercises] as const))(
    "%s under another name, with and without its checks, is its own exercises",
    (name, exercises) => {
      const solved = readNotebook(join(ROOT, "solutions", name));
      const unchecked = solved.cells.map((cell) =>
        cell.kind === "code"
          ? { ...cell, source: cell.source.replaceAll("check(", "nothing(") }
          : cell,
      );
      expect(ids(exercisesHeld(solved))).toEqual(ids(exercises));
      expect(ids(exercisesHeld({ ...solved, cells: unchecked }))).toEqual(ids(exercises));
    },
  );

  test("a check in a comment, a text or another function asks for nothing", () => {
    const held = (...cells: readonly string[]) => ids(exercisesHeld(notebookOf(...cells)));
    expect(held('// check("perceptron/relu", { relu });', `"check('perceptron/relu')"`)).toEqual(
      [],
    );
    expect(held('gradus.check("perceptron/relu", {});')).toEqual(["perceptron/relu"]);
    expect(held('unchek("perceptron/relu") }}', 'recheck("perceptron/relu") }}')).toEqual([]);
    expect(held('check(\n  "perceptron/relu", { relu')).toEqual(["perceptron/relu"]);
    expect(held("const reluDerivative = 1;")).toEqual(["perceptron/relu"]);
  });
});

test("a copy whose hidden checks are only counted is told apart from the course", () => {
  const [first] = PERCEPTRON as [Exercise];
  const placeholder = { name: "kept back", points: 2, hidden: true, run: () => ({ kind: "pass" }) };
  const copy = { ...first, checks: [...first.checks, placeholder] } as Exercise;
  expect([lacksHidden(), lacksHidden([copy])]).toEqual([false, true]);
});
