/** Verify: the slips that are put into solutions, and what becomes of them. */
import { describe, expect, test } from "vitest";
import { weightedSumExercise } from "../../src/checks/perceptron/weighted-sum.js";
import { withinLimit } from "../../src/grading/within-limit.js";
import { killMutants } from "../../src/verify/kill-mutants.js";
import { mutantsOf } from "../../src/verify/mutants.js";
import { verifyExercise } from "../../src/verify/verify-exercise.js";

const marked = (body: string, number = "1.2"): string =>
  `"use strict";
exports.weightedSum = weightedSum;
function weightedSum(x, w, w0) {
    // BEGIN SOLUTION ${number} weighted sum
    ${body}
    // END SOLUTION
}
`;
const SUM = "let z = w0;\n    for (let i = 0; i < x.length; i++) z += x[i] * w[i];\n    return z;";
const names = (body: string): string[] => mutantsOf(marked(body), "1.2").map(({ name }) => name);

describe("mutants", () => {
  test("are the slips one could make: signs, lost terms, bounds, lost accumulation", () => {
    expect(names(SUM)).toEqual([
      "let i = 0 becomes let i = 1",
      "i < x.length becomes i <= x.length",
      "i < x.length becomes i > x.length",
      "z += x[i] * w[i]; becomes nothing",
      "z += x[i] * w[i] becomes z = x[i] * w[i]",
      "z += x[i] * w[i] becomes z -= x[i] * w[i]",
      "x[i] * w[i] becomes x[i] / w[i]",
      "x[i] * w[i] becomes x[i]",
      "x[i] * w[i] becomes w[i]",
    ]);
  });

  test("know the subject: axes, means, maxima, swapped arguments", () => {
    expect(names("return W[i][j];")).toEqual(["return W[i][j]; becomes return W[j][i];"]);
    expect(names("return mean(losses);")).toContain("mean(losses) becomes sum(losses)");
    expect(names("return mean(losses);")).toContain("mean(losses) becomes (losses)");
    expect(names("return Math.max(...z);")).toEqual(["Math.max(...z) becomes Math.min(...z)"]);
    expect(names("return matMul(A, B);")).toEqual(["matMul(A, B) becomes matMul(B, A)"]);
    expect(names("return add(a, b);")).toEqual(["add(a, b) becomes sub(a, b)"]);
    expect(names('return "a" + b;')).toEqual([]);
  });

  test("are made in the exercise's own region only", () => {
    expect(mutantsOf(marked(SUM, "1.3"), "1.2")).toEqual([]);
    expect(mutantsOf(marked(SUM, "11.2"), "1.2")).toEqual([]);
  });
});

describe("killing", () => {
  test("good checks notice them all", () => {
    const { killed, survived } = killMutants(weightedSumExercise, marked(SUM));
    expect(killed).toBe(9);
    expect(survived).toEqual([]);
  });

  test("a check that looks at one input lets slips through, and they are named", () => {
    const { checks } = weightedSumExercise;
    const weak = {
      ...checks[0]!,
      run: (answers: Parameters<(typeof checks)[0]["run"]>[0]) =>
        answers.call("weightedSum", [1], [1], 0) === 1
          ? ({ kind: "pass" } as const)
          : ({ kind: "fail", message: "no" } as const),
    };
    const { survived } = killMutants({ ...weightedSumExercise, checks: [weak] }, marked(SUM));
    expect(survived.map(({ name }) => name)).toContain("x[i] * w[i] becomes x[i] / w[i]");
  });

  test("an endless loop is stopped and counts as noticed", () => {
    expect(withinLimit(50, () => forever())).toEqual({ kind: "timeout" });
    const slow = marked(
      "let z = w0;\n    for (let i = 0; i < x.length; i += 1) z += x[i] * w[i];\n    return z;",
    );
    expect(killMutants(weightedSumExercise, slow).survived).toEqual([]);
  });

  test("a reason that excuses nothing is reported", () => {
    const excused = { ...weightedSumExercise, equivalentMutants: { "a becomes b": "no reason" } };
    expect(killMutants(excused, marked(SUM)).idleReasons).toEqual(["a becomes b"]);
  });
});

describe("verifying", () => {
  const stub = {
    code: 'const { NotImplemented } = require("gradus");\nexports.weightedSum = weightedSum;\nfunction weightedSum() { throw new NotImplemented("1.2 weighted sum"); }',
    absent: {},
  };
  const solution = { code: marked(SUM), absent: {} };
  const verify = (change: Partial<typeof weightedSumExercise>, parts = {}) =>
    verifyExercise({
      exercise: { ...weightedSumExercise, ...change },
      stub,
      solution,
      ...parts,
    }).problems;

  test("a good exercise has no problem", () => {
    expect(verify({})).toEqual([]);
  });

  test("says in plain words what is missing or wrong", () => {
    expect(verify({}, { stub: solution })).toEqual([
      'The stub, as learners get it, must end every check as not implemented, by its number. Under "gives the numbers worked by hand" (and 3 more) it ends as pass.',
    ]);
    const wrong = { code: marked(SUM.replace("+=", "-=")), absent: {} };
    expect(verify({}, { solution: wrong }).join()).toContain("The solution does not pass");
    const right = { weightedSum: () => 0 };
    expect(verify({ rightAnswers: [right, right] }).join()).toContain("Right answer 1 (seed 2026)");
    const passes = {
      misconception: "None.",
      equation: "1.3",
      answers: weightedSumExercise.reference,
    };
    expect(verify({ wrongAnswers: [passes] })).toEqual([
      'The wrong answer "None." passes every check (seed 2026). Add a check that it fails, or an input that shows the slip.',
    ]);
    const [first] = weightedSumExercise.wrongAnswers;
    expect(verify({ wrongAnswers: [first!, { ...first!, misconception: "Same." }] })).toEqual([
      `The wrong answer "Same." is taken for "${first!.misconception}" (seed 2026): on all inputs that the checks try, both return the same. Add an input on which they differ, or drop one.`,
    ]);
  });
});

function forever(): never {
  for (;;);
}
