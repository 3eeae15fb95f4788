/** Notebook: when `solution` shows an answer, and where its text comes from. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";

import { EXERCISES } from "../../src/checks/index.js";
import { reluExercise } from "../../src/checks/perceptron/relu.js";
import { answerNames } from "../../src/grading/exercise.js";
import { checkBundle } from "../../src/kernel/check.js";
import { forgetTries } from "../../src/kernel/session.js";
import { solution, solutionBundle } from "../../src/kernel/solution.js";
import {
  ownSolutionTexts,
  textsOfNotebooks,
  textsOfPack,
} from "../../src/kernel/solution-texts.js";
import { packSolutions } from "../../src/packed/solutions.js";
import { recordResult } from "../../src/progress/keep.js";
import { freshFile, resultOf } from "../progress/results.js";

const RELU = "perceptron/relu";
const markdown = (bundle: Readonly<Record<string, unknown>>): string =>
  String(bundle["text/markdown"]);
const text = (bundle: Readonly<Record<string, unknown>>): string => String(bundle["text/plain"]);

beforeEach(forgetTries);

function folder(): URL {
  const path = mkdtempSync(join(tmpdir(), "gradus-solutions-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return pathToFileURL(`${path}/`);
}

describe("before the exercise has passed", () => {
  test("it says that nothing was checked, and offers a hint", () => {
    expect(text(solutionBundle(RELU))).toBe(
      'The answer to exercise 1.4 is shown once all of its visible checks have passed. It has not been checked yet: run check("perceptron/relu", { relu, reluDerivative }). If you are stuck, hint("perceptron/relu") helps.',
    );
    expect(solution(RELU)).toBeUndefined();
  });

  test("it says how far the last try came", () => {
    const { relu } = reluExercise.reference as { readonly relu: unknown };
    checkBundle(RELU, { relu });
    expect(text(solutionBundle(RELU))).toMatch(/ So far it has \d of \d points: go on, and run /);
  });

  test("it says so from the progress file as well", () => {
    const file = freshFile();
    recordResult(resultOf(RELU, "pass", "fail", "fail"), { file });
    expect(text(solutionBundle(RELU, { file }))).toContain("So far it has 1 of 3 points");
  });

  test("an unknown exercise gets the same help as in a check", () => {
    expect(text(solutionBundle("perceptron/weihgted-sum"))).toBe(
      'There is no exercise "perceptron/weihgted-sum". Did you mean "perceptron/weighted-sum"?',
    );
  });
});

describe("once it has passed", () => {
  test("in this session, it shows the answer's code and why it is so", () => {
    checkBundle(RELU, reluExercise.reference);
    const shown = markdown(solutionBundle(RELU));
    expect(shown).toMatch(
      /^\*\*Exercise 1\.4, .*: one right answer\.\*\*\n\n```ts\nfunction relu\(/,
    );
    expect(shown).toContain("function reluDerivative(");
    expect(shown).not.toMatch(/(BEGIN|END) SOLUTION/);
    expect(shown.endsWith(`\n\`\`\`\n\n**Why.** ${reluExercise.why}`)).toBe(true);
    expect(text(solutionBundle(RELU))).not.toContain("```");
  });

  test("in an earlier session, as the progress file says", () => {
    const file = freshFile();
    recordResult(resultOf(RELU, "pass"), { file });
    expect(markdown(solutionBundle(RELU, { file }))).toContain("function relu(");
  });

  test("a later slip does not take it away", () => {
    checkBundle(RELU, reluExercise.reference);
    checkBundle(RELU, {});
    expect(markdown(solutionBundle(RELU))).toContain("function relu(");
  });

  test("code with a fence of its own stays one block", () => {
    checkBundle(RELU, reluExercise.reference);
    const texts = (): string => "const a = `\n```\n`;";
    expect(markdown(solutionBundle(RELU, { texts }))).toContain(
      "````ts\nconst a = `\n```\n`;\n````",
    );
  });

  test("a copy without solutions shows the why note and says who has them", () => {
    checkBundle(RELU, reluExercise.reference);
    const bundle = solutionBundle(RELU, { texts: () => null });
    expect(markdown(bundle)).toContain(reluExercise.why);
    expect(text(bundle)).toMatch(/The solutions of this copy are kept by your teacher\.$/);
  });
});

describe("the texts", () => {
  test.each(EXERCISES.map((exercise) => [exercise.id, exercise] as const))(
    "%s: the cells declare what it asks for, parse, and have no marks",
    (id, exercise) => {
      const code = ownSolutionTexts(id) ?? "";
      const file = ts.createSourceFile("answer.ts", code, ts.ScriptTarget.ES2022);
      const declared = file.statements.flatMap((statement) => {
        if (ts.isVariableStatement(statement)) {
          return statement.declarationList.declarations.map(({ name }) => name.getText(file));
        }
        const { name } = statement as { readonly name?: ts.Identifier };
        return name === undefined ? [] : [name.text];
      });
      expect(declared).toEqual(expect.arrayContaining(answerNames(exercise)));
      expect((file as unknown as { parseDiagnostics: unknown[] }).parseDiagnostics).toEqual([]);
      expect(code).not.toMatch(/SOLUTION|NotImplemented/);
    },
  );

  test("come from a pack where there are no notebooks", () => {
    const where = folder();
    const pack = new URL("solutions.pack", where);
    expect(textsOfPack(pack)(RELU)).toBeNull();
    writeFileSync(pack, packSolutions({ [RELU]: "const relu = 1;" }));
    expect(textsOfNotebooks(where)(RELU)).toBeNull();
    expect(textsOfPack(pack)(RELU)).toBe("const relu = 1;");
    expect(textsOfPack(pack)("loss/likelihood")).toBeNull();
    expect(textsOfPack(pack)("constructor")).toBeNull();
  });

  test("a damaged pack or notebook has none", () => {
    const where = folder();
    const pack = new URL("solutions.pack", where);
    writeFileSync(pack, "not a pack");
    writeFileSync(new URL("01-perceptron.ipynb", where), "{");
    expect(textsOfPack(pack)(RELU)).toBeNull();
    expect(textsOfNotebooks(where)(RELU)).toBeNull();
  });
});
